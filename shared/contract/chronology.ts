import { z } from 'zod';
import { Day, Id, prose, RowVersion, safe } from '../model/basics.ts';
import { Annotation, CorrectedField, EventDetail, EventField, EventLine, EventRow } from '../model/chronology-event.ts';
import { Theme } from '../model/analysis.ts';
import { EventFilter, Grouping } from './event-filter.ts';
import { command, query, type Procedures } from './procedure.ts';

/** Whatever a filter may look at. */
const FILTER_READS = [
  'event',
  'theme',
  'themeTag',
  'annotation',
  'correction',
  'evidence',
  'mentionDecision',
  'accountMember',
  'accountGroup',
  'versionQuestion',
  'passage',
  'annotationReply',
  'accuracyChallenge',
  'memoLink',
] as const;

/** What the columns in view need of each entry besides what every row has. */
export const PageBeside = z.strictObject({
  fields: z.array(EventField).max(7).optional(),
  /** Days since the contact before, of the agency and of any. */
  since: z.boolean().optional(),
});

const EventWords = {
  description: prose(100_000),
  sourceOfInformation: prose(4000).nullable().optional(),
  response: prose(100_000).nullable().optional(),
  outcome: prose(100_000).nullable().optional(),
  childVoice: prose(100_000).nullable().optional(),
  agencyComment: prose(100_000).nullable().optional(),
  involved: prose(4000).nullable().optional(),
};

export const chronology = {
  'chronology.page': query({
    about: 'One page of the integrated chronology in true order, from a place in it.',
    input: z.strictObject({
      filter: EventFilter,
      /** Rows at or after this place; null: the beginning. */
      from: z.number().nullable(),
      /** So many matching rows after that place are left out: a list that knows every hundredth place asks for part of a hundred. */
      skip: z.int().min(0).max(500).optional(),
      limit: z.int().min(1).max(500),
      beside: PageBeside.optional(),
    }),
    output: z.strictObject({
      rows: z.array(EventRow),
      /** `from` of the next page, or null at the end. */
      next: z.number().nullable(),
    }),
    reads: [...FILTER_READS, 'registerEntry'],
  }),
  'chronology.anchors': query({
    about: 'How many entries match, and the place of every hundredth: lets a long list jump anywhere.',
    input: z.strictObject({ filter: EventFilter, group: Grouping.optional() }),
    output: z.strictObject({
      total: z.int(),
      all: z.int(),
      /** Of a gathered list: entries that match and stand beneath another account of their event. */
      beneath: z.int().optional(),
      anchors: z.array(z.number()),
      /** The headings of a grouped list. By agency or theme each has a list of its own: page it with `within`. */
      groups: z.array(z.strictObject({ key: safe().nullable(), total: z.int(), anchors: z.array(z.number()) })).optional(),
    }),
    reads: FILTER_READS,
  }),
  'chronology.find': query({
    about:
      'Where an entry stands in the filtered list: its index, or null where the filter hides it. Of an account beneath another, where the other stands.',
    input: z.strictObject({
      filter: EventFilter,
      id: Id.optional(),
      ref: z.int().optional(),
      day: Day.optional(),
      /** The list is grouped: the index is within its heading, `key`; an entry of two themes prefers `prefer`. */
      group: z.enum(['agency', 'theme']).optional(),
      prefer: safe().max(40).nullable().optional(),
    }),
    output: z.strictObject({ id: Id, index: z.int(), key: safe().nullable().optional() }).nullable(),
    reads: ['event', 'themeTag', 'accountMember', 'accountGroup'],
  }),
  'chronology.lines': query({
    about: 'The chronology as lines for export, from a place in it.',
    input: z.strictObject({ filter: EventFilter, from: z.number().nullable(), limit: z.int().min(1).max(2000) }),
    output: z.strictObject({ lines: z.array(EventLine), next: z.number().nullable() }),
    reads: ['event', 'themeTag', 'annotation', 'correction'],
  }),
  'chronology.get': query({
    about: 'One entry with its sources, corrections, annotations and thread.',
    input: z.strictObject({ id: Id }),
    output: EventDetail,
    reads: [
      'event',
      'correction',
      'annotation',
      'themeTag',
      'evidence',
      'finding',
      'recommendation',
      'action',
      'registerEntry',
      'mentionDecision',
    ],
    errors: ['notFound'],
  }),
  'chronology.neighbour': query({
    about: 'The entry before or after this one from the same agency.',
    input: z.strictObject({ id: Id, direction: z.enum(['previous', 'next']), sameAgency: z.boolean() }),
    output: z.strictObject({ id: Id }).nullable(),
    reads: ['event'],
  }),
  'chronology.add': command({
    about: 'Adds an entry by hand; its date is read as an import would read it.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add an entry',
    input: z.strictObject({ id: Id, agencyId: Id, date: prose(400), ...EventWords }),
    output: z.strictObject({ id: Id, ref: z.int() }),
    errors: ['notFound', 'badInput'],
  }),
  'chronology.correct': command({
    about: 'Puts a correction beside the original; what the agency wrote stays.',
    identifiedOnly: true,
    role: 'businessManager',
    undo: 'recorded',
    label: 'Correct an entry',
    input: z.strictObject({
      id: Id,
      eventId: Id,
      eventRowVersion: RowVersion,
      field: CorrectedField,
      to: prose(100_000).nullable(),
      reason: prose(2000).trim().min(1),
    }),
    output: z.strictObject({ eventId: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'chronology.reorder': command({
    about: 'Moves an entry before or after another of the same day, by hand.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Reorder within a day',
    input: z.strictObject({ eventId: Id, eventRowVersion: RowVersion, place: z.enum(['before', 'after']), otherId: Id }),
    output: z.strictObject({ eventId: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'annotation.listForEvent': query({
    about: 'The annotations of an entry, oldest first.',
    input: z.strictObject({ eventId: Id }),
    output: z.array(Annotation),
    reads: ['annotation'],
  }),
  'annotation.add': command({
    about: 'Adds an annotation to an entry under your name.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Annotate an entry',
    input: z.strictObject({ id: Id, eventId: Id, eventRowVersion: RowVersion, body: prose(4000).trim().min(1) }),
    output: Annotation,
    errors: ['notFound', 'versionConflict', 'alreadyExists'],
  }),
  'annotation.edit': command({
    about: 'Changes your annotation.',
    identifiedOnly: true,
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change an annotation',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, body: prose(4000).trim().min(1) }),
    output: Annotation,
    errors: ['notFound', 'versionConflict', 'notAllowed'],
  }),
  'annotation.remove': command({
    about: 'Removes your annotation.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Remove an annotation',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict', 'notAllowed', 'stillUsed'],
  }),
  'theme.list': query({
    about: 'The themes with their definitions and how many entries carry each.',
    input: z.strictObject({}),
    output: z.array(Theme),
    reads: ['theme', 'themeTag', 'event'],
  }),
  'theme.add': command({
    about: 'Adds a theme.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Add a theme',
    input: z.strictObject({ id: Id, parentId: Id.nullable(), name: prose(120).trim().min(1), definition: prose(2000) }),
    output: Theme,
    errors: ['notFound', 'alreadyExists'],
  }),
  'theme.update': command({
    about: 'Renames, defines or moves a theme.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change a theme',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      name: prose(120).trim().min(1).optional(),
      definition: prose(2000).optional(),
      parentId: Id.nullable().optional(),
    }),
    output: Theme,
    errors: ['notFound', 'versionConflict', 'alreadyExists', 'badInput'],
  }),
  'theme.remove': command({
    about: 'Removes a theme and its tags.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Remove a theme',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ tagsRemoved: z.int(), passagesRemoved: z.int().optional(), memosUnlinked: z.int().optional() }),
    errors: ['notFound', 'versionConflict', 'stillUsed'],
  }),
  'tag.set': command({
    about: 'Tags entries with a theme, or takes the tag off, with the passages that have it.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Tag a theme',
    input: z.strictObject({ themeId: Id, eventIds: z.array(Id).min(1).max(5000), on: z.boolean() }),
    /** passages: tagged passages that went with the tags. */
    output: z.strictObject({ changed: z.int(), passages: z.int().optional() }),
    errors: ['notFound'],
  }),
} satisfies Procedures;
export type PageBeside = z.infer<typeof PageBeside>;
export { EventFilter } from './event-filter.ts';
