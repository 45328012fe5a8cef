import { useMemo } from 'react';
import type { FilterNames } from '#shared/chronology/filter-words.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import type { CheckItem } from './check-list.tsx';
import type { FilterKind, Filters } from './filter-state.ts';

export type FilterChoices = {
  agencies: readonly CheckItem[];
  themes: readonly CheckItem[];
  people: readonly CheckItem[];
  /** The counts of people are from before the last change. */
  peopleStale: boolean;
  returns: readonly CheckItem[];
  annotators: readonly { name: string; post: string; label: string; annotations: number }[];
  names: FilterNames;
  labelOf(kind: FilterKind, filters: Filters): string;
};

export const KIND_NAMES: Record<FilterKind, string> = {
  agency: 'Agency',
  period: 'Period',
  theme: 'Theme',
  person: 'Person',
  problems: 'Problems',
  untagged: 'Untagged',
  return: 'Return',
};

/** What can be filtered by, and what a filter that is on is called. In an anonymised session people are pseudonyms. */
export function useFilterChoices(): FilterChoices {
  const identified = useIdentified();
  const agencies = useAgencies();
  const { data: themes } = useQuery('theme.list', {});
  const { data: register } = useQuery('register.list', {});
  const { data: returns } = useQuery('returns.list', {});
  const { data: annotators } = useQuery('annotation.people', {});
  return useMemo(() => {
    const agencyItems = [...agencies.values()].map(({ id, name, entries }) => ({ id, label: name, beside: count(entries) }));
    const themeItems = (themes ?? []).map(({ id, name, entries }) => ({ id, label: name, beside: count(entries) }));
    const peopleItems = (register?.rows ?? [])
      .filter(({ entry }) => entry.kind === 'person')
      .map(({ entry, mentions }) => ({
        id: entry.id,
        label:
          identified && entry.realName && entry.realName !== entry.pseudonym
            ? `${entry.realName} · ${entry.pseudonym}`
            : entry.pseudonym || 'Left out',
        beside: mentions === null ? '' : count(mentions),
      }));
    const returnItems = (returns ?? []).map(({ id, file }) => ({ id, label: file }));
    const called = (items: readonly CheckItem[], gone: string) => (id: string) =>
      items.find((item) => item.id === id)?.label ?? gone;
    const names: FilterNames = {
      agency: called(agencyItems, 'an agency that is gone'),
      theme: called(themeItems, 'a theme that is gone'),
      person: called(peopleItems, 'somebody no longer on the register'),
      returnOf: called(returnItems, 'a return that is gone'),
    };
    const listed = (kind: FilterKind, items: readonly CheckItem[], ids: readonly string[] = []): string => {
      const [only] = ids;
      const one = ids.length === 1 ? items.find(({ id }) => id === only)?.label : undefined;
      return one ? `${KIND_NAMES[kind]}: ${one}` : `${KIND_NAMES[kind]}: any of ${ids.length}`;
    };
    const labelOf = (kind: FilterKind, filters: Filters): string => {
      switch (kind) {
        case 'agency':
          return listed(kind, agencyItems, filters.agencyIds);
        case 'theme':
          return listed(kind, themeItems, filters.themeIds);
        case 'person':
          return listed(kind, peopleItems, filters.personIds);
        case 'period':
          return periodLabel(filters.from, filters.to);
        case 'problems':
          return 'Date problems';
        case 'untagged':
          return 'No theme yet';
        case 'return': {
          const one = returns?.find(({ id }) => id === filters.returnId);
          return one ? `Return: ${one.file}` : 'Return';
        }
      }
    };
    return {
      agencies: agencyItems,
      themes: themeItems,
      people: peopleItems,
      peopleStale: register?.stale ?? false,
      returns: returnItems,
      annotators: (annotators ?? []).map((one) => ({
        ...one,
        label: [one.name, one.post.trim()].filter((part) => part !== '').join(', ') || 'Not named',
      })),
      names,
      labelOf,
    };
  }, [agencies, themes, register, returns, annotators, identified]);
}

function periodLabel(from: string | undefined, to: string | undefined): string {
  const day = (text: string): string => dayLabel(text, { weekday: false });
  if (from && to) return `${day(from)} – ${day(to)}`;
  return from ? `From ${day(from)}` : `Until ${day(to ?? '')}`;
}
