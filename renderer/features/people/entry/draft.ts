import type { KeptRegisterEntry, PublishAs, RegisterKind } from '#shared/model/register.ts';

/** An entry while it is typed: every field there, empty where nothing is said. */
export type Draft = {
  kind: RegisterKind;
  realName: string;
  aliases: string[];
  pseudonym: string;
  role: string;
  dateOfBirth: string | null;
  addresses: string[];
  phones: string[];
  emails: string[];
  references: string[];
  publishAs: PublishAs;
};

export const blankDraft = (kind: RegisterKind, realName = ''): Draft => ({
  kind,
  realName,
  aliases: [],
  pseudonym: '',
  role: '',
  dateOfBirth: null,
  addresses: [],
  phones: [],
  emails: [],
  references: [],
  publishAs: kind === 'reference' ? 'omit' : 'pseudonym',
});

export const draftOf = (entry: KeptRegisterEntry): Draft => ({
  kind: entry.kind,
  realName: entry.realName,
  aliases: entry.aliases,
  pseudonym: entry.pseudonym,
  role: entry.role ?? '',
  dateOfBirth: entry.dateOfBirth ?? null,
  addresses: entry.addresses ?? [],
  phones: entry.phones ?? [],
  emails: entry.emails ?? [],
  references: entry.references ?? [],
  publishAs: entry.publishAs ?? 'pseudonym',
});

type Fields = Omit<KeptRegisterEntry, 'id' | 'rowVersion'>;

/** What is kept: blanks are left away, not kept as blanks. */
export function fieldsOf(draft: Draft): Fields {
  const one = (text: string): string => text.trim().replace(/\s+/g, ' ');
  const fields: Fields = {
    kind: draft.kind,
    realName: one(draft.realName),
    aliases: draft.aliases,
    pseudonym: one(draft.pseudonym),
    publishAs: draft.publishAs,
  };
  if (draft.dateOfBirth !== null) fields.dateOfBirth = draft.dateOfBirth;
  if (one(draft.role) !== '') fields.role = one(draft.role);
  for (const key of ['addresses', 'phones', 'emails', 'references'] as const) if (draft[key].length > 0) fields[key] = draft[key];
  return fields;
}

/** Why it cannot be kept; null: it can. */
export function cannotKeep(draft: Draft, taken: readonly string[]): string | null {
  if (draft.realName.trim() === '') return draft.kind === 'reference' ? 'The number is needed' : 'The real name is needed';
  const pseudonym = draft.pseudonym.trim();
  if (pseudonym === '' && draft.publishAs === 'pseudonym') return 'A pseudonym is needed to be published by';
  if (draft.publishAs === 'role' && draft.role.trim() === '') return 'A role is needed to be published by';
  return pseudonymTaken(draft, taken) ? `${pseudonym} stands for somebody else` : null;
}

export const pseudonymTaken = (draft: Draft, taken: readonly string[]): boolean =>
  draft.pseudonym.trim() !== '' && taken.some((one) => one.toLowerCase() === draft.pseudonym.trim().toLowerCase());
