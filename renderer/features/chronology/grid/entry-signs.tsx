import { MessageSquareText, PencilLine, UserRoundPen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import type { Gathering } from '../list/use-gathering.ts';
import { AlsoToldMark } from '../accounts/also-told-mark.tsx';
import { GatherSign, isGathered } from './gather-sign.tsx';

/** Beneath the number: what has been added to the entry, and who else tells its event. */
export function EntrySigns({ row, gathering }: { row: EventRow; gathering: Gathering }): ReactNode {
  const annotated = counted(row.annotations, 'annotation');
  return (
    <span className="pl-ch-signs">
      {row.annotations > 0 && (
        <span title={annotated}>
          <MessageSquareText size={12} strokeWidth={1.5} aria-hidden />
          <span aria-hidden>{row.annotations}</span>
          <span className="pl-hidden">, {annotated}</span>
        </span>
      )}
      {row.corrected && (
        <span title="Corrected">
          <PencilLine size={12} strokeWidth={1.5} aria-hidden />
          <span className="pl-hidden">, corrected</span>
        </span>
      )}
      {row.byHand && (
        <span title="Placed by hand">
          <UserRoundPen size={12} strokeWidth={1.5} aria-hidden />
          <span className="pl-hidden">, placed by hand</span>
        </span>
      )}
      {isGathered(gathering, row) ? (
        <GatherSign row={row} gathering={gathering} />
      ) : (
        <AlsoToldMark eventId={row.id} brief={row.annotations > 0 || row.corrected || row.byHand} />
      )}
    </span>
  );
}
