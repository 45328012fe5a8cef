import { z } from 'zod';
import { Day, fileName, Id, Instant, prose, RowVersion, safe, secret } from './basics.ts';
import { TableRef } from './agency-return.ts';
import { EventDate } from './event-date.ts';
import { Mention } from './register.ts';

export const Provenance = z.strictObject({
  returnId: Id,
  file: fileName(),
  table: TableRef,
  row: z.int(),
  returnVersion: z.int(),
});

const words = {
  description: prose(),
  sourceOfInformation: prose().nullable(),
  response: prose().nullable(),
  outcome: prose().nullable(),
  childVoice: prose().nullable(),
  agencyComment: prose().nullable(),
  involved: prose().nullable(),
};
/** One line of `plumbline events`. */
export const EventLine = z.strictObject({
  id: Id,
  ref: z.int(),
  agency: prose(300),
  date: EventDate,
  ...words,
  other: z.record(prose(400), prose()),
  noContact: z.boolean(),
  themes: z.array(prose(200)),
  annotations: z.int(),
  provenance: z.array(Provenance),
});

/** Half-open range of UTF-16 code units. */
export const Range = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** A mark over a text: a settled or unsettled mention, as the view shows it. */
export const TextMark = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  entryIds: z.array(safe()),
  /** What stands (anonymised) or would stand (identified) in its place; null while undecided. */
  label: safe().nullable(),
  status: z.enum(['sure', 'ask', 'settled', 'notAPerson']),
});

export const EventField = z.enum([
  'description',
  'sourceOfInformation',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
]);
/** Days between two entries: one number where both dates are certain, else the fewest and the most. */
export const DayGap = z.strictObject({ least: z.int(), most: z.int() });

/** A row of the chronology grid. */
export const EventRow = z.strictObject({
  id: Id,
  ref: z.int(),
  /** Place in the one order; the cursor of keyset paging. */
  pos: z.number(),
  agencyId: Id,
  date: EventDate,
  /** The date as the window writes it, e.g. "Mon 15 Sep 2025". */
  dateLabel: safe(),
  source: prose().nullable(),
  text: prose(),
  marks: z.array(TextMark),
  hits: z.array(Range),
  themeIds: z.array(Id),
  annotations: z.int(),
  corrected: z.boolean(),
  problems: z.int(),
  noContact: z.boolean(),
  byHand: z.boolean(),
  /** The day under which it stands in the one order; null where nothing gave it one. */
  day: Day.nullable(),
  /** Of a gathered list: how many accounts of the same event stand beneath this one. */
  beneath: z.int().optional(),
  /** Fields that were asked for besides. */
  fields: z.partialRecord(EventField, prose().nullable()).optional(),
  /** Days since the contact before, of the same agency and of any; null: none before, or no day to count from. */
  since: z.strictObject({ agency: DayGap.nullable(), any: DayGap.nullable() }).optional(),
  rowVersion: RowVersion,
});

export const CorrectedField = z.enum([...EventField.options, 'date']);

export const Correction = z.strictObject({
  id: Id,
  field: CorrectedField,
  /** What stood before, and what stands now; a date as its text. */
  from: prose().nullable(),
  to: prose().nullable(),
  reason: prose(2000),
  /** Who, by name; an anonymised session sees the post alone. */
  person: secret(),
  at: Instant,
});

export const Annotation = z.strictObject({
  id: Id,
  eventId: Id,
  body: prose(4000),
  person: secret(),
  post: safe(),
  at: Instant,
  rowVersion: RowVersion,
});

export const SourceRow = z.strictObject({
  returnId: Id,
  returnRowId: Id,
  file: fileName(),
  table: TableRef,
  row: z.int(),
  returnVersion: z.int(),
  /** The cells as they stood, in column order: heading and text. */
  cells: z.array(z.strictObject({ column: prose(), text: prose() })),
});

/** Everything the inspector shows of one entry. */
export const EventDetail = z.strictObject({
  id: Id,
  ref: z.int(),
  agencyId: Id,
  date: EventDate,
  dateLabel: safe(),
  fields: z.array(z.strictObject({ field: EventField, text: prose(), marks: z.array(TextMark), original: prose().nullable() })),
  other: z.record(prose(400), prose()),
  noContact: z.boolean(),
  themeIds: z.array(Id),
  sources: z.array(SourceRow),
  corrections: z.array(Correction),
  annotations: z.array(Annotation),
  /** Findings that lean on it, with the stance. */
  findings: z.array(z.strictObject({ id: Id, number: z.int(), statement: prose(), stance: z.enum(['for', 'against']) })),
  recommendations: z.array(z.strictObject({ id: Id, number: safe(), text: prose() })),
  actions: z.array(z.strictObject({ id: Id, number: safe(), text: prose() })),
  rowVersion: RowVersion,
});

export const EventMentions = z.array(Mention);

export type EventLine = z.infer<typeof EventLine>;
export type EventRow = z.infer<typeof EventRow>;
export type EventDetail = z.infer<typeof EventDetail>;
export type DayGap = z.infer<typeof DayGap>;
export type EventField = z.infer<typeof EventField>;
export type CorrectedField = z.infer<typeof CorrectedField>;
export type Annotation = z.infer<typeof Annotation>;
export type Correction = z.infer<typeof Correction>;
export type TextMark = z.infer<typeof TextMark>;
export type Range = z.infer<typeof Range>;
export type Provenance = z.infer<typeof Provenance>;
export type SourceRow = z.infer<typeof SourceRow>;
