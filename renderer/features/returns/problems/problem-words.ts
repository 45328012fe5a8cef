import type { ReturnProblem, TableRef } from '#shared/model/agency-return.ts';

export const tableWords = (table: TableRef): string =>
  typeof table === 'string' ? `Sheet “${table}”` : table === 0 ? 'Paragraphs' : `Table ${table}`;

/** Where a problem is: "Row 8", "Table 2, row 8", "Whole file". The table is named only where there are several. */
export function placeWords({ table, row }: Pick<ReturnProblem, 'table' | 'row'>, several: boolean): string {
  const inTable = table !== null && (several || row === null) ? tableWords(table) : null;
  if (row === null) return inTable ?? 'Whole file';
  if (table === 0) return `Paragraph ${row}`;
  return inTable ? `${inTable}, row ${row}` : `Row ${row}`;
}

export const severalTables = (problems: readonly ReturnProblem[]): boolean =>
  new Set(problems.flatMap(({ table }) => (table === null ? [] : [table]))).size > 1;

/** "2 to put right, 5 to look at, 1 for information" */
export function tallyWords(problems: readonly Pick<ReturnProblem, 'severity'>[]): string {
  const of = (severity: ReturnProblem['severity']): number => problems.filter((p) => p.severity === severity).length;
  const parts: string[] = [];
  if (of('error') > 0) parts.push(`${of('error')} not taken whole`);
  if (of('warning') > 0) parts.push(`${of('warning')} to look at`);
  if (of('notice') > 0) parts.push(`${of('notice')} for information`);
  return parts.join(', ');
}
