import { dateLabel } from '#shared/dates/format.ts';
import type { DiffRow, DiffSide, ReturnDiff } from '#shared/contract/return-versions.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import type { ReadDb } from '../../../db/sql.ts';
import { compareVersions, contradicted, type VersionPlan } from './compare-versions.ts';
import { lostPassages } from './lost-passages.ts';
import { targetOf } from './import-return.ts';
import { oldEntries, type OldEntry } from './old-entries.ts';
import { needReturn, resultOf } from './apply-version.ts';

/** A frame carries so many rows of a comparison; all of them are applied. */
const MOST_ROWS = 2_000;
const MOST_PROBLEMS = 500;

/** A corrected return beside the version that is in, as a person looks at it before anything changes. */
export function diffOf(
  db: ReadDb,
  input: { returnId: string; staged: StagedReturn; mappingGiven: boolean; agencyGiven: boolean },
): ReturnDiff {
  const { returnId, staged } = input;
  const row = needReturn(db, returnId);
  const fromVersion = Number(row['returnVersion']);
  const plan = compareVersions(oldEntries(db, returnId, fromVersion), staged);
  const { rows, unchangedBelow } = diffRows(plan, staged);
  const { problems } = resultOf(staged, returnId, plan);
  return {
    returnId,
    agencyIds: row['agencyIds'] as string[],
    agencies: staged.agencies,
    file: staged.file,
    format: staged.format,
    fromVersion,
    toVersion: fromVersion + 1,
    same:
      targetOf(db, { staged, replaces: returnId, agencyGiven: input.agencyGiven, mappingGiven: input.mappingGiven }).kind ===
      'same',
    tables: staged.tables,
    rowsRead: staged.rowsRead,
    mapping: staged.mapping,
    counts: plan.counts,
    headings: plan.headings,
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    unchangedBelow,
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
  };
}

/** What differs, in the order of the new file; a row that is gone stands where it stood among the others. */
export function diffRows(plan: VersionPlan, staged: StagedReturn): { rows: DiffRow[]; unchangedBelow: number } {
  const gone = goneBefore(plan, staged.events.length);
  const kept = new Map(plan.kept.map((one) => [one.after, one]));
  const added = new Map(plan.added.map((one) => [one.after, one]));
  const splitFrom = new Set(plan.added.flatMap(({ of }) => (of ? [of.event.id] : [])));
  const joinedAt = new Set(plan.removed.flatMap(({ into }) => (into === null ? [] : [into])));
  const rows: DiffRow[] = [];
  let unchanged = 0;
  const put = (row: Omit<DiffRow, 'unchangedAbove'>): void => {
    rows.push({ ...row, unchangedAbove: unchanged });
    unchanged = 0;
  };
  for (let i = 0; i <= staged.events.length; i++) {
    for (const { old, into } of gone.get(i) ?? []) {
      put({ ...ofEntry(old), kind: into === null ? 'removed' : 'joined', before: beforeSide(old), asked: old.work.length > 0 });
    }
    if (i === staged.events.length) break;
    const after = afterSide(staged, i);
    const one = kept.get(i);
    if (!one) {
      const of = added.get(i)?.of ?? null;
      put({ ...ofEntry(of), work: [], kind: of ? 'split' : 'added', after });
    } else if (one.kind === 'same' && !(one.back && one.old.event.removedIn !== null)) {
      unchanged += 1;
    } else {
      const back = one.back && one.old.event.removedIn !== null;
      const kind = back
        ? 'added'
        : one.kind === 'moved'
          ? 'moved'
          : splitFrom.has(one.old.event.id)
            ? 'split'
            : joinedAt.has(i)
              ? 'joined'
              : 'changed';
      const { changes, slight, moved } = one;
      const fields = contradicted(one).map(({ field }) => field);
      const lost = lostPassages(one).map(({ quote }) => quote);
      put({
        ...ofEntry(one.old),
        kind,
        before: beforeSide(one.old),
        after,
        changes,
        slight,
        moved,
        back,
        asked: fields.length + lost.length > 0,
        contradicted: fields,
        lostWords: lost,
      });
    }
  }
  return { rows, unchangedBelow: unchanged };
}

/** Removed entries by the row of the new file that they stand above. */
function goneBefore(plan: VersionPlan, end: number): Map<number, VersionPlan['removed']> {
  const pairs = plan.kept.filter(({ back, moved }) => !back && !moved).sort((a, b) => a.after - b.after);
  const at = new Map<number, VersionPlan['removed']>();
  for (const one of plan.removed) {
    // Pairs that did not move stand in the same order on both sides.
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]!.old.order < one.old.order) low = middle + 1;
      else high = middle;
    }
    const place = pairs[low]?.after ?? end;
    at.set(place, [...(at.get(place) ?? []), one]);
  }
  return at;
}

/** What every row of the list has, filled from the entry that it is, or was a part of. */
function ofEntry(old: OldEntry | null): Omit<DiffRow, 'kind' | 'unchangedAbove'> {
  return {
    eventId: old?.event.id ?? null,
    ref: old?.event.ref ?? null,
    before: null,
    after: null,
    changes: [],
    slight: false,
    moved: false,
    back: false,
    work: [...(old?.work ?? [])],
    asked: false,
    contradicted: [],
    lostWords: [],
  };
}

const beforeSide = ({ table, row, date, event }: OldEntry): DiffSide => ({
  table,
  row,
  asWritten: date.asWritten,
  dateLabel: dateLabel(date),
  text: event.description,
});

function afterSide(staged: StagedReturn, i: number): DiffSide {
  const event = staged.events[i]!;
  const { table, row } = staged.rows[event.rows[0]!]!;
  return { table, row, asWritten: event.date.asWritten, dateLabel: dateLabel(event.date), text: event.description };
}
