import type { RouteParams } from '#renderer/data/route.ts';

/** The four lists of the page, in its hash. */
export const LISTS = ['proposals', 'groups', 'contradictions', 'apart'] as const;
export type ListName = (typeof LISTS)[number];

export const listOf = (params: RouteParams): ListName => {
  const asked = params['list'];
  if (params['group'] && !asked) return 'groups';
  return LISTS.find((name) => name === asked) ?? 'proposals';
};

/** The page's address within the chronology. */
export const sameEventParams = (more: RouteParams = {}): RouteParams => ({ show: 'same', ...more });
