import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from '#renderer/data/announce.ts';
import { type AppCommand, isOpen } from './registry.ts';

/** Ctrl+S: everything is kept as it is made, so the key makes an encrypted copy beside the review. */
export const saveCopy: AppCommand = {
  id: 'review.saveCopy',
  label: 'Save an encrypted copy',
  group: 'Review',
  keys: ['Ctrl+S'],
  words: 'backup',
  shown: isOpen,
  async run({ workbench }) {
    const shown = workbench.jobs.start('Save a copy', () => undefined);
    try {
      const { file } = await workbench.client.call('session.saveCopy', {});
      notify({ kind: 'done', title: 'Copy saved', message: `${file}, in the backups folder beside the review.` });
    } catch (error) {
      notify({ kind: 'failed', title: 'No copy was saved', message: toAppError(error).message });
    } finally {
      shown.end();
    }
  },
};
