import { type ReactNode, useState } from 'react';
import type { ShownAccount } from '#shared/model/accounts.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted, InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { Contradictions } from './contradictions.tsx';
import { SideBySide } from './side-by-side.tsx';

type Group = OutputOf<'accounts.group'>;
type Asked = { kind: 'rely'; account: ShownAccount } | { kind: 'note' } | null;

/** One group: its accounts side by side, which is relied on and why, where they contradict each other. */
export function GroupPanel({ id, inHand }: { id: string; inHand?: string }): ReactNode {
  const { data: group, error, old } = useQuery('accounts.group', { id });
  const may = useMay();
  const identified = useIdentified();
  const [asked, setAsked] = useState<Asked>(null);
  const rely = useCommand('accounts.rely', { said: 'The account relied on is kept.' });
  const takeOut = useCommand('accounts.takeOut', { said: 'Taken out of the group.' });
  const dissolve = useCommand('accounts.dissolve', { said: 'The group is dissolved.' });
  if (!group || old) return <ErrorNote error={error} />;
  const { rowVersion } = group;
  const cannotRely = may('accounts.rely');
  const actions = (account: ShownAccount): ReactNode => (
    <span className="pl-same-actions">
      <LinkButton
        cannot={cannotRely}
        aria-label={`Rely on entry ${account.ref}`}
        onClick={() => setAsked({ kind: 'rely', account })}
      >
        {group.relied?.eventId === account.eventId ? 'Change the reason…' : 'Rely on this account…'}
      </LinkButton>
      <LinkButton
        cannot={may('accounts.takeOut')}
        aria-label={`Take entry ${account.ref} out of the group`}
        onClick={() => void takeOut.run({ id, rowVersion, eventIds: [account.eventId] })}
      >
        Take out
      </LinkButton>
    </span>
  );
  return (
    <article className="pl-same-panel" aria-label={`${counted(group.accounts.length, 'account')} of one event`}>
      <header className="pl-same-decide">
        <h2>{counted(group.accounts.length, 'account')} of one event</h2>
        <Relied group={group} />
        <div className="pl-row pl-row-wrap">
          {group.relied && (
            <Button bar cannot={cannotRely} onClick={() => void rely.run({ id, rowVersion, eventId: null, reason: '' })}>
              Rely on none
            </Button>
          )}
          <Button bar cannot={may('accounts.noteContradiction')} onClick={() => setAsked({ kind: 'note' })}>
            Note a contradiction…
          </Button>
          <Button bar cannot={may('accounts.dissolve')} onClick={() => void dissolve.run({ id, rowVersion })}>
            Dissolve the group
          </Button>
        </div>
        <ErrorNote error={rely.error ?? takeOut.error ?? dissolve.error} />
        {asked?.kind === 'rely' && (
          <RelyForm
            key={asked.account.eventId}
            account={asked.account}
            // Words shown with pseudonyms are not written back.
            kept={identified && group.relied?.eventId === asked.account.eventId ? group.relied.reason : ''}
            onRely={async (reason) => {
              const done = await rely.run({ id, rowVersion, eventId: asked.account.eventId, reason });
              if (done.ok) setAsked(null);
            }}
            onLeave={() => setAsked(null)}
          />
        )}
        {asked?.kind === 'note' && <NoteForm group={group} onDone={() => setAsked(null)} />}
      </header>
      <SideBySide
        accounts={group.accounts}
        contradictions={group.contradictions}
        reliedId={group.relied?.eventId ?? null}
        actions={actions}
      />
      <Contradictions items={group.contradictions} canSettle inHand={inHand} />
    </article>
  );
}

function Relied({ group }: { group: Group }): ReactNode {
  const agencies = useAgencies();
  const account = group.accounts.find((one) => one.eventId === group.relied?.eventId);
  if (!group.relied || !account) return <p className="pl-2">No account is relied on yet. Each stands as it was written.</p>;
  return (
    <p>
      The review relies on {agencies.get(account.agencyId)?.name} {refLabel(account.ref)}: {group.relied.reason}{' '}
      <span className="pl-2 pl-dim">
        {group.relied.person && `${group.relied.person}, `}
        <InstantText at={group.relied.at} />
      </span>
    </p>
  );
}

type RelyFormProps = { account: ShownAccount; kept: string; onRely(reason: string): Promise<void>; onLeave(): void };

function RelyForm({ account, kept, onRely, onLeave }: RelyFormProps): ReactNode {
  const [reason, setReason] = useState(kept);
  return (
    <div className="pl-stack pl-same-form" onKeyDown={leaveOnEscape(onLeave)}>
      <TextAreaField
        label={`Why the review relies on ${refLabel(account.ref)} and not on another`}
        rows={2}
        value={reason}
        onChange={setReason}
        autoFocus
      />
      <div className="pl-row">
        <Button
          look="main"
          cannot={reason.trim() === '' ? 'Say first why this account is relied on' : null}
          onClick={() => void onRely(reason)}
        >
          Rely on {refLabel(account.ref)}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function NoteForm({ group, onDone }: { group: Group; onDone(): void }): ReactNode {
  const agencies = useAgencies();
  const note = useCommand('accounts.noteContradiction', { said: 'Contradiction noted.' });
  const [first, second] = group.accounts;
  const [aId, setA] = useState(first?.eventId ?? '');
  const [bId, setB] = useState(second?.eventId ?? '');
  const [words, setWords] = useState('');
  const options = group.accounts.map((account) => ({
    value: account.eventId,
    label: `${refLabel(account.ref)} ${agencies.get(account.agencyId)?.name ?? ''}`,
  }));
  const cannot =
    words.trim() === '' ? 'Say first in what they contradict each other' : aId === bId ? 'Choose two different accounts' : null;
  return (
    <div className="pl-stack pl-same-form" onKeyDown={leaveOnEscape(onDone)}>
      <div className="pl-same-sides">
        <SelectField label="This account" value={aId} onChange={setA} options={options} />
        <SelectField label="and this one" value={bId} onChange={setB} options={options} />
      </div>
      <TextAreaField label="Contradict each other in" rows={2} value={words} onChange={setWords} autoFocus />
      <div className="pl-row">
        <Button
          look="main"
          cannot={cannot}
          onClick={() => void note.run({ id: newId(), aId, bId, words }).then((done) => done.ok && onDone())}
        >
          Note the contradiction
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
      <ErrorNote error={note.error} />
    </div>
  );
}

const leaveOnEscape =
  (leave: () => void) =>
  (event: { key: string; preventDefault(): void }): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
