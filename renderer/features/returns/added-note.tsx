import type { ReactNode } from 'react';
import { hrefTo } from '#renderer/data/route.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

/** What went in last, above what is in hand now. */
export type LastAdded = { id: string; agencies: string; words: string; any: boolean };

export function AddedNote({ added }: { added: LastAdded }): ReactNode {
  return (
    <div className="pl-rt-note pl-row pl-row-wrap">
      <StatusMark status="done">{added.words}</StatusMark>
      <span className="pl-dim">{added.agencies}</span>
      {added.any && <a href={hrefTo('chronology', { return: added.id })}>See them in the chronology</a>}
    </div>
  );
}
