import { type CommandName, contract, type JobName } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/procedure.ts';
import { useSession } from './use-session.ts';

const RANK: Record<Role, number> = { panelMember: 0, businessManager: 1, reviewer: 2 };
const ROLE_WORDS: Record<Role, string> = {
  panelMember: 'review panel member',
  businessManager: 'business manager',
  reviewer: 'independent reviewer',
};

/** Why this session cannot do it now, in words for its button; null: it can. The core asks the same again. */
export function useMay(): (name: CommandName | JobName) => string | null {
  const session = useSession();
  return (name) => {
    const procedure = contract[name];
    if (session?.readOnly) return 'The review is open for reading only';
    if ('identifiedOnly' in procedure && session?.view !== 'identified') return 'Switch to identified first (F9)';
    // Nobody named: the core lets such a session work as the reviewer, under no name.
    const role = session?.person?.role ?? 'reviewer';
    return RANK[role] < RANK[procedure.role] ? `Only the ${ROLE_WORDS[procedure.role]} can do this` : null;
  };
}
