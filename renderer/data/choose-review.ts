import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from './announce.ts';
import { type Opening, setOpening } from './opening.ts';
import { go } from './route.ts';
import type { Workbench } from './workbench.tsx';

/** Lets the person choose a review's file; Start then asks for its passphrase, or for its recovery sheet. */
export async function chooseReview({ host }: Workbench, by: Opening['by']): Promise<void> {
  try {
    const [file] = await host.pickFile({ purpose: 'review' });
    if (!file) return;
    setOpening({ ref: file.ref, name: file.name, kept: file.kept ?? null, by });
    go('start');
  } catch (error) {
    notify({ kind: 'failed', title: 'The file was not taken', message: toAppError(error).message });
  }
}
