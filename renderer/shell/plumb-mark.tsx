import type { ReactNode } from 'react';

/** A plumb bob on its line. */
export function PlumbMark({ size = 20 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false" className="pl-mark">
      <path d="M5 1.75h10M10 1.75V9.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M6.75 10.5h6.5v2.25L10 19l-3.25-6.25z" fill="currentColor" />
    </svg>
  );
}
