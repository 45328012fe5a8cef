import { z } from 'zod';
import { readDate } from '#shared/dates/read-date.ts';
import { DateAnchor, DateInput } from '#shared/model/event-date.ts';
import type { CliCommand } from '../command.ts';
import { isDay } from '../days.ts';
import { outLine } from '../print.ts';
import { readJsonLines } from '../read-lines.ts';

const AnchorDay = z.string().refine(isDay, 'it should be a day of the calendar such as 2010-10-12').nullish();
/** Scripts pipe whole records in: what is not ours is passed over, and null stands for what is not known. */
const Line = z.object({
  id: DateInput.shape.id,
  text: DateInput.shape.text,
  anchor: z
    .object({ previousEarliest: AnchorDay, previousLatest: AnchorDay, scopeFrom: AnchorDay, scopeTo: AnchorDay })
    .nullish(),
});

export const dates: CliCommand = {
  usage: 'dates',
  about: 'reads JSON Lines {id, text, anchor?} from stdin; prints each date as it was understood',
  shape: { places: [] },
  run: async () => {
    for await (const { id, text, anchor } of readJsonLines(Line)) {
      const known = Object.entries(anchor ?? {}).filter(([, day]) => day !== null && day !== undefined);
      await outLine({ id, ...readDate(text, DateAnchor.parse(Object.fromEntries(known))) });
    }
    return 0;
  },
};
