import { TABLE_NAMES, type TableName } from '#shared/model/table-names.ts';
import type { ReadDb } from './sql.ts';

export type Reference = { table: TableName; column: string };

/** Rows that name a row of some other table without a foreign key. */
const LOOSE_REFERENCES: readonly Reference[] = [
  { table: 'mentionDecision', column: 'placeId' },
  { table: 'remedy', column: 'placeId' },
  { table: 'remedy', column: 'entryId' },
];

/** What rows that lean on another are called. */
export const LEANING_NOUNS: Partial<Record<TableName, string>> = {
  themeTag: 'theme tags',
  annotation: 'annotations',
  annotationReply: 'replies',
  accuracyChallenge: 'accuracy challenges',
  evidence: 'findings',
  correction: 'corrections',
  mentionDecision: 'settled mentions',
  remedy: 'settled names in a publication',
  publicationRule: 'rules for names in publications',
  recommendationFinding: 'recommendations',
  event: 'entries',
  accountGroup: 'groups that rely on it',
  accountMember: 'groups of accounts',
  separateEvents: 'pairs held apart',
  contradiction: 'contradictions looked at',
  gapNote: 'explanations of gaps',
  reviewPeriod: 'periods of the review',
  returnRow: 'rows of a later version',
  returnBlock: 'rows of a later version',
  eventSource: 'entries of a later version',
  returnFile: 'later versions of the return',
  returnRequest: 'requests for a return',
  requestStep: 'steps of a request',
  versionQuestion: 'questions about a later version',
  panelRemark: 'remarks of the review panel',
  panelFile: 'files for comment',
  panelReply: 'copies that came back',
  passage: 'tagged passages',
  memoLink: 'memos',
};

/** Every column of history that may name a row of that table. */
export function referencesTo(db: ReadDb, target: TableName): Reference[] {
  const found: Reference[] = [...LOOSE_REFERENCES];
  for (const table of TABLE_NAMES) {
    for (const key of db.all<{ table: string; from: string }>(`PRAGMA foreign_key_list("${table}")`)) {
      if (key.table === target) found.push({ table, column: key.from });
    }
  }
  return found;
}
