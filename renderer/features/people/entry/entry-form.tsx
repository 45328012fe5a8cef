import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { KeptRegisterEntry, RegisterKind } from '#shared/model/register.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { blankDraft, cannotKeep, type Draft, draftOf, fieldsOf, pseudonymTaken } from './draft.ts';
import { KIND_WORDS, KINDS, PUBLISH, PUBLISH_WORDS, shownAs } from './entry-words.ts';
import { ListField } from './list-field.tsx';
import { nextPseudonym } from './next-pseudonym.ts';
import { readBirth } from './read-birth.ts';
import './entry.css';

export type EntryFormProps = {
  /** null: a new one. */
  entry: KeptRegisterEntry | null;
  kind?: RegisterKind;
  /** Pseudonyms of everybody else. */
  taken: readonly string[];
  cannot: string | null;
  onDone(id: string | null): void;
};

/** Adding to the register, or changing an entry, in the inspector. */
export function EntryForm({ entry, kind = 'person', taken, cannot, onDone }: EntryFormProps): ReactNode {
  const add = useCommand('register.add', { said: 'Added to the register.' });
  const update = useCommand('register.update', { said: 'The register is changed.' });
  const { data: review } = useQuery('review.get', {});
  const id = useMemo(() => entry?.id ?? newId(), [entry?.id]);
  const [draft, setDraft] = useState<Draft>(() => (entry ? draftOf(entry) : blankDraft(kind)));
  const set = (change: Partial<Draft>): void => setDraft((old) => ({ ...old, ...change }));

  const bornAfter = isChild(draft.dateOfBirth, review?.scopeTo ?? null);
  const suggestion = nextPseudonym({ ...draft, bornAfter }, taken);
  const person = draft.kind === 'person';
  const number = draft.kind === 'reference';
  const why = cannot ?? cannotKeep(draft, taken);
  const pending = add.pending || update.pending;

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why || pending) return;
    const fields = fieldsOf(draft);
    const outcome = entry ? await update.run({ ...fields, id, rowVersion: entry.rowVersion }) : await add.run({ ...fields, id });
    if (outcome.ok) onDone(id);
  }
  return (
    <Inspector title={entry ? 'Change the register' : 'Add to the register'}>
      <form onSubmit={(event) => void keep(event)} className="pl-pe-form">
        <Section>
          <div className="pl-stack">
            <SelectField
              label="Kind"
              value={draft.kind}
              onChange={(next) => set({ kind: next, publishAs: next === 'reference' ? 'omit' : draft.publishAs })}
              options={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
            />
            <TextField
              label={number ? 'Number, as it is written' : 'Real name'}
              value={draft.realName}
              onChange={(realName) => set({ realName })}
              maxLength={300}
              autoFocus
              data-autofocus
            />
            <ListField
              label="Other spellings and names"
              one="spelling"
              hint="Nicknames, maiden names, slips that come up. Initials, titles and possessives are found without them."
              values={draft.aliases}
              onChange={(aliases) => set({ aliases })}
            />
            <TextField
              label={person ? 'Role shown' : 'What it is'}
              hint={person ? 'mother, health visitor, neighbour: printed with the pseudonym' : undefined}
              value={draft.role}
              onChange={(role) => set({ role })}
              maxLength={200}
            />
            <TextField
              label="Pseudonym"
              value={draft.pseudonym}
              onChange={(pseudonym) => set({ pseudonym })}
              maxLength={120}
              error={pseudonymTaken(draft, taken) ? `${draft.pseudonym.trim()} stands for somebody else already.` : null}
            />
            {draft.pseudonym.trim() !== suggestion && (
              <p className="pl-2 pl-pe-suggest">
                Next free: <LinkButton onClick={() => set({ pseudonym: suggestion })}>Take {suggestion}</LinkButton>
              </p>
            )}
            <SelectField
              label="In publications"
              hint={
                draft.publishAs === 'pseudonym' && !draft.pseudonym.trim()
                  ? undefined
                  : `Stands as: ${shownAs({ ...draft, realName: draft.realName || 'the real name' })}`
              }
              value={draft.publishAs}
              onChange={(publishAs) => set({ publishAs })}
              options={PUBLISH.map((value) => ({ value, label: PUBLISH_WORDS[value] }))}
            />
          </div>
        </Section>
        <Section title="What else would name them">
          <div className="pl-stack">
            {person && (
              <DayField
                label="Date of birth"
                day={draft.dateOfBirth}
                read={readBirth}
                onChange={(dateOfBirth) => set({ dateOfBirth })}
              />
            )}
            {!number && (
              <>
                <ListField
                  label="Addresses"
                  one="address"
                  values={draft.addresses}
                  onChange={(addresses) => set({ addresses })}
                />
                <ListField
                  label="Telephone numbers"
                  one="telephone number"
                  values={draft.phones}
                  onChange={(phones) => set({ phones })}
                  most={60}
                />
                <ListField
                  label="E-mail addresses"
                  one="e-mail address"
                  values={draft.emails}
                  onChange={(emails) => set({ emails })}
                  most={200}
                />
              </>
            )}
            <ListField
              label={number ? 'The same number in other forms' : 'Numbers'}
              one="number"
              {...(person ? { hint: 'NHS, case and police numbers' } : {})}
              values={draft.references}
              onChange={(references) => set({ references })}
              most={100}
            />
          </div>
        </Section>
        <div className="pl-pe-form-end">
          <ErrorNote error={add.error ?? update.error} />
          <div className="pl-row">
            <Button look="main" type="submit" cannot={pending ? 'Under way' : why}>
              {entry ? 'Keep the changes' : 'Add to the register'}
            </Button>
            <Button onClick={() => onDone(null)}>Cancel</Button>
          </div>
          {why && <p className="pl-why">{why}</p>}
        </div>
      </form>
    </Inspector>
  );
}

/** Under eighteen when the period under review ended. */
function isChild(born: string | null, scopeTo: string | null): boolean {
  if (born === null || scopeTo === null) return false;
  const eighteen = `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`;
  return eighteen > scopeTo;
}
