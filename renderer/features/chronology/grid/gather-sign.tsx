import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { beneathWords } from '#shared/chronology/beneath-words.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import type { Gathering } from '../list/use-gathering.ts';

/** Whether a row of a gathered list stands for several accounts, or is one of those that were opened. */
export const isGathered = (gathering: Gathering, row: EventRow): boolean =>
  gathering.on && (row.beneath !== undefined || gathering.open.includes(gathering.groupOf(row.id)?.groupId ?? ''));

/** "+2": the accounts that stand beneath this one; a press opens them, each at its date, or puts them together again. */
export function GatherSign({ row, gathering }: { row: EventRow; gathering: Gathering }): ReactNode {
  const { beneath } = row;
  const others = gathering.groupOf(row.id)?.others ?? 0;
  const about =
    beneath === undefined
      ? `One of ${others + 1} accounts of this event. O puts them in one row`
      : `${beneathWords(beneath)} of this event beneath. O opens them`;
  return (
    <button
      type="button"
      className="pl-ch-gather"
      tabIndex={-1}
      title={about}
      aria-expanded={beneath === undefined}
      onClick={(event) => {
        event.stopPropagation();
        gathering.toggle(row.id);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {beneath === undefined ? (
        <ChevronDown size={12} strokeWidth={1.5} aria-hidden />
      ) : (
        <ChevronRight size={12} strokeWidth={1.5} aria-hidden />
      )}
      <span aria-hidden>
        {beneath === undefined ? others + 1 : `+${beneath}`}
        <span className="pl-ch-gather-words">{beneath === 1 ? ' account' : ' accounts'}</span>
      </span>
      <span className="pl-hidden">{about}</span>
    </button>
  );
}
