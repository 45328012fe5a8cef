import { z } from 'zod';
import { BirthDay, Id, RowVersion, safe, secret } from './basics.ts';

export const RegisterKind = z.enum(['person', 'place', 'organisation', 'reference']);
export const PublishAs = z.enum(['pseudonym', 'realName', 'role', 'omit']);

const fields = {
  kind: RegisterKind,
  realName: secret().min(1).max(300),
  aliases: z.array(secret().min(1).max(300)).max(200),
  pseudonym: safe().max(120),
  dateOfBirth: BirthDay.optional(),
  addresses: z.array(secret().min(1).max(300)).max(50).optional(),
  phones: z.array(secret().min(1).max(60)).max(50).optional(),
  emails: z.array(secret().min(1).max(200)).max(50).optional(),
  references: z.array(secret().min(1).max(100)).max(50).optional(),
  role: safe().max(200).optional(),
  publishAs: PublishAs.optional(),
};
/** One entry of the register of people, places, organisations and numbers. */
export const RegisterEntry = z.strictObject({ id: safe().max(100), ...fields });
/** An entry as kept in a review. */
export const KeptRegisterEntry = z.strictObject({
  ...fields,
  id: Id,
  /** The id that the file it came from gave it, where that is not one of ours. It may be made of a name. */
  givenId: secret().max(100).optional(),
  rowVersion: RowVersion,
});

export const MentionKind = z.enum(['name', 'dateOfBirth', 'address', 'phone', 'email', 'reference']);
/** Offsets are UTF-16 code units into the text searched; mentions never overlap; several entryIds only with `ask`. */
export const Mention = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: secret(),
  entryIds: z.array(safe()),
  kind: MentionKind,
  spelling: safe(),
  status: z.enum(['sure', 'ask']),
});

export type RegisterKind = z.infer<typeof RegisterKind>;
export type PublishAs = z.infer<typeof PublishAs>;
export type RegisterEntry = z.infer<typeof RegisterEntry>;
export type KeptRegisterEntry = z.infer<typeof KeptRegisterEntry>;
export type Mention = z.infer<typeof Mention>;
export type MentionKind = z.infer<typeof MentionKind>;
