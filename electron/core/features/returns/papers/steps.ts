import { AppError } from '#shared/kernel/app-error.ts';
import type { ReturnProblem, Severity, StagedColumn, TableRef } from '#shared/model/agency-return.ts';
import { toBlob } from '../../../db/sql.ts';
import { findRow, selectRows } from '../../../db/store.ts';
import { cellsReader, type KeptRow } from '../../../db/kept-cells.ts';
import { readStep } from '../../../kernel/steps.ts';
import { pointsOf } from './problem-points.ts';
import type { ProblemPaper } from './problem-paper.ts';
import type { TemplateFacts } from './template.ts';

type Asked = Pick<TemplateFacts, 'agency' | 'backgroundFrom' | 'returnBy'>;

/** What the form says of this review: its reference and period, never whom it is about. */
export const templateFacts = readStep('templateFacts', (db, input: Asked): TemplateFacts => {
  const review = selectRows(db, 'review')[0];
  const text = (name: string): string => String(review?.[name] ?? '');
  const day = (name: string): string | null => (typeof review?.[name] === 'string' ? text(name) : null);
  return {
    ...input,
    reference: text('reference'),
    partnership: text('partnership'),
    scopeFrom: day('scopeFrom'),
    scopeTo: day('scopeTo'),
  };
});

export type PaperOfReturn = ProblemPaper & { letters: string };

/** The points of one return, from its own problems and its own rows as they last came. */
export const problemPoints = readStep(
  'problemPoints',
  (db, input: { id: string; severities: readonly Severity[] }): PaperOfReturn => {
    const row = findRow(db, 'agencyReturn', input.id);
    if (!row) throw new AppError('notFound', { what: 'return' });
    const agencies = (row['agencyIds'] as string[]).flatMap((id) => findRow(db, 'agency', id) ?? []);
    const columns = (row['columns'] as StagedColumn[] | null) ?? [];
    const named = (field: string): string | null => columns.find((column) => column.field === field)?.name ?? null;
    const readCells = cellsReader(db);
    const cellsOf = (table: TableRef, at: number): Readonly<Record<string, string>> | null => {
      const kept = db.get<KeptRow>(
        `SELECT "returnId", "returnVersion", cells FROM "returnRow" WHERE "returnId" = ? AND "returnVersion" = ? AND "tableRef" = ? AND row = ?`,
        toBlob(input.id),
        Number(row['returnVersion']),
        JSON.stringify(table),
        at,
      );
      return kept ? readCells(kept) : null;
    };
    const points = pointsOf(
      {
        problems: row['problems'] as ReturnProblem[],
        cellsOf,
        columnOf: { date: named('date'), description: named('description') },
      },
      new Set(input.severities),
    );
    return {
      agency: agencies.map((agency) => String(agency['name'])).join(', '),
      letters: agencies.map((agency) => String(agency['letters'])).join(' '),
      reference: String(selectRows(db, 'review')[0]?.['reference'] ?? ''),
      file: String(row['file']),
      points,
    };
  },
);
