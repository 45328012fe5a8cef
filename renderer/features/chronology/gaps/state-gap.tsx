import { type FormEvent, type ReactNode, useState } from 'react';
import type { GapExplanation } from '#shared/contract/gaps.ts';
import { newId } from '#shared/kernel/ids.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { explanationWords, GAP_EXPLANATIONS } from './gap-words.ts';

/** A stretch that no rule would find: entries stand in it, and still nobody saw the child. */
export function StateGap({ onDone }: { onDone(): void }): ReactNode {
  const may = useMay();
  const agencies = useAgencies();
  const explain = useCommand('gaps.explain', { said: 'Gap stated.' });
  const [agencyId, setAgencyId] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [explanation, setExplanation] = useState<GapExplanation>('noContact');
  const [note, setNote] = useState('');
  const lacks = from && to ? (from > to ? 'It ends before it begins' : null) : 'Say from when and until when';
  const cannot = may('gaps.explain') ?? lacks ?? (explain.pending ? 'Under way' : null);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot || !from || !to) return;
    const done = await explain.run({ id: newId(), agencyId: agencyId || null, from, to, byHand: true, explanation, note });
    if (done.ok) onDone();
  }
  return (
    <Inspector title="State a gap" arrive>
      <Section>
        <form className="pl-stack" onSubmit={(event) => void submit(event)}>
          <SelectField
            label="Agency"
            value={agencyId}
            onChange={setAgencyId}
            options={[
              { value: '', label: 'Every agency' },
              ...[...agencies.values()].map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <DayField label="First day" day={from} onChange={setFrom} read={(text) => readDay(text, 'earliest')} />
          <DayField label="Last day" day={to} onChange={setTo} read={(text) => readDay(text, 'latest')} />
          <SelectField
            label="What is known"
            value={explanation}
            onChange={setExplanation}
            options={GAP_EXPLANATIONS.map((value) => ({ value, label: explanationWords(value) }))}
          />
          <TextAreaField label="Note" rows={3} maxLength={4000} value={note} onChange={setNote} />
          <div className="pl-row">
            <Button look="main" type="submit" cannot={cannot}>
              State the gap
            </Button>
            <Button onClick={onDone}>Leave it</Button>
          </div>
          <ErrorNote error={explain.error} />
        </form>
      </Section>
    </Inspector>
  );
}
