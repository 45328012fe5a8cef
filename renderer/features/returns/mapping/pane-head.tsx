import type { ReactNode } from 'react';
import './mapping-view.css';

export type PaneHeadProps = { title: string; children?: ReactNode; tools?: ReactNode };

/** The head of one pane of this place: it stands still while what is under it scrolls. */
export function PaneHead({ title, children, tools }: PaneHeadProps): ReactNode {
  return (
    <div className="pl-rt-pane-head">
      <h2>{title}</h2>
      <span className="pl-rt-pane-about">{children}</span>
      {tools && <span className="pl-rt-pane-tools">{tools}</span>}
    </div>
  );
}
