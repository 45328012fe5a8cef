import { useMemo } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { Gap } from '#shared/contract/gaps.ts';
import type { Lane, LaneEntry, LanesBy } from '#shared/contract/lanes.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { mondayOf, type Scale, scaleFor } from './lane-model.ts';
import { spanOf, type TimeWindow } from './time-window.ts';

export type Lanes = {
  lanes: readonly Lane[];
  /** All that is recorded, whole weeks; null while there is nothing. */
  all: TimeWindow | null;
  /** The detailed period of the review. */
  scope: TimeWindow | null;
  gaps: readonly Gap[];
  undated: number;
  stale: boolean;
  /** They have been asked for and are here, or failed. */
  known: boolean;
  error: AppError | null;
};

const NO_LANES: readonly Lane[] = [];
const NO_GAPS: readonly Gap[] = [];

/** How much there is and when, by agency, person or theme. */
export function useLanes(filter: EventFilter, by: LanesBy, enabled = true): Lanes {
  const density = useQuery('lanes.density', { filter, by }, { enabled });
  const { data: review } = useQuery('review.get', {});
  // After the counts, so that the first rows of the list are not kept waiting for the hatching of the lanes.
  const { data: gaps } = useQuery('gaps.list', {}, { enabled: by === 'agency' && density.data !== undefined });
  const lanes = density.data?.lanes ?? NO_LANES;
  const all = useMemo(() => {
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    for (const { weeks } of lanes) {
      first = Math.min(first, weeks[0]?.week ?? first);
      last = Math.max(last, weeks.at(-1)?.week ?? last);
    }
    return Number.isFinite(first) ? { from: mondayOf(first), to: mondayOf(last + 1) } : null;
  }, [lanes]);
  const scope = useMemo(
    () => (review?.scopeFrom && review.scopeTo ? { from: dayNumber(review.scopeFrom), to: dayNumber(review.scopeTo) + 1 } : null),
    [review?.scopeFrom, review?.scopeTo],
  );
  return {
    lanes,
    all,
    scope,
    gaps: by === 'agency' ? (gaps?.gaps ?? NO_GAPS) : NO_GAPS,
    undated: density.data?.undated ?? 0,
    stale: density.data?.stale ?? false,
    known: density.data !== undefined || density.error !== null,
    error: density.error,
  };
}

const NO_ENTRIES: readonly LaneEntry[] = [];
/** More dashed spans than these would hide the bars that they lie over. */
const MOST_SPANS = 150;

/**
 * The entries that are drawn one by one: all of them when near, else those whose date is a span. Asked for in steps of a
 * quarter of the window, so that a small move asks nothing.
 */
export function useLaneEntries(
  filter: EventFilter,
  by: LanesBy,
  lanes: readonly Lane[],
  window: TimeWindow,
  width: number,
): { scale: Scale; entries: readonly LaneEntry[]; more: boolean } {
  const scale = scaleFor(lanes, window, width);
  const step = Math.max(1, 2 ** Math.ceil(Math.log2(spanOf(window) / 4)));
  const from = isoDay(Math.floor(window.from / step) * step);
  const to = isoDay(Math.ceil(window.to / step) * step);
  const { data } = useQuery(
    'lanes.entries',
    { filter, by, from, to, uncertainOnly: !scale.near, limit: scale.near ? 1000 : MOST_SPANS },
    { enabled: lanes.length > 0 && width > 0 },
  );
  return { scale, entries: data?.entries ?? NO_ENTRIES, more: data?.more ?? false };
}
