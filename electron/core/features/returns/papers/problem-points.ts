import type { ReturnProblem, Severity, TableRef } from '#shared/model/agency-return.ts';
import { whatIsNeeded } from './problem-needs.ts';

/** One line of the list for the agency. */
export type Point = { where: string; written: string; needed: string };

export type ReturnProblems = {
  problems: readonly ReturnProblem[];
  /** The cells of a row as they stood, by column; null where the row was not kept. */
  cellsOf(table: TableRef, row: number): Readonly<Record<string, string>> | null;
  /** What the columns were read as: by date and words a person finds a row again. */
  columnOf: { date: string | null; description: string | null };
};

const LONGEST = 400;

/** The problems of the chosen severities in the order of the file, each place and need once. */
export function pointsOf(from: ReturnProblems, severities: ReadonlySet<Severity>): Point[] {
  const chosen = from.problems.filter((problem) => severities.has(problem.severity));
  const several = new Set(chosen.flatMap(({ table }) => (table === null ? [] : [table]))).size > 1;
  const seen = new Set<string>();
  return chosen.flatMap((problem): Point[] => {
    const point = {
      where: placeOf(problem, several),
      written: writtenAt(problem, from),
      needed: whatIsNeeded(problem.code),
    };
    const key = `${point.where}\n${point.needed}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [point];
  });
}

function placeOf({ table, row, column }: ReturnProblem, several: boolean): string {
  const inTable = table === null ? 'The whole file' : tableName(table);
  if (row === null) return inTable;
  const inRow = table === 0 ? `Paragraph ${row}` : `Row ${row}`;
  const line = several && table !== 0 ? `${inTable}, ${inRow.toLowerCase()}` : inRow;
  return column === undefined ? line : `${line}, “${cut(column, 60)}”`;
}

const tableName = (table: TableRef): string =>
  typeof table === 'string' ? `Sheet “${table}”` : table === 0 ? 'The paragraphs' : `Table ${table}`;

/** The cell as the agency wrote it, or for a whole row its date and the beginning of its words. */
function writtenAt({ table, row, column }: ReturnProblem, { cellsOf, columnOf }: ReturnProblems): string {
  const cells = table === null || row === null ? null : cellsOf(table, row);
  if (cells === null) return '';
  const cell = column === undefined ? undefined : cells[column];
  if (cell !== undefined && cell.trim() !== '') return cut(cell, LONGEST);
  const known = [columnOf.date, columnOf.description].flatMap((name) => (name === null ? [] : [cells[name] ?? '']));
  const told = known.some((text) => text.trim() !== '') ? known : Object.values(cells);
  const line = told.filter((text) => text.trim() !== '').join(' – ');
  return column === undefined ? cut(line, 160) : `(empty) ${cut(line, 120)}`.trim();
}

function cut(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > longest ? `${flat.slice(0, longest - 1).trimEnd()}…` : flat;
}
