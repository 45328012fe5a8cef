import { basename } from 'node:path';
import { AppError, exitCodeOf, toAppError } from '#shared/kernel/app-error.ts';
import { type ColumnMapping, type ImportResult, ReturnField } from '#shared/model/agency-return.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { likelyVersion } from '#shared/model/likely-version.ts';
import { ownColumn } from '#shared/model/column-place.ts';
import { z } from 'zod';
import type { CliCommand } from '../command.ts';
import { readFile } from '../context-files.ts';
import { withReview, type CliReview } from '../context.ts';
import type { Arguments } from '../arguments.ts';
import { fail, out, outLine } from '../print.ts';
import { parseAs } from '../read-lines.ts';

export const importReturns: CliCommand = {
  usage: 'import FILE RETURN… [--agency NAME] [--replaces RETURN-ID] [--mapping M.json] [--preview] [--accept-problems]',
  about: 'reads agency returns into the chronology, a corrected one as a diff; prints one result for each return',
  shape: {
    places: ['FILE', 'RETURN'],
    many: true,
    options: ['agency', 'mapping', 'replaces'],
    flags: ['preview', 'accept-problems'],
  },
  run: async (args) => {
    const replaces = args.option('replaces');
    if (replaces !== undefined && args.rest(1).length > 1)
      throw new AppError('wrongUsage', { why: '--replaces names the one return that one file corrects.' });
    if (replaces !== undefined && !ID_PATTERN.test(replaces))
      throw new AppError('wrongUsage', {
        why: `“${replaces.slice(0, 80)}” names no return. --replaces takes the id that the import of the earlier one printed as returnId.`,
      });
    const mapping = mappingOf(args);
    return withReview(args, args.place(0), async (review) => {
      let worst = 0;
      const errors: unknown[] = [];
      for (const path of args.rest(1)) {
        try {
          const result = await importOne(review, args, path, mapping);
          await (args.json ? outLine(result) : out(inWords(result, args.flag('preview'))));
          const keptOut = result.returnId === null && !args.flag('preview');
          if (keptOut) throw new AppError('rowsNotTaken', { file: result.file });
        } catch (thrown) {
          const error = toAppError(thrown);
          if (args.json && error.code !== 'rowsNotTaken') await outLine(refused(path, args.option('agency'), error));
          errors.push(error);
          worst = Math.max(worst, exitCodeOf(error.code));
        }
      }
      // One error document for the whole run: the worst of what happened.
      const worstError = errors.find((error) => exitCodeOf(toAppError(error).code) === worst);
      return worstError === undefined ? 0 : fail(worstError, args.json);
    });
  },
};

/** Columns of every table, or under a sheet's name or a table's number those of that one: {"Clinic": {"Details": "outcome"}}. */
const MappingFile = z.record(z.string().max(620), z.union([ReturnField, z.record(z.string().max(400), ReturnField)]));

/** Read before anything is opened: a bad mapping is wrong usage, whatever the returns are. */
function mappingOf(args: Arguments): ColumnMapping | undefined {
  const mappingFile = args.option('mapping');
  if (mappingFile === undefined) return undefined;
  const written = parseAs(MappingFile, new TextDecoder().decode(readFile(mappingFile)), 'the mapping');
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, said]): [string, ReturnField][] =>
      typeof said === 'string'
        ? [[name, said]]
        : Object.entries(said).map(([column, field]): [string, ReturnField] => [ownColumn(name, column), field]),
    ),
  );
}

async function importOne(
  review: CliReview,
  args: Arguments,
  path: string,
  mapping: ColumnMapping | undefined,
): Promise<ImportResult> {
  const given = args.option('replaces');
  const input = { file: review.give(path), agency: args.option('agency') ?? null, ...(mapping ? { mapping } : {}) };
  if (!args.flag('preview')) {
    const acceptProblems = args.flag('accept-problems');
    return review.call('returns.import', { ...input, acceptProblems, ...(given === undefined ? {} : { replaces: given }) });
  }
  const preview = given === undefined ? await review.call('returns.preview', input) : null;
  const replaces = given ?? (preview?.earlier && preview.earlier.because !== 'rows' ? preview.earlier.returnId : undefined);
  if (replaces !== undefined || preview === null) {
    const diff = await review.call('returns.diff', { ...input, file: review.give(path), replaces: replaces ?? '' });
    const { file, agencies, tables, rowsRead, mapping: columns, problems } = diff;
    const { added, changed, removed, unchanged } = diff.counts;
    const counts = { added, changed, removed, unchanged };
    return { returnId: null, file, agencies, tables, rowsRead, ...counts, mapping: columns, problems };
  }
  return {
    returnId: null,
    file: preview.file,
    agencies: preview.agencies,
    tables: preview.tables,
    rowsRead: preview.rowsRead,
    added: preview.entries,
    changed: 0,
    removed: 0,
    unchanged: 0,
    mapping: preview.mapping,
    problems: [...preview.problems, ...(preview.earlier ? [likelyVersion(preview.earlier)] : [])],
  };
}

/** A file that was refused still gets its line, so that a script can pair lines with files. */
function refused(path: string, agency: string | undefined, error: AppError): ImportResult {
  return {
    returnId: null,
    file: basename(path),
    agencies: agency === undefined ? [] : [agency],
    tables: 0,
    rowsRead: 0,
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 0,
    mapping: {},
    problems: [{ severity: 'error', code: error.code, message: error.message, table: null, row: null }],
  };
}

function inWords(result: ImportResult, preview: boolean): string {
  const { added, changed, removed, unchanged } = result;
  const corrected = changed + removed + unchanged > 0;
  const did = corrected
    ? `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged${preview ? ' if it were applied' : ''}`
    : `${preview ? 'would add' : 'added'} ${added}`;
  const head = `${result.file}: ${result.returnId === null && !preview ? 'kept out' : did}; ${result.rowsRead} rows read\n`;
  const columns = Object.entries(result.mapping).map(([column, field]) => `  ${column} → ${field}\n`);
  const problems = result.problems.map((p) => {
    const place = p.row === null ? 'whole file' : `table ${p.table}, row ${p.row}${p.column ? `, ${p.column}` : ''}`;
    return `  ${p.severity} · ${place}: ${p.message}\n`;
  });
  return [head, ...columns, ...problems].join('');
}
