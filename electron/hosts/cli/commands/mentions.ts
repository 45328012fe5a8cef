import { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { CliCommand } from '../command.ts';
import { outLine } from '../print.ts';
import { readJsonLines } from '../read-lines.ts';
import { readRegister } from '../register-file.ts';

const Line = z.object({ id: z.string(), text: z.string() });

export const mentions: CliCommand = {
  usage: 'mentions --register R.json',
  about: 'reads JSON Lines {id, text} from stdin; prints every mention of those on the register',
  shape: { places: [], options: ['register'] },
  run: async (args) => {
    const path = args.option('register');
    if (path === undefined) throw new AppError('wrongUsage', { why: '--register is missing.' });
    const matcher = createMatcher(readRegister(path));
    for await (const { id, text } of readJsonLines(Line)) await outLine({ id, mentions: matcher.find(text) });
    return 0;
  },
};
