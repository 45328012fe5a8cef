import { type FormEvent, type ReactNode, useState } from 'react';
import type { Proceeding } from '#shared/contract/proceedings.ts';
import { newId } from '#shared/kernel/ids.ts';
import { KINDS, PublicationKind } from '#shared/model/publication-kinds.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { PROCEEDINGS } from './proceeding-words.ts';

type Words = Pick<Proceeding, 'kind' | 'about' | 'heldKinds' | 'reason' | 'askedOf' | 'askedOn' | 'answer'>;
const NEW: Words = { kind: 'criminal', about: '', heldKinds: [], reason: '', askedOf: '', askedOn: null, answer: '' };

/** What is known of proceedings, what waits for them and why, and who was asked. */
export function ProceedingForm({ of, onDone }: { of: Proceeding | null; onDone(): void }): ReactNode {
  const add = useCommand('proceeding.add', { said: 'The proceedings are noted.' });
  const update = useCommand('proceeding.update', { said: 'The proceedings are noted.' });
  const [words, setWords] = useState<Words>(() => (of ? wordsOf(of) : NEW));
  const [id] = useState(newId);
  const set = (change: Partial<Words>): void => setWords({ ...words, ...change });
  const cannot = words.heldKinds.length > 0 && !words.reason.trim() ? 'A hold needs a reason' : null;
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot !== null) return;
    const outcome = of ? await update.run({ id: of.id, rowVersion: of.rowVersion, ...words }) : await add.run({ id, ...words });
    if (outcome.ok) onDone();
  }
  const hold = (kind: PublicationKind, on: boolean): void =>
    set({ heldKinds: PublicationKind.options.filter((one) => (one === kind ? on : words.heldKinds.includes(one))) });
  return (
    <form className="pl-stack" onSubmit={(event) => void keep(event)}>
      <SelectField label="Proceedings" value={words.kind} onChange={(kind) => set({ kind })} options={PROCEEDINGS} />
      <TextAreaField
        label="How far they are"
        value={words.about}
        onChange={(about) => set({ about })}
        rows={2}
        maxLength={2000}
      />
      <fieldset className="pl-pub-kinds">
        <legend>Held back until it is lifted</legend>
        {PublicationKind.options.map((kind) => (
          <label key={kind} className="pl-pub-tick">
            <input
              type="checkbox"
              checked={words.heldKinds.includes(kind)}
              onChange={(event) => hold(kind, event.currentTarget.checked)}
            />
            <span>{KINDS[kind].label}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label="Why these wait"
        value={words.reason}
        onChange={(reason) => set({ reason })}
        rows={2}
        maxLength={2000}
      />
      <TextField
        label="Who was asked"
        hint="Police, prosecutors, the court, the coroner."
        value={words.askedOf}
        onChange={(askedOf) => set({ askedOf })}
        maxLength={300}
      />
      <DayField
        label="Asked on"
        day={words.askedOn}
        read={(text) => readDay(text, 'earliest')}
        onChange={(askedOn) => set({ askedOn })}
      />
      <TextAreaField
        label="What they said"
        value={words.answer}
        onChange={(answer) => set({ answer })}
        rows={2}
        maxLength={2000}
      />
      <ErrorNote error={add.error ?? update.error} />
      <div className="pl-row">
        <Button bar type="submit" cannot={add.pending || update.pending ? 'Under way' : cannot}>
          {of ? 'Keep the change' : 'Note the proceedings'}
        </Button>
        <Button bar look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function wordsOf({ kind, about, heldKinds, reason, askedOf, askedOn, answer }: Proceeding): Words {
  return { kind, about, heldKinds, reason, askedOf, askedOn, answer };
}
