import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { show } from '../print.ts';

export const verify: CliCommand = {
  usage: 'verify FILE',
  about: 'integrity of file, search index, aggregates and the chain of the activity log',
  shape: { places: ['FILE'] },
  run: (args) =>
    withReview(args, args.place(0), async (review) => {
      const { ok, problems, chainHead } = await review.call('review.verify', {});
      await show(args, { ok, problems }, () =>
        ok
          ? `Nothing found. Head of the activity chain: ${chainHead}`
          : problems.map((p) => `${p.part}: ${p.message}`).join('\n'),
      );
      return ok ? 0 : 3;
    }),
};
