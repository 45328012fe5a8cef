import { toAppError } from '#shared/kernel/app-error.ts';
import { notify } from './announce.ts';
import { go, type Place } from './route.ts';
import { knowSession } from './know-session.ts';
import type { Workbench } from './workbench.tsx';

const LABEL = 'Open the sample';

/** Opens a copy of the sample review at a place: *See it in the sample* on every empty page. */
export async function openTheSample(workbench: Workbench, place: Place = 'overview'): Promise<void> {
  const { client, jobs } = workbench;
  // Pressed twice it is still one sample.
  if (jobs.running().some((job) => job.label === LABEL)) return;
  const stop = new AbortController();
  const shown = jobs.start(LABEL, () => stop.abort());
  try {
    await client.call('session.openSample', {}, { signal: stop.signal, onProgress: (p) => shown.progress(p) });
    await knowSession(workbench);
    go(place);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'cancelled') notify({ kind: 'failed', title: 'The sample was not opened', message: error.message });
  } finally {
    shown.end();
  }
}
