import { AppError } from '#shared/kernel/app-error.ts';
import type { GapExplanation, GapNote } from '#shared/contract/gaps.ts';
import { findRow, selectRows, type Store } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import type { WriteContext } from '../../kernel/implement.ts';

/** A `gapNote` row: about a stretch of days of an agency (of all, where none is named), or about a missing agency by key. */
export type KeptNote = Row & {
  agencyId: string | null;
  about: string | null;
  fromDay: string | null;
  toDay: string | null;
  byHand: boolean;
  explanation: GapExplanation;
  note: string;
  person: string;
  post: string;
  at: string;
  rowVersion: number;
};

export const noteOf = (row: KeptNote): GapNote => ({
  id: row.id,
  from: row.fromDay,
  to: row.toDay,
  explanation: row.explanation,
  note: row.note,
  person: row.person,
  post: row.post,
  at: row.at,
  rowVersion: row.rowVersion,
});

/** Newest last, so that of two about one gap the first holds. */
export const gapNotes = (db: ReadDb): KeptNote[] =>
  selectRows<KeptNote>(db, 'gapNote', 'WHERE "fromDay" IS NOT NULL ORDER BY at, id');
export const answersByKey = (db: ReadDb): Map<string, GapNote> =>
  new Map(
    selectRows<KeptNote>(db, 'gapNote', 'WHERE about IS NOT NULL ORDER BY at, id').map((row) => [String(row.about), noteOf(row)]),
  );

type Said = { explanation: GapExplanation; note: string };
type About = { agencyId: string | null; about: string | null; fromDay: string | null; toDay: string | null; byHand: boolean };

/** Writes down who said what; the same once more is a retry after a lost connection. */
export function addNote(store: Store, id: string, about: About, said: Said, ctx: WriteContext): GapNote {
  const earlier = findRow(store, 'gapNote', id) as KeptNote | undefined;
  if (earlier) {
    if (earlier.note === said.note && earlier.explanation === said.explanation) return noteOf(earlier);
    throw new AppError('alreadyExists', { what: 'an explanation', field: 'id' });
  }
  const row = { id, ...about, ...said, person: ctx.session.name, post: ctx.session.post, at: ctx.now };
  return noteOf(store.insert('gapNote', row) as KeptNote);
}
