import { type FormEvent, type ReactNode, useState } from 'react';
import type { AccuracyChallenge } from '#shared/contract/discussion.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';

/** Your own challenge put in other words while it is open. */
export function ChangeChallenge({ challenge, onDone }: { challenge: AccuracyChallenge; onDone(): void }): ReactNode {
  const may = useMay();
  const change = useCommand('challenge.change', { said: 'Challenge changed.' });
  const [claim, setClaim] = useState(challenge.claim);
  const [proof, setProof] = useState(challenge.proof);
  const [sought, setSought] = useState(challenge.sought ?? '');
  const why = may('challenge.change') ?? (claim.trim() ? (change.pending ? 'Under way' : null) : 'Say what is wrong');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why) return;
    const { id, rowVersion } = challenge;
    const done = await change.run({ id, rowVersion, claim, proof, sought: sought.trim() ? sought : null });
    if (done.ok) onDone();
  }
  return (
    <form className="pl-stack pl-ch-form" onSubmit={(event) => void submit(event)}>
      <TextAreaField label="What is wrong" rows={3} maxLength={2000} value={claim} onChange={setClaim} />
      <TextAreaField label="Proof offered" rows={2} maxLength={4000} value={proof} onChange={setProof} />
      <TextAreaField label="How it should read" rows={3} value={sought} onChange={setSought} />
      <ErrorNote error={change.error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          Change the challenge
        </Button>
        <Button onClick={onDone}>Leave it</Button>
      </div>
    </form>
  );
}
