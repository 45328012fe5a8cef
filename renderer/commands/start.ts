import { go } from '#renderer/data/route.ts';
import { openReview } from './open-review.ts';
import { openSample } from './open-sample.ts';
import { type AppCommand, isClosed } from './registry.ts';
import { openWithRecoverySheet } from './use-recovery-sheet.ts';

/** The four ways in, and the fifth for who has lost the passphrase. */
export const start: readonly AppCommand[] = [
  {
    id: 'start.new',
    label: 'New review…',
    group: 'Start',
    keys: ['N'],
    shown: isClosed,
    run: () => go('start', { new: 'overview' }),
  },
  openReview,
  {
    id: 'start.actions',
    label: 'Publish actions only, from Word…',
    group: 'Start',
    keys: ['A'],
    shown: isClosed,
    run: () => go('start', { new: 'actions' }),
  },
  openSample,
  openWithRecoverySheet,
];
