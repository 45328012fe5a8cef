import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { kindIn } from '../kind-words.ts';
import { contentWords } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';

export type ApproveDialogProps = { publication: Publication; onClose(): void; onDone(): void };

/** Records an approval by name and post. The core refuses the author; the form says so as soon as the name is typed. */
export function ApproveDialog({ publication, onClose, onDone }: ApproveDialogProps): ReactNode {
  const { kind, preview, standing } = publication;
  const person = useSession()?.person ?? null;
  const isAuthor = (name: string): boolean => preview.author.name !== '' && plain(name) === plain(preview.author.name);
  const present = person !== null && !isAuthor(person.name);
  const [name, setName] = useState(present ? person.name : '');
  const [post, setPost] = useState(present ? person.post : '');
  const [asTold, setAsTold] = useState(!present);
  // One id for this form: approving again after a lost answer records it once.
  const [id] = useState(newId);
  const approve = useCommand('publish.approve', { said: 'Approved. The file can be made.' });
  const author = isAuthor(name);

  async function run(): Promise<void> {
    const outcome = await approve.run({ id, kind, on: null, contentHash: preview.contentHash, name, post, asTold });
    if (!outcome.ok) return;
    onClose();
    onDone();
  }
  const cannot = author
    ? 'The author cannot approve it'
    : !name.trim()
      ? 'The approver’s name is needed'
      : post.trim()
        ? null
        : 'The approver’s post is needed';
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Approve ${kindIn(kind)}: ${contentWords(standing)}`}
      main={{ label: `Approve ${kindIn(kind)}`, run: () => void run(), cannot, pending: approve.pending }}
    >
      <div className="pl-stack">
        <p>
          The approval is for this content and no other, <span className="pl-mono">{preview.contentHash.slice(0, 8)}…</span>. Any
          later change voids it.
        </p>
        <TextField
          label="Name of the person who approves"
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
          error={author ? `${preview.author.name} is the author. Someone else approves it.` : null}
        />
        <TextField label="Post" value={post} onChange={setPost} maxLength={200} />
        <label className="pl-pub-tick">
          <input type="checkbox" checked={asTold} onChange={(event) => setAsTold(event.currentTarget.checked)} />
          <span>They are not at this keyboard: it is recorded as told</span>
        </label>
        <ErrorNote error={approve.error} />
      </div>
    </Dialog>
  );
}

/** Names are compared as the core does: letters and figures alone. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
