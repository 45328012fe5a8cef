import { type FormEvent, type ReactNode, useState } from 'react';
import type { Proceeding } from '#shared/contract/proceedings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField, TextField } from '#renderer/ui/field.tsx';

/** Who lifts a hold, and why. */
export function LiftForm({ of, onDone }: { of: Proceeding; onDone(): void }): ReactNode {
  const lift = useCommand('proceeding.lift', { said: 'The hold is lifted.' });
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [reason, setReason] = useState('');
  const cannot = [name, post, reason].every((text) => text.trim()) ? null : 'Name, post and reason are needed';
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot === null && (await lift.run({ id: of.id, rowVersion: of.rowVersion, name, post, reason })).ok) onDone();
  }
  return (
    <form className="pl-stack" onSubmit={(event) => void keep(event)}>
      <TextField label="Who lifts it" value={name} onChange={setName} maxLength={120} autoFocus />
      <TextField label="Post" value={post} onChange={setPost} maxLength={200} />
      <TextAreaField label="Why it can be made now" value={reason} onChange={setReason} rows={3} maxLength={2000} />
      <ErrorNote error={lift.error} />
      <div className="pl-row">
        <Button bar type="submit" cannot={lift.pending ? 'Under way' : cannot}>
          Lift the hold
        </Button>
        <Button bar look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
