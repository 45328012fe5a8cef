import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Show } from './remarks/use-remarks.ts';

export function NothingSent({ cannot, onBegin }: { cannot: string | null; onBegin(): void }): ReactNode {
  return (
    <EmptyState
      title="Nothing has been sent to the review panel"
      button={
        <Button look="main" cannot={cannot} onClick={onBegin}>
          Begin a round of comment…
        </Button>
      }
    >
      The chronology goes out as a Word file in which members can comment and change nothing else. What comes back is set beside
      its entries, whoever saved it and in whatever order, and waits here until somebody takes it, answers it or sets it aside. A
      test file shows first whether e-mail and Word let such a file through.
    </EmptyState>
  );
}

export function NoRemarks({ show, onRounds }: { show: Show; onRounds(): void }): ReactNode {
  return (
    <EmptyState
      title={show === 'waiting' ? 'No remark waits' : 'There is no remark here'}
      button={<Button onClick={onRounds}>Show rounds and copies</Button>}
    >
      When a copy comes back, drop its file anywhere in this window. Each comment, change and typed remark is listed here beside
      its entry.
    </EmptyState>
  );
}
