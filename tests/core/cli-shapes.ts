import { z } from 'zod';

/** The public shapes, written down afresh from the interface's text and not from the program's own schemas. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const clock = z.string().regex(/^\d{2}:\d{2}$/);
const id = z.string().min(1);

const reading = {
  earliest: day.nullable(),
  latest: day.nullable(),
  precision: z.enum(['time', 'day', 'month', 'season', 'year', 'range', 'unknown']),
  certainty: z.enum(['certain', 'approximate', 'uncertain']),
  time: clock.nullable(),
  endTime: clock.nullable(),
  alternatives: z.array(z.strictObject({ earliest: z.string(), latest: z.string() })),
  problems: z.array(z.strictObject({ code: z.string(), message: z.string() })),
};
export const DateOutput = z.strictObject({ id, ...reading });
export const ImportResult = z.strictObject({
  returnId: id.nullable(),
  file: z.string(),
  agencies: z.array(z.string()),
  tables: z.int(),
  rowsRead: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  unchanged: z.int(),
  mapping: z.record(z.string(), z.string()),
  problems: z.array(
    z.strictObject({
      severity: z.enum(['error', 'warning', 'notice']),
      code: z.string(),
      message: z.string(),
      table: z.union([z.number(), z.string()]).nullable(),
      row: z.int().nullable(),
      column: z.string().optional(),
    }),
  ),
});
export const EventLine = z.strictObject({
  id,
  ref: z.int().positive(),
  agency: z.string(),
  date: z.strictObject({ ...reading, asWritten: z.string(), order: z.number() }),
  description: z.string(),
  sourceOfInformation: z.string().nullable(),
  response: z.string().nullable(),
  outcome: z.string().nullable(),
  childVoice: z.string().nullable(),
  agencyComment: z.string().nullable(),
  involved: z.string().nullable(),
  other: z.record(z.string(), z.string()),
  noContact: z.boolean(),
  themes: z.array(z.string()),
  annotations: z.int(),
  provenance: z.array(
    z.strictObject({
      returnId: id,
      file: z.string(),
      table: z.union([z.number(), z.string()]),
      row: z.int(),
      returnVersion: z.int(),
    }),
  ),
});
export const MentionsLine = z.strictObject({
  id,
  mentions: z.array(
    z.strictObject({
      start: z.int(),
      end: z.int(),
      text: z.string(),
      entryIds: z.array(id).min(1),
      kind: z.enum(['name', 'dateOfBirth', 'address', 'phone', 'email', 'reference']),
      spelling: z.string(),
      status: z.enum(['sure', 'ask']),
    }),
  ),
});
export const RegisterEntry = z.strictObject({
  id,
  kind: z.enum(['person', 'place', 'organisation', 'reference']),
  realName: z.string(),
  aliases: z.array(z.string()),
  pseudonym: z.string(),
  dateOfBirth: z.string().optional(),
  addresses: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
  emails: z.array(z.string()).optional(),
  references: z.array(z.string()).optional(),
  role: z.string().optional(),
  publishAs: z.enum(['pseudonym', 'realName', 'role', 'omit']).optional(),
});
export const ActionLine = z.strictObject({
  id,
  kind: z.enum(['recommendation', 'action']),
  number: z.string(),
  text: z.string(),
  owners: z.array(z.string()),
  leadAgency: z.string().nullable(),
  timescale: z.strictObject({ asWritten: z.string(), due: day.nullable() }).nullable(),
  successMeasure: z.string().nullable(),
  assurance: z.array(z.string()),
  recommendationId: id.nullable(),
  status: z.string(),
});
export const RecommendationReading = z.strictObject({
  id,
  owners: z.array(z.strictObject({ text: z.string(), type: z.enum(['post', 'agency', 'partnership', 'government']) })),
  timescale: z
    .strictObject({
      text: z.string(),
      kind: z.enum(['date', 'relative', 'event', 'immediate', 'standard', 'vague']),
      due: day.optional(),
    })
    .nullable(),
  measure: z.string().nullable(),
  weak: z.boolean(),
  reasons: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});
