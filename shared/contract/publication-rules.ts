import { z } from 'zod';
import { Id, Instant, prose, RowVersion, safe } from '../model/basics.ts';
import { PublicationKind } from '../model/publication-kinds.ts';
import { command, query, type Procedures } from './procedure.ts';

/** What is done wherever a publication names somebody: the pseudonym stands in their place, or nothing does. */
export const PublicationRule = z.strictObject({
  id: Id,
  /** null: every kind. */
  kind: PublicationKind.nullable(),
  action: z.enum(['pseudonym', 'leaveOut']),
  /** null: everyone on the register. */
  entryId: Id.nullable(),
  reason: prose(2000),
  person: safe(),
  at: Instant,
  approvedBy: safe().nullable(),
  approvedPost: safe().nullable(),
  approvedAt: Instant.nullable(),
  rowVersion: RowVersion,
});

export const publicationRules = {
  'publicationRule.list': query({
    about: 'The rules for names in publications, each with its reason, and the approval of those that withhold.',
    input: z.strictObject({}),
    output: z.array(PublicationRule),
    reads: ['publicationRule'],
  }),
  'publicationRule.add': command({
    about: 'Says what is done wherever somebody on the register, or everyone, is named. Leaving out everyone is refused.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add a rule for names',
    identifiedOnly: true,
    input: z.strictObject({
      id: Id,
      kind: PublicationKind.nullable(),
      action: z.enum(['pseudonym', 'leaveOut']),
      entryId: Id.nullable(),
      reason: prose(2000).trim().min(1),
    }),
    output: PublicationRule,
    errors: ['notFound', 'badInput', 'alreadyExists'],
  }),
  'publicationRule.approve': command({
    about: 'Records who approved that something is withheld; never its own author.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Approve a rule for names',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      name: safe().trim().min(1).max(120),
      post: safe().trim().min(1).max(200),
    }),
    output: PublicationRule,
    errors: ['notFound', 'versionConflict', 'approverIsAuthor'],
  }),
  'publicationRule.remove': command({
    about: 'Takes a rule for names away; what it replaced blocks again.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Remove a rule for names',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;
export type PublicationRule = z.infer<typeof PublicationRule>;
