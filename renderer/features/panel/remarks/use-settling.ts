import { useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import type { SettleInput, SettleTask } from './settle-form.tsx';

export type Settling = {
  task: SettleTask | null;
  begin(task: SettleTask): void;
  leave(): void;
  annotate(): void;
  challenge(): void;
  reopen(): void;
  done(input: SettleInput): void;
  error: AppError | null;
  pending: boolean;
};

const said = (words: string) => (out: { settled: number }) => `${counted(out.settled, 'remark')} ${words}.`;

/** What is made of a remark, or of all that are chosen: each one command, and each can be undone. */
export function useSettling(remark: PanelRemark | undefined, chosen: readonly PanelRemark[], settled: () => void): Settling {
  const [task, setTask] = useState<SettleTask | null>(null);
  const annotate = useCommand('remark.annotate', { said: said('taken as annotations') });
  const challenge = useCommand('remark.challenge', { said: said('taken as challenges') });
  const answer = useCommand('remark.answer', { said: said('answered') });
  const setAside = useCommand('remark.setAside', { said: said('set aside') });
  const correct = useCommand('remark.correct', { said: 'The correction stands beside the original.' });
  const place = useCommand('remark.place', { said: 'Placed.' });
  const reopen = useCommand('remark.reopen', { said: said('waiting again') });
  const all = [annotate, challenge, answer, setAside, correct, place, reopen];
  const remarks = chosen.map(({ id, rowVersion }) => ({ id, rowVersion }));

  async function run(work: () => Promise<{ ok: boolean }>): Promise<void> {
    for (const command of all) command.reset();
    const { ok } = await work();
    if (!ok) return;
    setTask(null);
    settled();
  }
  return {
    task,
    begin: setTask,
    leave: () => setTask(null),
    annotate: () => void run(() => annotate.run({ remarks })),
    challenge: () => void run(() => challenge.run({ remarks })),
    reopen: () => void run(() => reopen.run({ remarks })),
    done: (input) => {
      if (!remark) return;
      const { id, rowVersion } = remark;
      switch (input.task) {
        case 'answer':
          void run(() => answer.run({ remarks, answer: input.words }));
          return;
        case 'setAside':
          void run(() => setAside.run({ remarks, reason: input.words }));
          return;
        case 'place':
          void run(() => place.run({ id, rowVersion, ref: input.ref }));
          return;
        default: {
          const { field, reason } = input;
          const to = input.to.trim() === '' ? null : input.to;
          const eventRowVersion = remark.eventRowVersion ?? 0;
          void run(() => correct.run({ id, rowVersion, correctionId: newId(), eventRowVersion, field, to, reason }));
        }
      }
    },
    error: all.find((command) => command.error !== null)?.error ?? null,
    pending: all.some((command) => command.pending),
  };
}
