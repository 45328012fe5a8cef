import type { Role } from '#shared/contract/procedure.ts';
import { useSession } from './use-session.ts';

const RANK: Record<Role, number> = { panelMember: 0, businessManager: 1, reviewer: 2 };
const WHO: Record<Role, string> = {
  panelMember: 'a review panel member',
  businessManager: 'the business manager or the independent reviewer',
  reviewer: 'the independent reviewer',
};

/**
 * Why the words of the review cannot be changed here now; null where they can. In an anonymised view the text on screen
 * is not the text that is kept, so nothing on screen is written back.
 */
export function useCannotWrite(least: Role = 'reviewer'): string | null {
  const session = useSession();
  if (session?.readOnly) return 'The review is open for reading only';
  if (session?.view === 'anonymised') return 'The view is anonymised. Switch to identified to change this';
  if (session?.person && RANK[session.person.role] < RANK[least]) return `This is changed by ${WHO[least]}`;
  return null;
}
