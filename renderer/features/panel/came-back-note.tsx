import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIdentified } from '#renderer/data/use-session.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import type { CameBack } from './use-copies-back.ts';

/** What the files read last brought, and what has to be known about them. */
export function CameBackNote({ results, onClose }: { results: readonly CameBack[]; onClose(): void }): ReactNode {
  const identified = useIdentified();
  return (
    <div className="pl-pn-came" role="group" aria-label="What came back">
      <ul>
        {results.map((result, i) => (
          <li key={`${result.replyId} ${i}`}>
            <StatusMark status={result.notPlaced > 0 || result.notes.length > 0 ? 'look' : 'done'}>{wordsOf(result)}</StatusMark>
            {identified && <span className="pl-dim"> {result.file}</span>}
            {result.notes.map((note) => (
              <p key={note} className="pl-2">
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <IconButton label="Close what came back" bar icon={<X size={14} aria-hidden />} onClick={onClose} />
    </div>
  );
}

function wordsOf(result: CameBack): string {
  const parts = [counted(result.comments, 'comment'), counted(result.typed, 'typed remark'), counted(result.changes, 'change')];
  if (result.test) return `The test file came back whole: ${parts.join(', ')}. Nothing was added.`;
  if (result.added === 0 && result.known === 0) return 'Nothing was said in this copy.';
  if (result.added === 0) return `Nothing new: ${counted(result.known, 'remark')} known already.`;
  return `${counted(result.added, 'new remark')} (${parts.join(', ')} in the file)${result.known > 0 ? `, ${result.known} known already` : ''}.`;
}
