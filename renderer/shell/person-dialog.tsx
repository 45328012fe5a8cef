import { type ReactNode, useState } from 'react';
import type { Person } from '#shared/contract/session.ts';
import { ROLES } from '#renderer/data/person-words.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';

/** Every change is recorded under this name and post. */
export function PersonDialog({ onClose }: { onClose(): void }): ReactNode {
  const session = useSession();
  const set = useCommand('session.setPerson', { said: 'Recorded who is at the keyboard.' });
  const [person, setPerson] = useState<Person>(session?.person ?? { name: '', post: '', role: 'reviewer' });
  async function save(): Promise<void> {
    if ((await set.run(person)).ok) onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Who is at the keyboard"
      main={{
        label: 'Record this name',
        run: () => void save(),
        cannot: person.name.trim() ? null : 'A name is needed',
        pending: set.pending,
      }}
    >
      <p className="pl-why">Each change is kept under this name and post. It is not a lock: the passphrase opens everything.</p>
      <TextField label="Name" value={person.name} onChange={(name) => setPerson({ ...person, name })} data-autofocus />
      <TextField label="Post" value={person.post} onChange={(post) => setPerson({ ...person, post })} />
      <SelectField
        label="Role in this review"
        value={person.role}
        options={ROLES}
        onChange={(role) => setPerson({ ...person, role })}
      />
      <ErrorNote error={set.error} />
    </Dialog>
  );
}
