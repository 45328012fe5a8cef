import { type AppCommand, isClosed } from './registry.ts';
import { openSample } from './open-sample.ts';

/** The four ways in. */
export const start: readonly AppCommand[] = [
  {
    id: 'start.new',
    label: 'New review…',
    group: 'Start',
    keys: ['N'],
    shown: isClosed,
    run: ({ window }) => window.startNew('overview'),
  },
  {
    id: 'start.open',
    label: 'Open a review…',
    group: 'Start',
    keys: ['O'],
    shown: isClosed,
    run: ({ window }) => window.openFile(),
  },
  {
    id: 'start.actions',
    label: 'Publish actions only, from Word…',
    group: 'Start',
    keys: ['A'],
    shown: isClosed,
    run: ({ window }) => window.startNew('actions'),
  },
  openSample,
  {
    id: 'start.recovery',
    label: 'Use a recovery sheet…',
    group: 'Start',
    words: 'lost forgotten passphrase key',
    shown: isClosed,
    run: ({ window }) => window.useRecoverySheet(),
  },
];
