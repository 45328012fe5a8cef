import { z } from 'zod';
import { Id, prose, RowVersion, safe } from '../model/basics.ts';
import { EventFilter } from './event-filter.ts';
import { command, query, type Procedures } from './procedure.ts';

/** So many entries one change may be about. */
export const MOST_AT_ONCE = 20_000;
/** So many dates are put right in one step: each is shown before. */
export const MOST_DATES = 2000;

/** So many entries one annotation may be put on. */
export const MOST_ANNOTATED = 2000;

/** What a change is about: the entries chosen, or all that match as long as there are as many as were seen. */
export const Target = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(5000) }),
  z.strictObject({ filter: EventFilter, total: z.int().min(1) }),
]);

/** One rule for many dates. `asRead`: as it was read, asking nothing more. */
export const DateFix = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('year'), year: z.int().min(1000).max(9999) }),
  z.strictObject({ kind: z.enum(['swap', 'about', 'asRead', 'alternative', 'above']) }),
]);

export const DateFixRow = z.strictObject({
  id: Id,
  ref: z.int(),
  agencyId: Id,
  asWritten: prose(),
  before: safe(),
  /** The date as it would stand; null where the rule does not fit. */
  after: safe().nullable(),
  cannot: safe().nullable(),
  /** What would still be asked of the new date. */
  problems: z.array(prose()),
  rowVersion: RowVersion,
});

export const bulk = {
  'bulk.tag': command({
    about: 'Tags many entries with a theme, or takes it off them, as one change.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Tag many entries',
    input: z.strictObject({ target: Target, themeId: Id, on: z.boolean() }),
    /** passages: tagged passages that went with the tags. */
    output: z.strictObject({ changed: z.int(), entries: z.int(), passages: z.int().optional() }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'bulk.annotate': command({
    about: 'Puts one annotation on many entries under your name, as one change.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Annotate many entries',
    /** id: of the first entry’s annotation. */
    input: z.strictObject({ id: Id, target: Target, body: prose(4000).trim().min(1) }),
    output: z.strictObject({ entries: z.int() }),
    errors: ['notFound', 'versionConflict', 'badInput', 'alreadyExists'],
  }),
  'bulk.datesPreview': query({
    about: 'What one rule would make of many dates, entry by entry. Nothing changes.',
    identifiedOnly: true,
    input: z.strictObject({ target: Target, fix: DateFix }),
    output: z.strictObject({ rows: z.array(DateFixRow), fits: z.int() }),
    reads: ['event', 'themeTag', 'annotation', 'correction'],
    errors: ['badInput', 'versionConflict'],
  }),
  'bulk.dates': command({
    about: 'Puts many dates right by one rule and one reason, as one change. What was written stays.',
    identifiedOnly: true,
    role: 'businessManager',
    undo: 'recorded',
    label: 'Put dates right',
    input: z.strictObject({
      fix: DateFix,
      entries: z
        .array(z.strictObject({ id: Id, rowVersion: RowVersion }))
        .min(1)
        .max(MOST_DATES),
      reason: prose(2000).trim().min(1),
    }),
    output: z.strictObject({ changed: z.int() }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
} satisfies Procedures;

export type Target = z.infer<typeof Target>;
export type DateFixRow = z.infer<typeof DateFixRow>;
