import { AppError } from '#shared/kernel/app-error.ts';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import type { ReturnProblem, TableRef } from '#shared/model/agency-return.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { fromBlobOrNull, toBlob } from '../../db/sql.ts';
import { cellsReader, type KeptRow } from '../../db/kept-cells.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { sourceRows } from '../chronology/reads.ts';
import { setHidden } from './commit.ts';
import { answerQuestion, openQuestions, questionsOf } from './versions/questions.ts';
import { toReturnVersion, versionFile, versionFiles } from './versions/version-files.ts';

const tally = (problems: readonly ReturnProblem[], severity: ReturnProblem['severity']): number =>
  problems.filter((p) => p.severity === severity).length;

export const returnsQueries = queries({
  'returns.list': (db) => {
    // Both counts by indexes alone.
    const events = new Map(
      db
        .all<{ id: Uint8Array; n: number }>(
          `SELECT r.id, (SELECT count(*) FROM event e WHERE e."returnId" = r.id)
             - (SELECT count(*) FROM event e WHERE e."returnId" = r.id AND e."removedIn" IS NOT NULL) AS n FROM "agencyReturn" r`,
        )
        .map((row) => [bytesToId(row.id), row.n]),
    );
    const questions = openQuestions(db);
    return selectRows(db, 'agencyReturn', 'ORDER BY ordinal').map((row): AgencyReturn => {
      const problems = row['problems'] as ReturnProblem[];
      return {
        id: row.id,
        agencyIds: row['agencyIds'] as string[],
        file: String(row['file']),
        format: row['format'] as AgencyReturn['format'],
        returnVersion: row['returnVersion'] as number,
        rowsRead: row['rowsRead'] as number,
        events: events.get(row.id) ?? 0,
        questions: questions.get(row.id) ?? 0,
        errors: tally(problems, 'error'),
        warnings: tally(problems, 'warning'),
        notices: tally(problems, 'notice'),
        state: row['state'] as AgencyReturn['state'],
        receivedAt: String(row['receivedAt']),
        sha256: String(row['sha256']),
        mapping: row['mapping'] as AgencyReturn['mapping'],
        rowVersion: row['rowVersion'] as number,
      };
    });
  },
  'returns.problems': (db, input) => {
    return versionFile(db, input.id, input.returnVersion)['problems'] as ReturnProblem[];
  },
  'returns.rows': (db, input) => {
    const version = versionFile(db, input.id, input.returnVersion);
    type RowRead = KeptRow & { tableRef: string; row: number; eventId: Uint8Array | null };
    const cellsOf = cellsReader(db);
    return db
      .all<RowRead>(
        `SELECT rr."returnId", rr."returnVersion", rr."tableRef", rr.row, rr.cells, s."eventId" FROM "returnRow" rr LEFT JOIN "eventSource" s ON s."returnRowId" = rr.id
          WHERE rr."returnId" = ? AND rr."returnVersion" = ? AND rr."tableRef" = ? AND rr.row >= ? ORDER BY rr.row LIMIT ?`,
        toBlob(input.id),
        Number(version['returnVersion']),
        JSON.stringify(input.table),
        Math.max(1, input.around - Math.floor(input.limit / 2)),
        input.limit,
      )
      .map((row) => ({
        table: JSON.parse(row.tableRef) as TableRef,
        row: row.row,
        cells: Object.entries(cellsOf(row)).map(([column, text]) => ({ column, text })),
        eventId: fromBlobOrNull(row.eventId),
      }));
  },
  'returns.versions': (db, input) => versionFiles(db, input.id).map(toReturnVersion),
  'returns.questions': (db, input) => questionsOf(db, input),
  'returns.entryVersions': (db, input) => {
    if (!findRow(db, 'event', input.eventId)) throw new AppError('notFound', { what: 'entry' });
    return sourceRows(db, input.eventId).sort((a, b) => b.returnVersion - a.returnVersion);
  },
});

export const returnsCommands = commands({
  'returns.withdraw': (store, input) => {
    store.needVersion('agencyReturn', input.id, input.rowVersion, 'return');
    store.update('agencyReturn', input.id, { state: 'withdrawn' });
    return { hidden: setHidden(store, input.id, true) };
  },
  'returns.restore': (store, input) => {
    store.needVersion('agencyReturn', input.id, input.rowVersion, 'return');
    const shown = setHidden(store, input.id, false);
    store.update('agencyReturn', input.id, { state: shown === 0 ? 'nil' : 'in' });
    return { shown };
  },
  'returns.answer': (store, input, ctx) => answerQuestion(store, input, ctx),
});
