import { z } from 'zod';
import { Day, fileName, Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { command, job, query, type Procedures } from './procedure.ts';
import { FileRef } from './session.ts';

/** What was done about an agency's return, by a person. That it came is told by the return itself, or by `received` where it is not in yet. */
export const RequestStepKind = z.enum(['asked', 'reminded', 'received', 'queried', 'accepted']);
export const LetterKind = z.enum(['request', 'reminder', 'receipt', 'query', 'acceptance', 'nilReturn']);
/** Where the return of an agency stands, from its steps and from what came in. */
export const ReturnStanding = z.enum(['notAsked', 'asked', 'late', 'received', 'nil', 'queried', 'queryLate', 'accepted']);

export const RequestStep = z.strictObject({
  /** Null where it is read from a return that came in. */
  id: Id.nullable(),
  kind: RequestStepKind,
  on: Day,
  /** The day that was asked for, where the step named one. */
  due: Day.nullable(),
  note: prose(2000),
  /** The return that came, and which version of it. */
  returnId: Id.nullable(),
  returnVersion: z.int().nullable(),
  /** Null where it was read from a return. */
  person: secret().nullable(),
  post: safe().nullable(),
  at: Instant,
  /** Why it was taken back: it stays on the record and counts no more. */
  takenBack: prose(2000).nullable(),
});

export const TrackedReturn = z.strictObject({
  agencyId: Id,
  requestId: Id.nullable(),
  contact: prose(300),
  /** The period asked about in detail, and where background begins. */
  from: Day.nullable(),
  to: Day.nullable(),
  backgroundFrom: Day.nullable(),
  note: prose(2000),
  standing: ReturnStanding,
  /** The day that the agency was last given. */
  due: Day.nullable(),
  /** Days past it, where nothing has come. */
  daysLate: z.int().positive().nullable(),
  /** The letter that comes next; null where nothing is to be sent. */
  next: LetterKind.nullable(),
  returnIds: z.array(Id),
  /** Errors and warnings in what it sent last. */
  points: z.int(),
  /** Oldest first. */
  steps: z.array(RequestStep),
  rowVersion: RowVersion.nullable(),
});

const Period = { from: Day.nullable(), to: Day.nullable(), backgroundFrom: Day.nullable() };

export const tracker = {
  'tracker.list': query({
    about: 'Where the return of each agency stands: asked, due, reminded, received, queried, accepted.',
    input: z.strictObject({ today: Day }),
    output: z.array(TrackedReturn),
    reads: ['returnRequest', 'requestStep', 'agencyReturn', 'returnFile', 'agency', 'event'],
  }),
  'tracker.ask': command({
    about: 'Notes that agencies were asked for their returns, by a day; an agency that is new to the review is added.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Ask for returns',
    input: z.strictObject({
      agencies: z
        .array(z.strictObject({ requestId: Id, stepId: Id, agency: prose(300).trim().min(1), contact: prose(300).trim() }))
        .min(1)
        .max(200),
      ...Period,
      on: Day,
      due: Day.nullable(),
      note: prose(2000).trim(),
    }),
    output: z.strictObject({ asked: z.int() }),
    errors: ['badInput', 'alreadyExists'],
    identifiedOnly: true,
  }),
  'tracker.update': command({
    about: 'Changes whom an agency’s request goes to, its period or its note.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Change a request',
    input: z.strictObject({
      requestId: Id,
      rowVersion: RowVersion,
      contact: prose(300).trim(),
      ...Period,
      note: prose(2000).trim(),
    }),
    output: z.strictObject({ rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict', 'badInput'],
    identifiedOnly: true,
  }),
  'tracker.step': command({
    about: 'Notes a dated step for one or several agencies. A step is never overwritten.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Note a step',
    input: z.strictObject({
      steps: z
        .array(z.strictObject({ id: Id, requestId: Id }))
        .min(1)
        .max(200),
      kind: RequestStepKind,
      on: Day,
      due: Day.nullable(),
      note: prose(2000).trim(),
    }),
    output: z.strictObject({ noted: z.int() }),
    errors: ['notFound', 'badInput', 'alreadyExists'],
    identifiedOnly: true,
  }),
  'tracker.takeBack': command({
    about: 'Takes a step back, with the reason; it stays on the record and counts no more.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Take a step back',
    input: z.strictObject({ stepId: Id, reason: prose(2000).trim().min(1) }),
    output: z.strictObject({ stepId: Id }),
    errors: ['notFound', 'alreadyExists'],
    identifiedOnly: true,
  }),
  'tracker.letter': job({
    about: 'Writes the letter of a step for agencies: one Word file, or one for each in a zip; or as text for an e-mail.',
    role: 'businessManager',
    label: 'Write letters',
    identifiedOnly: true,
    input: z.strictObject({
      requestIds: z.array(Id).min(1).max(200),
      kind: LetterKind,
      format: z.enum(['docx', 'text']),
      on: Day,
      due: Day.nullable(),
    }),
    output: z.strictObject({
      letters: z.int(),
      file: FileRef.nullable(),
      name: fileName().nullable(),
      text: prose().nullable(),
    }),
    errors: ['notFound'],
  }),
} satisfies Procedures;
export type RequestStep = z.infer<typeof RequestStep>;
export type RequestStepKind = z.infer<typeof RequestStepKind>;
export type TrackedReturn = z.infer<typeof TrackedReturn>;
export type ReturnStanding = z.infer<typeof ReturnStanding>;
export type LetterKind = z.infer<typeof LetterKind>;
