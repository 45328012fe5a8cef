import type { ReactNode } from 'react';
import { hrefTo } from '#renderer/data/route.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

/** What went in last, above what is in hand now. */
export type LastAdded = { id: string; agencies: string; entries: number };

export function AddedNote({ added }: { added: LastAdded }): ReactNode {
  return (
    <div className="pl-rt-note pl-row pl-row-wrap">
      <StatusMark status="done">
        {added.entries === 0 ? 'Kept as a nil return.' : `${counted(added.entries, 'entry', 'entries')} added to the chronology.`}
      </StatusMark>
      <span className="pl-dim">{added.agencies}</span>
      {added.entries > 0 && <a href={hrefTo('chronology', { return: added.id })}>See them in the chronology</a>}
    </div>
  );
}
