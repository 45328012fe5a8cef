import { type FormEvent, type ReactNode, useState } from 'react';
import { AgencyKind, type AgencyRecord } from '#shared/contract/gaps.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { kindWords } from './kind-words.ts';

/** From how many days on this agency's silence is a gap, and what kind of agency it is: by itself, or set by a person. */
export function RuleForm({ record }: { record: AgencyRecord }): ReactNode {
  const may = useMay();
  const set = useCommand('gaps.setRule', { said: 'Rule kept.' });
  const [days, setDays] = useState(record.daysSet === null ? '' : String(record.daysSet));
  const [kind, setKind] = useState<AgencyKind | ''>(record.kindSet ? record.kind : '');
  const number = days.trim() === '' ? null : Number(days);
  const wrong = number !== null && !(Number.isInteger(number) && number >= 1 && number <= 3650);
  const cannot = may('gaps.setRule') ?? (set.pending ? 'Under way' : wrong ? 'Write a whole number of days' : null);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!cannot) void set.run({ agencyId: record.agencyId, rowVersion: record.rowVersion, days: number, kind: kind || null });
  }
  const usual =
    record.usual === null
      ? 'Too few entries to tell a rhythm: 28 days unless set.'
      : `Usually ${counted(record.usual, 'day')} from one contact to the next. Blank: three times that, never under 28.`;
  return (
    <form className="pl-stack" onSubmit={submit}>
      <TextField
        label="Days"
        inputMode="numeric"
        value={days}
        onChange={setDays}
        placeholder={String(record.days)}
        hint={usual}
        error={wrong ? 'A whole number from 1 to 3,650' : null}
      />
      <SelectField
        label="Kind of agency"
        value={kind}
        onChange={setKind}
        options={[
          { value: '' as const, label: record.kindSet ? 'By its name' : `By its name: ${kindWords(record.kind).toLowerCase()}` },
          ...AgencyKind.options.map((value) => ({ value, label: kindWords(value) })),
        ]}
      />
      <div className="pl-row">
        <Button type="submit" cannot={cannot}>
          Keep the rule
        </Button>
      </div>
      <ErrorNote error={set.error} />
    </form>
  );
}
