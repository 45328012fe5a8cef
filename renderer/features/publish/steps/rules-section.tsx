import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import type { Publication } from '../use-publication.ts';

type Rule = OutputOf<'publicationRule.list'>[number];
const EVERYONE = 'everyone';
const ACTIONS = [
  { value: 'pseudonym', label: 'Put the pseudonym in its place' },
  { value: 'leaveOut', label: 'Leave the name out' },
] as const;

/** What is done wherever a publication names somebody, so that a long text need not be settled word by word. */
export function RulesSection({ publication }: { publication: Publication }): ReactNode {
  const { data: rules } = useQuery('publicationRule.list', {});
  const [adding, setAdding] = useState(false);
  const may = useMay();
  if (!rules) return null;
  const nameOf = (id: string | null): string =>
    id === null
      ? 'Everyone on the register'
      : (publication.register.find((row) => row.entry.id === id)?.entry.pseudonym ?? 'Somebody');
  return (
    <Section title="Rules for names" count={rules.length}>
      {rules.length === 0 && !adding && (
        <p className="pl-2">
          Every name that is found is settled by hand. A rule settles them all at once, in every publication.
        </p>
      )}
      {rules.length > 0 && (
        <ul className="pl-pub-settled" aria-label="Rules for names">
          {rules.map((rule) => (
            <li key={rule.id}>
              <RuleLine rule={rule} who={nameOf(rule.entryId)} />
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewRule publication={publication} onDone={() => setAdding(false)} />
      ) : (
        <Button bar cannot={may('publicationRule.add')} onClick={() => setAdding(true)}>
          Add a rule…
        </Button>
      )}
    </Section>
  );
}

function RuleLine({ rule, who }: { rule: Rule; who: string }): ReactNode {
  const may = useMay();
  const remove = useCommand('publicationRule.remove', { said: 'The rule is taken away. What it settled blocks again.' });
  const approve = useCommand('publicationRule.approve', { said: 'The rule is approved.' });
  const [approver, setApprover] = useState<{ name: string; post: string } | null>(null);
  const waits = rule.action === 'leaveOut' && rule.approvedAt === null;
  return (
    <>
      <span>
        <b>{who}</b>: {rule.action === 'pseudonym' ? 'by pseudonym' : 'left out'}
        <span className="pl-2 pl-pub-also">
          {rule.reason} {rule.person}, {dayLabel(rule.at.slice(0, 10))}.
          {rule.approvedBy && ` Approved by ${rule.approvedBy}, ${rule.approvedPost}.`}
        </span>
        {waits && <span className="pl-field-error pl-pub-also">Nobody has approved it yet; until then it blocks.</span>}
        {approver && (
          <span className="pl-stack">
            <TextField
              label="Who approved it"
              value={approver.name}
              onChange={(name) => setApprover({ ...approver, name })}
              autoFocus
            />
            <TextField label="Post" value={approver.post} onChange={(post) => setApprover({ ...approver, post })} />
            <Button
              bar
              cannot={approver.name.trim() && approver.post.trim() ? null : 'Name and post are needed'}
              onClick={() =>
                void approve.run({ id: rule.id, rowVersion: rule.rowVersion, ...approver }).then((done) => {
                  if (done.ok) setApprover(null);
                })
              }
            >
              Record the approval
            </Button>
          </span>
        )}
        <ErrorNote error={remove.error ?? approve.error} />
      </span>
      <span className="pl-row">
        {waits && !approver && <LinkButton onClick={() => setApprover({ name: '', post: '' })}>Approve…</LinkButton>}
        <LinkButton
          aria-label={`Take the rule for ${who} away`}
          cannot={may('publicationRule.remove')}
          onClick={() => void remove.run({ id: rule.id, rowVersion: rule.rowVersion })}
        >
          Take away
        </LinkButton>
      </span>
    </>
  );
}

function NewRule({ publication, onDone }: { publication: Publication; onDone(): void }): ReactNode {
  const add = useCommand('publicationRule.add', { said: 'The rule is kept. The page is made anew.' });
  const [action, setAction] = useState<(typeof ACTIONS)[number]['value']>('pseudonym');
  const [who, setWho] = useState(EVERYONE);
  const [reason, setReason] = useState('');
  const people = publication.register.map(({ entry }) => ({ value: entry.id, label: `${entry.pseudonym}, ${entry.realName}` }));
  const cannot =
    action === 'leaveOut' && who === EVERYONE
      ? 'Who is left out is said one by one'
      : reason.trim()
        ? null
        : 'A reason is needed';
  async function keep(): Promise<void> {
    const entryId = who === EVERYONE ? null : who;
    if ((await add.run({ id: newId(), kind: null, action, entryId, reason: reason.trim() })).ok) onDone();
  }
  return (
    <div className="pl-stack">
      <SelectField
        label="For"
        value={who}
        onChange={setWho}
        options={[{ value: EVERYONE, label: 'Everyone on the register' }, ...people]}
      />
      <SelectField
        label="What is done"
        value={action}
        onChange={setAction}
        options={ACTIONS}
        hint={
          action === 'leaveOut'
            ? 'Somebody else approves it.'
            : 'Birthdays, telephones and addresses have none: they are settled by hand.'
        }
      />
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        hint="Nobody needs the name to learn from it."
      />
      <ErrorNote error={add.error} />
      <div className="pl-row">
        <Button bar cannot={add.pending ? 'Under way' : cannot} onClick={() => void keep()}>
          Add the rule
        </Button>
        <Button bar look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
