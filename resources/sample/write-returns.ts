import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_RETURNS } from './returns/all-returns.ts';
import { FIRST_VERSIONS } from './returns/first-versions.ts';
import type { AgencyCode, SampleReturn } from './returns/sample-return.ts';
import { returnAsCsv } from './returns-csv.ts';
import { returnAsDocx } from './returns-docx.ts';
import { returnAsXlsx } from './returns-xlsx.ts';
import { formatOf } from './rows-of.ts';

export type SampleReturnFile = {
  name: string;
  code: AgencyCode;
  agency: string;
  received: string;
  returnVersion: number;
  bytes: Uint8Array;
};

const WRITERS = { docx: returnAsDocx, xlsx: returnAsXlsx, csv: returnAsCsv } as const;

const fileOf = (sample: SampleReturn): SampleReturnFile => ({
  name: sample.file,
  code: sample.code,
  agency: sample.agency,
  received: sample.received,
  returnVersion: sample.returnVersion,
  bytes: WRITERS[formatOf(sample)](sample),
});

/** The seven agencies' returns, latest versions, as the files that were sent. The same bytes every time. */
export const sampleReturnFiles = (): SampleReturnFile[] => SAMPLE_RETURNS.map(fileOf);

/** The returns that came twice, as they came first. */
export const firstReturnFiles = (): SampleReturnFile[] => FIRST_VERSIONS.map(fileOf);

// `node resources/sample/write-returns.ts FOLDER`. Compared by name: in a bundle this file is no script.
if (process.argv[1]?.endsWith('write-returns.ts') === true) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write('Name the folder to write the sample returns to.\n');
    process.exitCode = 2;
  } else {
    mkdirSync(folder, { recursive: true });
    for (const file of [...firstReturnFiles(), ...sampleReturnFiles()]) writeFileSync(join(folder, file.name), file.bytes);
  }
}
