import type { OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Arguments } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { show } from '../print.ts';

export const verify: CliCommand = {
  usage: 'verify FILE',
  about: 'integrity of file, search index, aggregates and the chain of the activity log',
  shape: { places: ['FILE'] },
  run: async (args) => {
    const { ok, problems, chainHead } = await looked(args);
    await show(args, { ok, problems }, () =>
      ok ? `Nothing found. Head of the activity chain: ${chainHead}` : problems.map((p) => `${p.part}: ${p.message}`).join('\n'),
    );
    return ok ? 0 : 3;
  },
};

type Looked = Pick<OutputOf<'review.verify'>, 'ok' | 'problems' | 'chainHead'>;

/** A file too broken to be opened has been looked at all the same: that is what was found. */
async function looked(args: Arguments): Promise<Looked> {
  try {
    return await withReview(args, args.place(0), (review) => review.call('review.verify', {}));
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'damaged' && error.code !== 'notAReview')) throw error;
    return { ok: false, problems: [{ part: 'file', message: error.message }], chainHead: '' };
  }
}
