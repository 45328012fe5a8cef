import { type FormEvent, type ReactNode, useState } from 'react';
import { readDay } from '#renderer/data/read-day.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import type { Filters } from './filter-state.ts';

export type PeriodEditorProps = { filters: Filters; onChange(from: string | undefined, to: string | undefined): void };

const shown = (day: string | undefined): string => (day ? dayLabel(day, { weekday: false }) : '');

/** From and to, as people write dates: "Sep 2025" is its first day in the one and its last in the other. */
export function PeriodEditor({ filters, onChange }: PeriodEditorProps): ReactNode {
  const [from, setFrom] = useState(shown(filters.from));
  const [to, setTo] = useState(shown(filters.to));
  const first = readDay(from, 'earliest');
  const last = readDay(to, 'latest');
  const unread = (text: string, day: string | null): string | null =>
    text.trim() !== '' && day === null ? 'This cannot be read as a date' : null;
  const turned = first !== null && last !== null && first > last ? 'This is before the first day' : null;
  const wrong = unread(from, first) ?? unread(to, last) ?? turned;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!wrong) onChange(first ?? undefined, last ?? undefined);
  }
  return (
    <form className="pl-stack" onSubmit={submit}>
      <TextField
        label="From"
        value={from}
        onChange={setFrom}
        placeholder="Sep 2025"
        error={unread(from, first)}
        hint={first ? dayLabel(first) : 'The beginning'}
      />
      <TextField
        label="To"
        value={to}
        onChange={setTo}
        placeholder="Mar 2026"
        error={unread(to, last) ?? turned}
        hint={last ? dayLabel(last) : 'The end'}
      />
      <p className="pl-2">An entry whose date may fall in the period is shown.</p>
      <Button look="main" type="submit" cannot={wrong}>
        Show this period
      </Button>
    </form>
  );
}
