import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { procedureOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { z } from 'zod';
import type { CliCommand } from '../command.ts';
import { readFile } from '../context-files.ts';
import { withReview } from '../context.ts';
import { out } from '../print.ts';
import { parseAs } from '../read-lines.ts';

export const call: CliCommand = {
  usage: 'call FILE METHOD [INPUT.json or -] [--out F] [--anonymised]',
  about: 'any method of the contract; prints its output as JSON. --out writes the file that it makes',
  shape: { places: ['FILE', 'METHOD', '[INPUT.json or -]'], options: ['out'], flags: ['anonymised'] },
  run: async (args) => {
    const spec = procedureOf(args.place(1));
    if (!spec) throw new AppError('unknownMethod');
    const from = args.place(2);
    const text = from === '' ? '{}' : from === '-' ? await stdin() : new TextDecoder().decode(readFile(from));
    const input: unknown = parseAs(z.unknown(), text, 'the input');
    const to = args.option('out');
    if (to !== undefined) mayWrite(to);
    return withReview(args, args.place(0), async (review) => {
      const output = await review.callByName(args.place(1), withFile(input, review.give));
      if (to !== undefined) writeOut(to, output, review.take);
      await out(`${JSON.stringify(output, null, args.json ? 0 : 2)}\n`);
      return 0;
    });
  },
};

/** On the command line a file and the place of a review are paths; the core takes refs. */
function withFile(input: unknown, give: (path: string) => string): unknown {
  if (input === null || typeof input !== 'object') return input;
  const given = { ...input };
  if ('file' in given && typeof given.file === 'string') given.file = give(given.file);
  if ('place' in given && typeof given.place === 'string') given.place = give(given.place);
  return given;
}

/** Looked at before the call: a file that is there already is left alone. */
function mayWrite(to: string): void {
  if (existsSync(to)) throw new AppError('fileExists');
  if (!existsSync(dirname(resolve(to)))) throw new AppError('writeFailed', { file: basename(to) });
}

function writeOut(to: string, output: unknown, take: (ref: string) => { bytes: Uint8Array }): void {
  const made = output !== null && typeof output === 'object' && 'file' in output ? output.file : null;
  if (typeof made !== 'string') throw new AppError('wrongUsage', { why: 'That method made no file for --out.' });
  writeFileSync(to, take(made).bytes, { flag: 'wx' });
}

async function stdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
