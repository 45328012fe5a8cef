import { createEventRing } from '#shared/rpc/event-ring.ts';
import type { RpcService } from '#shared/rpc/service.ts';
import type { Person, View } from '#shared/contract/session.ts';
import type { HostPorts } from './ports.ts';
import { closeOpen, lockReview, makeSample, openPath } from './workbench/opening.ts';
import { createService } from './workbench/service.ts';
import { idleMinutes, type WorkbenchOptions, type WorkbenchParts } from './workbench/state.ts';

/** The core as hosts see it: the only file of it that they import besides the ports. */
export type Workbench = {
  /** A client: a window, a connection, one run of the command line. */
  connect(view?: View): RpcService;
  /** A file named when the program was started; the window asks for its passphrase. */
  openAtStart(path: string): void;
  /** Opens a file by path: the command line's way in. */
  open(path: string, passphrase: string, person: Person | null): Promise<{ reviewId: string }>;
  close(): Promise<void>;
};

const KEEP_MS = 4_000;
const LOOK_MS = 20_000;

export function createWorkbench(ports: HostPorts, options: WorkbenchOptions): Workbench {
  const parts: WorkbenchParts = {
    ports,
    options,
    ring: createEventRing(),
    current: { state: 'none' },
    person: null,
    startPath: null,
    lastCall: ports.now(),
    running: 0,
  };
  let keeping: NodeJS.Timeout | null = null;
  parts.keepSoon = () => {
    keeping ??= setTimeout(() => {
      keeping = null;
      if (parts.current.state !== 'open') return;
      parts.current.review.keep().catch(() => ports.log({ level: 'error', event: 'working-copy-not-written-back' }));
    }, KEEP_MS);
  };
  // The key leaves memory when nobody has been at the window for a while; work that runs is not cut off.
  const idle = setInterval(() => {
    const minutes = idleMinutes(parts);
    if (minutes === 0 || parts.current.state !== 'open' || parts.running > 0) return;
    if (ports.now() - parts.lastCall > minutes * 60_000) void lockReview(parts);
  }, LOOK_MS);
  idle.unref();
  return {
    connect: (view) => createService(parts, view),
    openAtStart: (path) => {
      parts.startPath = path;
    },
    open: (path, passphrase, person) => openPath(parts, path, passphrase, person),
    close: async () => {
      clearInterval(idle);
      if (keeping) clearTimeout(keeping);
      await closeOpen(parts);
    },
  };
}

export { makeSample };
export { createReviewFile } from './review-file/open-review.ts';
