import { TABLE_NAMES, type TableName } from '#shared/model/table-names.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';

/** Tables whose rows go out as JSON Lines of their own; the chronology goes as lines, originals as files. */
const EXPORTED: readonly TableName[] = TABLE_NAMES.filter(
  (table) => !['event', 'returnRow', 'returnBlock', 'eventSource', 'agencyReturn'].includes(table),
);

export function exportParts(db: ReadDb): {
  parts: { name: string; text: string }[];
  originals: { returnId: string; returnVersion: number; name: string }[];
} {
  const parts = EXPORTED.map((table) => ({ name: `${table}.jsonl`, text: lines(selectRows(db, table)) }));
  const returns = selectRows(db, 'agencyReturn', 'ORDER BY ordinal');
  const earlier = selectRows(db, 'returnFile', 'ORDER BY "returnVersion"');
  parts.push({ name: 'returns.jsonl', text: lines(returns) });
  parts.push({ name: 'activity.jsonl', text: lines(db.all<Record<string, unknown>>('SELECT * FROM "auditEvent" ORDER BY seq')) });
  return {
    parts,
    originals: returns.flatMap((row) => {
      const older = earlier.filter((one) => one['returnId'] === row.id && one['returnVersion'] !== row['returnVersion']);
      return [...older, row].map((one) => {
        const returnVersion = Number(one['returnVersion']);
        const number = `${String(row['ordinal']).padStart(2, '0')}${older.length > 0 ? ` version ${returnVersion}` : ''}`;
        return {
          returnId: row.id,
          returnVersion,
          name: `${number} ${String(one['file']).replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')}`,
        };
      });
    }),
  };
}

const lines = (rows: readonly Record<string, unknown>[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
