import { chooseReview } from '#renderer/data/choose-review.ts';
import { type AppCommand, isClosed } from './registry.ts';

export const openReview: AppCommand = {
  id: 'start.open',
  label: 'Open a review…',
  group: 'Start',
  keys: ['O'],
  shown: isClosed,
  run: ({ workbench }) => chooseReview(workbench, 'passphrase'),
};
