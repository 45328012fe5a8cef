import { z } from 'zod';
import { Id, prose, RowVersion, safe } from '../model/basics.ts';
import { TextMark } from '../model/chronology-event.ts';
import { KeptRegisterEntry, RegisterEntry } from '../model/register.ts';
import { command, job, query, type Procedures } from './procedure.ts';

/** A text of the review that mentions may stand in: a row and its field, e.g. event · id · description. */
export const TextPlace = z.strictObject({ table: safe().max(40), id: Id, field: safe().max(40) });

export const RegisterRow = z.strictObject({
  entry: KeptRegisterEntry,
  /** From the last count; null before the first. */
  mentions: z.int().nullable(),
  ask: z.int().nullable(),
  /** Spellings found, most frequent first; refused as a whole in an anonymised session. */
  spellings: z.array(z.strictObject({ text: z.string(), count: z.int() })),
});

/** A mention that must be asked: nothing is guessed. */
export const AskItem = z.strictObject({
  place: TextPlace,
  textHash: safe(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: prose(),
  context: prose(),
  contextStart: z.int(),
  candidates: z.array(Id),
  ref: z.int().nullable(),
  agencyId: Id.nullable(),
});

export const register = {
  'register.list': query({
    about: 'The register: people, places, organisations and numbers with their pseudonyms.',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(RegisterRow), countedAt: safe().nullable(), stale: z.boolean() }),
    reads: ['registerEntry', 'mentionDecision', 'event'],
  }),
  'register.add': command({
    about: 'Puts someone or something on the register.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add to the register',
    identifiedOnly: true,
    input: RegisterEntry.extend({ id: Id }),
    output: KeptRegisterEntry,
    errors: ['alreadyExists'],
  }),
  'register.update': command({
    about: 'Changes an entry of the register.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Change the register',
    identifiedOnly: true,
    input: KeptRegisterEntry,
    output: KeptRegisterEntry,
    errors: ['notFound', 'versionConflict', 'alreadyExists'],
  }),
  'register.remove': command({
    about: 'Takes an entry off the register.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Take off the register',
    identifiedOnly: true,
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict', 'stillUsed'],
  }),
  'register.import': command({
    about: 'Puts a list on the register; an entry of the same id or real name and kind is replaced.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Import the register',
    identifiedOnly: true,
    input: z.strictObject({ entries: z.array(RegisterEntry).max(20_000) }),
    output: z.array(KeptRegisterEntry),
    errors: ['badInput', 'alreadyExists'],
  }),
  'register.asks': query({
    about: 'Mentions that nobody has settled, in the order of the chronology.',
    identifiedOnly: true,
    input: z.strictObject({ entryId: Id.nullable(), limit: z.int().min(1).max(200) }),
    output: z.array(AskItem),
    reads: ['registerEntry', 'mentionDecision', 'event', 'recommendation', 'action', 'finding'],
  }),
  'register.decide': command({
    about: 'Settles who a mention is, or that it is nobody; with `everywhere`, every equal mention in the same return.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Settle a mention',
    identifiedOnly: true,
    input: z.strictObject({
      place: TextPlace,
      textHash: safe(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      entryId: Id.nullable(),
      everywhere: z.boolean(),
    }),
    output: z.strictObject({ settled: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
  'register.recount': job({
    about: 'Counts every mention afresh.',
    role: 'panelMember',
    label: 'Count mentions',
    input: z.strictObject({}),
    output: z.strictObject({ mentions: z.int(), ask: z.int() }),
  }),
  'register.tryLine': query({
    about: 'One line both ways: the mentions in it, and how it reads anonymised.',
    identifiedOnly: true,
    input: z.strictObject({ text: z.string().max(20_000), place: TextPlace.nullable() }),
    output: z.strictObject({ marks: z.array(TextMark), anonymised: safe() }),
    reads: ['registerEntry', 'mentionDecision'],
  }),
} satisfies Procedures;
export type TextPlace = z.infer<typeof TextPlace>;
export type RegisterRow = z.infer<typeof RegisterRow>;
export type AskItem = z.infer<typeof AskItem>;
