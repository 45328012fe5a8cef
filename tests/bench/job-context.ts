import type { ReviewCore } from '#core/engine/review-core.ts';
import type { JobContext } from '#core/kernel/jobs.ts';
import type { HostPorts } from '#core/ports.ts';
import { NOW, SESSION } from './inputs/review.ts';

/** What a job needs, over a core that is open. `step` is called with each read and write as it is made. */
export function jobContext(
  core: ReviewCore,
  {
    receiveFile,
    step = (work) => work(),
  }: { receiveFile?: HostPorts['receiveFile']; step?: <T>(work: () => Promise<T>) => Promise<T> },
): JobContext {
  const unused = (): never => {
    throw new Error('this job asks for no more');
  };
  return {
    session: SESSION,
    ports: new Proxy({} as HostPorts, { get: (_, name) => (name === 'receiveFile' ? receiveFile : unused()) }),
    signal: new AbortController().signal,
    progress: () => {},
    read: (of, input) => step(() => core.read(of, input, SESSION, NOW)),
    write: (of, input) => step(() => core.write(of, input, SESSION, NOW)),
    verify: unused,
    now: () => NOW,
  };
}
