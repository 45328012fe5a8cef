import { AppError } from '#shared/kernel/app-error.ts';
import type { KeptRegisterEntry } from '#shared/model/register.ts';
import type { CliCommand } from '../command.ts';
import { withReview } from '../context.ts';
import { show } from '../print.ts';
import { publicEntry, readRegister } from '../register-file.ts';

export const people: CliCommand = {
  usage: 'people FILE list · people FILE import R.json',
  about: 'the register of people, places, organisations and numbers',
  shape: { places: ['FILE', 'list or import', '[R.json]'], flags: ['anonymised'] },
  run: async (args) => {
    const verb = args.place(1);
    if (verb === 'list') {
      return withReview(args, args.place(0), async (review) => {
        const { rows } = await review.call('register.list', {});
        await print(rows.map((row) => row.entry));
        return 0;
      });
    }
    if (verb !== 'import' || args.count() < 3)
      throw new AppError('wrongUsage', { why: 'Say: people FILE list, or people FILE import R.json.' });
    const entries = readRegister(args.place(2));
    return withReview(args, args.place(0), async (review) => {
      await print(await review.call('register.import', { entries }));
      return 0;
    });

    function print(kept: readonly KeptRegisterEntry[]): Promise<void> {
      const list = kept.map(publicEntry);
      return show(args, list, () =>
        list.map((e) => `${e.pseudonym || '–'}  ${e.realName}${e.role ? `, ${e.role}` : ''}`).join('\n'),
      );
    }
  },
};
