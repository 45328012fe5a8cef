import { useCallback, useEffect, useState } from 'react';
import type { OriginalPage, OriginalPlace } from '#shared/contract/return-original.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { useJob } from './use-job.ts';

export type OriginalAsked = { returnId: string; returnVersion?: number | undefined; place: OriginalPlace | null };
export type OriginalFile = {
  /** The page in hand; the one before stays until the next has come. */
  page: OriginalPage | null;
  pending: boolean;
  error: AppError | null;
  /** Shows the page that begins with a line of the file. */
  turn(from: number): void;
  goTo(place: OriginalPlace): void;
};

/** Lines asked for at once. */
export const ORIGINAL_LINES = 200;

/** The file of a return as it was sent, a page at a time. */
export function useOriginal({ returnId, returnVersion, place }: OriginalAsked): OriginalFile {
  const { run, pending, error } = useJob('returns.originalPage', { said: '' });
  const [kept, setKept] = useState<{ returnId: string; page: OriginalPage } | null>(null);
  const ask = useCallback(
    async (at: OriginalPlace | null, from: number | null): Promise<void> => {
      const version = returnVersion === undefined ? {} : { returnVersion };
      const outcome = await run({ id: returnId, ...version, place: at, from, limit: ORIGINAL_LINES });
      if (outcome.ok) setKept({ returnId, page: outcome.output });
    },
    [run, returnId, returnVersion],
  );
  const { table, row, column } = place ?? {};
  useEffect(() => {
    const at = table === undefined || row === undefined ? null : { table, row, ...(column === undefined ? {} : { column }) };
    void ask(at, null);
  }, [ask, table, row, column]);
  return {
    page: kept?.returnId === returnId ? kept.page : null,
    pending,
    error: error?.code === 'cancelled' ? null : error,
    turn: (from) => void ask(place, from),
    goTo: (at) => void ask(at, null),
  };
}
