import { z } from 'zod';
import { Evidence, Finding, FindingKind, Stance, ThreadNode } from '../model/analysis.ts';
import { Id, prose, RowVersion } from '../model/basics.ts';
import { command, query, type Procedures } from './procedure.ts';

export const analysis = {
  'finding.list': query({
    about: 'The findings in their order, with how much evidence stands for and against each.',
    input: z.strictObject({}),
    output: z.array(Finding),
    reads: ['finding', 'evidence', 'recommendationFinding'],
  }),
  'finding.add': command({
    about: 'Adds a finding at the end.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Add a finding',
    input: z.strictObject({
      id: Id,
      kind: FindingKind,
      statement: prose(2000).trim().min(1),
      why: prose(8000),
      question: prose(500).nullable(),
    }),
    output: Finding,
    errors: ['alreadyExists'],
  }),
  'finding.update': command({
    about: 'Changes a finding.',
    identifiedOnly: true,
    role: 'reviewer',
    undo: 'recorded',
    label: 'Change a finding',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      kind: FindingKind.optional(),
      statement: prose(2000).trim().min(1).optional(),
      why: prose(8000).optional(),
      question: prose(500).nullable().optional(),
    }),
    output: Finding,
    errors: ['notFound', 'versionConflict'],
  }),
  'finding.move': command({
    about: 'Moves a finding up or down; the numbers follow.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Move a finding',
    input: z.strictObject({ id: Id, to: z.int().nonnegative() }),
    output: z.strictObject({}),
    errors: ['notFound'],
  }),
  'finding.remove': command({
    about: 'Removes a finding and its evidence links.',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Remove a finding',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict', 'stillUsed'],
  }),
  'evidence.list': query({
    about: 'The evidence of a finding, in the order of the chronology.',
    input: z.strictObject({ findingId: Id }),
    output: z.array(Evidence),
    reads: ['evidence', 'event', 'correction'],
  }),
  'evidence.set': command({
    about: 'Leans a finding on entries, for or against it, or takes them off (stance null).',
    role: 'reviewer',
    undo: 'recorded',
    label: 'Link evidence',
    input: z.strictObject({
      findingId: Id,
      eventIds: z.array(Id).min(1).max(1000),
      stance: Stance.nullable(),
      note: prose(2000).nullable(),
    }),
    output: z.strictObject({ changed: z.int() }),
    errors: ['notFound'],
  }),
  'thread.of': query({
    about: 'The thread through a row, both ways: evidence, findings, recommendations, actions, publications.',
    input: z.strictObject({ table: z.enum(['event', 'finding', 'recommendation', 'action', 'publication']), id: Id }),
    output: z.strictObject({ here: ThreadNode, before: z.array(ThreadNode), after: z.array(ThreadNode) }),
    reads: ['event', 'finding', 'evidence', 'recommendation', 'recommendationFinding', 'action', 'publication'],
    errors: ['notFound'],
  }),
  'thread.looseEnds': query({
    about: 'What hangs loose: findings without recommendation, recommendations without finding, tagged entries in no finding.',
    input: z.strictObject({}),
    output: z.strictObject({
      findingsWithoutEvidence: z.array(ThreadNode),
      findingsWithoutRecommendation: z.array(ThreadNode),
      recommendationsWithoutFinding: z.array(ThreadNode),
      taggedEntriesInNoFinding: z.int(),
    }),
    reads: ['finding', 'evidence', 'recommendation', 'recommendationFinding', 'themeTag', 'event'],
  }),
} satisfies Procedures;
