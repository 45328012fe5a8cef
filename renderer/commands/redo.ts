import { toAppError } from '#shared/kernel/app-error.ts';
import { announce, notify } from '#renderer/data/announce.ts';
import { type AppCommand, isOpen } from './registry.ts';

export const redo: AppCommand = {
  id: 'redo',
  label: 'Redo',
  group: 'Review',
  keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
  shown: isOpen,
  async run({ workbench }) {
    try {
      const { label } = await workbench.client.call('history.redo', {});
      announce(`Made again: ${label}.`);
    } catch (error) {
      const { code, message } = toAppError(error);
      if (code === 'redoNothing') announce(message);
      else notify({ kind: 'failed', title: 'Not made again', message });
    }
  },
};
