import { type ReactNode, useEffect, useState } from 'react';

export type VirtualListProps = {
  label: string;
  count: number;
  /** Height of every row in pixels. Rows of unequal height need a virtualizer of their own. */
  rowHeight: number;
  rowKey(index: number): string | number;
  children(index: number): ReactNode;
  /** Called when rows near the end come into view. */
  onNearEnd?: () => void;
};

const AROUND = 8;

/** A long list of equal rows, of which only those in view exist. A screen reader is told its whole length. */
export function VirtualList({ label, count, rowHeight, rowKey, children, onNearEnd }: VirtualListProps): ReactNode {
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    if (!scroller) return undefined;
    const look = (): void => setView({ top: scroller.scrollTop, height: scroller.clientHeight });
    const size = new ResizeObserver(look);
    size.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - AROUND);
  const last = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + AROUND);
  const nearEnd = count > 0 && last >= count - AROUND;
  useEffect(() => {
    if (nearEnd) onNearEnd?.();
  }, [nearEnd, onNearEnd]);
  const indexes = Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n);
  return (
    <div ref={setScroller} style={{ overflow: 'auto', flex: '1 1 0', minHeight: 0 }} tabIndex={0} data-single-keys>
      <div role="list" aria-label={label} style={{ position: 'relative', height: count * rowHeight }}>
        {indexes.map((index) => (
          <div
            key={rowKey(index)}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ position: 'absolute', insetInline: 0, top: index * rowHeight, height: rowHeight }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
