import type { RowToMatch } from '#core/features/returns/versions/row-to-match.ts';
import { CORPUS_TABLES, type CorpusEntry, type CorpusRow } from './tables.corpus.ts';

/** A row after, with the rows before that it is: none (added), one, or several (joined). A part of a split names its whole. */
export type LabelledRow = { row: RowToMatch; is: number | null; part?: number; joined?: readonly number[] };
export type LabelledPair = { category: string; name: string; before: RowToMatch[]; after: LabelledRow[] };

type Line = CorpusRow & { is: number | null; part?: number; joined?: readonly number[]; extra?: Record<string, string> };

const toRow = ({ date, source, text }: CorpusRow, extra: Record<string, string> = {}): RowToMatch => ({
  agency: 'Agency',
  earliest: date,
  latest: date,
  time: null,
  description: text,
  rest: { sourceOfInformation: source, ...extra },
});
const kept = (rows: readonly CorpusEntry[]): Line[] =>
  rows.map((row, is) => ({ date: row.date, source: row.source, text: row.text, is }));
const asLight = (row: CorpusEntry): string => row.light;

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
const sentences = (text: string): [string, string] | null => {
  const at = text.search(/(?<=[.;,]) (?=\S)/);
  return at < 0 || text.split(' ').length < 7 ? null : [text.slice(0, at), text.slice(at + 1)];
};

/** One way in which a second return differs from the first, done to a table; null where the table does not lend itself. */
type Way = (rows: readonly CorpusEntry[], other: readonly CorpusEntry[]) => { before?: Line[]; after: Line[] } | null;

const WAYS: Readonly<Record<string, Way>> = {
  'two entries put right': (rows) => ({
    after: kept(rows).map((line, i) => (i === 1 || i === 4 ? { ...line, text: asLight(rows[i]!) } : line)),
  }),
  'every entry put right': (rows) => ({ after: kept(rows).map((line, i) => ({ ...line, text: asLight(rows[i]!) })) }),
  'two entries rewritten': (rows) => ({
    after: kept(rows).map((line, i) => (i === 2 || i === 5 ? { ...line, text: rows[i]!.heavy } : line)),
  }),
  'every entry rewritten': (rows) => ({ after: kept(rows).map((line, i) => ({ ...line, text: rows[i]!.heavy })) }),
  'entries taken out': (rows) => ({
    after: kept(rows)
      .map((line, i) => (i === 3 ? { ...line, text: asLight(rows[i]!) } : line))
      .filter((_, i) => i !== 1 && i !== 6),
  }),
  'entries put in': (rows, other) => {
    const after = kept(rows);
    after.splice(2, 0, { ...other[0]!, date: shift(rows[1]!.date, 1), is: null });
    after.splice(5, 0, { ...other[3]!, date: rows[3]!.date, is: null });
    after.push({ ...other[5]!, date: shift(rows[6]!.date, 9), is: null });
    return { after };
  },
  'entries dated again': (rows) => {
    const after = kept(rows);
    after[1] = { ...after[1]!, date: shift(after[1]!.date, 1) };
    after[3] = { ...after[3]!, date: shift(after[3]!.date, -366) };
    after[5] = { ...after[5]!, date: shift(after[5]!.date, 14), text: asLight(rows[5]!) };
    return { after: after.sort((a, b) => a.date.localeCompare(b.date)) };
  },
  'entries split': (rows) => {
    const after = kept(rows).flatMap((line, i): Line[] => {
      const parts = i % 2 === 0 ? sentences(line.text) : null;
      if (!parts) return [line];
      const [first, second] = parts;
      const lead = first.split(' ').length >= second.split(' ').length;
      const head: Line = { ...line, text: first, ...(lead ? {} : { part: i }) };
      const tail: Line = { ...line, text: second, ...(lead ? { part: i } : {}) };
      return [head, tail];
    });
    return after.length === rows.length ? null : { after };
  },
  'entries joined': (rows) => {
    const lines = kept(rows);
    const after = lines.filter((_, i) => i !== 3);
    after[2] = { ...after[2]!, text: `${lines[2]!.text} ${lines[3]!.text}`, is: 2, joined: [2, 3] };
    // The one date covers both: the second was of the same contact.
    const before = lines.map((line, i) => (i === 3 ? { ...line, date: lines[2]!.date } : line));
    return { before, after };
  },
  'another order': (rows) => ({
    after: [4, 0, 6, 2, 5, 1, 3].map((i) => ({ ...kept(rows)[i]!, ...(i === 2 ? { text: asLight(rows[2]!) } : {}) })),
  }),
  'newest first': (rows) => ({ after: kept(rows).reverse() }),
  'a duplicate taken out': (rows) => {
    const before = kept(rows);
    before.splice(3, 0, { ...before[2]! }, { ...before[2]! });
    return {
      before: before.map((line, is) => ({ ...line, is })),
      after: before.flatMap((line, is) => (is === 3 ? [] : [{ ...line, is }])),
    };
  },
  'one gone, another of the same day': (rows, other) => ({
    after: kept(rows).map((line, i) =>
      i === 2 || i === 5 ? { date: line.date, source: other[i]!.source, text: other[i]!.text, is: null } : line,
    ),
  }),
  'the same words on many days': (rows, other) => {
    const call = (date: string, is: number | null): Line => ({
      date,
      source: 'Duty',
      text: 'Telephone call, no reply. Card left.',
      is,
    });
    const mixed = rows.flatMap((row, i): Line[] => [
      { ...row, is: null },
      call(shift(row.date, 2), null),
      call(shift(row.date, 5 + i), null),
    ]);
    const before = mixed.map((line, is): Line => ({ ...line, is }));
    const after = before.filter((_, i) => i !== 4 && i !== 11);
    after.splice(15, 0, { ...other[2]!, date: shift(rows[5]!.date, 3), is: null });
    return { before, after };
  },
  'rows numbered, columns added': (rows, other) => {
    const before = kept(rows).map((line, i) => ({ ...line, extra: { 'other:No': String(i + 1) } }));
    const lines: Line[] = kept(rows);
    lines.splice(1, 0, { ...other[1]!, date: shift(rows[0]!.date, 2), is: null });
    const after = lines.map((line, i) => ({
      ...line,
      extra: { 'other:No': String(i + 1), outcome: i % 2 ? 'Noted' : 'Open', 'other:Seen': 'Yes' },
    }));
    return { before, after };
  },
  'all at once': (rows, other) => {
    const lines = kept(rows);
    const after: Line[] = [
      { ...lines[0]!, text: asLight(rows[0]!) },
      { ...other[6]!, date: shift(rows[0]!.date, 3), is: null },
      { ...lines[2]!, date: shift(rows[2]!.date, 1) },
      lines[5]!,
      { ...lines[4]!, text: rows[4]!.light, source: 'Put right' },
      lines[6]!,
    ];
    return { after };
  },
};

export const CASES: readonly LabelledPair[] = Object.entries(WAYS).flatMap(([category, way]) =>
  CORPUS_TABLES.flatMap((table, n): LabelledPair[] => {
    const made = way(table.rows, CORPUS_TABLES[(n + 3) % CORPUS_TABLES.length]!.rows);
    if (!made) return [];
    const before = made.before ?? kept(table.rows);
    return [
      {
        category,
        name: `${table.name}: ${category}`,
        before: before.map((line) => toRow(line, line.extra)),
        after: made.after.map(({ is, part, joined, extra, ...line }) => ({
          row: toRow(line, extra),
          is: part === undefined ? is : null,
          ...(part === undefined ? {} : { part }),
          ...(joined ? { joined } : {}),
        })),
      },
    ];
  }),
);
