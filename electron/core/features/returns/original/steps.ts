import type { OriginalPlace } from '#shared/contract/return-original.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import { fromBlob, toBlob } from '../../../db/sql.ts';
import { cellsReader, type KeptRow } from '../../../db/kept-cells.ts';
import { readStep } from '../../../kernel/steps.ts';
import { versionFile } from '../versions/version-files.ts';

type Asked = { id: string; returnVersion?: number | undefined };

/** What the review knows of a kept file without opening it: its name, what was kept of its rows, the words at a place. */
export const originalHead = readStep('originalHead', (db, input: Asked & { place: OriginalPlace | null }) => {
  const row = versionFile(db, input.id, input.returnVersion);
  const returnVersion = Number(row['returnVersion']);
  const last = db.all<{ tableRef: string; row: number }>(
    `SELECT "tableRef", max(row) AS row FROM "returnRow" WHERE "returnId" = ? AND "returnVersion" = ? GROUP BY "tableRef"`,
    toBlob(input.id),
    returnVersion,
  );
  const { place } = input;
  const kept =
    place?.column === undefined
      ? undefined
      : db.get<KeptRow>(
          `SELECT "returnId", "returnVersion", cells FROM "returnRow" WHERE "returnId" = ? AND "returnVersion" = ? AND "tableRef" = ? AND row = ?`,
          toBlob(input.id),
          returnVersion,
          JSON.stringify(place.table),
          place.row,
        );
  const cells = kept ? cellsReader(db)(kept) : {};
  return {
    returnVersion,
    file: String(row['file']),
    sha256: String(row['sha256']),
    lastRows: last.map((one): [TableRef, number] => [JSON.parse(one.tableRef) as TableRef, one.row]),
    words: place?.column !== undefined && Object.hasOwn(cells, place.column) ? (cells[place.column] ?? null) : null,
  };
});

export type RowSpan = { table: TableRef; from: number; to: number };

/** The entries that were read from rows, by table and row. */
export const eventsOfRows = readStep(
  'eventsOfRows',
  (db, input: { id: string; returnVersion: number; spans: readonly RowSpan[] }) =>
    input.spans.flatMap(({ table, from, to }) =>
      db
        .all<{ row: number; eventId: Uint8Array }>(
          `SELECT rr.row, s."eventId" FROM "returnRow" rr JOIN "eventSource" s ON s."returnRowId" = rr.id
          WHERE rr."returnId" = ? AND rr."returnVersion" = ? AND rr."tableRef" = ? AND rr.row BETWEEN ? AND ?`,
          toBlob(input.id),
          input.returnVersion,
          JSON.stringify(table),
          from,
          to,
        )
        .map(({ row, eventId }) => ({ table, row, eventId: fromBlob(eventId) })),
    ),
);
