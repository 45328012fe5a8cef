import type { ColumnMapping, ReturnField, TableRef } from './agency-return.ts';

/** A column of one table alone, as a mapping calls it: as Excel writes a cell of another sheet, "Clinic!Details". */
export const ownColumn = (table: TableRef, column: string): string => `${table}!${column}`;

/** What a mapping says of a column: of this table's own if it says that, else of all that are called so. */
export function fieldAt(mapping: ColumnMapping, table: TableRef, column: string): ReturnField | undefined {
  const own = ownColumn(table, column);
  if (Object.hasOwn(mapping, own)) return mapping[own];
  return Object.hasOwn(mapping, column) ? mapping[column] : undefined;
}

/** What a mapping says for one table, by its columns alone. `others` are the tables of the file besides it. */
export function mappingOfTable(mapping: ColumnMapping, table: TableRef, others: readonly TableRef[]): ColumnMapping {
  const own = `${table}!`;
  const foreign = others.filter((ref) => ref !== table).map((ref) => `${ref}!`);
  const out = new Map<string, ReturnField>();
  for (const [name, field] of Object.entries(mapping))
    if (!name.startsWith(own) && !foreign.some((start) => name.startsWith(start))) out.set(name, field);
  for (const [name, field] of Object.entries(mapping)) if (name.startsWith(own)) out.set(name.slice(own.length), field);
  return Object.fromEntries(out);
}
