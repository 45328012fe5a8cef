import { dateLabel } from '#shared/dates/format.ts';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { ColumnMapping, ImportResult, StagedReturn, TableRef } from '#shared/model/agency-return.ts';
import { jobs, stopIfAsked, type JobContext } from '../../kernel/jobs.ts';
import { runPackingReader } from '../../workers/run-reader.ts';
import { noteActivity } from '../../kernel/steps.ts';
import { notAdded } from './commit.ts';
import { type PackedReturn, unpackReturn } from './staging/packed-return.ts';
import { addReturn, compareReturn, findLikely, findSame, importContext, readOriginal } from './steps.ts';

const MOST_PROBLEMS = 500;
const ROWS_SHOWN = 200;
const LEAST_OF_TABLE = 12;
const MOST_TABLES = 40;

type ReadInput = {
  file: string;
  agency: string | null;
  mapping?: ColumnMapping | undefined;
  replaces?: string | null | undefined;
};

/** Reads a file as a return in its worker; nothing is changed. */
async function stage(job: JobContext, input: ReadInput): Promise<{ staged: PackedReturn; bytes: Uint8Array }> {
  const file = await job.ports.receiveFile(input.file);
  job.progress('Reading the return', 0, null);
  const [{ anchor, agencies, remembered, agency, firstBirth }, sha256] = await Promise.all([
    job.read(importContext, { agency: input.agency, replaces: input.replaces }),
    sha256Of(file.bytes),
  ]);
  const staged = await runPackingReader(
    file.bytes,
    file.name,
    {
      file: file.name,
      sha256,
      agency,
      anchor,
      agencies,
      received: job.now().slice(0, 10),
      ...(firstBirth ? { firstBirth } : {}),
      ...(remembered ? { remembered } : {}),
      ...(input.mapping ? { given: input.mapping } : {}),
    },
    {},
    job.signal,
  );
  stopIfAsked(job.signal);
  return { staged, bytes: file.bytes };
}

/** Beside this thread: of fifty megabytes it would hold up every query. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex');
}

export const returnsJobs = jobs({
  'returns.preview': async (job, input) => {
    const staged = unpackReturn((await stage(job, input)).staged);
    const earlier = await job.read(findLikely, { staged, agencyGiven: input.agency !== null });
    return toPreview(staged, earlier);
  },
  'returns.import': async (job, input): Promise<ImportResult> => {
    const { staged, bytes } = await stage(job, input);
    const { head } = staged;
    const { replaces, fromVersion } = input;
    const how = {
      replaces,
      fromVersion,
      agencyGiven: input.agency !== null,
      mappingGiven: input.mapping !== undefined,
    };
    const same = await job.read(findSame, { ...how, staged: head });
    if (same) return same;
    if (!input.acceptProblems && head.problems.some((problem) => problem.severity === 'error')) return notAdded(head);
    job.progress('Adding to the chronology', 0, head.events.length);
    return job.write(addReturn, { ...how, staged, bytes });
  },
  'returns.diff': async (job, input) => {
    const { staged } = await stage(job, input);
    job.progress('Comparing with the version before', 0, null);
    return job.read(compareReturn, {
      returnId: input.replaces,
      staged,
      mappingGiven: input.mapping !== undefined,
      agencyGiven: input.agency !== null,
    });
  },
  'returns.original': async (job, input) => {
    const original = await job.read(readOriginal, { id: input.id, returnVersion: input.returnVersion });
    await job.write(noteActivity, { command: 'returns.original' });
    return { file: await job.ports.deliverFile({ name: original.name, bytes: original.bytes }), name: original.name };
  },
});

function toPreview(staged: StagedReturn, earlier: ReturnPreview['earlier']): ReturnPreview {
  const ofRow = new Map(staged.events.flatMap((event) => event.rows.map((row) => [row, event] as const)));
  const sure = staged.events.filter((event) => event.date.problems.length === 0 && event.date.certainty === 'certain').length;
  const ask = staged.events.filter((event) => event.date.precision === 'unknown' || event.date.alternatives.length > 0).length;
  return {
    file: staged.file,
    format: staged.format,
    agencies: staged.agencies,
    tables: staged.tables,
    rowsRead: staged.rowsRead,
    entries: staged.events.length,
    columns: staged.columns,
    mapping: staged.mapping,
    rows: rowsShown(staged, ofRow).map((index) => {
      const row = staged.rows[index]!;
      const event = ofRow.get(index);
      return {
        table: row.table,
        row: row.row,
        cells: staged.columns.filter((column) => column.table === row.table).map((column) => row.cells[column.name] ?? ''),
        dateWritten: event ? event.date.asWritten : null,
        dateLabel: event ? dateLabel(event.date) : null,
        dateNote: event?.date.problems[0]?.message ?? null,
        isEntry: event !== undefined,
      };
    }),
    datesSure: sure,
    datesWorkedOut: staged.events.length - sure - ask,
    datesToAsk: ask,
    problems: staged.problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, staged.problems.length - MOST_PROBLEMS),
    earlier,
  };
}

/** From just above its first entry on, each table or sheet gets its share: none is mapped blind. */
function rowsShown(staged: StagedReturn, ofRow: ReadonlyMap<number, unknown>): number[] {
  const tables = new Map<TableRef, { first: number; entry: number | null; last: number }>();
  for (const [index, row] of staged.rows.entries()) {
    const known = tables.get(row.table) ?? { first: index, entry: null, last: index };
    known.last = index;
    if (known.entry === null && ofRow.has(index)) known.entry = index;
    tables.set(row.table, known);
  }
  const share = Math.max(LEAST_OF_TABLE, Math.floor(ROWS_SHOWN / Math.max(1, tables.size)));
  return [...tables.entries()].slice(0, MOST_TABLES).flatMap(([table, { first, entry, last }]) => {
    const from = Math.max(first, (entry ?? first) - 2);
    const indexes = Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i);
    return indexes.filter((index) => staged.rows[index]?.table === table).slice(0, share);
  });
}
