import { PANEL_COLUMNS } from '#core/papers/panel-paper.ts';
import { plainWords } from '#core/papers/panel-mark.ts';
import { CorrectedField } from '#shared/model/chronology-event.ts';
import type { Body, BodyRow } from './read-body.ts';

/** The columns by what they hold; where one stands is read from the head of the table in hand. */
export const ROLES = ['number', 'date', 'source', 'words', 'comment'] as const;
export type Role = (typeof ROLES)[number];
export type Columns = Readonly<Partial<Record<Role, number>>>;
/** A part of a cell that belongs to a field of the entry; null: to none that can be corrected. */
export type Part = { field: CorrectedField | null; from: number; labelled: boolean };
export type SentEntry = {
  ref: number;
  order: number;
  texts: Readonly<Record<'date' | 'source' | 'words', string>>;
  parts: Readonly<Record<'date' | 'source' | 'words', readonly Part[]>>;
};

/** What went out, read again from the very bytes: what comes back is compared with it word for word. */
export type SentCopy = {
  entries: ReadonlyMap<number, SentEntry>;
  /** Plain words of a line → the entry that alone has it; null where several have. */
  lines: ReadonlyMap<string, number | null>;
  /** Rows that are no entries: heads of tables. */
  heads: ReadonlySet<string>;
  /** Paragraphs outside the tables, each as often as it stands there. */
  paragraphs: ReadonlyMap<string, number>;
};

export const AS_SENT: Columns = { number: 0, date: 1, source: 2, words: 3, comment: 4 };

/** The columns that a head names, or null where the row is no head. */
export function headOf(row: BodyRow): Columns | null {
  const found: Partial<Record<Role, number>> = {};
  for (const [i, cell] of row.cells.entries()) {
    const at = PANEL_COLUMNS.findIndex((name) => name.toLowerCase() === plainWords(cell.after || cell.before).toLowerCase());
    const role = ROLES[at];
    if (role && found[role] === undefined) found[role] = i;
  }
  return Object.keys(found).length >= 3 ? found : null;
}

export const rowWords = (row: BodyRow): string => plainWords(row.cells.map((cell) => cell.after).join(' '));

export function readSent(body: Body): SentCopy {
  const entries = new Map<number, SentEntry>();
  const lines = new Map<string, number | null>();
  const heads = new Set<string>();
  const paragraphs = new Map<string, number>();
  for (const row of body.rows) {
    const mark = row.marks[0];
    if (!mark) {
      heads.add(rowWords(row));
      continue;
    }
    const text = (column: number): string => row.cells[column]?.after ?? '';
    const source = text(2);
    const agencyEnds = source.indexOf('\n');
    const fields = (row.cells[3]?.fields ?? []).map(({ field, at }) => ({
      field: CorrectedField.safeParse(field).data ?? null,
      from: at,
      labelled: true,
    }));
    entries.set(mark.ref, {
      ref: mark.ref,
      order: entries.size,
      texts: { date: text(1), source, words: text(3) },
      parts: {
        date: [{ field: 'date', from: 0, labelled: false }],
        source: [
          { field: null, from: 0, labelled: false },
          ...(agencyEnds < 0 ? [] : [{ field: 'sourceOfInformation' as const, from: agencyEnds, labelled: false }]),
        ],
        words: [{ field: 'description', from: 0, labelled: false }, ...fields],
      },
    });
    for (const line of new Set(text(3).split('\n').map(plainWords))) {
      if (line.length >= 12) lines.set(line, lines.has(line) ? null : mark.ref);
    }
  }
  for (const { after } of body.paragraphs) paragraphs.set(plainWords(after), (paragraphs.get(plainWords(after)) ?? 0) + 1);
  return { entries, lines, heads, paragraphs };
}
