import { type ReactNode, useState } from 'react';
import type { AgencyReturn, ReturnPreview } from '#shared/contract/returns.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import type { ReturnQueue } from '../pending/return-queue.ts';
import type { PendingReturn } from '../pending/pending-return.ts';
import { ProblemList } from '../problems/problem-list.tsx';
import { tableWords } from '../problems/problem-words.ts';
import { AgencyChoice } from './agency-choice.tsx';
import { ColumnsTable } from './columns-table.tsx';
import type { RowAt } from './row-keys.ts';
import { DateReadings } from './date-readings.tsx';
import { lastColumnsOf } from './last-columns.ts';
import { needsAgency } from './needs.ts';
import { type Reach, sharesHeadings, usualReach } from './reach.ts';
import { NoChronology } from './no-chronology.tsx';
import { PaneHead } from './pane-head.tsx';
import './mapping-view.css';

export type MappingViewProps = {
  one: PendingReturn;
  preview: ReturnPreview;
  queue: ReturnQueue;
  returns: readonly AgencyReturn[];
  problemAt: number | null;
  onProblem(index: number): void;
  /** Whether it is a new return or a later version of one. */
  choice: ReactNode;
};

/** How a file would go in: its columns, how its dates read, its problems by row. Nothing is added until it is said. */
export function MappingView({ one, preview, queue, returns, problemAt, onProblem, choice }: MappingViewProps): ReactNode {
  const agencies = useAgencies();
  const tables = [...new Set(preview.columns.map((column) => column.table))];
  const [chosen, setChosen] = useState<RowAt | null>(null);
  const [shownTable, setShownTable] = useState<TableRef | null>(null);
  const problem = problemAt === null ? undefined : preview.problems[problemAt];
  const ofProblem = problem && problem.table !== null && problem.row !== null ? { table: problem.table, row: problem.row } : null;
  // What was pointed at last leads: a row by the mouse, or the row of the problem in hand.
  const at = chosen ?? ofProblem;
  const table = tables.find((ref) => ref === (at?.table ?? shownTable)) ?? tables.find((ref) => ref === shownTable) ?? tables[0];
  const last = lastColumnsOf(preview, returns, agencies);
  const placedByHand = Object.keys(one.placed).length > 0;
  const [chosenReach, setReach] = useState<Reach | null>(null);
  const reach = chosenReach ?? usualReach(preview);

  const bottom = (
    <SplitPanes
      name="returns.problems"
      axis="x"
      sized="second"
      size={340}
      min={220}
      max={720}
      labels={['How the dates read', 'Problems']}
      first={
        <>
          <PaneHead title="How the dates read">
            {count(preview.datesSure)} sure, {count(preview.datesWorkedOut)} worked out, {count(preview.datesToAsk)} to ask
          </PaneHead>
          <DateReadings preview={preview} at={at} onAt={setChosen} />
        </>
      }
      second={
        <>
          <PaneHead title="Problems">
            {preview.problems.length > 0 && count(preview.problems.length + preview.moreProblems)}
          </PaneHead>
          {preview.problems.length === 0 ? (
            <p className="pl-rt-none pl-2">Nothing found.</p>
          ) : (
            <ProblemList
              problems={preview.problems}
              more={preview.moreProblems}
              at={problemAt}
              onAt={(index) => {
                setChosen(null);
                onProblem(index);
              }}
            />
          )}
        </>
      }
    />
  );
  return (
    <div className="pl-rt-mapping" aria-busy={one.state !== 'ready' || undefined}>
      <div className="pl-rt-strip">
        {one.diff === null && (
          <AgencyChoice
            said={one.agency}
            read={preview.agencies}
            needed={needsAgency(one, preview)}
            onSay={(agency) => queue.change(one.key, { agency })}
          />
        )}
        {choice}
      </div>
      {one.error && (
        <div className="pl-rt-note">
          <ErrorNote error={one.error}>
            {placedByHand && <Button onClick={() => queue.change(one.key, { placed: {} })}>Place the columns afresh</Button>}
          </ErrorNote>
        </div>
      )}
      {preview.columns.length === 0 ? (
        <NoChronology problems={preview.problems} at={problemAt} onAt={onProblem} />
      ) : (
        <SplitPanes
          name="returns.columns"
          axis="y"
          sized="first"
          size={316}
          min={150}
          max={900}
          labels={['Columns to fields', 'Dates and problems']}
          first={
            <div className="pl-rt-columns-pane">
              <PaneHead
                title="Columns to fields"
                tools={
                  <>
                    {tables.length > 1 && table !== undefined && tables.length <= 4 && (
                      <SegmentedControl
                        label="Table"
                        value={String(table)}
                        onChange={(value) => {
                          setChosen(null);
                          setShownTable(tables.find((ref) => String(ref) === value) ?? null);
                        }}
                        segments={tables.map((ref) => ({ value: String(ref), label: tableWords(ref) }))}
                      />
                    )}
                    {tables.length > 4 && table !== undefined && (
                      <select
                        className="pl-input pl-rt-table-choice"
                        aria-label="Table"
                        value={String(table)}
                        onChange={(event) => {
                          const { value } = event.currentTarget;
                          setChosen(null);
                          setShownTable(tables.find((ref) => String(ref) === value) ?? null);
                        }}
                      >
                        {tables.map((ref) => (
                          <option key={String(ref)} value={String(ref)}>
                            {tableWords(ref)}
                          </option>
                        ))}
                      </select>
                    )}
                    {table !== undefined && sharesHeadings(preview, table) && (
                      <SegmentedControl
                        label="Where a column is placed"
                        value={reach}
                        onChange={setReach}
                        segments={[
                          { value: 'all', label: typeof table === 'string' ? 'All sheets alike' : 'All tables alike' },
                          { value: 'one', label: typeof table === 'string' ? 'This sheet alone' : 'This table alone' },
                        ]}
                      />
                    )}
                    {placedByHand && (
                      <Button bar onClick={() => queue.change(one.key, { placed: {} })}>
                        Place the columns afresh
                      </Button>
                    )}
                    {last !== null && (
                      <Button bar onClick={() => queue.change(one.key, { agency: last, placed: {} })}>
                        Use last columns of {last}
                      </Button>
                    )}
                  </>
                }
              >
                {rowWords(preview, table)}
              </PaneHead>
              {table !== undefined && (
                <ColumnsTable
                  preview={preview}
                  table={table}
                  placed={one.placed}
                  at={at}
                  onAt={setChosen}
                  onPlace={(column, field) => queue.place(one.key, column, field, reach === 'one' ? table : null)}
                />
              )}
            </div>
          }
          second={bottom}
        />
      )}
    </div>
  );
}

/** "rows 3–202 of 612": which of the file's rows stand there. */
function rowWords(preview: ReturnPreview, table: TableRef | undefined): ReactNode {
  const rows = preview.rows.filter((row) => row.table === table);
  const first = rows[0]?.row;
  const end = rows.at(-1)?.row;
  if (first === undefined || end === undefined) return 'no rows read';
  const asides = rows.filter((row) => !row.isEntry).length;
  return `rows ${count(first)}–${count(end)}${asides > 0 ? `; ${count(asides)} in grey are no entries` : ''}`;
}
