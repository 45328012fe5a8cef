import type { EventFilter } from '#shared/contract/chronology.ts';
import { dayNumber } from '#shared/kernel/clock.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import type { RouteParams } from '#renderer/data/route.ts';

/** What narrows the chronology. The words searched for are kept apart: they may be a name, so they are never in the hash. */
export type Filters = Omit<EventFilter, 'search'>;
export type FilterKind = 'agency' | 'period' | 'theme' | 'person' | 'problems' | 'untagged' | 'return';

const ids = (value: string | undefined): string[] => (value ?? '').split(',').filter((id) => ID_PATTERN.test(id));

function day(value: string | undefined): string | undefined {
  try {
    if (value !== undefined) dayNumber(value);
    return value;
  } catch {
    return undefined;
  }
}

/** From the hash; what is not ours is left out. */
export function readFilters(params: RouteParams): Filters {
  const filters: Filters = {};
  const agencyIds = ids(params['agency']);
  const themeIds = ids(params['theme']);
  const personIds = ids(params['person']);
  const [returnId] = ids(params['return']);
  const from = day(params['from']);
  const to = day(params['to']);
  if (agencyIds.length > 0) filters.agencyIds = agencyIds;
  if (themeIds.length > 0) filters.themeIds = themeIds;
  if (personIds.length > 0) filters.personIds = personIds;
  if (from) filters.from = from;
  if (to) filters.to = to;
  if (params['problems'] === '1') filters.problemsOnly = true;
  if (params['untagged'] === '1') filters.untaggedOnly = true;
  if (returnId) filters.returnId = returnId;
  return filters;
}

/** All of them each time, so that one that is off leaves the hash. */
export function filterParams(filters: Filters): Record<string, string | undefined> {
  const list = (of: readonly string[] | undefined): string | undefined => (of?.length ? of.join(',') : undefined);
  return {
    agency: list(filters.agencyIds),
    theme: list(filters.themeIds),
    person: list(filters.personIds),
    from: filters.from,
    to: filters.to,
    problems: filters.problemsOnly ? '1' : undefined,
    untagged: filters.untaggedOnly ? '1' : undefined,
    return: filters.returnId,
  };
}

/** The kinds that are on, in the order of the bar. */
export function kindsOn(filters: Filters): FilterKind[] {
  const on: [FilterKind, boolean][] = [
    ['agency', Boolean(filters.agencyIds?.length)],
    ['period', Boolean(filters.from ?? filters.to)],
    ['theme', Boolean(filters.themeIds?.length)],
    ['person', Boolean(filters.personIds?.length)],
    ['problems', filters.problemsOnly === true],
    ['untagged', filters.untaggedOnly === true],
    ['return', filters.returnId !== undefined],
  ];
  return on.filter(([, is]) => is).map(([kind]) => kind);
}

/** The same filters without this kind. */
export function without(filters: Filters, kind: FilterKind): Filters {
  const { agencyIds, themeIds, personIds, from, to, problemsOnly, untaggedOnly, returnId } = filters;
  return {
    ...(agencyIds && kind !== 'agency' ? { agencyIds } : {}),
    ...(from && kind !== 'period' ? { from } : {}),
    ...(to && kind !== 'period' ? { to } : {}),
    ...(themeIds && kind !== 'theme' ? { themeIds } : {}),
    ...(personIds && kind !== 'person' ? { personIds } : {}),
    ...(problemsOnly && kind !== 'problems' ? { problemsOnly } : {}),
    ...(untaggedOnly && kind !== 'untagged' ? { untaggedOnly } : {}),
    ...(returnId && kind !== 'return' ? { returnId } : {}),
  };
}
