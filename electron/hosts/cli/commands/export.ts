import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { show } from '../print.ts';

const PAGE = 1000;

/** Everything in formats that anything opens: JSON Lines for lists and the chronology, originals as they came. */
export const exportAll: CliCommand = {
  usage: 'export FILE --to DIR',
  about: 'everything in open formats; plain text: it warns, and is on the activity log',
  shape: { places: ['FILE'], options: ['to'] },
  run: async (args) => {
    const to = args.option('to');
    if (to === undefined) throw new AppError('wrongUsage', { why: '--to is missing.' });
    return withReview(args, args.place(0), async (review) => {
      const files: string[] = [];
      const folder = resolve(to);
      const write = (name: string, data: string | Uint8Array): void => {
        try {
          mkdirSync(join(folder, name, '..'), { recursive: true, mode: 0o700 });
          writeFileSync(join(folder, name), data, { mode: 0o600 });
        } catch {
          throw new AppError('writeFailed');
        }
        files.push(name);
      };
      const { parts, originals } = await review.call('review.export', {});
      if (!args.json)
        process.stderr.write('This writes everything in the review as plain text. Whoever can read the folder can read it.\n');
      for (const part of parts) write(part.name, part.text);
      const lines: string[] = [];
      for (let from: number | null = null, done = false; !done; ) {
        const page: { lines: unknown[]; next: number | null } = await review.call('chronology.lines', {
          filter: {},
          from,
          limit: PAGE,
        });
        lines.push(...page.lines.map((line) => JSON.stringify(line)));
        from = page.next;
        done = from === null;
      }
      write('chronology.jsonl', lines.map((line) => `${line}\n`).join(''));
      for (const original of originals) {
        const handed = await review.call('returns.original', { id: original.returnId, returnVersion: original.returnVersion });
        write(join('returns', original.name), review.take(handed.file).bytes);
      }
      await show(args, { files }, () => files.join('\n'));
      return 0;
    });
  },
};
