import { readDate } from '#shared/dates/read-date.ts';

/** What a person typed as a day, by the same reader as the returns: the first or the last day that it can mean. */
export function readDay(text: string, end: 'earliest' | 'latest'): string | null {
  const written = text.trim();
  if (written === '') return null;
  return readDate(written)[end];
}
