import { toAppError } from '#shared/kernel/app-error.ts';
import { announce, notify } from '#renderer/data/announce.ts';
import { type AppCommand, isOpen } from './registry.ts';

export const undo: AppCommand = {
  id: 'undo',
  label: 'Undo',
  group: 'Review',
  keys: ['Ctrl+Z'],
  shown: isOpen,
  async run({ workbench }) {
    try {
      const { label } = await workbench.client.call('history.undo', {});
      announce(`Undone: ${label}.`);
    } catch (error) {
      const { code, message } = toAppError(error);
      if (code === 'undoNothing') announce(message);
      else notify({ kind: 'failed', title: 'Not undone', message });
    }
  },
};
