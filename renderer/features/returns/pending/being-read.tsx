import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import type { ReturnQueue } from './return-queue.ts';
import type { PendingReturn } from './pending-return.ts';

/** In place of the mapping while there is none: being read, waiting its turn, or waiting for the identified view. */
export function BeingRead({
  one,
  identified,
  queue,
}: {
  one: PendingReturn;
  identified: boolean;
  queue: ReturnQueue;
}): ReactNode {
  if (!identified) {
    return (
      <EmptyState title="A file waits to be read">
        Its rows are shown as the agency wrote them, names included. F9 switches to identified; the file is read then.
      </EmptyState>
    );
  }
  const { progress } = one;
  const done =
    progress && progress.done > 0 ? ` ${count(progress.done)}${progress.total ? ` of ${count(progress.total)}` : ''}` : '';
  return (
    <EmptyState
      title={one.state === 'waiting' ? 'This file waits its turn' : `Reading the return${done}`}
      button={
        one.state === 'reading' ? (
          <Button onClick={() => queue.stop(one.key)}>Stop reading</Button>
        ) : (
          <Button onClick={() => queue.leave(one.key)}>Leave this file out</Button>
        )
      }
    >
      {one.state === 'waiting' ? 'Files are read one after the other.' : 'Nothing is added until you say so.'}
    </EmptyState>
  );
}

/** In the inspector meanwhile, so that the window keeps its shape. */
export function WaitingDetails({ one, identified }: { one: PendingReturn; identified: boolean }): ReactNode {
  return (
    <Inspector reads title="This file" beside={<span className="pl-dim">not in the review yet</span>}>
      <Section title="What was chosen">
        <DefinitionList
          items={[
            ['File', identified ? one.name : 'Hidden while anonymised'],
            ['Size', one.file ? `${count(Math.max(1, Math.round(one.file.size / 1024)))} kB` : '–'],
          ]}
        />
      </Section>
    </Inspector>
  );
}
