import type { AgencyReturn } from '#shared/contract/returns.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import type { Status } from '#renderer/ui/status-mark.tsx';
import type { PendingReturn } from '../pending/pending-return.ts';

export type StateWords = { status: Status | null; words: string };

/** `toLook`: how many of its problems ask for a person. */
export function returnState(one: AgencyReturn): StateWords & { toLook: number } {
  const toLook = one.errors + one.warnings;
  if (one.state === 'withdrawn') return { status: 'note', words: 'Withdrawn', toLook: 0 };
  if (one.state === 'nil') return { status: 'note', words: 'Nil return', toLook };
  return { status: 'done', words: counted(one.events, 'entry', 'entries'), toLook };
}

export function pendingState(one: PendingReturn, identified: boolean): StateWords {
  if (one.state === 'adding') return { status: null, words: 'Being added' };
  if (one.state === 'reading') return { status: null, words: 'Being read' };
  if (one.state === 'waiting') return { status: null, words: identified ? 'Waits its turn' : 'Waits for identified' };
  return { status: 'note', words: one.diff ? 'Being compared' : 'Being mapped' };
}

/** The day on this computer's calendar: when a file came in is an instant of the record, not a date of the case. */
export function localDay(instant: string): string {
  const at = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
