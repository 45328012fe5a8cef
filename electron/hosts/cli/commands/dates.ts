import { DateInput } from '#shared/model/event-date.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { CliCommand } from '../command.ts';
import { outLine } from '../print.ts';
import { readJsonLines } from '../read-lines.ts';

export const dates: CliCommand = {
  usage: 'dates',
  about: 'reads JSON Lines {id, text, anchor?} from stdin; prints each date as it was understood',
  shape: { places: [] },
  run: async () => {
    for await (const { id, text, anchor } of readJsonLines(DateInput)) await outLine({ id, ...readDate(text, anchor) });
    return 0;
  },
};
