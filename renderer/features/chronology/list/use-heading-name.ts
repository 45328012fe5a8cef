import { useCallback } from 'react';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import type { Grouping } from '#shared/contract/event-filter.ts';
import type { RowContext } from '../grid/row-context.ts';

/** What a heading of the list is called, in this session. */
export function useHeadingName(group: Grouping | null, { agencies, themes }: RowContext): (key: string | null) => string {
  return useCallback(
    (key) => {
      if (key === null) return group === 'theme' ? 'No theme' : 'No date';
      if (group === 'day') return dayLabel(key);
      return (group === 'agency' ? agencies.get(key)?.name : themes.get(key)) ?? '';
    },
    [group, agencies, themes],
  );
}
