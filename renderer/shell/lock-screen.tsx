import { Lock } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { closeReview } from '#renderer/commands/close-review.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useCommands } from './use-commands.ts';
import './lock-screen.css';

/** The window covered, but for the review's reference. */
export function LockScreen({ reference }: { reference: string }): ReactNode {
  const { context } = useCommands();
  const unlock = useJob('session.unlock', { said: 'Unlocked.' });
  const [passphrase, setPassphrase] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (passphrase) void unlock.run({ passphrase });
  }
  return (
    <main className="pl-lock">
      <form onSubmit={submit} className="pl-lock-form">
        <div className="pl-row">
          <Lock size={16} strokeWidth={1.5} aria-hidden />
          <h1>{reference || 'This review'} is locked</h1>
        </div>
        <p className="pl-why">Its key is no longer in memory. What was saved is kept; what was being typed is still there.</p>
        <TextField label="Passphrase" type="password" value={passphrase} onChange={setPassphrase} autoFocus />
        <ErrorNote error={unlock.error} />
        <div className="pl-row">
          <Button
            look="main"
            type="submit"
            cannot={unlock.pending ? 'Under way' : passphrase ? null : 'The passphrase is needed'}
          >
            Unlock
          </Button>
          <LinkButton className="pl-push" onClick={() => void runCommand(closeReview, context)}>
            Close this review
          </LinkButton>
        </div>
      </form>
    </main>
  );
}
