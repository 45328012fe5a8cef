import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReview } from './review.ts';
import { workbookReturn } from './workbook.ts';
import { csvReturn, wordReturn } from './word.ts';

/** Every file that a measure may need, by name; made once per run. */
const INPUTS: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
  'return-1000.docx': (path) => writeFileSync(path, wordReturn(1_000)),
  'return-10000.docx': (path) => writeFileSync(path, wordReturn(10_000)),
  'return-50000.xlsx': (path) => writeFileSync(path, workbookReturn(50_000)),
  'return-100000.csv': (path) => writeFileSync(path, csvReturn(100_000)),
  'events-2000.review': (path) => makeReview(path, 2_000),
  'events-100000.review': (path) => makeReview(path, 100_000),
  'events-1000000.review': (path) => makeReview(path, 1_000_000),
};

export async function makeInput(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const make = INPUTS[name];
  if (!make) throw new Error(`no input ${name}`);
  if (!existsSync(path)) await make(path);
}
