import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from '#renderer/data/announce.ts';
import { setOpening } from '#renderer/data/opening.ts';
import { go } from '#renderer/data/route.ts';
import { type AppCommand, isClosed } from './registry.ts';

export const openReview: AppCommand = {
  id: 'start.open',
  label: 'Open a review…',
  group: 'Start',
  keys: ['O'],
  shown: isClosed,
  async run({ workbench }) {
    try {
      const [file] = await workbench.host.pickFile({ purpose: 'review' });
      if (!file) return;
      setOpening({ ref: file.ref, name: file.name, kept: file.kept ?? null, by: 'passphrase' });
      go('start');
    } catch (error) {
      notify({ kind: 'failed', title: 'The file was not taken', message: toAppError(error).message });
    }
  },
};
