import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useDesk } from '../../desk.ts';

/** Typed here before the window went away, over words that have changed since: both are shown, a person chooses. */
export function LeftOver({ id }: { id: string }): ReactNode {
  const { leftOver, settleLeftOver, cannot } = useDesk();
  const typed = leftOver.get(id);
  if (!typed) return null;
  return (
    <div className="pl-rec-left" role="note">
      <p className="pl-2">This was typed before the window closed. The text above has changed since.</p>
      <p className="pl-rec-left-text">{typed.text}</p>
      <div className="pl-row">
        <Button bar cannot={cannot} onClick={() => settleLeftOver(id, true)}>
          Use this text
        </Button>
        <Button bar cannot={cannot} onClick={() => settleLeftOver(id, false)}>
          Keep the text above
        </Button>
      </div>
    </div>
  );
}
