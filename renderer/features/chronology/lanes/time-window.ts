import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3-time';
import { isoDay, partsOf, weekdayOf } from '#shared/kernel/clock.ts';

/** A stretch of time in days since 1 January 1970, with fractions for the time of day: no time zone comes into it. */
export type TimeWindow = { from: number; to: number };

/** The nearest that can be looked at: two hours. */
export const LEAST_DAYS = 2 / 24;
const AROUND = 0.04;

export const spanOf = (window: TimeWindow): number => window.to - window.from;

/** Keeps a window within all that is recorded, and no nearer than two hours. */
export function within(window: TimeWindow, all: TimeWindow): TimeWindow {
  const most = spanOf(all) * (1 + 2 * AROUND);
  const span = Math.min(most, Math.max(LEAST_DAYS, spanOf(window)));
  const middle = (window.from + window.to) / 2;
  const low = all.from - spanOf(all) * AROUND;
  const from = Math.min(low + most - span, Math.max(low, middle - span / 2));
  return { from, to: from + span };
}

/** Nearer (factor below 1) or farther, round a point that stays where it is. */
export function zoomed(window: TimeWindow, at: number, factor: number, all: TimeWindow): TimeWindow {
  const span = Math.max(LEAST_DAYS, spanOf(window) * factor);
  const share = spanOf(window) === 0 ? 0.5 : (at - window.from) / spanOf(window);
  const from = at - span * share;
  return within({ from, to: from + span }, all);
}

export const panned = (window: TimeWindow, share: number, all: TimeWindow): TimeWindow => {
  const by = spanOf(window) * share;
  return within({ from: window.from + by, to: window.to + by }, all);
};

/** Brings a point into the window without changing its width. */
export function showing(window: TimeWindow, at: number, all: TimeWindow): TimeWindow {
  if (at >= window.from && at <= window.to) return window;
  const span = spanOf(window);
  return within({ from: at - span / 2, to: at + span / 2 }, all);
}

type TickKind = 'time' | 'day' | 'month' | 'year';
export type Tick = { at: number; label: string; strong: boolean };
/** Beginnings of which the axis may be made, from near to far: how many days apart and how wide a label of it is. */
const STEPS: readonly { every: TimeInterval; days: number; kind: TickKind; wide: number }[] = [
  { every: utcMinute.every(5)!, days: 5 / 1440, kind: 'time', wide: 44 },
  { every: utcMinute.every(15)!, days: 15 / 1440, kind: 'time', wide: 44 },
  { every: utcHour, days: 1 / 24, kind: 'time', wide: 44 },
  { every: utcHour.every(3)!, days: 3 / 24, kind: 'time', wide: 44 },
  { every: utcHour.every(6)!, days: 6 / 24, kind: 'time', wide: 44 },
  { every: utcDay, days: 1, kind: 'day', wide: 58 },
  { every: utcMonday, days: 7, kind: 'day', wide: 48 },
  { every: utcMonth, days: 30, kind: 'month', wide: 36 },
  { every: utcMonth.every(3)!, days: 91, kind: 'month', wide: 36 },
  { every: utcYear, days: 365, kind: 'year', wide: 38 },
  { every: utcYear.every(2)!, days: 730, kind: 'year', wide: 38 },
  { every: utcYear.every(5)!, days: 1826, kind: 'year', wide: 38 },
  { every: utcYear.every(10)!, days: 3652, kind: 'year', wide: 38 },
];
const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Marks of the axis, as many as have room; the first says the most. */
export function ticksOf(window: TimeWindow, width: number): Tick[] {
  const perDay = width / spanOf(window);
  const step = STEPS.find(({ days, wide }) => days * perDay >= wide) ?? STEPS.at(-1)!;
  const dates = step.every.range(new Date(Math.ceil(window.from * DAY_MS)), new Date(window.to * DAY_MS));
  let year = 0;
  return dates.map((date, i) => {
    const at = date.getTime() / DAY_MS;
    const parts = partsOf(Math.floor(at + 1e-9));
    const fresh = parts.year !== year;
    year = parts.year;
    return { at, label: labelOf(at, step.kind, i === 0 || fresh), strong: isStrong(at, step.kind, fresh || i === 0) };
  });
}

/** The time of day, of a number of days with its fraction. */
export function clockOf(at: number): string {
  const minutes = Math.round((at - Math.floor(at + 1e-9)) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function labelOf(at: number, kind: TickKind, full: boolean): string {
  const day = Math.floor(at + 1e-9);
  const { year, month, day: date } = partsOf(day);
  const name = MONTHS[month - 1] ?? '';
  const short = String(year).slice(2);
  if (kind === 'year') return String(year);
  if (kind === 'month') return full ? `${name} ${short}` : name;
  if (kind === 'day') return full ? `${date} ${name} ${short}` : `${date} ${name}`;
  return full || clockOf(at) === '00:00' ? `${DAYS[weekdayOf(day)]} ${date} ${name}` : clockOf(at);
}

function isStrong(at: number, kind: TickKind, fresh: boolean): boolean {
  if (kind === 'year') return false;
  return kind === 'time' ? clockOf(at) === '00:00' : fresh;
}

/** Nights in the window, from nine to six, where a day is wide enough to show them. */
export function nightsOf(window: TimeWindow, width: number): TimeWindow[] {
  if (width / spanOf(window) < 48) return [];
  const nights: TimeWindow[] = [];
  for (let day = Math.floor(window.from) - 1; day <= window.to; day++) nights.push({ from: day + 21 / 24, to: day + 1 + 6 / 24 });
  return nights.filter((night) => night.to > window.from && night.from < window.to);
}

/** A window in words: "1 Mar 2024 to 9 Nov 2025", "15 Mar 2025, 21:00 to 16 Mar 2025, 06:00". */
export function windowLabel(window: TimeWindow): string {
  const near = spanOf(window) < 4;
  const label = (at: number): string => {
    const { year, month, day } = partsOf(Math.floor(at + 1e-9));
    const plain = `${day} ${MONTHS[month - 1]} ${year}`;
    return near ? `${plain}, ${clockOf(at)}` : plain;
  };
  return `${label(window.from)} to ${label(near ? window.to : window.to - 1e-6)}`;
}

export const firstDayOf = (window: TimeWindow): string => isoDay(Math.floor(window.from));
export const lastDayOf = (window: TimeWindow): string => isoDay(Math.ceil(window.to) - 1);
