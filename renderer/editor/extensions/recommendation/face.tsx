import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { COMMAND_PRIORITY_LOW, stopLexicalPropagation } from 'lexical';
import { Ellipsis } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { standingOf } from '#shared/recommendations/standing.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { ActingMenu } from '#renderer/ui/acting-menu.tsx';
import { IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { useDesk } from '../../desk.ts';
import type { RecommendationPatch, RecommendationRow } from '../../draft/recommendation-writer.ts';
import { moveBlock, selectFromWithin, takeOut, writeBeside } from './commands.ts';
import { RecommendationFields } from './fields.tsx';
import { LeftOver } from './left-over.tsx';
import { MarginNotes } from './notes.tsx';
import { OPEN_RECOMMENDATION } from './open-command.ts';
import { RecommendationText, type TextHandle } from './text.tsx';
import './face.css';

export const recommendationFace = (nodeKey: string, id: string): ReactNode => <RecommendationFace nodeKey={nodeKey} id={id} />;

/** What the outer editor must not take for its own: keys, clipboard and pointer inside the face. */
const OWN_EVENTS = ['keydown', 'beforeinput', 'input', 'cut', 'copy', 'paste', 'compositionstart', 'compositionend', 'click'];

function RecommendationFace({ nodeKey, id }: { nodeKey: string; id: string }): ReactNode {
  const { rows } = useDesk();
  const row = rows.get(id);
  return row ? <Block key={id} nodeKey={nodeKey} row={row} /> : <Missing nodeKey={nodeKey} id={id} />;
}

/** Its row was undone or removed elsewhere: the block says so and stays until somebody takes it out. */
function Missing({ id }: { nodeKey: string; id: string }): ReactNode {
  const [editor] = useLexicalComposerContext();
  const { cannot } = useDesk();
  return (
    <div className="pl-rec" data-missing>
      <p className="pl-rec-missing">
        <StatusMark status="look">This recommendation is no longer in the review.</StatusMark>
        <LinkButton cannot={cannot} onClick={() => takeOut(editor, id)}>
          Take the block out
        </LinkButton>
      </p>
    </div>
  );
}

function Block({ nodeKey, row }: { nodeKey: string; row: RecommendationRow }): ReactNode {
  const [editor] = useLexicalComposerContext();
  const [inSelection] = useLexicalNodeSelection(nodeKey);
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<TextHandle>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [toText, setToText] = useState(false);
  const [typing, setTyping] = useState<string | null>(null);
  const { id } = row;
  const chosen = desk.selected === id;
  const shut = desk.mode === 'fields' && !chosen;
  const number = desk.numbers.get(id);
  const standing = standingOf(typing === null ? row : { ...row, text: typing }, { today: desk.today });

  useEffect(() => {
    const host = frame.current;
    if (!host) return undefined;
    // The editor's own listener on its root comes after this one, and leaves alone what is marked.
    const mine = (event: Event): void => {
      if (event.target !== host) stopLexicalPropagation(event);
    };
    for (const name of OWN_EVENTS) host.addEventListener(name, mine);
    return () => {
      for (const name of OWN_EVENTS) host.removeEventListener(name, mine);
    };
  }, []);
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_RECOMMENDATION,
        (of) => {
          if (of !== id) return false;
          desk.select(id);
          setToText(true);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, desk, id],
  );
  useLayoutEffect(() => {
    if (!toText || shut) return;
    setToText(false);
    text.current?.focus();
  }, [toText, shut]);
  // Only when the selection comes to it: the place may choose another while it stays.
  const { select } = desk;
  useEffect(() => {
    if (inSelection) select(id);
  }, [inSelection, select, id]);

  async function change(patch: RecommendationPatch): Promise<boolean> {
    const failure = await desk.update(id, patch);
    setError(failure);
    return failure === null;
  }
  const findings = row.findingIds.flatMap((finding) => desk.findings.get(finding) ?? []);
  const name = number === undefined ? 'Recommendation, not placed' : `Recommendation ${number}`;
  return (
    <div ref={frame} className="pl-rec-row" data-recommendation={id}>
      <section
        className="pl-rec"
        aria-label={name}
        data-chosen={chosen || undefined}
        data-selected={inSelection || undefined}
        data-shut={shut || undefined}
        onFocus={() => !shut && desk.select(id)}
      >
        {shut ? (
          <button
            type="button"
            className="pl-rec-line"
            aria-expanded={false}
            onClick={() => editor.dispatchCommand(OPEN_RECOMMENDATION, id)}
          >
            <span className="pl-rec-name">{name}</span>
            <span className="pl-rec-words">{row.text || 'No text yet'}</span>
            <StatusMark status={standing.complete ? 'done' : 'look'}>{standing.title}</StatusMark>
          </button>
        ) : (
          <>
            <header className="pl-rec-head">
              <span className="pl-rec-name">{name}</span>
              <span className="pl-rec-from">
                {findings.length > 0 ? (
                  <>from {findings.map((finding) => `Finding ${finding.number}`).join(' and ')}</>
                ) : (
                  <LinkButton cannot={desk.cannot} onClick={() => desk.linkFindings(id)}>
                    Link a finding
                  </LinkButton>
                )}
              </span>
              <span className="pl-push pl-row">
                {desk.mode === 'draft' && <StatusMark status={standing.complete ? 'done' : 'look'}>{standing.title}</StatusMark>}
                <BlockMenu row={row} nodeKey={nodeKey} />
              </span>
            </header>
            <div data-at="text">
              <RecommendationText
                ref={text}
                row={row}
                name={name}
                weak={standing.notes.flatMap((note) => note.span ?? [])}
                onTyping={setTyping}
                onError={setError}
                onLeave={() => selectFromWithin(editor, id)}
              />
            </div>
            <ErrorNote error={error} />
            <LeftOver id={id} />
            {desk.mode === 'fields' && <RecommendationFields row={row} change={change} />}
          </>
        )}
      </section>
      <MarginNotes standing={standing} brief={shut} takeOut={(words) => void text.current?.takeOut(words)} cannot={desk.cannot} />
    </div>
  );
}

function BlockMenu({ row, nodeKey }: { row: RecommendationRow; nodeKey: string }): ReactNode {
  const [editor] = useLexicalComposerContext();
  const desk = useDesk();
  if (desk.cannot) return null;
  return (
    <ActingMenu
      position="bottom-end"
      button={<IconButton bar label="More for this recommendation" icon={<Ellipsis size={14} aria-hidden />} />}
      actions={[
        { label: 'Move up', keys: 'Alt+↑', run: () => moveBlock(editor, 'up', nodeKey) },
        { label: 'Move down', keys: 'Alt+↓', run: () => moveBlock(editor, 'down', nodeKey) },
        'line',
        { label: 'Write before it', run: () => writeBeside(editor, row.id, 'before') },
        { label: 'Write after it', run: () => writeBeside(editor, row.id, 'after') },
        { label: 'Link findings…', run: () => desk.linkFindings(row.id) },
        'line',
        { label: 'Take it out of the draft', run: () => takeOut(editor, row.id) },
      ]}
    />
  );
}
