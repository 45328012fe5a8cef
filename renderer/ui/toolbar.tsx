import type { ReactNode } from 'react';
import './panel.css';

/** A row of 24 px controls: `<Button bar>`, `<SegmentedControl>`, `FilterChip`. `end` stands at the right. */
export function Toolbar({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }): ReactNode {
  return (
    <div className="pl-toolbar" role="group" aria-label={label}>
      {children}
      {end && <span className="pl-push pl-toolbar">{end}</span>}
    </div>
  );
}
