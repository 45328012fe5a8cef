import { toAppError } from '#shared/kernel/app-error.ts';
import { announce, notify } from '#renderer/data/announce.ts';
import { rememberView } from '#renderer/data/remembered-view.ts';
import { type AppCommand, isOpen } from './registry.ts';

/** One switch for everything: the session itself changes what it may see. */
export const switchView: AppCommand = {
  id: 'view.switch',
  label: 'Identified or anonymised',
  group: 'Review',
  keys: ['F9'],
  words: 'names pseudonyms hide real show',
  shown: isOpen,
  async run({ workbench, session }) {
    const view = session?.view === 'identified' ? 'anonymised' : 'identified';
    try {
      await workbench.client.call('session.setView', { view });
      rememberView(view);
      // The view belongs to this connection alone, so no event tells of it.
      workbench.sessionChanged();
      announce(view === 'anonymised' ? 'Anonymised: real names are not shown.' : 'Identified: real names are shown.');
    } catch (error) {
      notify({ kind: 'failed', title: 'The view was not switched', message: toAppError(error).message });
    }
  },
};
