import type { Person } from '#shared/contract/session.ts';

/** What each role is called on screen. Roles are workflow: whoever holds the passphrase holds everything. */
export const ROLES: readonly { value: Person['role']; label: string }[] = [
  { value: 'reviewer', label: 'Independent reviewer' },
  { value: 'businessManager', label: 'Business manager' },
  { value: 'panelMember', label: 'Review panel member' },
];
