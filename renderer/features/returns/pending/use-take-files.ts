import { useEffect } from 'react';
import { toAppError } from '#shared/kernel/app-error.ts';
import type { DroppedFile, PickedFile } from '#shared/rpc/host-bridge.ts';
import { takeWaiting, useDrop, useFiles } from '#renderer/data/files.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import type { ReturnQueue } from './return-queue.ts';

/** Files come in by choice, by being dropped on this place, or dropped elsewhere and sent here. */
export function useTakeFiles(queue: ReturnQueue, taken: (key: string) => void): { choose(): void } {
  const files = useFiles();
  const latest = useLatest({ files, taken });

  async function take(dropped: readonly DroppedFile[]): Promise<void> {
    const came: PickedFile[] = [];
    for (const file of dropped) {
      try {
        came.push(await latest.current.files.take(file, 'return'));
      } catch (error) {
        queue.refused(file.name, toAppError(error));
      }
    }
    const first = queue.add(came);
    if (first) latest.current.taken(first);
  }
  const takeLatest = useLatest(take);
  useDrop('return', 'Read as a return', (dropped) => void take(dropped));
  useEffect(() => {
    const waiting = takeWaiting('return');
    if (waiting.length > 0) void takeLatest.current(waiting);
  }, [takeLatest]);
  return {
    choose() {
      files.pick({ purpose: 'return', multiple: true }).then(
        (picked) => {
          const first = queue.add(picked);
          if (first) taken(first);
        },
        () => undefined,
      );
    },
  };
}
