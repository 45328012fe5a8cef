import type { DayGap } from '../model/chronology-event.ts';

/** "12 days", "3–32 days", "same day". */
export function gapLabel({ least, most }: DayGap): string {
  const n = (days: number): string => days.toLocaleString('en-GB');
  if (most === 0) return 'same day';
  if (least === most) return most === 1 ? '1 day' : `${n(most)} days`;
  return `${n(least)}–${n(most)} days`;
}
