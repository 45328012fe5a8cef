import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { ReadDb } from '../../../db/sql.ts';
import { actionPlan } from '../kinds/action-plan.ts';
import { actionsOnly } from '../kinds/actions-only.ts';
import { chronology } from '../kinds/chronology.ts';
import type { Frame } from '../kinds/frame.ts';
import { learningBrief } from '../kinds/learning-brief.ts';
import { executiveSummary, fullReport } from '../kinds/report.ts';
import { webEntry } from '../kinds/web-entry.ts';
import type { PublicationModel } from '../model.ts';
import { publishedEntries } from './entries.ts';
import { publishedItems } from './items.ts';
import { publishedFiles, publishedFindings, reviewFacts } from './review-facts.ts';

/** What has been decided for a kind that its words need. */
type Decided = { reason: string; summary: string; layout: 'headings' | 'table' };

/** One line a kind: what it reads of the review, and nothing else. */
export const COLLECTORS: Readonly<Record<PublicationKind, (db: ReadDb, frame: Frame, decided: Decided) => PublicationModel>> = {
  full: (db, frame, decided) => fullReport({ ...report(db, frame, decided), entries: publishedEntries(db) }),
  executiveSummary: (db, frame, decided) => executiveSummary(report(db, frame, decided)),
  actionsOnly: (db, frame, { reason }) => actionsOnly({ ...frame, reason, items: publishedItems(db) }),
  actionPlan: (db, frame, { layout }) => actionPlan({ ...frame, layout, items: publishedItems(db) }),
  chronology: (db, frame) => chronology({ ...frame, entries: publishedEntries(db) }),
  learningBrief: (db, frame, decided) => learningBrief(report(db, frame, decided)),
  webEntry: (db, frame, { summary }) => webEntry({ ...frame, summary, published: publishedFiles(db) }),
};

const report = (db: ReadDb, frame: Frame, { summary }: Decided) => ({
  ...frame,
  summary,
  review: reviewFacts(db),
  findings: publishedFindings(db),
  items: publishedItems(db),
});
