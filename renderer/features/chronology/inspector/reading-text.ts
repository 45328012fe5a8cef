import { formatSpan } from '#shared/dates/format.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { partsOf, dayNumber } from '#shared/kernel/clock.ts';
import type { EventDate } from '#shared/model/event-date.ts';

export type Reading = { earliest: string; latest: string };

const two = (n: number): string => String(n).padStart(2, '0');
function plain(day: string): string {
  const { year, month, day: date } = partsOf(dayNumber(day));
  return `${two(date)}/${two(month)}/${year}`;
}

/** A date as text that is read back as exactly these days, with the time that was written; null if none is. */
export function textFor({ earliest, latest }: Reading, date: Pick<EventDate, 'time' | 'endTime'>): string | null {
  const span = earliest === latest ? plain(earliest) : `${plain(earliest)} to ${plain(latest)}`;
  const clock = date.time === null ? '' : ` ${date.time}${date.endTime === null ? '' : `–${date.endTime}`}`;
  const spellings = [`${formatSpan(earliest, latest)}${clock}`, `${span}${clock}`, formatSpan(earliest, latest), span];
  return (
    spellings.find((text, i) => {
      const read = readDate(text);
      const sameDays = read.earliest === earliest && read.latest === latest;
      return sameDays && (i > 1 || read.time === date.time);
    }) ?? null
  );
}
