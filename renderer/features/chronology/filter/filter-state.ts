import { type Condition, type ConditionGroup, Conditions, type EventFilter } from '#shared/contract/event-filter.ts';
import { dayNumber } from '#shared/kernel/clock.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import type { RouteParams } from '#renderer/data/route.ts';

/** What narrows the chronology. The words searched for are kept apart: they may be a name, so they are never in the hash. */
export type Filters = Omit<EventFilter, 'search' | 'within'>;
export type FilterKind = 'agency' | 'period' | 'theme' | 'person' | 'problems' | 'untagged' | 'return';
export type Part = Condition | ConditionGroup;

const ids = (value: string | undefined): string[] => (value ?? '').split(',').filter((id) => ID_PATTERN.test(id));

function day(value: string | undefined): string | undefined {
  try {
    if (value !== undefined) dayNumber(value);
    return value;
  } catch {
    return undefined;
  }
}

/** Words of conditions, by the number that stands for them in the hash; forgotten when the review or the view changes. */
const kept: { of: string; words: string[] } = { of: '', words: [] };
export function keepWordsOf(reviewAndView: string): void {
  if (kept.of === reviewAndView) return;
  kept.of = reviewAndView;
  kept.words = [];
}

const NUMBERED = /^#(\d+)$/;
const mapParts = (where: Conditions, map: (one: Condition) => Condition | null): Conditions => ({
  match: where.match,
  of: where.of.flatMap((part): Part[] => {
    const listed = (one: Condition): Condition[] => {
      const to = map(one);
      return to ? [to] : [];
    };
    if (part.kind !== 'group') return listed(part);
    const of = part.of.flatMap(listed);
    return of.length > 0 ? [{ ...part, of }] : [];
  }),
});

function whereFrom(text: string | undefined): Conditions | undefined {
  if (!text) return undefined;
  try {
    const read = Conditions.safeParse(JSON.parse(text));
    if (!read.success) return undefined;
    const where = mapParts(read.data, (one) => {
      if (one.kind !== 'words') return one;
      const words = kept.words[Number(NUMBERED.exec(one.words)?.[1] ?? -1)];
      return words ? { ...one, words } : null;
    });
    return where.of.length > 0 ? where : undefined;
  } catch {
    return undefined;
  }
}

function whereText(where: Conditions | undefined): string | undefined {
  if (!where?.of.length) return undefined;
  return JSON.stringify(
    mapParts(where, (one) => {
      if (one.kind !== 'words') return one;
      if (!kept.words.includes(one.words)) kept.words.push(one.words);
      return { ...one, words: `#${kept.words.indexOf(one.words)}` };
    }),
  );
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
  const where = whereFrom(params['where']);
  if (agencyIds.length > 0) filters.agencyIds = agencyIds;
  if (themeIds.length > 0) filters.themeIds = themeIds;
  if (personIds.length > 0) filters.personIds = personIds;
  if (from) filters.from = from;
  if (to) filters.to = to;
  if (params['problems'] === '1') filters.problemsOnly = true;
  if (params['untagged'] === '1') filters.untaggedOnly = true;
  if (returnId) filters.returnId = returnId;
  if (where) filters.where = where;
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
    where: whereText(filters.where),
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

/** How many filters are on, as the bar shows them: conditions of which any may hold are one. */
export const countOn = (filters: Filters): number =>
  kindsOn(filters).length + (joined(filters) ? 1 : (filters.where?.of.length ?? 0));

/** Conditions of which any may hold: the bar shows them as one. */
export const joined = ({ where }: Filters): boolean => where !== undefined && where.match === 'any' && where.of.length > 1;

/** The same filters without this kind. */
export function without(filters: Filters, kind: FilterKind): Filters {
  const { agencyIds, themeIds, personIds, from, to, problemsOnly, untaggedOnly, returnId, where } = filters;
  return {
    ...(agencyIds && kind !== 'agency' ? { agencyIds } : {}),
    ...(from && kind !== 'period' ? { from } : {}),
    ...(to && kind !== 'period' ? { to } : {}),
    ...(themeIds && kind !== 'theme' ? { themeIds } : {}),
    ...(personIds && kind !== 'person' ? { personIds } : {}),
    ...(problemsOnly && kind !== 'problems' ? { problemsOnly } : {}),
    ...(untaggedOnly && kind !== 'untagged' ? { untaggedOnly } : {}),
    ...(returnId && kind !== 'return' ? { returnId } : {}),
    ...(where ? { where } : {}),
  };
}

/** The same filters without the conditions at this place of the bar. */
export function withoutPart(filters: Filters, at: number): Filters {
  const { where, ...others } = filters;
  if (!where || where.match === 'any') return others;
  const of = where.of.filter((_, i) => i !== at);
  return of.length > 0 ? { ...others, where: { ...where, of } } : others;
}

/**
 * The filters as the builder has them: what the bar set is a condition like the others, so that it can be turned round.
 * Beside conditions of which any may hold it stays where it is, for it holds besides them.
 */
export function forBuilder(filters: Filters): Filters {
  const { agencyIds, themeIds, personIds, from, to, problemsOnly, untaggedOnly, returnId, where } = filters;
  if (joined(filters)) return filters;
  const of: Condition[] = [
    ...(agencyIds ? [{ kind: 'agency' as const, ids: agencyIds }] : []),
    ...(from || to ? [{ kind: 'period' as const, ...(from ? { from } : {}), ...(to ? { to } : {}) }] : []),
    ...(themeIds ? [{ kind: 'theme' as const, ids: themeIds }] : []),
    ...(personIds ? [{ kind: 'person' as const, ids: personIds }] : []),
    ...(problemsOnly ? [{ kind: 'problem' as const }] : []),
    ...(untaggedOnly ? [{ kind: 'fact' as const, is: 'tagged' as const, not: true }] : []),
    ...(returnId ? [{ kind: 'return' as const, ids: [returnId] }] : []),
  ];
  const all = [...of, ...(where?.of ?? [])];
  return all.length > 0 ? { where: { match: 'all', of: all } } : {};
}
