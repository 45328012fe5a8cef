import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { CorrectedField, EventDetail } from '#shared/model/chronology-event.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useAgencies, useSession } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { FIELD_NAMES } from './field-names.ts';
import { useDraft } from './use-draft.ts';

const FIELDS = Object.keys(FIELD_NAMES) as CorrectedField[];
export type RaiseFormProps = { detail: EventDetail; cannot: string | null; onDone(): void };

/** Which fact is said to be wrong, why, with what proof, and how it should read. */
export function RaiseForm({ detail, cannot, onDone }: RaiseFormProps): ReactNode {
  const identified = useSession()?.view === 'identified';
  const agencies = useAgencies();
  const raise = useCommand('challenge.raise', { said: 'Challenge raised.' });
  const [field, setField] = useState<CorrectedField>('description');
  const [agencyId, setAgencyId] = useState('');
  const claim = useDraft(`${detail.id} challenge`);
  const proof = useDraft(`${detail.id} challenge proof`);
  const sought = useDraft(`${detail.id} challenge sought`);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea')?.focus();
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const why = cannot ?? (claim.text.trim() ? (raise.pending ? 'Under way' : null) : 'Say what is wrong');
  function leave(): void {
    for (const draft of [claim, proof, sought]) draft.drop();
    onDone();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why) return;
    const done = await raise.run({
      id: newId(),
      eventId: detail.id,
      eventRowVersion: detail.rowVersion,
      field,
      claim: claim.text,
      proof: proof.text,
      sought: identified && sought.text.trim() ? sought.text : null,
      agencyId: agencyId || null,
    });
    if (done.ok) leave();
  }
  return (
    <form ref={form} className="pl-stack pl-ch-form" onSubmit={(event) => void submit(event)}>
      <SelectField
        label="What is challenged"
        value={field}
        onChange={setField}
        options={FIELDS.map((value) => ({ value, label: FIELD_NAMES[value] }))}
      />
      <TextAreaField label="What is wrong" rows={3} maxLength={2000} value={claim.text} onChange={claim.set} />
      <TextAreaField label="Proof offered" rows={2} maxLength={4000} value={proof.text} onChange={proof.set} />
      {identified ? (
        <TextAreaField label="How it should read" rows={3} value={sought.text} onChange={sought.set} />
      ) : (
        <p className="pl-2">Words for it can be proposed while names are shown (F9).</p>
      )}
      <SelectField
        label="Raised for"
        value={agencyId}
        onChange={setAgencyId}
        options={[
          { value: '', label: 'The review panel' },
          ...[...agencies.values()].map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ErrorNote error={raise.error} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={why}>
          Raise the challenge
        </Button>
        <Button onClick={leave}>Leave it</Button>
      </div>
    </form>
  );
}
