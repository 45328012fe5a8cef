import type { DiffField, DiffRow, ReturnDiff, VersionCounts } from '#shared/contract/return-versions.ts';
import { count } from '#renderer/ui/date-text.tsx';

/** How the list can be narrowed: what a row is to whoever reads it. */
export type DiffGroup = 'added' | 'changed' | 'moved' | 'removed';
export type DiffFilter = DiffGroup | 'all' | 'asked';

export function groupOf({ kind, before, after }: DiffRow): DiffGroup {
  if (kind === 'moved') return 'moved';
  if (kind === 'added' || before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}
export const GROUP_MARKS: Readonly<Record<DiffGroup, readonly [mark: string, word: string]>> = {
  added: ['+', 'Added'],
  changed: ['~', 'Changed'],
  moved: ['↕', 'Moved'],
  removed: ['−', 'Removed'],
};

export const inFilter = (row: DiffRow, filter: DiffFilter): boolean =>
  filter === 'all' || (filter === 'asked' ? row.asked : groupOf(row) === filter && !(filter === 'removed' && row.asked));

/** How many entries the version touches: what its button says. */
export const changesIn = ({ added, changed, removed, stays, moved }: VersionCounts): number =>
  added + changed + removed + stays + moved;

/** "6 added, 4 changed, 1 removed; 229 the same" */
export function countWords(counts: VersionCounts): string {
  const parts = [
    counts.added > 0 && `${count(counts.added)} added`,
    counts.changed > 0 && `${count(counts.changed)} changed`,
    counts.removed > 0 && `${count(counts.removed)} removed`,
    counts.stays > 0 && `${count(counts.stays)} left out and to settle`,
  ].filter(Boolean);
  const same = counts.unchanged > 0 ? `${count(counts.unchanged)} the same` : '';
  return [parts.join(', '), same].filter((words) => words !== '').join('; ') || 'no entries';
}

const FIELD_NAMES: Readonly<Record<DiffField, string>> = {
  description: 'What was recorded',
  sourceOfInformation: 'Source',
  response: 'Response',
  outcome: 'Outcome',
  childVoice: 'Child’s voice',
  agencyComment: 'Agency’s comment',
  involved: 'Who was involved',
  date: 'Date',
  agency: 'Agency',
  other: 'Other column',
};
export const fieldName = (field: DiffField, heading: string | null): string => heading ?? FIELD_NAMES[field];

/** What else there is to say of a row, in short sentences. */
export function notesOf(row: DiffRow): string[] {
  const notes: string[] = [];
  if (row.kind === 'split') notes.push(row.before === null ? `Split from entry ${row.ref}.` : 'Split into several.');
  if (row.kind === 'joined') notes.push(row.after === null ? 'Joined to another entry.' : 'Joined from several.');
  if (row.back) notes.push('An earlier version had left it out; it is shown again.');
  if (row.slight) notes.push('Only spacing, capitals or punctuation.');
  if (row.moved && row.before) notes.push(`Stood at row ${row.before.row} before.`);
  const fields = row.changes.filter(({ field }) => field !== 'description' && field !== 'date');
  if (fields.length > 0)
    notes.push(`Also changed: ${[...new Set(fields.map((one) => fieldName(one.field, one.heading)))].join(', ')}.`);
  return notes;
}

/** What becomes of people's work on the rows of the list. */
export function workWords({ rows, counts }: Pick<ReturnDiff, 'rows' | 'counts'>): {
  stays: number;
  hidden: number;
  asked: number;
} {
  const kept = rows.filter((row) => row.work.length > 0 && row.after !== null).length;
  return { stays: kept, hidden: rows.filter((row) => row.after === null && !row.asked).length, asked: counts.asked };
}
