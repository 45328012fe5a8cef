import { useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { DroppedFile, PickedFile } from '#shared/rpc/host-bridge.ts';
import { useDrop, useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { counted } from '#renderer/ui/date-text.tsx';

export type CameBack = OutputOf<'panel.readReply'>;
export type CopiesBack = {
  choose(copyId?: string): void;
  pending: boolean;
  error: ReturnType<typeof useJob<'panel.readReply'>>['error'];
  /** What the files read last said, newest first. */
  results: readonly CameBack[];
  clear(): void;
};

/** Files that came back: chosen or dropped, read one after the other, each a step of its own. */
export function useCopiesBack(cannot: string | null): CopiesBack {
  const files = useFiles();
  const job = useJob('panel.readReply', {
    said: (out) =>
      out.test
        ? 'The test file came back.'
        : `${counted(out.added, 'new remark')}, ${out.known} known already${out.notPlaced > 0 ? `, ${out.notPlaced} not placed` : ''}.`,
  });
  const [results, setResults] = useState<readonly CameBack[]>([]);

  async function read(came: readonly PickedFile[], copyId?: string): Promise<void> {
    for (const file of came) {
      const done = await job.run({ file: file.ref, copyId: copyId ?? null });
      if (!done.ok) return;
      setResults((before) => [done.output, ...before]);
    }
  }
  async function take(dropped: readonly DroppedFile[]): Promise<void> {
    if (cannot) return;
    const came: PickedFile[] = [];
    for (const file of dropped) came.push(await files.take(file, 'word'));
    await read(came);
  }
  useDrop('word', 'Read as a copy that came back', (dropped) => void take(dropped).catch(() => undefined));
  return {
    choose: (copyId) => {
      files.pick({ purpose: 'word', multiple: copyId === undefined }).then(
        (picked) => read(picked, copyId),
        () => undefined,
      );
    },
    pending: job.pending,
    error: job.error,
    results,
    clear: () => {
      setResults([]);
      job.reset();
    },
  };
}
