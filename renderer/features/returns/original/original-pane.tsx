import type { ReactNode } from 'react';
import type { OriginalPlace } from '#shared/contract/return-original.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useOriginal } from '#renderer/data/use-original.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { OriginalBar, pageWords } from '#renderer/ui/original-bar.tsx';
import { OriginalView } from '#renderer/ui/original-view.tsx';
import { PaneHead } from '../mapping/pane-head.tsx';

export type OriginalPaneProps = {
  returnId: string;
  /** The row of the problem in hand, and its column; null: the beginning. */
  place: OriginalPlace | null;
  /** Leads back to the rows as they were read. */
  tools: ReactNode;
};

/** The file itself as the agency sent it, at the row that a problem is about. */
export function OriginalPane({ returnId, place, tools }: OriginalPaneProps): ReactNode {
  const original = useOriginal({ returnId, place });
  const { page } = original;
  return (
    <div className="pl-rt-columns-pane">
      <PaneHead
        title="The original"
        tools={
          <>
            {page && <OriginalBar page={page} pending={original.pending} onTurn={original.turn} onGoTo={original.goTo} />}
            {tools}
          </>
        }
      >
        as it was sent{page && pageWords(page) !== '' ? `; ${pageWords(page)}` : ''}
      </PaneHead>
      {original.error && (
        <div className="pl-rt-note">
          <ErrorNote error={original.error} />
        </div>
      )}
      {page && (
        <OriginalView page={page} label="The original, as it was sent">
          {(id, row) => (
            <a href={hrefTo('chronology', { entry: id })} aria-label={`See entry of row ${row}`}>
              See entry
            </a>
          )}
        </OriginalView>
      )}
    </div>
  );
}
