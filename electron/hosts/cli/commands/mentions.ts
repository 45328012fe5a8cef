import { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';
import { RegisterEntry } from '#shared/model/register.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { CliCommand } from '../command.ts';
import { readFile } from '../context-files.ts';
import { outLine } from '../print.ts';
import { parseAs, readJsonLines } from '../read-lines.ts';

const Line = z.object({ id: z.string(), text: z.string() });
/** A register as a list, or as the one object that holds it. */
const RegisterFile = z.union([
  z.array(RegisterEntry),
  z.object({ entries: z.array(RegisterEntry) }).transform((file) => file.entries),
]);

export const readRegister = (path: string): RegisterEntry[] =>
  parseAs(RegisterFile, new TextDecoder().decode(readFile(path)), 'the register');

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
