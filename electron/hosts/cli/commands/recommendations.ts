import { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';
import { readRecommendation } from '#shared/recommendations/read-recommendation.ts';
import type { CliCommand } from '../command.ts';
import { outLine } from '../print.ts';
import { readJsonLines } from '../read-lines.ts';

const Line = z.object({ id: z.string(), text: z.string() });

export const recommendations: CliCommand = {
  usage: 'recommendations check',
  about: 'reads JSON Lines {id, text} from stdin; finds owner, timescale and measure, and says what is weak',
  shape: { places: ['check'] },
  run: async (args) => {
    if (args.place(0) !== 'check') throw new AppError('wrongUsage', { why: 'The only form is: recommendations check.' });
    const today = new Date().toISOString().slice(0, 10);
    for await (const { id, text } of readJsonLines(Line)) await outLine({ id, ...readRecommendation(text, { today }) });
    return 0;
  },
};
