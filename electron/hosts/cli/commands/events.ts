import type { EventFilter } from '#shared/contract/chronology.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { EventLine } from '#shared/model/chronology-event.ts';
import type { Arguments } from '../arguments.ts';
import type { CliCommand } from '../command.ts';
import { dayOption } from '../days.ts';
import { withReview, type CliReview } from '../context.ts';
import { out, outLine } from '../print.ts';

const PAGE = 1000;

export const events: CliCommand = {
  usage: 'events FILE [--agency A] [--from D] [--to D] [--search WORDS] [--theme T] [--person P] [--anonymised]',
  about: 'the integrated chronology, in order',
  shape: { places: ['FILE'], options: ['agency', 'from', 'to', 'search', 'theme', 'person'], flags: ['anonymised'] },
  run: async (args) => {
    const days = daysOf(args);
    return withReview(args, args.place(0), async (review) => {
      const filter = { ...days, ...(await filterOf(review, args)) };
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
    });
  },
};

/** Looked at before anything is opened: a day that is none is wrong usage. */
function daysOf(args: Arguments): EventFilter {
  const days: EventFilter = {};
  for (const side of ['from', 'to'] as const) {
    const day = dayOption(side, args.option(side));
    if (day !== undefined) days[side] = day;
  }
  if (days.from !== undefined && days.to !== undefined && days.from > days.to)
    throw new AppError('wrongUsage', { why: 'The period ends before it begins.' });
  return days;
}

async function filterOf(review: CliReview, args: Arguments): Promise<EventFilter> {
  const filter: EventFilter = {};
  const search = args.option('search');
  if (search !== undefined) filter.search = search;
  const agency = args.option('agency');
  if (agency !== undefined) {
    const list = await review.call('agency.list', {});
    const found = list.filter((row) => same(row.name, agency) || same(row.letters, agency));
    if (found.length === 0)
      throw noneOf(
        'agency',
        list.map((row) => row.name),
      );
    filter.agencyIds = found.map((row) => row.id);
  }
  const theme = args.option('theme');
  if (theme !== undefined) {
    const list = await review.call('theme.list', {});
    const found = list.filter((row) => same(row.name, theme));
    if (found.length === 0)
      throw noneOf(
        'theme',
        list.map((row) => row.name),
      );
    filter.themeIds = found.map((row) => row.id);
  }
  const person = args.option('person');
  if (person !== undefined) {
    const register = await review.call('register.list', {});
    const found = register.rows.filter(
      ({ entry }) =>
        same(entry.pseudonym, person) ||
        entry.id === person ||
        entry.givenId === person ||
        (!args.flag('anonymised') && same(entry.realName, person)),
    );
    if (found.length === 0)
      throw noneOf(
        'person',
        register.rows.map(({ entry }) => entry.pseudonym).filter((name) => name !== ''),
      );
    if (register.stale) await review.call('register.recount', {});
    filter.personIds = found.map(({ entry }) => entry.id);
  }
  return filter;
}

/** What was asked for by name is not there; says what is. */
const noneOf = (what: string, known: string[]): AppError =>
  new AppError(
    'notFound',
    { what, known },
    `There is no ${what} of that name in this review. Known: ${known.join(', ') || 'none'}.`,
  );

const same = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

function inWords(line: EventLine): string {
  const when = line.date.earliest ?? line.date.latest ?? 'no date';
  const until = line.date.latest && line.date.latest !== line.date.earliest ? `–${line.date.latest}` : '';
  return `${String(line.ref).padStart(4, '0')}  ${when}${until}${line.date.time ? ` ${line.date.time}` : ''}  [${line.date.asWritten}]  ${line.agency}${line.sourceOfInformation ? `, ${line.sourceOfInformation}` : ''}\n      ${line.description.replaceAll('\n', '\n      ')}\n`;
}
