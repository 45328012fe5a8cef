import { readDate } from '#shared/dates/read-date.ts';

/** A birth is one day: "1990" alone is not read as the first of January. */
export function readBirth(text: string): string | null {
  const written = text.trim();
  if (written === '') return null;
  const { earliest, latest } = readDate(written);
  return earliest === latest ? earliest : null;
}
