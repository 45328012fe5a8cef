import { chooseReview } from '#renderer/data/choose-review.ts';
import { type AppCommand, isClosed } from './registry.ts';

export const openWithRecoverySheet: AppCommand = {
  id: 'start.recovery',
  label: 'Open a review with its recovery sheet…',
  group: 'Start',
  words: 'lost forgotten passphrase key',
  shown: isClosed,
  run: ({ workbench }) => chooseReview(workbench, 'recovery'),
};
