import type { Person, SessionState, View } from '#shared/contract/session.ts';
import { BUILD } from '#shared/rpc/build-id.ts';
import type { EventRing } from '#shared/rpc/event-ring.ts';
import type { OpenedReview } from '../review-file/open-review.ts';
import type { HostPorts } from '../ports.ts';

export type WorkbenchOptions = { threads: boolean; idleLockMinutes?: number };

/** The review of this workbench: none, open, or locked (its key has left memory). */
export type Current =
  | { state: 'none' }
  | { state: 'open'; review: OpenedReview; reviewId: string; reference: string }
  | { state: 'locked'; path: string; reviewId: string; reference: string };

export type WorkbenchParts = {
  ports: HostPorts;
  options: WorkbenchOptions;
  ring: EventRing;
  current: Current;
  /** Who is at the keyboard: the same for every window of one workbench. */
  person: Person | null;
  /** A review named when the program was started; it waits for its passphrase. */
  startPath: string | null;
  lastCall: number;
  /** Writes the working copy back shortly after a change, where there is one. */
  keepSoon?: () => void;
  /** Calls under way; a review is closed when none is. */
  running: number;
};

/** One client of the workbench: its own view, the workbench's review and person. */
export type ClientState = { view: View };

export const ANYBODY: Person = { name: 'Not named', post: '', role: 'reviewer' };
/** A window left alone for this long is locked. */
export const IDLE_LOCK_MINUTES = 15;

export const idleMinutes = (parts: WorkbenchParts): number => parts.options.idleLockMinutes ?? IDLE_LOCK_MINUTES;

export function sessionState(parts: WorkbenchParts, view: View): SessionState {
  const { current } = parts;
  const open = current.state === 'open' ? current.review : null;
  return {
    state: current.state,
    reviewId: current.state === 'none' ? null : current.reviewId,
    reference: current.state === 'none' ? '' : current.reference,
    view,
    person: parts.person,
    readOnly: open?.readOnly ?? false,
    holder: open?.holder ?? null,
    workingCopy: open?.workingCopy ?? false,
    host: parts.ports.host,
    build: BUILD,
    seq: parts.ring.seq(),
    idleLockMinutes: idleMinutes(parts),
  };
}
