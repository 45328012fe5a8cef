import type { ReturnDiff } from '#shared/contract/return-versions.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { StagedReturn, TableRef } from '#shared/model/agency-return.ts';
import { findRow } from '../../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../../db/sql.ts';
import type { StoredEvent } from '../../chronology/reads.ts';
import { textColumns } from '../commit.ts';
import { compareVersions } from './compare-versions.ts';
import { diffRows } from './diff-output.ts';
import type { OldEntry } from './old-entries.ts';

const MOST_ROWS = 2_000;
const MOST_PROBLEMS = 500;

export type TwoFiles = { id: string; from: number; to: number; before: StagedReturn; after: StagedReturn };

/** Two versions of a return as their files read, whatever was done to their entries since; each row names its entry. */
export function diffOfFiles(db: ReadDb, { id, from, to, before, after }: TwoFiles): ReturnDiff {
  const entries = entriesAt(db, id, from);
  const known = new Set([...entries.values()].flat().map((entry) => entry.id));
  const plan = compareVersions(
    before.events.map((_, i) => asEntry(before, i, entries)),
    after,
  );
  const { rows, unchangedBelow } = diffRows(plan, after);
  return {
    returnId: id,
    agencyIds: findRow(db, 'agencyReturn', id)?.['agencyIds'] as string[],
    agencies: after.agencies,
    file: after.file,
    format: after.format,
    fromVersion: from,
    toVersion: to,
    same: before.sha256 === after.sha256,
    tables: after.tables,
    rowsRead: after.rowsRead,
    mapping: after.mapping,
    counts: plan.counts,
    headings: plan.headings,
    rows: rows
      .slice(0, MOST_ROWS)
      .map((row) => (row.eventId !== null && known.has(row.eventId) ? row : { ...row, eventId: null, ref: null })),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    unchangedBelow,
    problems: after.problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, after.problems.length - MOST_PROBLEMS),
  };
}

type Known = { id: string; ref: number };
const placeOf = (table: TableRef, row: number): string => `${JSON.stringify(table)} ${row}`;

/** The entries that a version's rows went to, by table and row; several where each column of a form is one. */
function entriesAt(db: ReadDb, returnId: string, returnVersion: number): Map<string, Known[]> {
  const out = new Map<string, Known[]>();
  for (const { tableRef, row, eventId, ref } of db.iterate<{ tableRef: string; row: number; eventId: Uint8Array; ref: number }>(
    `SELECT rr."tableRef", rr.row, s."eventId", e.ref FROM "returnRow" rr JOIN "eventSource" s ON s."returnRowId" = rr.id
      JOIN event e ON e.id = s."eventId"
      WHERE rr."returnId" = ? AND rr."returnVersion" = ? AND s.ordinal = 0 ORDER BY rr.id, e.ref`,
    toBlob(returnId),
    returnVersion,
  )) {
    const place = `${tableRef} ${row}`;
    out.set(place, [...(out.get(place) ?? []), { id: fromBlob(eventId), ref }]);
  }
  return out;
}

/** An entry as the file said it: nobody has worked on it, and nothing stands over its words. */
function asEntry(staged: StagedReturn, i: number, entries: ReadonlyMap<string, Known[]>): OldEntry {
  const event = staged.events[i]!;
  const { table, row } = staged.rows[event.rows[0]!]!;
  const own = entries.get(placeOf(table, row));
  const nth = own && own.length > 1 ? staged.events.slice(0, i).filter((other) => other.rows[0] === event.rows[0]).length : 0;
  const known = own?.[nth];
  const { order: _order, ...date } = event.date;
  const stored: StoredEvent = {
    id: known?.id ?? newId(),
    pos: 0,
    ref: known?.ref ?? 0,
    agencyId: '',
    returnId: null,
    ...date,
    problemCount: date.problems.length,
    ...textColumns(event),
    byHand: false,
    hidden: false,
    removedIn: null,
    rowVersion: 0,
  };
  return {
    event: stored,
    agency: event.agency,
    date: event.date,
    table,
    row,
    current: true,
    corrections: new Map(),
    work: [],
    passages: [],
    order: i,
  };
}
