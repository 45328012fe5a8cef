import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { CorrectedField, EventDetail, EventField } from '#shared/model/chronology-event.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { FIELD_NAMES, TEXT_FIELDS } from './field-names.ts';
import { useDraft } from './use-draft.ts';

export type CorrectFormProps = { detail: EventDetail; field: CorrectedField | null; cannot: string | null; onDone(): void };

/** The field, the words as they should stand, the reason. What was written is beside them all the while. */
export function CorrectForm({ detail, field, cannot, onDone }: CorrectFormProps): ReactNode {
  const [which, setWhich] = useState<EventField>(field === null || field === 'date' ? 'description' : field);
  const standing = (of: EventField): string => detail.fields.find((one) => one.field === of)?.text ?? '';
  const words = useDraft(`${detail.id} ${which}`, standing(which));
  const reason = useDraft(`${detail.id} reason`);
  const to = words.text;
  const why = reason.text;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const correct = useCommand('chronology.correct', { said: 'Corrected.' });
  const own = detail.fields.find((one) => one.field === which);
  const written = own ? (own.original ?? own.text) : '';
  const lacks =
    to === standing(which)
      ? 'Nothing is changed yet'
      : which === 'description' && !to.trim()
        ? 'An entry needs words'
        : why.trim()
          ? null
          : 'Say why';
  function leave(): void {
    words.drop();
    reason.drop();
    onDone();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (lacks || cannot || correct.pending) return;
    const { id, rowVersion } = detail;
    const done = await correct.run({
      id: newId(),
      eventId: id,
      eventRowVersion: rowVersion,
      field: which,
      to: to.trim() === '' ? null : to,
      reason: why,
    });
    if (done.ok) leave();
  }
  return (
    <form ref={form} className="pl-stack pl-ch-form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="What is corrected"
        value={which}
        onChange={(next) => setWhich(next)}
        options={TEXT_FIELDS.map((value) => ({ value, label: FIELD_NAMES[value] }))}
      />
      <div>
        <span className="pl-2 pl-dim">As written</span>
        <p className="pl-ch-written">{written.trim() ? written : <span className="pl-dim">blank</span>}</p>
      </div>
      <TextAreaField label="As it should stand" rows={5} value={to} onChange={words.set} />
      <TextField label="Reason" value={why} onChange={reason.set} placeholder="How it is known" />
      <ErrorNote error={correct.error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={cannot ?? lacks ?? (correct.pending ? 'Under way' : null)}>
          Correct the entry
        </Button>
        <Button onClick={leave}>Leave it</Button>
      </div>
    </form>
  );
}
