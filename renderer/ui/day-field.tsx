import { type ReactNode, useState } from 'react';
import { dayLabel } from './date-text.tsx';
import { TextField } from './field.tsx';

export type DayFieldProps = {
  label: string;
  day: string | null;
  onChange(day: string | null): void;
  /** How typed words become a day: `readDay` of data. */
  read(text: string): string | null;
  hint?: string;
};

/** A day typed as people type it; what was understood stands beneath: never a date guessed in silence. */
export function DayField({ label, day, onChange, read, hint }: DayFieldProps): ReactNode {
  const [text, setText] = useState(day === null ? '' : dayLabel(day, { weekday: false }));
  const unread = text.trim() !== '' && day === null;
  return (
    <TextField
      label={label}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(read(next));
      }}
      hint={day === null ? hint : dayLabel(day)}
      error={unread ? 'Not read as a date. Write it as 1 Sep 2024.' : null}
    />
  );
}
