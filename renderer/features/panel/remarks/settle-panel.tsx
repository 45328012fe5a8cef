import type { ReactNode } from 'react';
import type { PanelRemark } from '#shared/model/panel.ts';
import { Button } from '#renderer/ui/button.tsx';
import { cannotSettle } from './cannot-settle.ts';
import { SettleForm } from './settle-form.tsx';
import type { Settling } from './use-settling.ts';

export type SettlePanelProps = {
  settling: Settling;
  remark: PanelRemark;
  count: number;
  cannot: string | null;
  identified: boolean;
};

/** What can be made of a remark. Nothing is applied until one of these is chosen. */
export function SettlePanel({ settling, remark, count, cannot, identified }: SettlePanelProps): ReactNode {
  const why = cannotSettle(remark, count, cannot, identified);
  if (settling.task) {
    return (
      <SettleForm
        key={`${remark.id} ${settling.task}`}
        task={settling.task}
        remark={remark}
        count={count}
        cannot={settling.pending ? 'Under way' : why[settling.task]}
        onDone={settling.done}
        onLeave={settling.leave}
      />
    );
  }
  return (
    <>
      {count > 1 && <p className="pl-2">{count} remarks are chosen; each of these is done with all of them.</p>}
      <div className="pl-pn-doors">
        <Button
          look={remark.kind === 'change' ? 'plain' : 'main'}
          aria-keyshortcuts="A"
          cannot={why.annotate}
          onClick={settling.annotate}
        >
          Take as {count > 1 ? `${count} annotations` : 'an annotation'} <kbd className="pl-kbd">A</kbd>
        </Button>
        <Button
          look={remark.kind === 'change' ? 'main' : 'plain'}
          aria-keyshortcuts="C"
          cannot={why.correct}
          onClick={() => settling.begin('correct')}
        >
          Correct the entry… <kbd className="pl-kbd">C</kbd>
        </Button>
        <Button aria-keyshortcuts="H" cannot={why.annotate} onClick={settling.challenge}>
          Take as {count > 1 ? `${count} challenges` : 'a challenge to accuracy'} <kbd className="pl-kbd">H</kbd>
        </Button>
        <Button aria-keyshortcuts="R" cannot={why.answer} onClick={() => settling.begin('answer')}>
          Answer… <kbd className="pl-kbd">R</kbd>
        </Button>
        <Button aria-keyshortcuts="S" cannot={why.setAside} onClick={() => settling.begin('setAside')}>
          Set aside… <kbd className="pl-kbd">S</kbd>
        </Button>
        <Button aria-keyshortcuts="P" cannot={why.place} onClick={() => settling.begin('place')}>
          {remark.eventId === null ? 'Place at an entry…' : 'Place at another entry…'} <kbd className="pl-kbd">P</kbd>
        </Button>
      </div>
    </>
  );
}
