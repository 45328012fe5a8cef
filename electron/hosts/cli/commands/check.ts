import { AppError } from '#shared/kernel/app-error.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { show } from '../print.ts';
import { publicId } from '../register-file.ts';

export const check: CliCommand = {
  usage: 'check F.docx --review FILE',
  about: 'reads any Word file again: looks for everything on the register and for what a Word file can hide',
  shape: { places: ['F.docx'], options: ['review'] },
  run: async (args) => {
    const path = args.option('review');
    if (path === undefined) throw new AppError('wrongUsage', { why: '--review is missing.' });
    return withReview(args, path, async (review) => {
      const { clean, findings: found } = await review.call('publish.check', { file: review.give(args.place(0)) });
      const { rows } = await review.call('register.list', {});
      const known = new Map(rows.map(({ entry }) => [entry.id, publicId(entry)]));
      const findings = found.map(({ entryId, ...finding }) =>
        entryId === undefined ? finding : { ...finding, entryId: known.get(entryId) ?? entryId },
      );
      await show(args, { clean, findings }, () =>
        clean ? 'Nothing found.' : findings.map((f) => `${f.part}: ${f.message}`).join('\n'),
      );
      return clean ? 0 : 3;
    });
  },
};
