import type { Gap } from '#shared/contract/gaps.ts';
import type { Lane, LaneEntry } from '#shared/contract/lanes.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { explanationWords } from '../gaps/gap-words.ts';
import { spanOf, type TimeWindow } from './time-window.ts';

/** The Monday of week w is day 7w − 3 since 1 January 1970; the core counts so. */
export const mondayOf = (week: number): number => week * 7 - 3;
export const weekOfDay = (day: number): number => Math.floor((day + 3) / 7);

/** What stands in a lane and can be come to: a bar of weeks, an entry, or a gap. In days, with fractions. */
export type LaneItem = {
  key: string;
  kind: 'bar' | 'entry' | 'gap';
  from: number;
  to: number;
  /** What a screen reader hears and the list shows. */
  when: string;
  what: string;
  entries: number;
  entry: LaneEntry | null;
  gap: Gap | null;
};

/** So many entries in view are drawn one by one, where a day has a little room; more as bars of weeks. */
const MOST_SINGLE = 250;
const DAY_ROOM = 1.6;
/** Weeks in one bar: as few as leave a bar that can be seen. Sums of whole weeks are exact; months would not be. */
const BAR_WEEKS = [1, 2, 4, 13, 26, 52] as const;
const BAR_ROOM = 3.2;

export type Scale = { near: boolean; barWeeks: number };

export function scaleFor(lanes: readonly Lane[], window: TimeWindow, width: number): Scale {
  const perDay = width / spanOf(window);
  const barWeeks = BAR_WEEKS.find((weeks) => weeks * 7 * perDay >= BAR_ROOM) ?? 52;
  if (perDay < DAY_ROOM) return { near: false, barWeeks };
  return { near: perDay >= 60 || entriesIn(lanes, window) <= MOST_SINGLE, barWeeks };
}

/** Entries of the weeks that a window touches; an entry in two lanes counts in both. */
export function entriesIn(lanes: readonly Lane[], window: TimeWindow): number {
  const first = weekOfDay(Math.floor(window.from));
  const last = weekOfDay(Math.floor(window.to));
  let sum = 0;
  for (const lane of lanes) for (const { week, entries } of lane.weeks) if (week >= first && week <= last) sum += entries;
  return sum;
}

export function barsOf(lane: Lane, window: TimeWindow, barWeeks: number): LaneItem[] {
  const bars = new Map<number, number>();
  for (const { week, entries } of lane.weeks) {
    const start = Math.floor(week / barWeeks) * barWeeks;
    if (mondayOf(start + barWeeks) <= window.from || mondayOf(start) >= window.to) continue;
    bars.set(start, (bars.get(start) ?? 0) + entries);
  }
  return [...bars]
    .sort(([a], [b]) => a - b)
    .map(([week, entries]): LaneItem => {
      const monday = dayLabel(isoDay(mondayOf(week)));
      return {
        key: `week ${week}`,
        kind: 'bar',
        from: mondayOf(week),
        to: mondayOf(week + barWeeks),
        when: barWeeks === 1 ? `Week of ${monday}` : `${barWeeks} weeks from ${monday}`,
        what: counted(entries, 'entry', 'entries'),
        entries,
        entry: null,
        gap: null,
      };
    });
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) / 24 + Number(clock.slice(3)) / 1440;

/** Where an entry lies: its minute, its whole day, or all days that its date may be. An open side is drawn at the known one. */
export function placeOf(entry: LaneEntry): TimeWindow | null {
  const first = entry.earliest ?? entry.latest;
  const last = entry.latest ?? entry.earliest;
  if (first === null || last === null) return null;
  const from = dayNumber(first);
  const to = dayNumber(last);
  if (entry.time !== null && from === to) {
    const at = from + minuteOf(entry.time);
    const end = entry.endTime === null ? at : from + minuteOf(entry.endTime);
    return { from: at, to: end < at ? end + 1 : end };
  }
  return { from, to: to + 1 };
}

export const isSpan = (entry: LaneEntry): boolean => entry.earliest !== entry.latest;

export function entryItems(laneId: string, entries: readonly LaneEntry[], window: TimeWindow): LaneItem[] {
  return entries.flatMap((entry): LaneItem[] => {
    const place = entry.laneIds.includes(laneId) ? placeOf(entry) : null;
    if (place === null || place.to < window.from || place.from > window.to) return [];
    const time = entry.time === null ? '' : `, ${entry.time}${entry.endTime === null ? '' : `–${entry.endTime}`}`;
    return [
      {
        key: entry.id,
        kind: 'entry',
        ...place,
        when: `${entry.dateLabel}${time}`,
        what: entry.text,
        entries: 1,
        entry,
        gap: null,
      },
    ];
  });
}

export function gapItems(laneId: string, gaps: readonly Gap[], window: TimeWindow): LaneItem[] {
  return gaps.flatMap((gap): LaneItem[] => {
    if (gap.agencyId !== laneId && gap.agencyId !== null) return [];
    const place = { from: dayNumber(gap.from), to: dayNumber(gap.to) + 1 };
    if (place.to <= window.from || place.from >= window.to) return [];
    const said = gap.note ? `, ${explanationWords(gap.note.explanation).toLowerCase()}` : '';
    return [
      {
        key: `gap ${gap.key}`,
        kind: 'gap',
        ...place,
        when: `${dayLabel(gap.from, { weekday: false })} to ${dayLabel(gap.to, { weekday: false })}`,
        what: `No contact recorded, ${counted(gap.days, 'day')}${gap.schoolHoliday ? ', school holiday' : ''}${said}`,
        entries: 0,
        entry: null,
        gap,
      },
    ];
  });
}

/** All that stands in a lane, in order. */
export const inOrder = (items: readonly LaneItem[]): LaneItem[] => items.toSorted((a, b) => a.from - b.from || a.to - b.to);

/** The words within a gap, as far as they have room. */
export function gapWords(gap: Gap): string {
  const said = gap.note?.explanation;
  if (said === 'holiday' || (said === undefined && gap.schoolHoliday)) return 'holiday';
  if (said === 'notInvolved') return 'not involved';
  if (said === 'elsewhere') return 'record elsewhere';
  return counted(gap.days, 'day');
}

export type Mark = { item: LaneItem; left: number; wide: number; level: number };

/** Entries side by side where they do not touch, one above another where they do, up to the height of the lane. */
export function stacked(items: readonly LaneItem[], x: (at: number) => number, least: number, levels: number): Mark[] {
  const right: number[] = [];
  return items.map((item) => {
    const left = x(item.from);
    const wide = Math.max(least, x(item.to) - left);
    const free = right.findIndex((edge) => edge + 1 <= left);
    const level = free >= 0 ? free : right.length < levels ? right.length : levels - 1;
    right[level] = Math.max(right[level] ?? Number.NEGATIVE_INFINITY, left + wide);
    return { item, left, wide, level };
  });
}

/** The item at a place, or the nearest within reach. */
export function itemAt(items: readonly LaneItem[], at: number, reach: number): LaneItem | null {
  let best: LaneItem | null = null;
  let least = reach;
  for (const item of items) {
    const off = at < item.from ? item.from - at : at > item.to ? at - item.to : 0;
    // Of two that cover the place the narrower is meant: an entry within a gap that was stated.
    if (
      off < least ||
      (off === least && best !== null && item.to - item.from < best.to - best.from) ||
      (off === 0 && best === null)
    ) {
      best = item;
      least = off;
    }
  }
  return best;
}
