import { AppError } from '#shared/kernel/app-error.ts';
import type { ActionLine } from '#shared/model/recommendation.ts';
import type { Arguments } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { out, outLine } from '../print.ts';

export const actions: CliCommand = {
  usage: 'actions FILE [list] · actions FILE import F',
  about: 'recommendations and actions; import reads numbered paragraphs, headings or a table from Word, Excel, CSV or text',
  shape: { places: ['FILE', '[list or import]', '[F]'], flags: ['anonymised'] },
  run: async (args) => {
    const verb = args.place(1) || 'list';
    if (verb === 'list' && args.count() <= 2) {
      return withReview(args, args.place(0), async (review) => {
        await print(args, await review.call('action.list', {}));
        return 0;
      });
    }
    if (verb !== 'import' || args.count() !== 3)
      throw new AppError('wrongUsage', { why: 'Say: actions FILE, actions FILE list, or actions FILE import F.' });
    return withReview(args, args.place(0), async (review) => {
      const before = new Set((await review.call('action.list', {})).map((line) => line.id));
      const read = await review.call('action.read', { file: review.give(args.place(2)) });
      if (read.items.length === 0)
        throw new AppError('unreadableFile', {
          why: (read.problems[0] ?? 'no numbered action was found in it').replace(/\.$/, ''),
          wanted: 'numbered actions or a table of them',
          agency: 'its sender',
        });
      const lines = await review.call('action.import', { items: read.items });
      await print(
        args,
        lines.filter((line) => !before.has(line.id)),
      );
      if (!args.json) for (const problem of read.problems) process.stderr.write(`${problem}\n`);
      return 0;
    });
  },
};

async function print(args: Arguments, lines: readonly ActionLine[]): Promise<void> {
  for (const line of lines) {
    if (args.json) await outLine(line);
    else
      await out(
        `${line.kind === 'recommendation' ? 'Recommendation' : 'Action'} ${line.number}  ${line.text}\n${line.owners.length > 0 ? `  Owner: ${line.owners.join(', ')}\n` : ''}${line.timescale ? `  By: ${line.timescale.asWritten}\n` : ''}`,
      );
  }
}
