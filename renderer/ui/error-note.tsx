import { OctagonMinus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import './panel.css';

export type ErrorNoteProps = {
  /** What happened, what was kept and what to do are in the message (shared/kernel/error-table.ts). */
  error: Pick<AppError, 'code' | 'message'> | null;
  /** Ways on: a button, a link. */
  children?: ReactNode;
};

/** An error beside its cause. Nothing where there is none. */
export function ErrorNote({ error, children }: ErrorNoteProps): ReactNode {
  if (!error || error.code === 'cancelled') return null;
  return (
    <div className="pl-error" role="alert" data-code={error.code}>
      <OctagonMinus size={16} strokeWidth={1.75} aria-hidden />
      <div>
        <p>{error.message}</p>
        {children && <div className="pl-error-doors">{children}</div>}
      </div>
    </div>
  );
}
