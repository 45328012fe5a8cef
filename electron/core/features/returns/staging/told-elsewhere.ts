import { fieldsOfHeading } from '../mapping/heading.ts';
import type { ChronologyTable } from './chronology-table.ts';
import type { LaidRow } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import { quoted, type StagingRecord } from './staging-record.ts';

/** An entry without words in its description: another column that tells what happened is taken, and that is said. */
export function toldElsewhere(
  row: LaidRow,
  other: Readonly<Record<string, string>>,
  { columns }: ChronologyTable,
  fields: RowFields,
  record: StagingRecord,
): string | null {
  const description = fields.column('description');
  const name = columns[description ?? -1]?.name ?? 'description';
  const place = fields.at(row, description);
  const spare = columns.find(
    (column) =>
      column.field === 'other' &&
      other[column.name] &&
      fieldsOfHeading(column.name).some((known) => known.field === 'description'),
  );
  if (spare) {
    const message = `Nothing stands under ${quoted(name)}. What stands under ${quoted(spare.name)} was taken as what happened.`;
    record.report('warning', 'noDescription', message, place);
    return other[spare.name]!;
  }
  record.report('warning', 'noDescription', `Nothing stands under ${quoted(name)}: the row does not say what happened.`, place);
  return null;
}
