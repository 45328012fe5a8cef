import { z } from 'zod';
import { Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { command, query, type Procedures } from './procedure.ts';

/** The reviewer's own thinking, beside the evidence: it stands in no copy for the panel and in no publication. */
export const Memo = z.strictObject({
  id: Id,
  title: prose(200).nullable(),
  body: prose(20_000),
  /** Who wrote it last, and when. */
  person: secret(),
  post: safe(),
  at: Instant,
  /** What it is about: entries in the order of the chronology, and themes. */
  entries: z.array(z.strictObject({ eventId: Id, ref: z.int(), agencyId: Id, dateLabel: safe(), text: prose() })),
  themes: z.array(z.strictObject({ themeId: Id, name: prose(120) })),
  rowVersion: RowVersion,
});

const words = { title: prose(200).trim().min(1).nullable(), body: prose(20_000).trim().min(1) };
const links = { eventIds: z.array(Id).max(500), themeIds: z.array(Id).max(100) };

export const memos = {
  'memo.list': query({
    about: 'The memos, the newest first: all, those about an entry or a theme, or those with words in them.',
    input: z.strictObject({
      search: z.string().max(400).optional(),
      eventId: Id.optional(),
      themeId: Id.optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ memos: z.array(Memo), total: z.int() }),
    reads: ['memo', 'memoLink', 'event', 'correction', 'theme', 'registerEntry', 'mentionDecision'],
  }),
  'memo.add': command({
    about: 'Writes a memo, about entries, themes or nothing in particular.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Write a memo',
    input: z.strictObject({ id: Id, ...words, ...links }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'alreadyExists'],
  }),
  'memo.update': command({
    about: 'Changes a memo’s words.',
    identifiedOnly: true,
    role: 'reviewer',
    undo: 'recorded',
    label: 'Change a memo',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...words }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict'],
  }),
  'memo.link': command({
    about: 'Links a memo to entries and themes, or takes the links off.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Link a memo',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...links, on: z.boolean() }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion, changed: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
  'memo.remove': command({
    about: 'Removes a memo with its links. What it was about stays.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Remove a memo',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;

export type Memo = z.infer<typeof Memo>;
