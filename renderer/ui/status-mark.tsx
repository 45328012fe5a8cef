import { Check, Info, OctagonMinus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './marks.css';

/** stop: blocks. look: to look at. note: for information. done: complete. */
export type Status = 'stop' | 'look' | 'note' | 'done';
const ICONS = { stop: OctagonMinus, look: TriangleAlert, note: Info, done: Check };
const WORDS: Record<Status, string> = { stop: 'Blocks', look: 'To look at', note: 'For information', done: 'Complete' };

export type StatusMarkProps = {
  status: Status;
  /** The words beside it. Without any, the status itself is said to a screen reader and shown on hover. */
  children?: ReactNode;
  ground?: boolean;
  size?: number;
};

/** A status: its own shape, always with words. */
export function StatusMark({ status, children, ground = false, size = 14 }: StatusMarkProps): ReactNode {
  const Icon = ICONS[status];
  const classes = `pl-status pl-status-${status}${ground ? ' pl-status-ground' : ''}`;
  return (
    <span className={classes} title={children ? undefined : WORDS[status]}>
      <Icon size={size} strokeWidth={1.75} aria-hidden />
      {children ?? <span className="pl-hidden">{WORDS[status]}</span>}
    </span>
  );
}

/** Severities of a problem list in the same shapes. */
export const statusOfSeverity = (severity: 'error' | 'warning' | 'notice'): Status =>
  severity === 'error' ? 'stop' : severity === 'warning' ? 'look' : 'note';
