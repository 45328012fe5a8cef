import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from '#renderer/data/announce.ts';
import { type AppCommand, isOpen } from './registry.ts';

export const lock: AppCommand = {
  id: 'lock',
  label: 'Lock this review',
  group: 'Review',
  keys: ['Ctrl+Shift+L'],
  words: 'cover hide passphrase',
  shown: isOpen,
  async run({ workbench }) {
    try {
      await workbench.client.call('session.lock', {});
    } catch (error) {
      notify({ kind: 'failed', title: 'Not locked', message: toAppError(error).message });
    }
  },
};
