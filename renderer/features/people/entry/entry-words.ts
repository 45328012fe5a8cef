import type { PublishAs, RegisterKind } from '#shared/model/register.ts';

export const KIND_WORDS: Record<RegisterKind, string> = {
  person: 'Person',
  place: 'Place',
  organisation: 'Organisation',
  reference: 'Number',
};
export const KINDS = Object.keys(KIND_WORDS) as RegisterKind[];

/** How somebody stands in a publication. */
export const PUBLISH_WORDS: Record<PublishAs, string> = {
  pseudonym: 'Pseudonym',
  role: 'Role',
  realName: 'Real name',
  omit: 'Left out',
};
export const PUBLISH = Object.keys(PUBLISH_WORDS) as PublishAs[];

/** "Adult B, mother": what a reader of a publication sees in the name's place. */
export function shownAs({
  pseudonym,
  role,
  realName,
  publishAs,
}: {
  pseudonym: string;
  role?: string | undefined;
  realName: string;
  publishAs?: PublishAs | undefined;
}): string {
  if (publishAs === 'omit') return 'left out';
  if (publishAs === 'realName') return realName;
  if (publishAs === 'role' && role) return role;
  return [pseudonym, role].filter(Boolean).join(', ') || 'left out';
}
