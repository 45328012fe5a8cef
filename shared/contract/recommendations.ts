import { z } from 'zod';
import { Id, prose, RowVersion, safe } from '../model/basics.ts';
import { Action, ActionLine, ActionStatus, Level, Recommendation, StagedAction, Timescale } from '../model/recommendation.ts';
import { EditorBlock } from '../richtext/schema.ts';
import { FileRef } from './session.ts';
import { command, job, query, type Procedures } from './procedure.ts';

const plan = {
  heading: prose(300).nullable().optional(),
  text: prose(8000).optional(),
  owners: z.array(prose(300)).max(20).optional(),
  leadAgency: prose(300).nullable().optional(),
  timescale: Timescale.nullable().optional(),
  successMeasure: prose(4000).nullable().optional(),
  assurance: z.array(prose(300)).max(10).optional(),
};

export const DraftBlock = z.strictObject({
  id: Id,
  position: z.number(),
  json: EditorBlock,
  rowVersion: RowVersion,
});

export const recommendations = {
  'recommendation.list': query({
    about: 'The recommendations in their order of placement.',
    input: z.strictObject({}),
    output: z.array(Recommendation.extend({ number: z.int().nullable(), actions: z.int() })),
    reads: ['recommendation', 'recommendationFinding', 'action'],
  }),
  'recommendation.add': command({
    about: 'Adds a recommendation, optionally from findings.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Add a recommendation',
    input: z.strictObject({
      id: Id,
      ...plan,
      expectedOutcome: prose(4000).nullable().optional(),
      level: Level.nullable().optional(),
      findingIds: z.array(Id).optional(),
    }),
    output: Recommendation,
    errors: ['alreadyExists', 'notFound'],
  }),
  'recommendation.update': command({
    about: 'Changes a recommendation: its text, owners, timescale, measure, assurance, findings, or whether it is placed.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Change a recommendation',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      ...plan,
      expectedOutcome: prose(4000).nullable().optional(),
      level: Level.nullable().optional(),
      preamble: prose(4000).nullable().optional(),
      findingIds: z.array(Id).optional(),
      placed: z.boolean().optional(),
    }),
    output: Recommendation,
    errors: ['notFound', 'versionConflict'],
  }),
  'recommendation.move': command({
    about: 'Moves a recommendation; the numbers follow.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Move a recommendation',
    input: z.strictObject({ id: Id, to: z.int().nonnegative() }),
    output: z.strictObject({}),
    errors: ['notFound'],
  }),
  'recommendation.remove': command({
    about: 'Removes a recommendation that has no actions.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Remove a recommendation',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict', 'stillUsed'],
  }),
  'action.list': query({
    about: 'Recommendations and actions as lines, each numbered.',
    input: z.strictObject({}),
    output: z.array(ActionLine),
    reads: ['recommendation', 'action'],
  }),
  'action.rows': query({
    about: 'The actions as rows, for editing.',
    input: z.strictObject({}),
    output: z.array(Action.extend({ number: safe() })),
    reads: ['action', 'recommendation'],
  }),
  'action.add': command({
    about: 'Adds an action, with or without a recommendation.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add an action',
    input: z.strictObject({
      id: Id,
      recommendationId: Id.nullable(),
      ...plan,
      text: prose(8000).trim().min(1),
      status: ActionStatus.optional(),
    }),
    output: Action,
    errors: ['notFound', 'alreadyExists'],
  }),
  'action.update': command({
    about: 'Changes an action.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Change an action',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      ...plan,
      status: ActionStatus.optional(),
      recommendationId: Id.nullable().optional(),
    }),
    output: Action,
    errors: ['notFound', 'versionConflict'],
  }),
  'action.move': command({
    about: 'Moves an action within its list; the numbers follow.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Move an action',
    input: z.strictObject({ id: Id, to: z.int().nonnegative() }),
    output: z.strictObject({}),
    errors: ['notFound'],
  }),
  'action.remove': command({
    about: 'Removes an action.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Remove an action',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
  'action.read': job({
    about: 'Reads numbered actions from a Word, CSV or text file, or from pasted text. Changes nothing.',
    role: 'businessManager',
    label: 'Read actions',
    input: z.strictObject({ file: FileRef.optional(), text: z.string().max(500_000).optional() }),
    output: z.strictObject({ items: z.array(StagedAction), preamble: prose(), problems: z.array(safe()) }),
    errors: ['unreadableFile', 'unsupportedFile', 'encryptedFile', 'hostileFile', 'badInput'],
  }),
  'action.import': command({
    about: 'Adds recommendations and actions that were read.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Import actions',
    input: z.strictObject({ items: z.array(StagedAction).min(1).max(2000) }),
    output: z.array(ActionLine),
  }),
  'draft.get': query({
    about: 'A section of the draft as its blocks, with unsealed changes applied.',
    input: z.strictObject({ section: safe().max(60) }),
    output: z.array(DraftBlock),
    reads: ['draftBlock'],
  }),
  'draft.save': command({
    about: 'Keeps changed blocks in the journal; they become one change in the history when sealed.',
    role: 'reviewer',
    undo: 'journal',
    label: 'Edit the draft',
    input: z.strictObject({
      section: safe().max(60),
      put: z.array(z.strictObject({ id: Id, position: z.number(), json: EditorBlock, rowVersion: RowVersion })).max(2000),
      remove: z.array(z.strictObject({ id: Id, rowVersion: RowVersion })).max(2000),
    }),
    output: z.strictObject({ keptAt: safe() }),
    errors: ['versionConflict'],
  }),
  'draft.seal': command({
    about: 'Seals the journal of a section into one change of the history.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Edit the draft',
    input: z.strictObject({ section: safe().max(60) }),
    output: z.strictObject({ blocks: z.int() }),
    errors: ['versionConflict'],
  }),
} satisfies Procedures;
export type DraftBlock = z.infer<typeof DraftBlock>;
