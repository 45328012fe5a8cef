import type { RawCell, RawParagraph, RawTable, RawTableRow } from '../readers/reader.ts';
import { strangeWords } from './date-words.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { looksLikeDate, looksLikePeriodHeading, looksLikeTime, type PreviousDate } from './read-dates.ts';
import { isTableNote } from './row-kinds.ts';

/**
 * A chronology written in paragraphs, "date, tab, text", as a table: its number is 0 and its rows are the non-empty paragraphs
 *. Null where too few paragraphs begin with a date.
 */
export function paragraphTable(paragraphs: readonly RawParagraph[]): RawTable | null {
  const split = paragraphs.map((paragraph) => splitParagraph(paragraph));
  const dateLines = split.map((parts) => parts.length === 1 && isDateLine(parts[0]!));
  // Dates on lines of their own, each over its text, where there are several.
  const byLines = dateLines.filter(Boolean).length > 1;
  const times = byLines ? timeLines(split, dateLines) : new Set<number>();
  const isEntry = (parts: readonly string[]): boolean =>
    (parts.length > 1 && looksLikeDate(parts[0]!)) || (byLines && isDateLine(parts[0]!));
  const first = split.findIndex(isEntry);
  const last = Math.max(lastOf(paragraphs, split, isEntry, byLines), ...[...times].map((index) => index + 2));
  const entries = split.filter(isEntry);
  if (entries.length === 0 || (entries.length === 1 && !paragraphs[first]!.text.includes('\t'))) return null;
  const columns = times.size > 0 ? 3 : Math.max(2, commonest(entries.map((parts) => parts.length)));
  let time = '';
  const isPlain = (index: number): boolean =>
    split[index]?.length === 1 && !dateLines[index] && !times.has(index) && !paragraphs[index]!.heading;
  const isClocked = (index: number): boolean =>
    dateLines[index] === true && isPlain(index + 1) && readDate(split[index]![0]!.replace(/:\s*$/, '')).time !== null;
  const rows = paragraphs.flatMap((paragraph, index): RawTableRow[] => {
    const parts = fold(split[index]!, columns);
    // A plain paragraph between entries goes on with the one above; before and after, it is a title or a closing.
    const dateLine = byLines && parts.length === 1 && dateLines[index] === true;
    if (times.has(index)) {
      time = paragraph.text.trim();
      return [];
    }
    const inside =
      parts.length === 1 &&
      !dateLine &&
      index > first &&
      index < last &&
      !paragraph.heading &&
      !looksLikePeriodHeading(paragraph.text, UNDER_A_YEAR);
    // What stands over one text and is of it alone is read with it: a day handed down to others has no clock time.
    const undated = inside && byLines && (isUndated(split[index - 1]?.[0] ?? '') || isClocked(index - 1));
    if (inside && byLines && isUndated(paragraph.text) && index + 1 < last) return [];
    if (dateLine && isClocked(index) && index + 1 < last) return [];
    const underLine = inside && byLines && (dateLines[index - 1] === true || times.has(index - 1));
    const texts = inside
      ? Array.from({ length: columns }, (_, i) =>
          i === columns - 1 ? paragraph.text : i === 0 && undated ? split[index - 1]![0]! : i === 1 && underLine ? time : '',
        )
      : dateLine
        ? [paragraph.text, ...Array.from({ length: columns - 1 }, () => '')]
        : parts;
    if (underLine || dateLine) time = '';
    const cells = texts.map((text, column): RawCell => {
      const main = column === texts.length - 1;
      return {
        text,
        column,
        span: texts.length === 1 ? columns : 1,
        ...(main && paragraph.notes ? { notes: paragraph.notes } : {}),
        ...(main && paragraph.marks ? { marks: paragraph.marks } : {}),
      };
    });
    return [{ row: paragraph.row, cells, ...(inside && !underLine && !undated ? { goesOn: true as const } : {}) }];
  });
  return { ref: 0, rows, before: [], lines: true };
}

/** A line that says that there is no date, where others say which. */
function isUndated(text: string): boolean {
  return /^\W*(?:undated|no date|date (?:unknown|not known|not recorded|unclear)|unknown date|dyddiad anhysbys)\W*$/i.test(text);
}

/** "November" alone leans on the year above it. */
const UNDER_A_YEAR: PreviousDate = {
  reading: { ...readDate('2020'), problems: [] },
  rowAboveUnread: false,
};

/** Clock times on lines of their own under the dates, each over its text. */
function timeLines(split: readonly (readonly string[])[], dateLines: readonly boolean[]): Set<number> {
  const isTime = (index: number): boolean =>
    split[index]?.length === 1 && /\d|noon|midnight/i.test(split[index][0]!) && looksLikeTime(split[index][0]!);
  const times = new Set<number>();
  const hasText = (index: number): boolean => index + 1 < split.length && !dateLines[index + 1] && !isTime(index + 1);
  split.forEach((_, index) => {
    if (isTime(index) && hasText(index)) times.add(index);
  });
  return [...times].some((index) => dateLines[index - 1]) ? times : new Set();
}

/** A day alone on its line: over a paragraph or a table it is theirs. */
export function isDateLine(text: string): boolean {
  return (
    /\d/.test(text) && !looksLikeTime(text) && looksLikeDate(text.replace(/:\s*$/, '')) && looksLikePeriodHeading(text) === null
  );
}

/** The last entry has as many paragraphs under it as others have at most; under a heading that is a date, all of them. */
function lastOf(
  paragraphs: readonly RawParagraph[],
  split: readonly (readonly string[])[],
  isEntry: (parts: readonly string[]) => boolean,
  byLines: boolean,
): number {
  const last = split.findLastIndex(isEntry);
  const ownLine = byLines && split[last]?.length === 1;
  const lines = split.flatMap((parts, index) => (isEntry(parts) ? [index] : []));
  const usual = lines.slice(1).reduce((most, index, i) => Math.max(most, index - lines[i]! - 1), ownLine ? 1 : 0);
  if (usual === 0) return last;
  const most = ownLine && paragraphs[last]!.heading ? Number.POSITIVE_INFINITY : usual;
  let end = last + 1;
  while (end < paragraphs.length && end - last <= most && !paragraphs[end]!.heading && !closes(paragraphs[end]!.text)) end++;
  return end;
}

/** What stands under the last entry of a narrative and is no more of it. */
function closes(text: string): boolean {
  return isTableNote(text) || /^\s*(?:yours\b|(?:kind|best) regards|regards\b|conclusions?\b|recommendations?\b)/i.test(text);
}

/** A whole date, perhaps numbered, perhaps with a time, that only a blank parts from its text: "1. 12/10/2010 Home visit". */
const WEEKDAY = '(?:[a-z]{3,9}\\.?,?\\s+)?';
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th)?\\s+[a-z]{3,9}\\.?,?\\s+\\d{4}|\\d{1,2}([./-])\\d{1,2}\\N(?:\\d{4}|\\d\\d))';
const TIME =
  '\\(?(?:at\\s+)?(?:\\d{1,2}[:.]\\d\\d(?:\\s?(?:[ap]\\.?m\\b\\.?|hrs))?|\\d{4}\\s?(?:hrs|hours)|\\d{1,2}\\s?[ap]m|[ap]\\.?m\\b\\.?)\\)?';
const WHOLE_DATE_FIRST = new RegExp(
  `^\\s*((?:\\(?\\d{1,3}[.)]\\s+)?${WEEKDAY}${DAY.replace('N', '2')}(?:,?\\s+${TIME})?(?:\\s*(?:[–—-]|to|until)\\s*${WEEKDAY}${DAY.replace('N', '3')}(?:,?\\s+${TIME})?)?)[,;.]?\\s+(?=\\p{L})([\\s\\S]+)$`,
  'iu',
);

/** "Early April 2010 Tenant rang": a part of a month, and a sentence that begins with a capital behind it. */
const VAGUE_DATE_FIRST =
  /^\s*((?:[Ee]arly|[Mm]id|[Ll]ate|(?:[Bb]eginning|[Ee]nd) of)[\s-]+(?:in\s+)?\p{Lu}[a-z]{2,8}\.?\s+\d{4})[,;.]?\s+(?=\p{Lu})([\s\S]+)$/u;

/** "Nov 2010 Moved to a new flat.": a month, and words behind it that end as a sentence does. */
const MONTH_FIRST = /^\s*(\p{Lu}[a-z]{2,8}\.?\s+(?:19|20)\d\d)[,;]?\s+(?=\p{Lu})(\S+\s+[\s\S]*[.!?]["”’)]?)\s*$/u;

function splitParagraph(paragraph: RawParagraph): string[] {
  const { text } = paragraph;
  if (text.includes('\t')) {
    const leading = /^\t+/.exec(text)?.[0].length ?? 0;
    const parts = [...Array.from({ length: leading }, () => ''), ...text.slice(leading).split(/\t+/)];
    return parts.at(-1)!.trim() === '' && parts.length > 2 ? parts.slice(0, -1) : parts;
  }
  return splitDated(text) ?? [text];
}

const LONGEST_DATE = 45;
const SEPARATOR = /\s+[–—-]\s+|:\s+|\s{2,}|\n|(?<=[\d\p{L}])\s?[–—]\s?(?=\p{L})/gu;

/** "12/03/2024 – Visit." as a date and what follows it; null where a text does not begin so. */
export function splitDated(text: string): [date: string, rest: string] | null {
  const plainText = text
    .replace(/^\s*[•·▪●◦‣*]\s*/, '')
    // "3.1 18/03/2024": the number of a paragraph
    .replace(/^\s*\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=\d{1,2}(?:[/.-]\d{1,2}[/.-]\d|(?:st|nd|rd|th)?\s+[a-z]{3}))/i, '')
    .trimStart();
  const bracketed = /^[([]\s*([^()[\]\n]{2,45}?)\s*[)\]]\s*[:–-]?\s*([\s\S]+)$/.exec(plainText);
  if (bracketed && strangeWords(bracketed[2]!) > 0 && looksLikeDate(bracketed[1]!)) return [bracketed[1]!, bracketed[2]!];
  // The longest beginning that is a date: "12/03/2024 – 14/03/2024 – Stay" is a range and what happened in it.
  let best: [string, string] | null = null;
  for (const found of plainText.slice(0, LONGEST_DATE + 10).matchAll(SEPARATOR)) {
    const rest = plainText.slice(found.index + found[0].length);
    const date = plainText.slice(0, found.index);
    if (found.index > LONGEST_DATE || rest.trim() === '' || date.includes('\n')) break;
    if (date.length > 1 && strangeWords(rest) > 0 && looksLikeDate(date)) best = [date, rest];
  }
  const plain = WHOLE_DATE_FIRST.exec(plainText);
  if (best && (plain?.[1]?.length ?? 0) <= best[0].length) return best;
  if (plain && strangeWords(plain[4]!) > 0 && looksLikeDate(plain[1]!)) return [plain[1]!, plain[4]!];
  if (best) return best;
  const vague = VAGUE_DATE_FIRST.exec(plainText) ?? MONTH_FIRST.exec(plainText);
  return vague && strangeWords(vague[2]!) > 0 && looksLikeDate(vague[1]!) ? [vague[1]!, vague[2]!] : null;
}

/** Tabs inside the text are text: what is more than the usual columns goes back together. */
function fold(parts: readonly string[], columns: number): string[] {
  return parts.length <= columns ? [...parts] : [...parts.slice(0, columns - 1), parts.slice(columns - 1).join('\t')];
}

function commonest(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 2;
}
