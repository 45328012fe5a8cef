import { type ReactNode, useState } from 'react';
import { showSheet } from '#renderer/data/recovery-store.ts';
import { currentRoute, go } from '#renderer/data/route.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';

/** The sheet opens the review without its passphrase, so the passphrase is asked before it is shown. */
export function RecoveryDialog({ onClose }: { onClose(): void }): ReactNode {
  const job = useJob('session.recoverySheet', { said: 'The recovery sheet is shown.' });
  const [passphrase, setPassphrase] = useState('');
  async function show(): Promise<void> {
    const outcome = await job.run({ passphrase });
    if (!outcome.ok) return;
    const { place } = currentRoute();
    showSheet({ sheet: outcome.output, next: place === 'recovery' ? 'overview' : place });
    onClose();
    go('recovery');
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Show the recovery sheet of this review"
      main={{
        label: 'Show the sheet',
        run: () => void show(),
        cannot: passphrase ? null : 'The passphrase is needed',
        pending: job.pending,
      }}
    >
      <p className="pl-why">Whoever holds the sheet can open the review. Print it, and keep it apart from this computer.</p>
      <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} data-autofocus />
      <ErrorNote error={job.error} />
    </Dialog>
  );
}
