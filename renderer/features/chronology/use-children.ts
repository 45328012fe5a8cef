import { useMemo } from 'react';
import { type Child, childrenOf } from '#shared/chronology/age-at.ts';
import { localToday } from '#renderer/data/today.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';

const NOBODY: readonly Child[] = [];

/**
 * The children whose ages stand beside each entry, the one whom the review is about first. None while anonymised: ages
 * beside dates tell a date of birth to the day.
 */
export function useChildren(): readonly Child[] {
  const identified = useIdentified();
  const { data: review } = useQuery('review.get', {});
  const { data: register } = useQuery('register.list', {}, { enabled: identified });
  return useMemo(() => {
    if (!identified || !review || !register) return NOBODY;
    return childrenOf(
      register.rows.map(({ entry }) => entry),
      review.subject,
      review.scopeTo ?? localToday(),
    );
  }, [identified, review, register]);
}
