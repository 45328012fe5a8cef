import type { LexicalEditor } from 'lexical';
import { type FocusEvent, type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { type Desk, DeskContext } from './desk.ts';
import type { RecommendationRow } from './draft/recommendation-writer.ts';
import { useDraft } from './draft/use-draft.ts';
import { $recommendationBlock, moveBlock, placeRecommendation, takeOut } from './extensions/recommendation/commands.ts';
import { OPEN_RECOMMENDATION } from './extensions/recommendation/open-command.ts';
import { refer, setFormat, setStyle, type Style } from './extensions/writing-keys.ts';
import { forgetLabels } from './faces.ts';
import { ReviewEditor } from './review-editor.tsx';

export type EditorHandle = {
  place(id: string): void;
  takeOut(id: string): void;
  /** Its text takes the focus. */
  open(id: string): void;
  /** The block brought into view. */
  reveal(id: string): void;
  move(direction: 'up' | 'down', id: string | null): void;
  style(style: Style): void;
  format(format: 'bold' | 'italic'): void;
  refer(): void;
  focus(): void;
};
export type RecommendationsEditorProps = {
  ref: Ref<EditorHandle>;
  desk: Desk;
  rows: readonly RecommendationRow[];
  onOrder(ids: string[]): void;
  onWords(words: number): void;
};

/** The section of the draft in which recommendations stand, with the prose between them. */
export function RecommendationsEditor({ ref, desk, rows, onOrder, onWords }: RecommendationsEditorProps): ReactNode {
  const writable = desk.cannot === null;
  const { keeper, state, attach } = useDraft({
    section: 'recommendations',
    editable: writable,
    rows,
    writer: desk.writer,
    onOrder,
    onWords,
  });
  const editable = writable && state.loaded;
  const [editor, setEditor] = useState<LexicalEditor | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const ready = useCallback(
    (made: LexicalEditor) => {
      attach(made);
      setEditor(made);
    },
    [attach],
  );
  useEffect(() => forgetLabels, []);
  useEffect(() => {
    // The first two take the right to write away, F4 the fields: what was typed goes first.
    const first = (event: KeyboardEvent): void => {
      const leaves =
        event.key === 'F9' || event.key === 'F4' || ((event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyL');
      const active = document.activeElement;
      if (leaves && active instanceof HTMLElement && host.current?.contains(active)) active.blur();
    };
    window.addEventListener('keydown', first, true);
    return () => window.removeEventListener('keydown', first, true);
  }, []);
  useImperativeHandle(ref, () => {
    const block = (id: string): HTMLElement | null =>
      host.current?.querySelector<HTMLElement>(`[data-recommendation="${CSS.escape(id)}"]`) ?? null;
    const on = (work: (made: LexicalEditor) => void): void => {
      if (editor && editable) work(editor);
    };
    return {
      place: (id) => on((made) => placeRecommendation(made, id)),
      takeOut: (id) => on((made) => takeOut(made, id)),
      open: (id) => void editor?.dispatchCommand(OPEN_RECOMMENDATION, id),
      reveal: (id) => block(id)?.scrollIntoView({ block: 'nearest' }),
      move: (direction, id) =>
        on((made) =>
          moveBlock(made, direction, id === null ? null : made.read(() => $recommendationBlock(id)?.getKey() ?? null)),
        ),
      style: (style) => on((made) => made.focus(() => setStyle(made, style))),
      format: (format) => on((made) => made.focus(() => setFormat(made, format))),
      refer: () => on(refer),
      focus: () => editor?.focus(),
    };
  }, [editor, editable]);
  function left(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) void keeper?.seal();
  }
  return (
    <DeskContext value={desk}>
      <div className="pl-desk" ref={host} onBlur={left}>
        <ErrorNote error={state.error}>
          {state.error?.code === 'versionConflict' ? (
            <>
              <Button bar onClick={() => void keeper?.keepMine()}>
                Keep the text here
              </Button>
              <Button bar onClick={() => void keeper?.load()}>
                Show the newer text
              </Button>
            </>
          ) : !state.loaded ? (
            <Button bar onClick={() => void keeper?.load()}>
              Load the draft again
            </Button>
          ) : (
            <Button bar onClick={() => void keeper?.save()}>
              Save again
            </Button>
          )}
        </ErrorNote>
        <ReviewEditor
          label="Draft of the recommendations"
          placeholder="Write what leads to the recommendations. @ refers to an entry or a finding."
          editable={editable}
          onReady={ready}
        />
      </div>
    </DeskContext>
  );
}
