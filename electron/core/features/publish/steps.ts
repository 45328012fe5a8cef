import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import { selectRows } from '../../db/store.ts';
import { chainHead } from '../../kernel/audit.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import type { AllowedWord } from './compose/compose.ts';
import { collectPublication } from './collect/collect.ts';
import { approvalsOf } from './handlers.ts';

export const collect = readStep('collectPublication', (db, input: { kind: PublicationKind; on: string | null }, ctx) =>
  collectPublication(db, input.kind, input.on, ctx.now.slice(0, 10)),
);

export const approvalsFor = readStep('approvalsFor', (db, input: { kind: PublicationKind; contentHash: string }) =>
  approvalsOf(db, input.kind, input.contentHash),
);

/** Words of the register that publications of this review keep by decision: in their files they are no leak. */
export const allowedWords = readStep('allowedWords', (db, _input: Record<string, never>): AllowedWord[] =>
  selectRows(db, 'publication').flatMap((row) => (row['checkSheet'] as { allowed: AllowedWord[] }).allowed),
);

export const activityHead = readStep('activityHead', (db, _input: Record<string, never>) => chainHead(db));

export type NewPublication = {
  id: string;
  kind: PublicationKind;
  format: 'docx' | 'html';
  sha256: string;
  contentHash: string;
  name: string;
  audience: string;
  publishedOn: string | null;
  approvedBy: string;
  checkSheet: unknown;
};

/** Answers the hash as it now stands on the row: what a host's gate counts the bytes against. */
export const recordPublication = writeStep({
  step: 'recordPublication',
  command: 'publish.make',
  label: 'Publish',
  undo: 'never',
  run: (store, input: NewPublication, ctx) =>
    String(store.insert('publication', { ...input, madeAt: ctx.now, madeBy: ctx.session.name })['sha256']),
});
