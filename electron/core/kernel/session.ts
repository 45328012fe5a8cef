import { AppError } from '#shared/kernel/app-error.ts';
import type { Role } from '#shared/contract/procedure.ts';
import type { View } from '#shared/contract/session.ts';

/** Who calls, and what they may see: carried by every call, kept on the core's side, never a parameter of a method. */
export type CallSession = { name: string; post: string; role: Role; view: View };

const RANK: Record<Role, number> = { panelMember: 0, businessManager: 1, reviewer: 2 };

/** Roles are workflow: a reviewer may do all, a business manager all but the analysis, a panel member annotate and tag. */
export function requireRole(session: CallSession, role: Role): void {
  if (RANK[session.role] < RANK[role])
    throw new AppError('notAllowed', { role: role === 'reviewer' ? 'independent reviewer' : 'business manager' });
}
