import { type ReactNode, useEffect, useRef } from 'react';
import { hrefTo } from '#renderer/data/route.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

/** What went in last, above what is in hand now. */
export type LastAdded = { id: string; agencies: string; words: string; any: boolean };

export function AddedNote({ added }: { added: LastAdded }): ReactNode {
  const link = useRef<HTMLAnchorElement>(null);
  // The button that added them is gone: focus goes on to where they are, unless the next file has it.
  useEffect(() => {
    if (document.activeElement === document.body) link.current?.focus({ preventScroll: true });
  }, [added]);
  return (
    <div className="pl-rt-note pl-row pl-row-wrap">
      <StatusMark status="done">{added.words}</StatusMark>
      <span className="pl-dim">{added.agencies}</span>
      {added.any && (
        <a ref={link} href={hrefTo('chronology', { return: added.id })}>
          See them in the chronology
        </a>
      )}
    </div>
  );
}
