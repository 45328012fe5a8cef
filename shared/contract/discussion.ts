import { z } from 'zod';
import { Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { CorrectedField } from '../model/chronology-event.ts';
import { command, query, type Procedures } from './procedure.ts';

/** What was said back to an annotation, and when the thread was settled or opened again. */
export const AnnotationReply = z.strictObject({
  id: Id,
  annotationId: Id,
  kind: z.enum(['reply', 'settled', 'reopened']),
  /** A reply's words; null where the thread was settled or opened again without any. */
  body: prose(4000).nullable(),
  person: secret(),
  post: safe(),
  at: Instant,
  rowVersion: RowVersion,
});

export const ChallengeState = z.enum(['open', 'accepted', 'partly', 'refused', 'withdrawn']);

/** A claim that a fact of an entry is wrong, and what became of it. */
export const AccuracyChallenge = z.strictObject({
  id: Id,
  eventId: Id,
  field: CorrectedField,
  /** The field when the challenge was raised. */
  stood: prose().nullable(),
  claim: prose(2000),
  proof: prose(4000),
  /** The words sought instead; null: none were proposed. */
  sought: prose(100_000).nullable(),
  /** For which agency it is raised; null: for the panel as a whole. */
  agencyId: Id.nullable(),
  person: secret(),
  post: safe(),
  at: Instant,
  state: ChallengeState,
  reason: prose(2000).nullable(),
  settledBy: secret().nullable(),
  settledPost: safe().nullable(),
  settledAt: Instant.nullable(),
  rowVersion: RowVersion,
});

/** A thread that nobody has settled, or an open challenge, with the entry that it is about. */
export const OpenItem = z.strictObject({
  kind: z.enum(['annotation', 'challenge']),
  id: Id,
  eventId: Id,
  ref: z.int(),
  agencyId: Id,
  dateLabel: safe(),
  /** How the entry begins. */
  text: prose(),
  /** The annotation, or the claim. */
  words: prose(),
  field: CorrectedField.nullable(),
  forAgencyId: Id.nullable(),
  person: secret(),
  post: safe(),
  at: Instant,
  /** Begun by who asks. */
  mine: z.boolean(),
  replies: z.int(),
  last: z.strictObject({ person: secret(), post: safe(), at: Instant, body: prose().nullable() }).nullable(),
  rowVersion: RowVersion,
});

const ChallengedEntry = z.strictObject({
  ref: z.int(),
  agencyId: Id,
  dateLabel: safe(),
  /** The field as it stands now. */
  standing: prose().nullable(),
  rowVersion: RowVersion,
});

const Claim = {
  claim: prose(2000).trim().min(1),
  proof: prose(4000).trim(),
  sought: prose(100_000).trim().min(1).nullable(),
};

export const discussion = {
  'reply.ofEvent': query({
    about: 'What was said back to the annotations of an entry, oldest first.',
    input: z.strictObject({ eventId: Id }),
    output: z.array(AnnotationReply),
    reads: ['annotation', 'annotationReply'],
  }),
  'reply.add': command({
    about: 'Replies to an annotation under your name, or settles its thread, or opens it again.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Reply to an annotation',
    input: z.strictObject({
      id: Id,
      annotationId: Id,
      kind: AnnotationReply.shape.kind,
      body: prose(4000).trim().min(1).nullable(),
    }),
    output: AnnotationReply,
    errors: ['notFound', 'badInput', 'alreadyExists'],
  }),
  'reply.edit': command({
    about: 'Changes your reply.',
    identifiedOnly: true,
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change a reply',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, body: prose(4000).trim().min(1) }),
    output: AnnotationReply,
    errors: ['notFound', 'versionConflict', 'notAllowed', 'badInput'],
  }),
  'reply.remove': command({
    about: 'Removes your reply.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Remove a reply',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict', 'notAllowed', 'badInput'],
  }),
  'discussion.open': query({
    about: 'Threads that nobody has settled and open challenges, the oldest first: all, yours or other people’s; of one agency.',
    input: z.strictObject({
      who: z.enum(['all', 'mine', 'others']),
      kind: z.enum(['all', 'annotation', 'challenge']),
      /** The entry’s agency, or the one for which a challenge is raised. */
      agencyId: Id.nullable(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ items: z.array(OpenItem), total: z.int() }),
    reads: ['annotation', 'annotationReply', 'accuracyChallenge', 'event', 'correction', 'registerEntry', 'mentionDecision'],
  }),
  'annotation.people': query({
    about: 'Who has annotated entries, and how many; in an anonymised session by post.',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ name: secret(), post: safe(), annotations: z.int() })),
    reads: ['annotation'],
  }),
  'challenge.list': query({
    about: 'Accuracy challenges with their entries, open ones first; of one entry, or of all.',
    input: z.strictObject({ eventId: Id.nullable() }),
    output: z.array(z.strictObject({ challenge: AccuracyChallenge, entry: ChallengedEntry })),
    reads: ['accuracyChallenge', 'event', 'correction'],
  }),
  'challenge.raise': command({
    about: 'Says that a fact of an entry is wrong, with the proof offered. Words for it are proposed with real names shown.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Challenge a fact',
    input: z.strictObject({
      id: Id,
      eventId: Id,
      eventRowVersion: RowVersion,
      field: CorrectedField,
      agencyId: Id.nullable(),
      ...Claim,
    }),
    output: AccuracyChallenge,
    errors: ['notFound', 'versionConflict', 'alreadyExists', 'identifiedOnly'],
  }),
  'challenge.change': command({
    about: 'Changes your challenge while it is open.',
    identifiedOnly: true,
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change a challenge',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...Claim }),
    output: AccuracyChallenge,
    errors: ['notFound', 'versionConflict', 'notAllowed', 'badInput'],
  }),
  'challenge.withdraw': command({
    about: 'Withdraws a challenge: whoever raised it, or the reviewer for them. It stays in the log.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Withdraw a challenge',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, reason: prose(2000).trim().min(1).nullable() }),
    output: AccuracyChallenge,
    errors: ['notFound', 'versionConflict', 'notAllowed', 'badInput'],
  }),
  'challenge.settle': command({
    about: 'Accepts a challenge with the correction it brings, accepts it in part, or refuses it with the reason.',
    identifiedOnly: true,
    role: 'reviewer',
    undo: 'recorded',
    label: 'Settle a challenge',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      state: z.enum(['accepted', 'partly', 'refused']),
      /** What was decided and why. An accepted one may leave it to the claim. */
      reason: prose(2000).trim().min(1).nullable(),
      /** The correction that is made in the same step; always with an accepted one, never with a refused one. */
      correction: z.strictObject({ id: Id, eventRowVersion: RowVersion, to: prose(100_000).nullable() }).nullable(),
    }),
    output: AccuracyChallenge,
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
} satisfies Procedures;

export type AnnotationReply = z.infer<typeof AnnotationReply>;
export type AccuracyChallenge = z.infer<typeof AccuracyChallenge>;
export type OpenItem = z.infer<typeof OpenItem>;
export type ChallengeState = z.infer<typeof ChallengeState>;
