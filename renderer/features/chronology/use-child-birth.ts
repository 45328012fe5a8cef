import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';

/** The date of birth of the child whom the review is about, where the register has it and real data are shown. */
export function useChildBirth(): string | null {
  const identified = useIdentified();
  const { data: review } = useQuery('review.get', {});
  const { data: register } = useQuery('register.list', {}, { enabled: identified });
  if (!identified || !review?.subject) return null;
  const subject = review.subject.trim().toLowerCase();
  const child = register?.rows.find(({ entry }) => entry.pseudonym.trim().toLowerCase() === subject);
  return child?.entry.dateOfBirth ?? null;
}
