import { createHash } from 'node:crypto';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import type { EventLine } from '#shared/model/chronology-event.ts';
import { rowsOf, sampleReturnOf } from '#resources/sample/rows-of.ts';
import type { AgencyCode } from '#resources/sample/returns/sample-return.ts';
import { firstReturnFiles, type SampleReturnFile, sampleReturnFiles } from '#resources/sample/write-returns.ts';
import { runReader } from '../../workers/run-reader.ts';
import { addReturn, importContext } from '../returns/steps.ts';
import type { SampleDoors, SampleEvents } from './sample-doors.ts';

type Progress = (label: string, done: number, total: number | null) => void;
export type CameFirst = { returnIds: ReadonlyMap<AgencyCode, string> };

/** Every agency's return as it came first. */
export async function importFirstReturns(doors: SampleDoors, progress: Progress): Promise<CameFirst> {
  const first = new Map(firstReturnFiles().map((file) => [file.code, file]));
  const files = sampleReturnFiles().map((file) => first.get(file.code) ?? file);
  const returnIds = new Map<AgencyCode, string>();
  const staged = await readAll(
    doors,
    files,
    () => null,
    (done) => progress('Reading the agencies’ returns', done, files.length),
  );
  for (const [i, file] of files.entries()) returnIds.set(file.code, await add(doors, file, staged[i]!, null));
  return { returnIds };
}

/** The later versions, each compared with the first and applied as a whole; what it asks about is settled. */
export async function importLaterVersions(
  doors: SampleDoors,
  { returnIds }: CameFirst,
  progress: Progress,
): Promise<SampleEvents> {
  const later = sampleReturnFiles()
    .filter(({ returnVersion }) => returnVersion > 1)
    .sort((a, b) => a.received.localeCompare(b.received));
  const replaces = ({ code }: SampleReturnFile): string => returnIds.get(code)!;
  const staged = await readAll(doors, later, replaces, (done) => progress('Comparing the corrected returns', done, later.length));
  for (const [i, file] of later.entries()) await add(doors, file, staged[i]!, replaces(file));
  for (const { id, rowVersion, kind } of await doors.ask('returns.questions', { openOnly: true }))
    await doors.run('returns.answer', { id, rowVersion, answer: kind === 'vanished' ? 'hide' : 'keepCorrection' });
  const known = new Map<string, string[]>();
  for (const [code, returnId] of returnIds) {
    const rows = rowsOf(code);
    const lines = await linesOf(doors, code, returnId);
    if (rows.length !== lines.length)
      throw new Error(`the sample's return of ${code} was read as ${lines.length} entries, not ${rows.length}`);
    rows.forEach(({ t }, n) => {
      if (t === null) return;
      const place = `${code}:${t}`;
      known.set(place, [...(known.get(place) ?? []), lines[n]!.id]);
    });
  }
  return { of: (agency, t) => known.get(`${agency}:${t}`) ?? [] };
}

/** No file needs to know of another, so all are read at once, each in a thread of its own as ever. */
async function readAll(
  doors: SampleDoors,
  files: readonly SampleReturnFile[],
  replaces: (file: SampleReturnFile) => string | null,
  progress: (done: number) => void,
): Promise<StagedReturn[]> {
  let done = 0;
  progress(done);
  return Promise.all(
    files.map(async (file) => {
      const staged = await read(doors, file, replaces(file));
      done += 1;
      progress(done);
      return staged;
    }),
  );
}

async function read({ core, session, now }: SampleDoors, file: SampleReturnFile, replaces: string | null): Promise<StagedReturn> {
  const { anchor, agencies, remembered, firstBirth } = await core.read(
    importContext,
    { agency: file.agency, replaces },
    session,
    now,
  );
  return runReader(file.bytes, file.name, {
    file: file.name,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    agency: file.agency,
    anchor,
    agencies,
    received: file.received,
    ...(firstBirth ? { firstBirth } : {}),
    ...(remembered ? { remembered } : {}),
  });
}

/** Adds one file by the step of an import; it is noted as of the day on which it came. */
async function add(
  { core, session }: SampleDoors,
  file: SampleReturnFile,
  staged: StagedReturn,
  replaces: string | null,
): Promise<string> {
  const at = `${file.received}T09:00:00.000Z`;
  const result = await core.write(addReturn, { staged, bytes: file.bytes, replaces, agencyGiven: true }, session, at);
  return result.returnId!;
}

/** The entries of a return in the order in which their rows stand in its newest version. */
async function linesOf(doors: SampleDoors, code: AgencyCode, returnId: string): Promise<EventLine[]> {
  const { lines } = await doors.ask('chronology.lines', { filter: { returnId }, from: null, limit: 2000 });
  const tables = sampleReturnOf(code).tables.map(({ name }) => name);
  const placeOf = ({ provenance: [first] }: EventLine): [table: number, row: number] => {
    const table = first?.table ?? 0;
    return [typeof table === 'number' ? table : tables.indexOf(table), first?.row ?? 0];
  };
  return lines.sort((a, b) => {
    const [aTable, aRow] = placeOf(a);
    const [bTable, bRow] = placeOf(b);
    return aTable - bTable || aRow - bRow;
  });
}
