import { z } from 'zod';
import { Day, Id, Instant, prose, RowVersion, safe } from '../model/basics.ts';
import { PublicationKind } from '../model/publication-kinds.ts';
import { command, query, type Procedures } from './procedure.ts';

export const ProceedingKind = z.enum(['criminal', 'care', 'inquest', 'civil', 'disciplinary', 'other']);

const words = {
  kind: ProceedingKind,
  /** Which proceedings, and how far they are. */
  about: prose(2000),
  /** The kinds of publication that wait for them. */
  heldKinds: z.array(PublicationKind),
  /** Why those wait. */
  reason: prose(2000),
  /** Whether police or prosecutors, the court or the coroner were asked: of whom, when, and what they said. */
  askedOf: prose(300),
  askedOn: Day.nullable(),
  answer: prose(2000),
};

/** Proceedings beside the review, with what they hold back and who lifted it. */
export const Proceeding = z.strictObject({
  id: Id,
  ...words,
  person: safe(),
  at: Instant,
  liftedBy: safe().nullable(),
  liftedPost: safe().nullable(),
  liftedReason: prose(2000).nullable(),
  liftedAt: Instant.nullable(),
  rowVersion: RowVersion,
});

export const proceedings = {
  'proceeding.list': query({
    about: 'Parallel proceedings: what they hold back, who was asked, who lifted the hold and why.',
    input: z.strictObject({}),
    output: z.array(Proceeding),
    reads: ['proceeding'],
  }),
  'proceeding.add': command({
    about: 'Notes proceedings beside the review; the kinds that they hold cannot be made until the hold is lifted.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Note parallel proceedings',
    identifiedOnly: true,
    input: z.strictObject({ id: Id, ...words }),
    output: Proceeding,
    errors: ['alreadyExists', 'badInput'],
  }),
  'proceeding.update': command({
    about: 'Changes what is noted of proceedings; a hold that was lifted stays lifted only where the same kinds are held.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Change parallel proceedings',
    identifiedOnly: true,
    input: z.strictObject({ id: Id, rowVersion: RowVersion, ...words }),
    output: Proceeding,
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'proceeding.lift': command({
    about: 'Lifts the hold, by name and post and with a reason.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Lift a hold',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      name: safe().trim().min(1).max(120),
      post: safe().trim().min(1).max(200),
      reason: prose(2000).trim().min(1),
    }),
    output: Proceeding,
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'proceeding.remove': command({
    about: 'Takes away what was noted of proceedings, with its hold.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Remove parallel proceedings',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;
export type Proceeding = z.infer<typeof Proceeding>;
export type ProceedingKind = z.infer<typeof ProceedingKind>;
