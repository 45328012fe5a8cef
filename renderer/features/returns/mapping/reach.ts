import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { TableRef } from '#shared/model/agency-return.ts';

/** Whether placing a column is meant for every table that has one of its name, or for the one in view. */
export type Reach = 'all' | 'one';

/** Where a heading feeds different fields in two tables, each is placed by itself. */
export function usualReach({ columns }: ReturnPreview): Reach {
  const fields = new Map<string, string>();
  for (const { name, field } of columns) {
    const known = fields.get(name);
    if (known !== undefined && known !== field) return 'one';
    fields.set(name, field);
  }
  return 'all';
}

/** Whether another table has a heading of this one: otherwise there is nothing to choose. */
export function sharesHeadings({ columns }: ReturnPreview, table: TableRef): boolean {
  const own = new Set(columns.filter((column) => column.table === table).map(({ name }) => name));
  return columns.some((column) => column.table !== table && own.has(column.name));
}
