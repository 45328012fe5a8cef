import { type ReactNode, useMemo } from 'react';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { useMedia } from '#renderer/ui/preferences.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { useDrafted } from './draft.ts';
import { isOverdue, type PlanRow, statusWords } from './plan-rows.ts';

export type PlanListProps = {
  rows: readonly PlanRow[];
  today: IsoDay;
  selected: string | null;
  onSelect(row: PlanRow): void;
  onOpen(row: PlanRow): void;
};
type Line = { plan: PlanRow; overdue: boolean; unkept: boolean };

const missing = (words: string): ReactNode => <span className="pl-dim">{words}</span>;

function numberOf({ plan }: Line): ReactNode {
  return <span data-under={plan.number.includes('.') || undefined}>{plan.number || '–'}</span>;
}
function textOf({ plan: { row }, unkept }: Line): ReactNode {
  return (
    <span className="pl-plan-text">
      {row.heading && <b>{row.heading}</b>}
      <span className={row.heading ? 'pl-clip' : 'pl-plan-2'}>{row.text || 'No text yet'}</span>
      {unkept && <StatusMark status="look">Not kept yet</StatusMark>}
    </span>
  );
}
function ownerOf({ plan: { row } }: Line): ReactNode {
  return (
    <span className="pl-plan-text">
      <span>{row.owners.length > 0 ? row.owners.join('; ') : missing('no owner')}</span>
      {row.leadAgency && <span className="pl-2">{row.leadAgency}</span>}
    </span>
  );
}
function dueOf({ plan: { row }, overdue }: Line): ReactNode {
  if (!row.timescale) return missing('no date');
  const { due, asWritten } = row.timescale;
  return (
    <>
      <span>{due ? dayLabel(due, { weekday: false }) : asWritten}</span>
      {overdue && <StatusMark status="look">Overdue</StatusMark>}
    </>
  );
}
function measureOf({ plan: { row } }: Line): ReactNode {
  return row.successMeasure ? <span className="pl-plan-2">{row.successMeasure}</span> : missing('no measure');
}
function statusOf({ plan }: Line): ReactNode {
  if (plan.kind === 'action') return statusWords(plan.row.status);
  return plan.row.placed ? null : missing('not placed');
}

const BEFORE: readonly Column<Line>[] = [
  { key: 'number', head: 'No.', width: '3.75rem', cell: numberOf },
  { key: 'text', head: 'Recommendation or action', names: true, cell: textOf },
  { key: 'owner', head: 'Owner', width: '23%', cell: ownerOf },
  { key: 'due', head: 'By', width: '8rem', cell: dueOf },
];
const MEASURE: Column<Line> = { key: 'measure', head: 'Measure', width: '22%', cell: measureOf };
const STATUS: Column<Line> = { key: 'status', head: 'Status', width: '7.25rem', cell: statusOf };
const COLUMNS = [...BEFORE, STATUS];
const WIDE = [...BEFORE, MEASURE, STATUS];

/** Recommendations and actions as a table; what is missing is said, not left blank. */
export function PlanList({ rows, today, selected, onSelect, onOpen }: PlanListProps): ReactNode {
  const wide = useMedia('(min-width: 1600px)');
  const drafted = useDrafted();
  const lines = useMemo(() => {
    const kept = new Set(drafted.split(' '));
    return rows.map((plan): Line => ({ plan, overdue: isOverdue(plan, today), unkept: kept.has(plan.id) }));
  }, [rows, today, drafted]);
  return (
    <div className="pl-plan">
      <Table
        label="Recommendations and actions"
        columns={wide ? WIDE : COLUMNS}
        rows={lines}
        rowKey={(line) => line.plan.id}
        selected={selected}
        onSelect={(line) => onSelect(line.plan)}
        onOpen={(line) => onOpen(line.plan)}
      />
    </div>
  );
}
