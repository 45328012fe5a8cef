import type { TableName } from '#shared/model/table-names.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { toBlob, type SqlValue } from '../../db/sql.ts';

/** Tables that keep their order in a `position` column. */
type Ordered = Extract<TableName, 'finding' | 'recommendation' | 'action'>;

export function nextPosition(store: Store, table: Ordered): number {
  return (store.get<{ p: number | null }>(`SELECT max(position) AS p FROM "${table}"`)?.p ?? 0) + 1;
}

/** Moves a row to an index among its siblings; only rows whose place changes are written. */
export function movePosition(store: Store, table: Ordered, id: string, to: number): void {
  const row = store.need(table, id);
  const parent = (row['recommendationId'] as string | null | undefined) ?? null;
  const [where, params]: [string, SqlValue[]] =
    table !== 'action'
      ? ['', []]
      : parent === null
        ? ['WHERE "recommendationId" IS NULL', []]
        : ['WHERE "recommendationId" = ?', [toBlob(parent)]];
  const siblings = selectRows(store, table, `${where} ORDER BY position`, ...params);
  const positions = siblings.map((sibling) => sibling['position'] as number);
  const others = siblings.filter((sibling) => sibling.id !== id);
  others.splice(Math.min(to, others.length), 0, row);
  others.forEach((sibling, i) => store.update(table, sibling.id, { position: positions[i] }));
}
