import { type ReactNode, useEffect, useRef, useState } from 'react';
import { shownWords } from '#shared/chronology/beneath-words.ts';
import { filterSentence } from '#shared/chronology/filter-words.ts';
import type { Layout } from '#shared/contract/views.ts';
import { useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { useFilterChoices } from '../filter/use-filter-choices.ts';
import type { EntryList } from '../list/use-entry-list.ts';
import { MOST_PRINTED, PrintPage } from './print-page.tsx';
import type { RowContext } from '../grid/row-context.ts';

export type PaperPanelProps = {
  list: EntryList;
  layout: Layout;
  viewName: string | null;
  context: RowContext;
  headingName(key: string | null): string;
  onDone(): void;
};

const MOST_IN_FILE = 20_000;

/** What is on the screen, on paper: to the printer, in Word or in Excel. Each says which filter and which view it holds. */
export function PaperPanel({ list, layout, viewName, context, headingName, onDone }: PaperPanelProps): ReactNode {
  const may = useMay();
  const files = useFiles();
  const choices = useFilterChoices();
  const paper = useJob('chronology.paper', { said: ({ entries }) => `Written: ${counted(entries, 'entry', 'entries')}.` });
  const [printing, setPrinting] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const sentence = filterSentence(list.filter, choices.names);
  const cannot =
    may('chronology.paper') ??
    (list.matching === 0
      ? 'No entry matches'
      : list.matching > MOST_IN_FILE
        ? `${count(MOST_IN_FILE)} entries at most: filter first`
        : null);
  async function write(format: 'docx' | 'xlsx'): Promise<void> {
    const done = await paper.run({ format, filter: list.filter, layout, viewName });
    if (done.ok) await files.save(done.output.file, done.output.name).catch(() => false);
  }
  return (
    <div
      ref={panel}
      tabIndex={-1}
      data-quiet-focus
      className="pl-ch-inspector"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onDone()}
    >
      <Inspector title="Print or save">
        <Section title="What is on the page">
          <DefinitionList
            items={[
              ['Shown', `${sentence}, ${shownWords(list.matching, list.beneath)}`],
              ...(viewName ? [['View', viewName] satisfies [string, string]] : []),
              ['Order', layout.group ? `By ${layout.group}, then by date` : 'By date'],
              ['Names', context.identified ? 'Identified: real names' : 'Anonymised'],
            ]}
          />
        </Section>
        <Section>
          <ErrorNote error={paper.error} />
          <div className="pl-stack">
            <Button look="main" cannot={cannot ?? (paper.pending ? 'Under way' : null)} onClick={() => void write('docx')}>
              Save as a Word document
            </Button>
            <Button cannot={cannot ?? (paper.pending ? 'Under way' : null)} onClick={() => void write('xlsx')}>
              Save as an Excel workbook
            </Button>
            <Button
              cannot={
                list.matching === 0
                  ? 'No entry matches'
                  : list.matching > MOST_PRINTED
                    ? `${count(MOST_PRINTED)} entries at most: filter first, or save for Word`
                    : printing
                      ? 'Under way'
                      : null
              }
              onClick={() => setPrinting(true)}
            >
              Print the page
            </Button>
            <Button onClick={onDone}>Back to the entries</Button>
          </div>
          {!context.identified && <p className="pl-2">A mention that nobody has settled prints as [undecided].</p>}
        </Section>
      </Inspector>
      {printing && (
        <PrintPage
          list={list}
          sentence={sentence}
          viewName={viewName}
          context={context}
          headingName={headingName}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
  );
}
