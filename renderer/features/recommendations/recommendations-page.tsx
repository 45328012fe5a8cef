import { Plus } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { wordCount } from '#shared/richtext/plain-text.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import type { DeskMode } from '#renderer/editor/desk.ts';
import { type EditorHandle, RecommendationsEditor } from '#renderer/editor/recommendations-editor.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { FormatMenu } from './format-menu.tsx';
import { RestsOn } from './rests-on.tsx';
import { SectionPane } from './section-pane.tsx';
import { useRecommendationDesk } from './use-recommendation-desk.ts';
import './recommendations-page.css';

/** The recommendations as they are written: blocks in prose, with what each rests on beside it. */
export function RecommendationsPage(): ReactNode {
  const session = useSession();
  // Another view or another review is another page: nothing of the one may be left in the other.
  return session ? <Place key={`${session.reviewId} ${session.view}`} /> : null;
}

function Place(): ReactNode {
  const workbench = useWorkbench();
  const [mode, setMode] = useState<DeskMode>('fields');
  const [order, setOrder] = useState<string[]>([]);
  const [words, setWords] = useState(0);
  const [linking, setLinking] = useState(false);
  const [addError, setAddError] = useState<Parameters<typeof ErrorNote>[0]['error']>(null);
  const editor = useRef<EditorHandle>(null);
  const link = useCallback(() => setLinking(true), []);
  const { desk, rows, error } = useRecommendationDesk(mode, order, link);
  const { cannot, selected } = desk;
  const latest = useLatest(desk);
  const row = selected ? desk.rows.get(selected) : undefined;
  const number = selected ? desk.numbers.get(selected) : undefined;

  async function add(): Promise<void> {
    if (cannot) return;
    const { id, error: failure } = await desk.writer.add();
    setAddError(failure);
    if (failure) return;
    editor.current?.place(id);
    desk.select(id);
    waitFor(
      () => latest.current.rows.has(id),
      () => editor.current?.open(id),
    );
  }
  function fields(): void {
    setMode(mode === 'fields' ? 'draft' : 'fields');
    if (selected) requestAnimationFrame(() => editor.current?.open(selected));
  }
  const edit = (id: string, label: string, run: (handle: EditorHandle) => void, keys?: readonly string[]) => ({
    id: `recommendations.${id}`,
    label,
    ...(keys ? { keys } : {}),
    cannot: () => cannot,
    run: () => void (editor.current && run(editor.current)),
  });
  usePageCommands([
    { id: 'recommendations.add', label: 'Add a recommendation', keys: ['Ctrl+Enter'], cannot: () => cannot, run: add },
    { id: 'recommendations.fields', label: 'Draft or fields', keys: ['F4'], run: fields },
    edit('up', 'Move the block up', (handle) => handle.move('up', selected), ['Alt+↑']),
    edit('down', 'Move the block down', (handle) => handle.move('down', selected), ['Alt+↓']),
    edit('refer', 'Refer to an entry or a finding…', (handle) => handle.refer()),
    edit('h1', 'Heading 1', (handle) => handle.style('h1'), ['Ctrl+Alt+1']),
    edit('h2', 'Heading 2', (handle) => handle.style('h2'), ['Ctrl+Alt+2']),
    edit('h3', 'Heading 3', (handle) => handle.style('h3'), ['Ctrl+Alt+3']),
    edit('paragraph', 'Paragraph', (handle) => handle.style('paragraph')),
    edit('quote', 'Quotation', (handle) => handle.style('quote')),
    edit('bullets', 'Bulleted list', (handle) => handle.style('bullets')),
    edit('numbers', 'Numbered list', (handle) => handle.style('numbers')),
    edit('take-out', 'Take the recommendation out of the draft', (handle) => selected && handle.takeOut(selected)),
  ]);
  const total = desk.numbers.size;
  const allWords = order.reduce((sum, id) => sum + wordCount(desk.rows.get(id)?.text ?? ''), words);
  return (
    <Page
      title="Recommendations"
      heading={total > 0 ? `${total} ${total === 1 ? 'Recommendation' : 'Recommendations'}` : 'Recommendations'}
      scroll="own"
      toolbar={
        <>
          <SegmentedControl
            label="How recommendations are shown"
            value={mode}
            onChange={setMode}
            segments={[
              { value: 'draft', label: 'Draft' },
              { value: 'fields', label: 'Fields' },
            ]}
          />
          <FormatMenu cannot={cannot} editor={editor} />
          <Button bar icon={<Plus size={14} aria-hidden />} cannot={cannot} onClick={() => void add()}>
            Recommendation
          </Button>
        </>
      }
      inspector={
        row && <RestsOn key={row.id} row={row} number={number ?? null} desk={desk} linking={linking} setLinking={setLinking} />
      }
      foot={
        <FootKeys
          selection={
            <>
              {number !== undefined && `Recommendation ${number} of ${total}`}
              {'   '}
              {counted(allWords, 'word')} in section
            </>
          }
          keys={[
            ['Alt+↑ ↓', 'move block'],
            ['F4', 'fields'],
            ['@', 'refer'],
          ]}
        />
      }
    >
      <ErrorNote error={error ?? addError} />
      <div className="pl-desk-panes">
        <SectionPane
          rows={rows ?? []}
          order={order}
          desk={desk}
          open={(id) => {
            desk.select(id);
            requestAnimationFrame(() => editor.current?.reveal(id));
          }}
          placeAgain={(id) => editor.current?.place(id)}
        />
        <section className="pl-desk-page" data-pane="Draft" aria-label="Draft" tabIndex={-1} data-quiet-focus>
          {rows && rows.length === 0 && total === 0 && (
            <EmptyState
              title="Recommendations are written here"
              button={
                <Button look="main" cannot={cannot} onClick={() => void add()}>
                  Add a recommendation
                </Button>
              }
              also={
                <LinkButton onClick={() => void openTheSample(workbench, 'recommendations')}>See it in the sample</LinkButton>
              }
            >
              Each says who should do what, by when, and how anyone will know. Link it to a finding, and what it rests on stands
              beside it. Prose goes between them; the numbers follow their order.
            </EmptyState>
          )}
          {rows && <RecommendationsEditor ref={editor} desk={desk} rows={rows} onOrder={setOrder} onWords={setWords} />}
        </section>
      </div>
    </Page>
  );
}

/** Runs `then` once `ready`, looking at each frame for a while: the row of a new block comes with the next answer. */
function waitFor(ready: () => boolean, then: () => void, tries = 60): void {
  if (ready() || tries === 0) then();
  else requestAnimationFrame(() => waitFor(ready, then, tries - 1));
}
