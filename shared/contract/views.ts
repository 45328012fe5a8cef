import { z } from 'zod';
import { Id, prose, RowVersion, safe } from '../model/basics.ts';
import { EventFilter, Grouping } from './event-filter.ts';
import { command, query, type Procedures } from './procedure.ts';

/** The columns of the chronology, in the order in which they are first offered. */
export const ColumnKey = z.enum([
  'ref',
  'date',
  'time',
  'agency',
  'text',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
  'themes',
  'age',
  'sinceAgency',
  'sinceAny',
  'problems',
]);

/** How the list is laid out: columns in their order, those not named are put away. */
export const Layout = z.strictObject({
  /** Width in sixteenths of the type size, as a person drew it; null: as it comes. */
  columns: z
    .array(z.strictObject({ key: ColumnKey, width: z.int().min(24).max(1600).nullable() }))
    .min(1)
    .max(ColumnKey.options.length)
    .refine((columns) => new Set(columns.map(({ key }) => key)).size === columns.length, { error: 'a column stands twice' }),
  /** So many columns at the left stay in view when the list is scrolled sideways. */
  frozen: z.int().min(0).max(5),
  group: Grouping.nullable(),
  rows: z.enum(['normal', 'compact']),
  /** One row for each event told by several. */
  gathered: z.literal(true).optional(),
});

/** The filter as it is kept: words are prose, since they may be a name. */
const KeptFilter = EventFilter.extend({ search: prose(400).optional() });

export const SavedView = z.strictObject({
  id: Id,
  name: prose(80),
  filter: KeptFilter,
  layout: Layout,
  position: z.number(),
  rowVersion: RowVersion,
});

const name = prose(80).trim().min(1);

export const views = {
  'view.list': query({
    about: 'The saved views of the chronology, in their order.',
    input: z.strictObject({}),
    output: z.array(SavedView),
    reads: ['savedView'],
  }),
  'view.add': command({
    about: 'Saves a filter with its columns, grouping and row height under a name.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Save a view',
    input: z.strictObject({ id: Id, name, filter: EventFilter, layout: Layout }),
    output: SavedView,
    errors: ['alreadyExists'],
  }),
  'view.update': command({
    about: 'Renames a saved view, or saves it as the list now stands.',
    // What an anonymised session was shown of its words must not be written back.
    identifiedOnly: true,
    role: 'panelMember',
    undo: 'recorded',
    label: 'Change a saved view',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      name: name.optional(),
      filter: EventFilter.optional(),
      layout: Layout.optional(),
    }),
    output: SavedView,
    errors: ['notFound', 'versionConflict', 'alreadyExists'],
  }),
  'view.move': command({
    about: 'Puts a saved view directly before another, or last.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Reorder the saved views',
    input: z.strictObject({ id: Id, before: Id.nullable() }),
    output: z.strictObject({ ids: z.array(safe()) }),
    errors: ['notFound'],
  }),
  'view.remove': command({
    about: 'Removes a saved view. The entries stay.',
    role: 'panelMember',
    undo: 'recorded',
    label: 'Remove a saved view',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;

export type ColumnKey = z.infer<typeof ColumnKey>;
export type Layout = z.infer<typeof Layout>;
export type SavedView = z.infer<typeof SavedView>;
