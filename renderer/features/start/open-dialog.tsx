import { type ReactNode, useState } from 'react';
import { type Opening, setOpening } from '#renderer/data/opening.ts';
import { go } from '#renderer/data/route.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField, TextField } from '#renderer/ui/field.tsx';

/** Opens a chosen review with its passphrase, or with what its recovery sheet says. */
export function OpenDialog({ opening }: { opening: Opening }): ReactNode {
  const open = useJob('session.open', { said: 'The review is open.' });
  const [by, setBy] = useState(opening.by);
  const [secret, setSecret] = useState('');
  async function run(): Promise<void> {
    const outcome = await open.run({
      place: opening.ref,
      ...(by === 'passphrase' ? { passphrase: secret } : { recovery: secret }),
    });
    if (!outcome.ok) return;
    setOpening(null);
    go('overview');
  }
  const cannot = secret.trim() ? null : by === 'passphrase' ? 'The passphrase is needed' : 'The words or the key are needed';
  return (
    <Dialog
      open
      onClose={() => setOpening(null)}
      title={`Open ${opening.name || 'this review'}`}
      main={{ label: 'Open the review', run: () => void run(), cannot, pending: open.pending }}
    >
      {opening.kept && (
        <p className="pl-why">A copy was put into {opening.kept}. The work is kept there; the file you chose is not changed.</p>
      )}
      {by === 'passphrase' ? (
        <TextField label="Passphrase" type="password" value={secret} onChange={setSecret} data-autofocus />
      ) : (
        <TextAreaField
          label="What the recovery sheet says"
          hint="The words in their order, or the key and salt; capitals and spaces do not matter."
          value={secret}
          onChange={setSecret}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
        />
      )}
      <ErrorNote error={open.error} />
      <p>
        <LinkButton
          onClick={() => {
            setBy(by === 'passphrase' ? 'recovery' : 'passphrase');
            setSecret('');
            open.reset();
          }}
        >
          {by === 'passphrase' ? 'Use a recovery sheet' : 'Use the passphrase'}
        </LinkButton>
      </p>
    </Dialog>
  );
}
