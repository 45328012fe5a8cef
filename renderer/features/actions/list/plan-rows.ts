import { STATUS_WORDS } from '#shared/recommendations/status-words.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { ActionStatus } from '#shared/model/recommendation.ts';

type Recommendation = OutputOf<'recommendation.list'>[number];
type Action = OutputOf<'action.rows'>[number];
/** A line of the list: a recommendation, or an action under one or by itself. */
export type PlanRow =
  | { kind: 'recommendation'; id: string; number: string; name: string; row: Recommendation; index: number; siblings: number }
  | { kind: 'action'; id: string; number: string; name: string; row: Action; index: number; siblings: number };

/** Recommendations in order, each with its actions under it; then the actions that stand by themselves. */
export function planRows(recommendations: readonly Recommendation[], actions: readonly Action[]): PlanRow[] {
  const actionRows = (parent: string | null): PlanRow[] => {
    const own = actions.filter((action) => action.recommendationId === parent);
    return own.map((row, index) => ({
      kind: 'action',
      id: row.id,
      number: row.number,
      name: row.number ? `Action ${row.number}` : 'Action without a number',
      row,
      index,
      siblings: own.length,
    }));
  };
  return [
    ...recommendations.flatMap((row, index): PlanRow[] => [
      {
        kind: 'recommendation',
        id: row.id,
        number: row.number === null ? '' : String(row.number),
        name: row.number === null ? 'Recommendation not placed' : `Recommendation ${row.number}`,
        row,
        index,
        siblings: recommendations.length,
      },
      ...actionRows(row.id),
    ]),
    ...actionRows(null),
  ];
}

/** RAG in words. */
export const STATUSES: readonly { value: ActionStatus; label: string }[] = ActionStatus.options.map((value) => ({
  value,
  label: STATUS_WORDS[value],
}));
export const statusWords = (status: ActionStatus): string => STATUS_WORDS[status];

export const FILTERS = ['noOwner', 'noDate', 'noMeasure', 'overdue'] as const;
export type Filter = (typeof FILTERS)[number];
export const FILTER_WORDS: Record<Filter, string> = {
  noOwner: 'No owner',
  noDate: 'No date',
  noMeasure: 'No measure',
  overdue: 'Overdue',
};

export function isOverdue(row: PlanRow, today: IsoDay): boolean {
  const due = row.row.timescale?.due ?? null;
  return row.kind === 'action' && due !== null && due < today && row.row.status !== 'done';
}

export function meets(row: PlanRow, filter: Filter, today: IsoDay): boolean {
  const { owners, leadAgency, timescale, successMeasure } = row.row;
  switch (filter) {
    case 'noOwner':
      return owners.length === 0 && !leadAgency?.trim();
    case 'noDate':
      return !timescale || (timescale.due === null && timescale.asWritten.trim() === '');
    case 'noMeasure':
      return !successMeasure?.trim();
    default:
      return isOverdue(row, today);
  }
}
