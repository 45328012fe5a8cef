import { resolve } from 'node:path';
import { makeSample } from '#core/index.ts';
import type { CliCommand } from '../command.ts';
import { aboutFile } from '../context-files.ts';
import { readPassphrase } from '../passphrase.ts';
import { progressTo, show } from '../print.ts';

export const sample: CliCommand = {
  usage: 'sample FILE',
  about: 'creates the fictional sample review',
  shape: { places: ['FILE'] },
  run: async (args) => {
    const progress = progressTo(args);
    const passphrase = await readPassphrase(args);
    const made = await aboutFile(args.place(0), () =>
      makeSample(resolve(args.place(0)), passphrase, new Date().toISOString(), (label, done, total) =>
        progress({ label, done, total }),
      ),
    );
    await show(args, made, () => 'Created the sample review. Everything in it is invented.');
    return 0;
  },
};
