import { procedureOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { z } from 'zod';
import type { CliCommand } from '../command.ts';
import { readFile } from '../context-files.ts';
import { withReview } from '../context.ts';
import { out } from '../print.ts';
import { parseAs } from '../read-lines.ts';

export const call: CliCommand = {
  usage: 'call FILE METHOD [INPUT.json or -] [--anonymised]',
  about: 'any method of the contract; prints its output as JSON',
  shape: { places: ['FILE', 'METHOD', '[INPUT.json or -]'] },
  run: async (args) => {
    const spec = procedureOf(args.place(1));
    if (!spec) throw new AppError('unknownMethod');
    const from = args.place(2);
    const text = from === '' ? '{}' : from === '-' ? await stdin() : new TextDecoder().decode(readFile(from));
    const input: unknown = parseAs(z.unknown(), text, 'the input');
    return withReview(args, args.place(0), async (review) => {
      await out(
        `${JSON.stringify(await review.callByName(args.place(1), withFile(input, review.give)), null, args.json ? 0 : 2)}\n`,
      );
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

async function stdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
