import type { ActionStatus } from '../model/recommendation.ts';

/** Red, amber and green in words: a colour alone tells nobody who cannot see it. */
export const STATUS_WORDS: Readonly<Record<ActionStatus, string>> = {
  notStarted: 'Not started',
  inProgress: 'Under way',
  amber: 'Amber: at risk',
  red: 'Red: off track',
  done: 'Done',
};
