import { z } from 'zod';
import {
  Account,
  AccountHead,
  Contradiction,
  ContradictionKind,
  ContradictionState,
  GroupLine,
  Proposal,
  Relied,
} from '../model/accounts.ts';
import { Id, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { command, job, query, type Procedures } from './procedure.ts';

const TEXTS = ['event', 'correction', 'registerEntry', 'mentionDecision'] as const;
const GROUPS = ['accountGroup', 'accountMember'] as const;
const pair = { aId: Id, bId: Id };
const limit = z.int().min(1).max(200);

/** The same event told by several: proposed with the reason, grouped by a person, never merged. */
export const accounts = {
  'accounts.status': query({
    about:
      'How the proposals of "the same event" stand: when they were made, whether the entries have changed since, how many wait.',
    input: z.strictObject({}),
    output: z.strictObject({
      foundAt: safe().nullable(),
      stale: z.boolean(),
      shown: z.int(),
      weaker: z.int(),
      groups: z.int(),
      grouped: z.int(),
      separate: z.int(),
    }),
    reads: ['event', 'correction', 'registerEntry', 'mentionDecision', ...GROUPS, 'separateEvents'],
  }),
  'accounts.propose': job({
    about: 'Looks through all entries for those that may tell of one event, and for rows that came twice.',
    role: 'panelMember',
    label: 'Find the same event',
    input: z.strictObject({}),
    output: z.strictObject({ entries: z.int(), shown: z.int(), weaker: z.int() }),
  }),
  'accounts.proposals': query({
    about:
      'Pairs of entries that may tell of one event, with the reason, in the order of the chronology; what is grouped or held apart is left out.',
    input: z.strictObject({ weaker: z.boolean(), from: z.int().nullable(), limit }),
    output: z.strictObject({ items: z.array(Proposal), next: z.int().nullable() }),
    reads: [...TEXTS, ...GROUPS, 'separateEvents'],
  }),
  'accounts.ofEvent': query({
    about: 'Who else tells of this entry’s event: its group, and what is proposed beside it.',
    input: z.strictObject({ eventId: Id }),
    output: z.strictObject({
      group: z
        .strictObject({ id: Id, rowVersion: RowVersion, accounts: z.array(AccountHead), relied: Relied.nullable() })
        .nullable(),
      proposals: z.array(Proposal),
    }),
    reads: [...TEXTS, ...GROUPS, 'separateEvents'],
    errors: ['notFound'],
  }),
  'accounts.alsoTold': query({
    about:
      'Of these entries, or of all (null), those that are grouped: which other agencies tell of the same event, and whether the review relies on them.',
    input: z.strictObject({ eventIds: z.array(Id).max(1000).nullable() }),
    output: z.array(
      z.strictObject({
        eventId: Id,
        groupId: Id,
        /** Of the other accounts, each once; the entry's own only where it tells it twice. */
        agencyIds: z.array(Id),
        others: z.int(),
        relied: z.enum(['this', 'another', 'none']),
      }),
    ),
    reads: [...GROUPS, 'event'],
  }),
  'accounts.groups': query({
    about: 'The groups of accounts in the order of the chronology.',
    input: z.strictObject({ from: z.number().nullable(), limit }),
    output: z.strictObject({ items: z.array(GroupLine), next: z.number().nullable() }),
    reads: [...TEXTS, ...GROUPS],
  }),
  'accounts.group': query({
    about: 'One group: its accounts whole, who knew when, what is relied on, where they contradict each other.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      accounts: z.array(Account),
      relied: Relied.nullable(),
      contradictions: z.array(Contradiction),
    }),
    reads: [...TEXTS, ...GROUPS, 'contradiction'],
    errors: ['notFound'],
  }),
  'accounts.compare': query({
    about: 'Entries side by side as a group would show them, before anybody groups them.',
    input: z.strictObject({ eventIds: z.array(Id).min(2).max(12) }),
    output: z.strictObject({ accounts: z.array(Account), contradictions: z.array(Contradiction) }),
    reads: [...TEXTS, 'contradiction'],
    errors: ['notFound'],
  }),
  'accounts.contradictions': query({
    about: 'Where accounts of one event contradict each other, over the whole review, group by group.',
    input: z.strictObject({ states: z.array(ContradictionState), from: z.number().nullable(), limit }),
    output: z.strictObject({
      items: z.array(Contradiction),
      next: z.number().nullable(),
    }),
    reads: [...TEXTS, ...GROUPS, 'contradiction'],
  }),
  'accounts.makeGroups': command({
    about:
      'Says that entries tell of one event. What is in a group already brings its group along; nothing of the entries changes.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Group accounts of one event',
    input: z.strictObject({
      groups: z
        .array(z.strictObject({ id: Id, eventIds: z.array(Id).min(2).max(50) }))
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ groups: z.int(), entries: z.int() }),
    errors: ['notFound', 'badInput'],
  }),
  'accounts.takeOut': command({
    about: 'Takes entries out of a group; a group of one is no group and goes.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Take an account out of its group',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, eventIds: z.array(Id).min(1).max(50) }),
    output: z.strictObject({ left: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
  'accounts.dissolve': command({
    about: 'Dissolves a group; its entries stand for themselves again.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Dissolve a group of accounts',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ entries: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
  'accounts.rely': command({
    about: 'Says which account of a group the review relies on and why, or that none is chosen (entry null).',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Rely on an account',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, eventId: Id.nullable(), reason: prose(2000).trim() }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'accounts.notSame': command({
    about: 'Says of pairs that they are not the same event, and why; they are not proposed again.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Hold events apart',
    input: z.strictObject({
      pairs: z
        .array(z.strictObject({ id: Id, ...pair }))
        .min(1)
        .max(500),
      reason: prose(2000).trim().min(1),
    }),
    output: z.strictObject({ pairs: z.int() }),
    errors: ['notFound', 'badInput'],
  }),
  'accounts.separate': query({
    about: 'Pairs that somebody held apart, newest first, with the reason.',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ id: Id, rowVersion: RowVersion, reason: prose(2000), person: secret(), a: AccountHead, b: AccountHead }),
    ),
    reads: [...TEXTS, ...GROUPS, 'separateEvents'],
  }),
  'accounts.maybeSame': command({
    about: 'Takes back that a pair is not the same event; it may be proposed again.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Propose a pair again',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
  'accounts.settle': command({
    about: 'Says of a contradiction that it is settled or left open, with a note; or that it waits again (state open).',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Settle a contradiction',
    input: z.strictObject({
      id: Id,
      ...pair,
      kind: ContradictionKind,
      key: safe().max(200),
      state: ContradictionState,
      note: prose(2000).trim(),
      rowVersion: RowVersion.nullable(),
    }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion.nullable() }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'accounts.noteContradiction': command({
    about: 'Notes a contradiction between two accounts that reading alone does not find.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Note a contradiction',
    input: z.strictObject({ id: Id, ...pair, words: prose(2000).trim().min(1) }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'badInput'],
  }),
} satisfies Procedures;
