import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_RETURNS } from './returns/all-returns.ts';
import type { AgencyCode } from './returns/sample-return.ts';
import { returnAsCsv } from './returns-csv.ts';
import { returnAsDocx } from './returns-docx.ts';
import { isDocx } from './rows-of.ts';

export type SampleReturnFile = { name: string; code: AgencyCode; agency: string; received: string; bytes: Uint8Array };

/** The seven agencies' returns, latest versions, as the files that were sent. The same bytes every time. */
export function sampleReturnFiles(): SampleReturnFile[] {
  return SAMPLE_RETURNS.map((sample) => ({
    name: sample.file,
    code: sample.code,
    agency: sample.agency,
    received: sample.received,
    bytes: isDocx(sample) ? returnAsDocx(sample) : returnAsCsv(sample),
  }));
}

// `node resources/sample/write-returns.ts FOLDER`. Compared by name: in a bundle this file is no script.
if (process.argv[1]?.endsWith('write-returns.ts') === true) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write('Name the folder to write the sample returns to.\n');
    process.exitCode = 2;
  } else {
    mkdirSync(folder, { recursive: true });
    for (const file of sampleReturnFiles()) writeFileSync(join(folder, file.name), file.bytes);
  }
}
