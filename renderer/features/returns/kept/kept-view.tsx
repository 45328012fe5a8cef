import { type ReactNode, useEffect, useState } from 'react';
import type { OriginalPlace } from '#shared/contract/return-original.ts';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import type { ReturnProblem } from '#shared/model/agency-return.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { PaneHead } from '../mapping/pane-head.tsx';
import { OriginalPane } from '../original/original-pane.tsx';
import { ProblemList } from '../problems/problem-list.tsx';
import { tallyWords } from '../problems/problem-words.ts';
import { type RowPlace, RowsAsCame } from './rows-as-came.tsx';
import '../mapping/mapping-view.css';

export type KeptViewProps = {
  one: AgencyReturn;
  problems: readonly ReturnProblem[] | undefined;
  problemAt: number | null;
  onProblem(index: number): void;
};

/** A return that is in: its rows as they came, and the problems that it brought. */
export function KeptView({ one, problems, problemAt, onProblem }: KeptViewProps): ReactNode {
  const identified = useIdentified();
  const problem = problemAt === null ? undefined : problems?.[problemAt];
  const first = useFirstRow(one.id, problems);
  const [moved, setMoved] = useState<RowPlace | null>(null);
  useEffect(() => setMoved(null), [one.id, problemAt]);
  const place = moved ?? (problem && problem.table !== null ? { table: problem.table, row: problem.row ?? 1 } : first);
  const original = useRoute().params['original'] === '1';
  const choice = (
    <SegmentedControl
      label="Rows or original"
      value={original ? 'original' : 'rows'}
      onChange={(value) => replaceParams({ original: value === 'original' ? '1' : undefined })}
      segments={[
        { value: 'rows', label: 'Rows' },
        { value: 'original', label: 'Original' },
      ]}
    />
  );
  return (
    <div className="pl-rt-mapping">
      <SplitPanes
        name="returns.kept"
        axis="y"
        sized="second"
        size={280}
        min={120}
        max={900}
        labels={['Rows as they came', 'Problems']}
        first={
          identified ? (
            original ? (
              <OriginalPane returnId={one.id} place={problem ? placeOfProblem(problem) : null} tools={choice} />
            ) : (
              place && (
                <RowsAsCame
                  returnId={one.id}
                  mapping={one.mapping}
                  place={place}
                  mark={problem?.row === place.row ? place.row : null}
                  onPlace={setMoved}
                  tools={choice}
                />
              )
            )
          ) : (
            <>
              <PaneHead title="Rows as they came" />
              <p className="pl-rt-none pl-2">
                The rows stand as the agency wrote them, names included, so they are not shown while the view is anonymised. F9
                switches to identified.
              </p>
            </>
          )
        }
        second={
          <>
            <PaneHead title="Problems">{problems ? tallyWords(problems) || null : null}</PaneHead>
            {problems?.length === 0 && <p className="pl-rt-none pl-2">Nothing found.</p>}
            {problems && problems.length > 0 && <ProblemList problems={problems} at={problemAt} onAt={onProblem} />}
          </>
        }
      />
    </div>
  );
}

const placeOfProblem = ({ table, row, column }: ReturnProblem): OriginalPlace | null =>
  table === null ? null : { table, row: row ?? 1, ...(column === undefined ? {} : { column }) };

/** Where the rows begin: at the first entry, or where a problem says that there is a table. */
function useFirstRow(returnId: string, problems: readonly ReturnProblem[] | undefined): RowPlace | null {
  const { data: page } = useQuery('chronology.page', { filter: { returnId }, from: null, limit: 1 }, { keep: false });
  const id = page?.rows[0]?.id;
  const { data: detail } = useQuery('chronology.get', { id: id ?? '' }, { enabled: id !== undefined, keep: false });
  const source = detail?.sources.find((one) => one.returnId === returnId);
  if (source) return { table: source.table, row: 1 };
  if (!page || (id !== undefined && !detail)) return null;
  return { table: problems?.find(({ table }) => table !== null)?.table ?? 1, row: 1 };
}

export function KeptHead({ one }: { one: AgencyReturn }): ReactNode {
  return (
    <>
      {one.file} · {counted(one.rowsRead, 'row')} read · {count(one.events)} {one.events === 1 ? 'entry' : 'entries'}
    </>
  );
}

export function ProblemsError({ error }: { error: Parameters<typeof ErrorNote>[0]['error'] }): ReactNode {
  return (
    error && (
      <div className="pl-rt-note">
        <ErrorNote error={error} />
      </div>
    )
  );
}
