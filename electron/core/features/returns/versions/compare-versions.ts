import type { FieldChange, VersionCounts } from '#shared/contract/return-versions.ts';
import type { StagedEvent, StagedReturn } from '#shared/model/agency-return.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import type { EventDate } from '#shared/model/event-date.ts';
import { EVENT_FIELDS } from '../../chronology/reads.ts';
import { changedHeadings, type Headings } from './headings.ts';
import { lostPassages } from './lost-passages.ts';
import { countingColumns, matchRows } from './match-rows.ts';
import type { RowToMatch } from './row-to-match.ts';
import type { OldEntry } from './old-entries.ts';
import { plainText } from './row-words.ts';
import type { KeptEntry } from './kept-entry.ts';

export type VersionPlan = {
  kept: KeptEntry[];
  added: { after: number; of: OldEntry | null }[];
  removed: { old: OldEntry; into: number | null }[];
  headings: Headings;
  counts: VersionCounts;
};

/** A corrected return beside the entries that the return has brought so far: what stays, changes, comes and goes. */
export function compareVersions(entries: readonly OldEntry[], staged: StagedReturn): VersionPlan {
  const current = entries.filter((entry) => entry.current);
  const earlier = entries.filter((entry) => !entry.current);
  const after = staged.events.map(ofStaged);
  const before = current.map(ofEntry);
  const first = matchRows(before, after);
  const pairs = first.pairs.map((pair) => ({ ...pair, old: current[pair.before]!, back: false }));
  let added = first.added;
  if (earlier.length > 0 && added.length > 0) {
    // What an earlier version had and the last one left out may come back: it is the same entry again.
    const left = added.filter(({ of }) => of === null).map((row) => row.after);
    const again = matchRows(
      earlier.map(ofEntry),
      left.map((i) => after[i]!),
    );
    const found = again.pairs.map((pair) => ({
      ...pair,
      after: left[pair.after]!,
      moved: false,
      old: earlier[pair.before]!,
      back: true,
    }));
    pairs.push(...found);
    const taken = new Set(found.map((pair) => pair.after));
    added = added.filter((row) => !taken.has(row.after));
  }
  const headings = changedHeadings(pairs.map(({ old, after: i }) => [old.event.other, staged.events[i]!.other]));
  const counting = new Set([...countingColumns(before, after)].map((name) => name.slice('other:'.length)));
  const kept = pairs.map(({ old, after: i, moved, back }): KeptEntry => {
    const changes = changesOf(old, staged.events[i]!, headings, counting);
    const kind = changes.length > 0 ? 'changed' : moved ? 'moved' : 'same';
    return {
      old,
      after: i,
      kind,
      changes,
      slight: changes.length > 0 && changes.every((one) => isSlight(one, old, staged.events[i]!)),
      moved,
      back,
    };
  });
  const removed = first.removed.map((row) => ({ old: current[row.before]!, into: row.into }));
  const plan = {
    kept,
    added: added.map((row) => ({ after: row.after, of: row.of === null ? null : current[row.of]! })),
    removed,
    headings,
  };
  return { ...plan, counts: countsOf(plan) };
}

function countsOf(plan: Omit<VersionPlan, 'counts'>): VersionCounts {
  const returned = plan.kept.filter(({ back, old }) => back && old.event.removedIn !== null).length;
  const stayed = plan.kept.filter(({ back, old }) => !back || old.event.removedIn === null);
  const of = (kind: KeptEntry['kind']): number => stayed.filter((one) => one.kind === kind).length;
  return {
    added: plan.added.length + returned,
    changed: of('changed'),
    removed: plan.removed.filter(({ old }) => old.work.length === 0).length,
    stays: plan.removed.filter(({ old }) => old.work.length > 0).length,
    unchanged: of('same') + of('moved'),
    moved: of('moved'),
    split: plan.added.filter((row) => row.of !== null).length,
    joined: plan.removed.filter((row) => row.into !== null).length,
    asked:
      plan.removed.filter(({ old }) => old.work.length > 0).length +
      plan.kept.reduce((sum, one) => sum + contradicted(one).length + lostPassages(one).length, 0),
  };
}

/** Changes that touch a field where a person's correction stands, unless the agency now says what the correction says. */
export function contradicted({ old, changes }: Pick<KeptEntry, 'old' | 'changes'>): FieldChange[] {
  return changes.filter(({ field, after }) => {
    if (field === 'agency' || field === 'other') return false;
    const correction = old.corrections.get(field);
    return correction !== undefined && (field === 'date' || correction.value !== after);
  });
}

const ofEntry = (entry: OldEntry): RowToMatch => ({
  ...toMatch(entry.agency, entry.date, entry.event, entry.event.other),
  workedOn: entry.work.length > 0,
});
const ofStaged = (event: StagedEvent): RowToMatch => toMatch(event.agency, event.date, event, event.other);

function toMatch(
  agency: string,
  date: EventDate,
  words: Readonly<Record<EventField, string | null>>,
  other: Readonly<Record<string, string>>,
): RowToMatch {
  const rest: Record<string, string> = {};
  for (const field of EVENT_FIELDS) {
    const text = words[field];
    if (field !== 'description' && text !== null) rest[field] = text;
  }
  for (const [heading, text] of Object.entries(other)) rest[`other:${heading}`] = text;
  return {
    agency: agency.toLowerCase(),
    earliest: date.earliest,
    latest: date.latest,
    time: date.time,
    description: words.description ?? '',
    rest,
  };
}

const DATE_PARTS = ['asWritten', 'earliest', 'latest', 'precision', 'certainty', 'time', 'endTime'] as const;
const sameReading = (a: EventDate, b: EventDate): boolean =>
  DATE_PARTS.every((part) => part === 'asWritten' || a[part] === b[part]);

function changesOf(old: OldEntry, event: StagedEvent, headings: Headings, counting: ReadonlySet<string>): FieldChange[] {
  const changes: FieldChange[] = [];
  const put = (field: FieldChange['field'], before: string | null, after: string | null, heading: string | null = null): void => {
    if ((before ?? '') !== (after ?? '')) changes.push({ field, heading, before, after });
  };
  put('agency', old.agency.toLowerCase() === event.agency.toLowerCase() ? event.agency : old.agency, event.agency);
  if (DATE_PARTS.some((part) => old.date[part] !== event.date[part]))
    changes.push({ field: 'date', heading: null, before: old.date.asWritten, after: event.date.asWritten });
  for (const field of EVENT_FIELDS) put(field, old.event[field], event[field]);
  const renamed = new Map(headings.renamed.map(({ from, to }) => [from, to]));
  const before = Object.fromEntries(Object.entries(old.event.other).map(([name, text]) => [renamed.get(name) ?? name, text]));
  for (const name of new Set([...Object.keys(before), ...Object.keys(event.other)])) {
    if (!counting.has(name)) put('other', before[name] ?? null, event.other[name] ?? null, name);
  }
  return changes;
}

function isSlight({ field, before, after }: FieldChange, old: OldEntry, event: StagedEvent): boolean {
  if (field === 'agency') return false;
  if (field === 'date') return sameReading(old.date, event.date);
  return plainText(before ?? '') === plainText(after ?? '');
}
