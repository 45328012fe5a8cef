import { type ReactNode, useState } from 'react';
import { showSheet } from '#renderer/data/recovery-store.ts';
import { currentRoute, go } from '#renderer/data/route.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { passphraseStrength } from '#renderer/ui/passphrase-words.ts';

/** A new passphrase is a new key, so the old recovery sheet opens the review no longer and a new one is shown. */
export function PassphraseDialog({ onClose }: { onClose(): void }): ReactNode {
  const job = useJob('session.changePassphrase', { said: 'The review has a new passphrase. A new recovery sheet is shown.' });
  const [passphrase, setPassphrase] = useState('');
  const [next, setNext] = useState('');
  const strength = passphraseStrength(next);
  async function change(): Promise<void> {
    const outcome = await job.run({ passphrase, newPassphrase: next });
    if (!outcome.ok) return;
    const { place } = currentRoute();
    showSheet({ sheet: outcome.output, next: place === 'recovery' ? 'overview' : place });
    onClose();
    go('recovery');
  }
  const cannot = !passphrase ? 'The passphrase of now is needed' : strength.enough ? null : strength.words;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Set a new passphrase for this review"
      main={{ label: 'Set the new passphrase', run: () => void change(), cannot, pending: job.pending }}
    >
      <p className="pl-why">
        The recovery sheet printed before will no longer open the review. Destroy it, and print the new one.
      </p>
      <TextField label="Passphrase now" type="password" value={passphrase} onChange={setPassphrase} data-autofocus />
      <TextField label="New passphrase" type="password" value={next} onChange={setNext} hint={strength.words} />
      <ErrorNote error={job.error} />
    </Dialog>
  );
}
