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
import { ComparePane } from './compare-pane.tsx';
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
  const { params } = useRoute();
  const compared = comparedIn(params['compare'], one.returnVersion);
  const original = params['original'] === '1' && compared === null;
  const compare = (from: number, to: number): void => replaceParams({ compare: `${from}-${to}`, original: undefined });
  const choice = (
    <SegmentedControl
      label="What is shown of this return"
      value={compared ? 'versions' : original ? 'original' : 'rows'}
      onChange={(value) =>
        value === 'versions'
          ? compare(one.returnVersion - 1, one.returnVersion)
          : replaceParams({ original: value === 'original' ? '1' : undefined, compare: undefined })
      }
      segments={[
        { value: 'rows' as const, label: 'Rows' },
        { value: 'original' as const, label: 'Original' },
        ...(one.returnVersion > 1 ? [{ value: 'versions' as const, label: 'Versions' }] : []),
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
            compared ? (
              <ComparePane one={one} from={compared.from} to={compared.to} onChoose={compare} tools={choice} />
            ) : original ? (
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

/** The two versions that the address names: "1-3". */
function comparedIn(asked: string | undefined, versions: number): { from: number; to: number } | null {
  const [from = 0, to = 0] = /^\d{1,4}-\d{1,4}$/.test(asked ?? '') ? asked!.split('-').map(Number) : [];
  return from >= 1 && to >= 1 && from <= versions && to <= versions && versions > 1 ? { from, to } : null;
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
