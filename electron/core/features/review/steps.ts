import { readStep, writeStep } from '../../kernel/steps.ts';
import { exportParts } from './export.ts';
import { seedReview, type ReviewSeed } from './seed.ts';

export const beginReview = writeStep({
  step: 'beginReview',
  command: 'session.create',
  label: 'New review',
  undo: 'never',
  run: (store, input: ReviewSeed) => seedReview(store, input),
});

export const readForExport = readStep('readForExport', (db, _input: Record<string, never>) => exportParts(db));
