import type { Proceeding } from '#shared/contract/proceedings.ts';
import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import type { Row } from '../../db/tables.ts';

export const proceedingOf = (row: Row): Proceeding => ({
  id: row.id,
  kind: row['kind'] as Proceeding['kind'],
  about: String(row['about']),
  heldKinds: row['heldKinds'] as PublicationKind[],
  reason: String(row['reason']),
  askedOf: String(row['askedOf']),
  askedOn: row['askedOn'] as string | null,
  answer: String(row['answer']),
  person: String(row['person']),
  at: String(row['at']),
  liftedBy: row['liftedBy'] as string | null,
  liftedPost: row['liftedPost'] as string | null,
  liftedReason: row['liftedReason'] as string | null,
  liftedAt: row['liftedAt'] as string | null,
  rowVersion: row['rowVersion'] as number,
});

export const listProceedings = (db: ReadDb): Proceeding[] => selectRows(db, 'proceeding', 'ORDER BY at, id').map(proceedingOf);

/** Proceedings that still hold a kind back. */
export const holding = (db: ReadDb, kind: PublicationKind): Proceeding[] =>
  listProceedings(db).filter((one) => one.liftedAt === null && one.heldKinds.includes(kind));
