import { isoDay } from '#shared/kernel/clock.ts';

export type WeekCount = { week: number; entries: number };
export type Gap = { from: number; to: number; days: number };

/** Weeks are counted by the core: the Monday of week w is day 7w − 3 since 1 January 1970. */
export const mondayOf = (week: number): number => week * 7 - 3;

/** Less than this without an entry is not drawn as a gap. */
export const LEAST_GAP_WEEKS = 6;

/** Stretches of whole weeks without an entry, between the first and the last. */
export function gapsOf(weeks: readonly WeekCount[], least = LEAST_GAP_WEEKS): Gap[] {
  const gaps: Gap[] = [];
  for (const [index, { week }] of weeks.entries()) {
    const before = weeks[index - 1];
    if (before && week - before.week - 1 >= least) {
      gaps.push({ from: before.week + 1, to: week - 1, days: (week - before.week - 1) * 7 });
    }
  }
  return gaps;
}

export type Lane = {
  agencyId: string;
  weeks: WeekCount[];
  gaps: Gap[];
  longest: Gap | null;
  busiest: WeekCount | null;
};

/** Counts by week → one lane an agency, in the given order. */
export function lanesOf(
  density: readonly { agencyId: string; week: number; entries: number }[],
  agencyIds: readonly string[],
): Lane[] {
  const byAgency = new Map<string, WeekCount[]>();
  for (const { agencyId, week, entries } of density) {
    const weeks = byAgency.get(agencyId) ?? [];
    weeks.push({ week, entries });
    byAgency.set(agencyId, weeks);
  }
  return agencyIds.map((agencyId) => {
    const weeks = (byAgency.get(agencyId) ?? []).sort((a, b) => a.week - b.week);
    const gaps = gapsOf(weeks);
    return {
      agencyId,
      weeks,
      gaps,
      longest: gaps.reduce<Gap | null>((most, gap) => (most && most.days >= gap.days ? most : gap), null),
      busiest: weeks.reduce<WeekCount | null>((most, week) => (most && most.entries >= week.entries ? most : week), null),
    };
  });
}

/** First and last week of all lanes; null where there is no dated entry. */
export function spanOf(lanes: readonly Lane[]): { first: number; last: number } | null {
  const weeks = lanes.flatMap((lane) => [lane.weeks[0]?.week, lane.weeks.at(-1)?.week]).filter((week) => week !== undefined);
  return weeks.length === 0 ? null : { first: Math.min(...weeks), last: Math.max(...weeks) };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export type Tick = { day: number; label: string; year: boolean };

/** Marks of the axis: the beginnings of months, as many as have room, January with its year. */
export function ticksOf(firstDay: number, lastDay: number, width: number): Tick[] {
  const months = Math.max(1, (lastDay - firstDay) / 30.44);
  const step = [1, 2, 3, 6, 12].find((n) => (width / months) * n >= 38) ?? 12;
  const ticks: Tick[] = [];
  const [year = 1970, month = 1] = isoDay(firstDay).split('-').map(Number);
  for (let at = year * 12 + month - 1; ; at++) {
    const y = Math.floor(at / 12);
    const m = at % 12;
    const day = Math.round(Date.UTC(y, m, 1) / 86_400_000);
    if (day > lastDay) return thinned(ticks, firstDay, lastDay, width);
    if (m % step !== 0 || day < firstDay) continue;
    const isYear = m === 0;
    ticks.push({
      day,
      label: isYear ? (step === 12 ? String(y) : `Jan ${String(y).slice(2)}`) : (MONTHS[m] ?? ''),
      year: isYear,
    });
  }
}

/** Over many years even one mark a year has no room: every second, fifth, tenth. */
function thinned(ticks: Tick[], firstDay: number, lastDay: number, width: number): Tick[] {
  const room = Math.max(1, Math.floor(width / 38));
  if (ticks.length <= room) return ticks;
  const step = [2, 5, 10, 20, 50].find((n) => (lastDay - firstDay) / 365.25 / n <= room) ?? 100;
  return ticks.filter((tick) => Number(isoDay(tick.day).slice(0, 4)) % step === 0);
}
