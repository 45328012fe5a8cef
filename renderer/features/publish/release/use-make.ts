import { useState } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { Progress } from '#shared/rpc/service.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { keepMade, type Made } from './made-store.ts';

export type Format = 'docx' | 'html';
/** Which of the two files the person has: a file not yet saved waits with the host for five minutes. */
export type Saved = { sha256: string; file: boolean; sheet: boolean };
export type Making = {
  make(format: Format): Promise<boolean>;
  save(made: Made, which: 'file' | 'sheet'): Promise<void>;
  saved: Saved | null;
  pending: boolean;
  progress: Progress | null;
  error: AppError | null;
};

export const sheetName = (made: Pick<Made, 'name'>): string => `${made.name}.check.json`;

/** Makes the file, then hands it and its check sheet to the person. */
export function useMake(kind: PublicationKind): Making {
  const reviewId = useSession()?.reviewId ?? null;
  const job = useJob('publish.make', { said: (made) => `Made and checked: ${made.name}.` });
  const [saved, setSaved] = useState<Saved | null>(null);
  const [fileError, setFileError] = useState<AppError | null>(null);
  const files = useFiles(setFileError);

  async function keep(made: Made, which: 'file' | 'sheet'): Promise<void> {
    const done = await files
      .save(which === 'file' ? made.file : made.checkSheetFile, which === 'file' ? made.name : sheetName(made))
      .catch(() => false);
    setSaved((old) => {
      const before = old?.sha256 === made.sha256 ? old : { sha256: made.sha256, file: false, sheet: false };
      return { ...before, [which]: done };
    });
  }
  return {
    async make(format) {
      setFileError(null);
      const outcome = await job.run({ kind, format, on: null });
      if (!outcome.ok) return false;
      keepMade(reviewId, outcome.output);
      await keep(outcome.output, 'file');
      await keep(outcome.output, 'sheet');
      announce(`${outcome.output.name} and its check sheet are handed over.`);
      return true;
    },
    async save(made, which) {
      setFileError(null);
      await keep(made, which);
    },
    saved,
    pending: job.pending,
    progress: job.progress,
    error: job.error ?? fileError,
  };
}
