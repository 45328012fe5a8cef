import type { EventFilter } from '#shared/contract/chronology.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { EventLine } from '#shared/model/chronology-event.ts';
import type { Arguments } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { withReview, type CliReview } from '../context.ts';
import { out, outLine } from '../print.ts';

const PAGE = 1000;

export const events: CliCommand = {
  usage: 'events FILE [--agency A] [--from D] [--to D] [--search WORDS] [--theme T] [--person P] [--anonymised]',
  about: 'the integrated chronology, in order',
  shape: { places: ['FILE'], options: ['agency', 'from', 'to', 'search', 'theme', 'person'] },
  run: (args) =>
    withReview(args, args.place(0), async (review) => {
      const filter = await filterOf(review, args);
      for (let from: number | null = null, done = false; !done; ) {
        const page: { lines: EventLine[]; next: number | null } = await review.call('chronology.lines', {
          filter,
          from,
          limit: PAGE,
        });
        for (const line of page.lines) await (args.json ? outLine(line) : out(inWords(line)));
        from = page.next;
        done = from === null;
      }
      return 0;
    }),
};

async function filterOf(review: CliReview, args: Arguments): Promise<EventFilter> {
  const filter: EventFilter = {};
  const search = args.option('search');
  if (search !== undefined) filter.search = search;
  for (const side of ['from', 'to'] as const) {
    const day = args.option(side);
    if (day === undefined) continue;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new AppError('wrongUsage', { why: `--${side} is a day written as 2025-03-01.` });
    filter[side] = day;
  }
  const agency = args.option('agency');
  if (agency !== undefined) {
    const found = (await review.call('agency.list', {})).filter((row) => same(row.name, agency) || same(row.letters, agency));
    if (found.length === 0) throw new AppError('notFound', { what: 'agency' });
    filter.agencyIds = found.map((row) => row.id);
  }
  const theme = args.option('theme');
  if (theme !== undefined) {
    const found = (await review.call('theme.list', {})).filter((row) => same(row.name, theme));
    if (found.length === 0) throw new AppError('notFound', { what: 'theme' });
    filter.themeIds = found.map((row) => row.id);
  }
  const person = args.option('person');
  if (person !== undefined) {
    const register = await review.call('register.list', {});
    const found = register.rows.filter(
      ({ entry }) =>
        same(entry.pseudonym, person) || entry.id === person || (!args.flag('anonymised') && same(entry.realName, person)),
    );
    if (found.length === 0) throw new AppError('notFound', { what: 'person on the register' });
    if (register.stale) await review.call('register.recount', {});
    filter.personIds = found.map(({ entry }) => entry.id);
  }
  return filter;
}

const same = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

function inWords(line: EventLine): string {
  const when = line.date.earliest ?? line.date.latest ?? 'no date';
  const until = line.date.latest && line.date.latest !== line.date.earliest ? `–${line.date.latest}` : '';
  return `${String(line.ref).padStart(4, '0')}  ${when}${until}${line.date.time ? ` ${line.date.time}` : ''}  [${line.date.asWritten}]  ${line.agency}${line.sourceOfInformation ? `, ${line.sourceOfInformation}` : ''}\n      ${line.description.replaceAll('\n', '\n      ')}\n`;
}
