import type { ColumnMapping, ReturnField, StagedColumn } from '#shared/model/agency-return.ts';
import { type ColumnContents, columnContents } from './column-contents.ts';
import type { NamedField } from './field-names.ts';
import { fieldsOfHeading, normaliseHeading } from './heading.ts';

export type MappedColumn = { name: string; field: ReturnField; because: StagedColumn['because'] };
export type MapOptions = {
  /** Column names as written, blank where the table has no heading there. */
  names: readonly string[];
  /** The lowest row of the header alone: "Who" under "Contact" tells more than both together. */
  leaves?: readonly string[];
  /** Whether the names stand in the file; else only contents speak. */
  named: boolean;
  rows: readonly (readonly string[])[];
  given?: ColumnMapping | undefined;
  remembered?: ColumnMapping | undefined;
  /** Columns that are hidden in the file: only a person can give one a field. */
  hidden?: readonly boolean[];
  /** The column that is known to tell what happened, or −1. */
  told?: number;
};

type Candidate = { column: number; field: ReturnField; score: number };

/** Below this a name is too weak to be taken by itself. */
const ENOUGH = 0.5;

/**
 * Columns → fields: what a person gave, else what was remembered for the agency, else names, else contents.
 * One column for each field; what is left over is `other`, which is kept under its own heading.
 */
export function mapColumns(options: MapOptions): MappedColumn[] {
  const { names, rows } = options;
  const contents = columnContents(rows, names.length);
  const out: (MappedColumn | null)[] = names.map((name, column) =>
    options.hidden?.[column] && !options.given?.[name] ? { name, field: 'ignore', because: 'unknown' } : settled(name, options),
  );
  if (options.told !== undefined && out[options.told] === null)
    out[options.told] = { name: names[options.told]!, field: 'description', because: 'name' };
  const taken = new Set<ReturnField>(out.flatMap((column) => (column && column.field !== 'other' ? [column.field] : [])));

  const named = options.named ? names.map((name, column) => fieldsOfColumn(name, options.leaves?.[column])) : names.map(() => []);
  const inTexts = datedTextColumn(contents, named);
  if (inTexts !== null) named[inTexts] = [{ field: 'description', strength: 1 }];
  const candidates: Candidate[] = [];
  named.forEach((fields, column) => {
    for (const { field, strength } of fields) {
      const score = strength * fit(field, contents[column]!);
      if (score > 0) candidates.push({ column, field, score });
    }
  });
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const take = (column: number, field: ReturnField, because: StagedColumn['because']): void => {
    out[column] = { name: names[column]!, field, because };
    if (field !== 'other') taken.add(field);
  };
  for (const { column, field, score } of candidates) {
    if (out[column] || score < ENOUGH || (field !== 'other' && taken.has(field))) continue;
    take(column, field, 'name');
  }
  preferProse();
  takeDateParts();
  // The two fields that a chronology cannot do without: first a weaker name, then contents.
  const free = (column: number): boolean =>
    out[column] === null || (out[column]!.field === 'other' && out[column]!.because === 'name');
  if (!taken.has('date')) takeDate();
  if (!taken.has('description')) takeDescription();
  for (const { column, field, score } of candidates) {
    if (out[column] === null && score >= 0.35 && field !== 'other' && !taken.has(field)) take(column, field, 'name');
  }
  byContents();
  return names.map((name, column) => out[column] ?? { name, field: 'other', because: 'unknown' });

  /** "Event: Home visit. Details: a page of words": of two columns that may tell what happened, the one with the words does. */
  function preferProse(): void {
    const chosen = out.findIndex((column) => column?.field === 'description' && column.because === 'name');
    if (chosen < 0 || contents[chosen]!.averageLength >= 25 || contents[chosen]!.filled < 1) return;
    const longer = candidates
      .filter((c) => c.field === 'description' && c.column !== chosen && c.score >= ENOUGH && out[c.column]?.because !== 'given')
      .filter((c) => out[c.column] === null || out[c.column]!.because === 'name')
      // "Event" says plainly that it tells what happened; "Comment" beside it is one.
      .filter((c) => strengthOf('description', c.column) >= 0.7 * strengthOf('description', chosen))
      .filter((c) => contents[c.column]!.averageLength > 3 * contents[chosen]!.averageLength)
      .sort((a, b) => contents[b.column]!.averageLength - contents[a.column]!.averageLength)[0];
    if (!longer) return;
    const before = out[longer.column]?.field;
    if (before !== undefined) taken.delete(before);
    out[chosen] = null;
    take(longer.column, 'description', 'name');
  }

  /** Day, month and year in columns of their own, or the year beside dates without one: together they are the date. */
  function takeDateParts(): void {
    if (!options.named) return;
    const called = (part: string): number =>
      names.findIndex(
        (name, column) => normaliseHeading(name) === part && out[column]?.because !== 'given' && contents[column]!.filled > 0,
      );
    const year = called('year');
    if (year < 0 || !rows.every((row) => /^\s*(?:(?:19|20)\d\d)?\s*$/.test(row[year] ?? ''))) return;
    const month = called('month');
    const dated = out.findIndex((column) => column?.field === 'date');
    const isDated = dated >= 0 && dated !== month && dated !== year && !(month >= 0 && dated === called('day'));
    if (
      isDated &&
      rows.some((row) => /(?:19|20)\d\d|\d[./-]\d{1,2}[./-]\d|\d\s*[./-]?[a-z]{3,9}[./-]?\s*\d\d\b/i.test(row[dated] ?? ''))
    )
      return;
    if (!isDated && month < 0) return;
    for (const column of isDated ? [year] : [called('day'), month, year]) if (column >= 0) take(column, 'date', 'name');
  }

  function takeDate(): void {
    const weak = candidates.find((c) => c.field === 'date' && free(c.column) && c.score >= 0.2);
    if (weak) return take(weak.column, 'date', 'name');
    const best = contents
      .map((c, column) => ({ column, score: c.dates }))
      .filter((c) => free(c.column) && c.score >= 0.5 && contents[c.column]!.numbers < 0.5 && !isBirth(names[c.column]!));
    best.sort((a, b) => b.score - a.score || a.column - b.column);
    // "Nearly as good and further left" wins: the second date column is when it was written down.
    const first = best.filter((c) => c.score >= (best[0]?.score ?? 0) - 0.1).sort((a, b) => a.column - b.column)[0];
    if (first) take(first.column, 'date', 'contents');
  }

  function takeDescription(): void {
    const prose = contents
      .map((c, column) => ({ column, length: c.averageLength * Math.min(1, c.filled / 3 + 0.5), c }))
      .filter(({ column, c }) => (out[column] === null || free(column)) && c.filled > 0 && c.dates < 0.5 && c.times < 0.5);
    prose.sort((a, b) => b.length - a.length);
    const weak = candidates.find((c) => c.field === 'description' && free(c.column) && c.score >= 0.35);
    const longest = prose[0];
    // "Type" and "Comments": the comments tell what happened, where no column says that it does.
    const telling = candidates.find(
      (c) =>
        c.field === 'description' &&
        c.score >= ENOUGH &&
        out[c.column]?.field === 'agencyComment' &&
        out[c.column]?.because === 'name' &&
        contents[c.column]!.averageLength > 2 * (weak ? contents[weak.column]!.averageLength : 10),
    );
    if (telling && (weak?.score ?? 0) < ENOUGH && (longest?.length ?? 0) <= 3 * contents[telling.column]!.averageLength) {
      taken.delete('agencyComment');
      return take(telling.column, 'description', 'name');
    }
    // A weak name ("Type", "Comment") gives way to a nameless column of real prose.
    if (
      weak &&
      !(longest && longest.column !== weak.column && longest.length > 3 * (contents[weak.column]!.averageLength + 10))
    ) {
      return take(weak.column, 'description', 'name');
    }
    if (longest) return take(longest.column, 'description', 'contents');
    // Only a comment or response column has words: it is what the return tells.
    const last = out.findIndex(
      (column) =>
        column?.because === 'name' &&
        (column.field === 'agencyComment' || column.field === 'response' || column.field === 'outcome'),
    );
    if (last >= 0) {
      taken.delete(out[last]!.field);
      take(last, 'description', 'name');
    }
  }

  /** What has no name but plain contents: clock times, and in a table without headings who said so. */
  function byContents(): void {
    contents.forEach((c, column) => {
      if (out[column] !== null || c.filled === 0) return;
      const date = out.findIndex((o) => o?.field === 'date');
      if (!options.named && isNumbering(column))
        return taken.has('reference') ? undefined : take(column, 'reference', 'contents');
      if (c.times > 0.6 && !taken.has('time') && named[column]!.length === 0) take(column, 'time', 'contents');
      else if (!options.named && c.dates > 0.7 && column === date + 1 && !taken.has('endDate'))
        take(column, 'endDate', 'contents');
      else if (
        !options.named &&
        c.dates < 0.2 &&
        c.averageLength < 45 &&
        (c.variety < 0.8 || (c.filled < 5 && c.averageLength <= 20)) &&
        !taken.has('source') &&
        /\D/.test(sample(column))
      ) {
        take(column, 'source', 'contents');
      }
    });
  }

  /** "1.", "2." down the side: the numbers of the rows. */
  function isNumbering(column: number): boolean {
    const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
    return (
      texts.length > 1 &&
      texts.every((text, i) => /^\(?\d{1,4}[.)]?$/.test(text) && (i === 0 || numberOf(text) > numberOf(texts[i - 1]!)))
    );
  }

  function strengthOf(field: ReturnField, column: number): number {
    return named[column]!.find((known) => known.field === field)?.strength ?? 0;
  }

  function sample(column: number): string {
    return rows.find((row) => (row[column] ?? '').trim() !== '')?.[column] ?? '';
  }
}

function fieldsOfColumn(name: string, leaf: string | undefined): readonly NamedField[] {
  const whole = fieldsOfHeading(name);
  if (leaf === undefined || leaf === '' || leaf === name) return whole;
  const lowest = fieldsOfHeading(leaf);
  return (lowest[0]?.strength ?? 0) > (whole[0]?.strength ?? 0) ? lowest : whole;
}

function settled(name: string, options: MapOptions): MappedColumn | null {
  const given = options.given?.[name];
  if (given) return { name, field: given, because: 'given' };
  const remembered = options.remembered?.[name] ?? byLikeness(name, options.remembered);
  return remembered ? { name, field: remembered, because: 'remembered' } : null;
}

/** Next month's template has a capital or a blank more: it is the same column. */
function byLikeness(name: string, mapping: ColumnMapping | undefined): ReturnField | undefined {
  if (!mapping) return undefined;
  const plain = normaliseHeading(name);
  const alike = Object.keys(mapping).filter((known) => normaliseHeading(known) === plain);
  return alike.length === 1 ? mapping[alike[0]!] : undefined;
}

/** How well contents fit a field, as a factor. Few cells say little, so they neither help nor hurt much. */
function fit(field: ReturnField, c: ColumnContents): number {
  if (c.filled < 2) return 1;
  if (field === 'date' || field === 'endDate') return c.dates >= 0.3 ? 1 : c.times > 0.5 ? 0.2 : 0.3;
  if (field === 'time' || field === 'endTime') return c.times >= 0.3 || c.years >= 0.3 ? 1 : c.dates > 0.5 ? 0.2 : 0.5;
  if (field === 'other') return 1;
  // A column full of dates is not prose, whatever it is called ("From", "Contact", "Entry").
  return c.dates > 0.7 || c.times > 0.7 ? 0.4 : 1;
}

/**
 * "Date and event" in one column: each text begins with its date, and no column has dates alone. A column called "Date, time
 * and place" beside one that tells what happened is a date with more in its cell.
 */
function datedTextColumn(contents: readonly ColumnContents[], named: readonly (readonly NamedField[])[]): number | null {
  if (contents.some(({ dates, filled }) => dates >= 0.5 && filled > 0)) return null;
  const column = contents.findIndex(({ datedTexts, filled }) => filled > 0 && datedTexts >= 0.6);
  if (column < 0) return null;
  const isNamed = (at: number, field: ReturnField): boolean =>
    named[at]!.some((known) => known.field === field && known.strength >= 0.7);
  const isTold = contents.some((c, at) => at !== column && c.filled > 0 && isNamed(at, 'description'));
  return isTold && isNamed(column, 'date') && !isNamed(column, 'description') ? null : column;
}

function numberOf(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}

function isBirth(name: string): boolean {
  return /\b(birth|dob|d\.o\.b)\b/i.test(name);
}
