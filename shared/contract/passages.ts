import { z } from 'zod';
import { Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { EventField, Range } from '../model/chronology-event.ts';
import { command, query, type Procedures } from './procedure.ts';

/**
 * A theme on part of an entry's text. The entry then has the theme: filters, counts, lanes, matrix and paper count it once,
 * however many passages it has, until the last passage goes or the theme is taken off the entry with all of them.
 */
export const Passage = z.strictObject({
  id: Id,
  eventId: Id,
  themeId: Id,
  field: EventField,
  /** Where it stands in the field as this session sees it; null: the text has changed and a person must place it. */
  at: Range.nullable(),
  /** The words as they were marked; null where an anonymised session may not read them. */
  quote: prose().nullable(),
  person: secret(),
  post: safe(),
  markedAt: Instant,
  rowVersion: RowVersion,
});

/** Where the words of a passage seem to stand now; never taken without a person. */
export const PassagePlace = z.strictObject({
  eventId: Id,
  ref: z.int(),
  field: EventField,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  words: prose(),
  /** The version of the entry whose text this is. */
  eventRowVersion: RowVersion,
});

export const ListedPassage = z.strictObject({
  passage: Passage,
  ref: z.int(),
  agencyId: Id,
  dateLabel: safe(),
  /** Of one that must be placed, in an identified session. */
  places: z.array(PassagePlace),
});

/** A stretch of a field as this session was shown it, with its words, so that a text that has changed is noticed. */
const Span = {
  eventId: Id,
  eventRowVersion: RowVersion,
  field: EventField,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  words: prose().min(1),
};

const PASSAGE_READS = ['passage', 'themeTag', 'theme', 'event', 'correction', 'registerEntry', 'mentionDecision'] as const;

export const passages = {
  'passage.ofEvent': query({
    about: 'The passages of an entry that carry a theme, in the order of its text.',
    input: z.strictObject({ eventId: Id }),
    output: z.array(Passage),
    reads: PASSAGE_READS,
  }),
  'passage.list': query({
    about: 'Passages in the order of the chronology: of a theme, of a return, or those whose text has changed under them.',
    input: z.strictObject({
      themeId: Id.optional(),
      returnId: Id.optional(),
      eventId: Id.optional(),
      unplaced: z.boolean(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({ passages: z.array(ListedPassage), total: z.int() }),
    reads: PASSAGE_READS,
  }),
  'passage.tag': command({
    about: 'Tags part of an entry’s text with a theme; the entry then has the theme.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Tag a passage',
    input: z.strictObject({ id: Id, themeId: Id, ...Span }),
    output: Passage,
    errors: ['notFound', 'versionConflict', 'badInput', 'alreadyExists'],
  }),
  'passage.place': command({
    about: 'Puts a passage on other words: where its text stands now, in the same entry or another.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Place a passage',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...Span }),
    output: Passage,
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'passage.remove': command({
    about: 'Takes a theme off a passage; off the entry too where no other passage has it and the entry was not tagged itself.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Take a theme off a passage',
    /** keepTheme: the entry keeps the theme, tagged as a whole. */
    input: z.strictObject({ id: Id, rowVersion: RowVersion, keepTheme: z.boolean() }),
    output: z.strictObject({ id: Id, entryKeepsTheme: z.boolean() }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;

export type Passage = z.infer<typeof Passage>;
export type PassagePlace = z.infer<typeof PassagePlace>;
export type ListedPassage = z.infer<typeof ListedPassage>;
