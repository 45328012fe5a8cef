import { type FormEvent, type ReactNode, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { CHALLENGE_STATES } from './challenge-words.ts';

export type Challenged = OutputOf<'challenge.list'>[number];
type Outcome = 'accepted' | 'partly' | 'refused';
const OUTCOMES: readonly Outcome[] = ['accepted', 'partly', 'refused'];

/** The reviewer's outcome; accepted, wholly or in part, the correction goes beside the original in the same step. */
export function SettleForm({ challenged, onDone }: { challenged: Challenged; onDone(): void }): ReactNode {
  const { challenge, entry } = challenged;
  const may = useMay();
  const settle = useCommand('challenge.settle', { said: 'Challenge settled.' });
  const [state, setState] = useState<Outcome>('accepted');
  const [reason, setReason] = useState('');
  const [to, setTo] = useState(challenge.sought ?? entry.standing ?? '');
  const corrects = state !== 'refused' && to !== (entry.standing ?? '');
  const lacks =
    state === 'accepted' && !corrects
      ? 'Nothing is corrected yet'
      : state !== 'accepted' && !reason.trim()
        ? 'Say why'
        : settle.pending
          ? 'Under way'
          : null;
  const why = may('challenge.settle') ?? lacks;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why) return;
    const correction = corrects ? { id: newId(), eventRowVersion: entry.rowVersion, to: to.trim() ? to : null } : null;
    const { id, rowVersion } = challenge;
    const done = await settle.run({ id, rowVersion, state, reason: reason.trim() || null, correction });
    if (done.ok) onDone();
  }
  return (
    <form className="pl-stack pl-ch-form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Outcome"
        value={state}
        onChange={setState}
        options={OUTCOMES.map((value) => ({ value, label: CHALLENGE_STATES[value] }))}
      />
      {state !== 'refused' && <TextAreaField label="As it should stand" rows={4} value={to} onChange={setTo} />}
      <TextAreaField label="Reason" rows={2} maxLength={2000} value={reason} onChange={setReason} />
      <ErrorNote error={settle.error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          Settle the challenge
        </Button>
        <Button onClick={onDone}>Leave it</Button>
      </div>
    </form>
  );
}
