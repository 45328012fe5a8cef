import type { ReactNode } from 'react';
import './panel.css';

export type EmptyStateProps = {
  /** What comes here. */
  title: string;
  children: ReactNode;
  /** The one button. */
  button?: ReactNode;
  /** *See it in the sample*, or another quiet way on. */
  also?: ReactNode;
};

/** A place with nothing in it explains itself. */
export function EmptyState({ title, children, button, also }: EmptyStateProps): ReactNode {
  return (
    <div className="pl-empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {(button ?? also) && (
        <div className="pl-empty-doors">
          {button}
          {also}
        </div>
      )}
    </div>
  );
}
