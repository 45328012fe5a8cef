import { toAppError } from '#shared/kernel/app-error.ts';
import { jobs, type JobContext } from '../../../kernel/jobs.ts';
import { runPackingReader } from '../../../workers/run-reader.ts';
import type { PackedReturn } from '../staging/packed-return.ts';
import { importContext, readOriginal } from '../steps.ts';
import { compareFiles, versionToRead } from './steps.ts';

export const returnVersionJobs = jobs({
  'returns.compareVersions': async (job, { id, from, to }) => {
    const before = await readVersion(job, id, from);
    const after = from === to ? before : await readVersion(job, id, to);
    return job.read(compareFiles, { id, from, to, before, after });
  },
});

/** A kept file read again, its columns as they were placed then. */
async function readVersion(job: JobContext, id: string, returnVersion: number): Promise<PackedReturn> {
  job.progress(`Reading return ${returnVersion} again`, 0, null);
  const { sha256, mapping, received, agency } = await job.read(versionToRead, { id, returnVersion });
  const { name, bytes } = await job.read(readOriginal, { id, returnVersion });
  const { anchor, agencies, firstBirth } = await job.read(importContext, { agency });
  const context = { file: name, sha256, agency, anchor, agencies, received, ...(firstBirth ? { firstBirth } : {}) };
  const read = (columns: object): Promise<PackedReturn> =>
    runPackingReader(bytes.slice(), name, { ...context, ...columns }, {}, job.signal);
  try {
    return await read({ given: mapping });
  } catch (thrown) {
    // Kept by an older program that named a column otherwise: then its columns are looked for by their names.
    if (toAppError(thrown).code !== 'badMapping') throw thrown;
    return await read({ remembered: mapping });
  }
}
