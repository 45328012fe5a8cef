import { dayNumber } from '#shared/kernel/clock.ts';

/** An entry of one version as matching sees it, in the order of the file. */
export type RowToMatch = {
  agency: string;
  earliest: string | null;
  latest: string | null;
  time: string | null;
  description: string;
  /** Every other text, by field; columns that nobody knew as `other:` and their heading. */
  rest: Readonly<Record<string, string>>;
  /** People have worked on it: of rows that say exactly the same this one is kept. */
  workedOn?: boolean;
};

export type Because = 'same' | 'sameWords' | 'sameDescription' | 'sameReference' | 'alike';

export type RowPair = { before: number; after: number; because: Because };

/** For each row the number of found rows before it that kept their order: two rows of one number stand in the same gap. */
export type Gaps = { before: Int32Array; after: Int32Array };

export type DatesAre = 'same' | 'near' | 'apart' | 'unknown';

/** Whether two dates are the same, or one may be the other put right: a slip of a figure, another year, day for month. */
export function compareDates(a: RowToMatch, b: RowToMatch): DatesAre {
  const left = a.earliest ?? a.latest;
  const right = b.earliest ?? b.latest;
  if (left === null || right === null) return left === right ? 'unknown' : 'apart';
  if (a.earliest === b.earliest && a.latest === b.latest) return 'same';
  if (Math.abs(dayNumber(left) - dayNumber(right)) <= 31) return 'near';
  if (left.slice(5) === right.slice(5)) return 'near';
  const swapped = `${left.slice(0, 5)}${left.slice(8, 10)}-${left.slice(5, 7)}`;
  const figures = [...left].filter((figure, i) => figure !== right[i]).length;
  return swapped === right || figures === 1 ? 'near' : 'apart';
}

/** All that a row says, without columns that only count. */
export const allWords = (row: RowToMatch, skip: ReadonlySet<string>): string =>
  [row.description, ...Object.entries(row.rest).flatMap(([name, text]) => (skip.has(name) ? [] : [text]))].join('\n');
