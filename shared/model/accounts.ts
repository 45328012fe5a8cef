import { z } from 'zod';
import { EventField, TextMark } from './chronology-event.ts';
import { EventDate } from './event-date.ts';
import { Id, Instant, prose, RowVersion, safe, secret } from './basics.ts';

/** On what two accounts of one event may differ. `other`: noted by a person. */
export const ContradictionKind = z.enum([
  'date',
  'time',
  'seen',
  'attended',
  'otherAdult',
  'asleep',
  'whereabouts',
  'told',
  'manner',
  'number',
  'ways',
  'happened',
  'outcome',
  'other',
]);
export const ContradictionState = z.enum(['open', 'settled', 'leftOpen']);

/** Why two entries may tell of one event. `people` are pseudonyms; `words` stand in the text as this session sees it. */
export const ShownReason = z.strictObject({
  code: z.enum([
    'sameDay',
    'datesOverlap',
    'daysApart',
    'namesTheDay',
    'sameTime',
    'sameMatter',
    'people',
    'words',
    'bothNameEachOther',
    'oneNamesTheOther',
    'sentAndReceived',
    'sameText',
  ]),
  days: z.int().optional(),
  minutes: z.int().optional(),
  matters: z.array(safe()).optional(),
  people: z.array(safe()).optional(),
  words: z.array(prose(200)).optional(),
});

/** As much of an entry as a proposal or a list of a group's accounts shows. */
export const AccountHead = z.strictObject({
  eventId: Id,
  ref: z.int(),
  agencyId: Id,
  dateLabel: safe(),
  time: safe().nullable(),
  source: prose().nullable(),
  text: prose(),
  marks: z.array(TextMark),
  groupId: Id.nullable(),
});

export const Proposal = z.strictObject({
  /** Place in the list of proposals: the cursor of its pages. */
  seq: z.int(),
  kind: z.enum(['sameEvent', 'duplicate']),
  /** A weaker one is wrong too often to be shown unasked. */
  weaker: z.boolean(),
  reasons: z.array(ShownReason),
  a: AccountHead,
  b: AccountHead,
});

/** Which account the review relies on, and why. */
export const Relied = z.strictObject({ eventId: Id, reason: prose(2000), person: secret(), at: Instant });

export const GroupLine = z.strictObject({
  id: Id,
  /** Cursor of the list: the place of its first entry in the chronology. */
  pos: z.number(),
  rowVersion: RowVersion,
  accounts: z.array(AccountHead),
  reliedId: Id.nullable(),
});

/** A contradiction between two accounts; `a` and `b` are the sentences that differ, or the dates. */
export const Contradiction = z.strictObject({
  kind: ContradictionKind,
  key: safe(),
  groupId: Id,
  a: z.strictObject({ eventId: Id, ref: z.int(), agencyId: Id, words: prose() }),
  b: z.strictObject({ eventId: Id, ref: z.int(), agencyId: Id, words: prose() }),
  /** Of one noted by hand. */
  words: prose(2000).nullable(),
  state: ContradictionState,
  note: prose(2000).nullable(),
  person: secret().nullable(),
  at: Instant.nullable(),
  /** The row of the decision; null while nobody has looked at it. */
  id: Id.nullable(),
  rowVersion: RowVersion.nullable(),
  /** False where a person decided on it and the accounts, as corrected since, no longer differ. */
  stands: z.boolean(),
});

/** One account, whole, for the side-by-side. */
export const Account = z.strictObject({
  eventId: Id,
  ref: z.int(),
  agencyId: Id,
  date: EventDate,
  dateLabel: safe(),
  source: prose().nullable(),
  fields: z.array(z.strictObject({ field: EventField, text: prose(), marks: z.array(TextMark) })),
  /** Who is named in it, by pseudonym. */
  people: z.array(safe()),
  /** When the agency knew: the day on which it wrote or was told, where it says; else the entry's own. */
  knew: z.strictObject({
    how: z.enum(['ownAccount', 'wasTold']),
    dateLabel: safe(),
    /** The heading of the agency's own column that says so. */
    column: prose(400).nullable(),
    /** Days after the event as the account relied on, else the earliest, has it. */
    daysAfter: z.int().nullable(),
  }),
  /** Sentences that state what others state otherwise, by point. */
  facts: z.array(z.strictObject({ topic: safe(), value: safe(), words: prose() })),
  rowVersion: RowVersion,
});

export type ContradictionKind = z.infer<typeof ContradictionKind>;
export type ContradictionState = z.infer<typeof ContradictionState>;
export type ShownReason = z.infer<typeof ShownReason>;
export type AccountHead = z.infer<typeof AccountHead>;
export type Proposal = z.infer<typeof Proposal>;
export type GroupLine = z.infer<typeof GroupLine>;
export type Contradiction = z.infer<typeof Contradiction>;
export type ShownAccount = z.infer<typeof Account>;
