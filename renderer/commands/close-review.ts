import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from '#renderer/data/announce.ts';
import { go } from '#renderer/data/route.ts';
import { type AppCommand, isClosed } from './registry.ts';

export const closeReview: AppCommand = {
  id: 'review.close',
  label: 'Close this review',
  group: 'Review',
  words: 'leave start another',
  shown: (context) => !isClosed(context),
  async run({ workbench }) {
    try {
      await workbench.client.call('session.close', {});
      go('start');
    } catch (error) {
      notify({ kind: 'failed', title: 'Not closed', message: toAppError(error).message });
    }
  },
};
