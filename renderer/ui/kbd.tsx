import type { ReactNode } from 'react';
import './marks.css';

/** One key or several: `<Kbd keys="Ctrl+K" />`. */
export function Kbd({ keys }: { keys: string }): ReactNode {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return (
    <span className="pl-row" style={{ gap: 'var(--pl-s2)' }}>
      {parts.map((key) => (
        <kbd key={key} className="pl-kbd">
          {key}
        </kbd>
      ))}
    </span>
  );
}
