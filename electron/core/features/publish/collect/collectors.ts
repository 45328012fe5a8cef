import type { PublicationKind } from '#shared/contract/publish.ts';
import type { ReadDb } from '../../../db/sql.ts';
import { actionsOnly } from '../kinds/actions-only.ts';
import type { Frame } from '../kinds/frame.ts';
import type { PublicationModel } from '../model.ts';
import { publishedItems } from './items.ts';

/** What has been decided for a kind that its words need. */
type Decided = { reason: string };
/** One line a kind: what it reads of the review, and as what. */
export const COLLECTORS: Readonly<Record<PublicationKind, (db: ReadDb, frame: Frame, decided: Decided) => PublicationModel>> = {
  actionsOnly: (db, frame, { reason }) => actionsOnly({ ...frame, reason, items: publishedItems(db) }),
};
