import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';

export type ListAndDetailProps = {
  list: ReactNode;
  detail: ReactNode;
  /** Set where the list has more than one page. */
  pages?: { before: (() => void) | null; after: (() => void) | null };
};

/** A list at the left, what it is about at the right. */
export function ListAndDetail({ list, detail, pages }: ListAndDetailProps): ReactNode {
  const { narrow } = useFrame();
  const turns = pages && (pages.before ?? pages.after) !== null;
  return (
    <SplitPanes
      // In a narrow window the list stands above.
      name={narrow ? 'chronology.same.above' : 'chronology.same'}
      axis={narrow ? 'y' : 'x'}
      sized="first"
      size={narrow ? 220 : 352}
      min={narrow ? 120 : 240}
      max={560}
      labels={['List', 'Accounts']}
      first={
        <div className="pl-same-left">
          {list}
          {turns && (
            <div className="pl-row pl-same-turn">
              <Button bar cannot={pages.before ? null : 'These are the first'} onClick={() => pages.before?.()}>
                Earlier
              </Button>
              <Button bar cannot={pages.after ? null : 'These are the last'} onClick={() => pages.after?.()}>
                Later
              </Button>
            </div>
          )}
        </div>
      }
      second={detail}
    />
  );
}
