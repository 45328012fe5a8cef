import { Autocomplete } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

export type AgencyChoiceProps = {
  /** As a person said; null: nothing said yet. */
  said: string | null;
  /** As the file says, or was taken to say. */
  read: readonly string[];
  /** The file does not say: its name was taken, and a person has to say so. */
  needed: boolean;
  onSay(agency: string | null): void;
};

/** Whose return it is: typed, or chosen from the agencies of this review. */
export function AgencyChoice({ said, read, needed, onSay }: AgencyChoiceProps): ReactNode {
  const agencies = useAgencies();
  const taken = read.length === 1 ? (read[0] ?? '') : '';
  // "HV chronology.csv": letters of an agency of this review stand for it.
  const byLetters = needed ? [...agencies.values()].find(({ letters }) => letters === taken.toUpperCase())?.name : undefined;
  const stands = said ?? byLetters ?? taken;
  const [text, setText] = useState(stands);
  useEffect(() => setText(stands), [stands]);
  const typed = text.trim();
  const keep = (value: string): void => onSay(value.trim() === '' ? null : value.trim().replace(/\s+/g, ' '));
  function key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    keep(text);
  }
  const several = said === null && read.length > 1;
  const unkept = needed ? said === null : typed !== stands;
  return (
    <div className="pl-rt-agency" data-needed={needed || undefined}>
      <Autocomplete
        label="Return of"
        className="pl-rt-agency-field"
        placeholder={several ? 'Each sheet its own agency' : 'Name of the agency'}
        value={text}
        onChange={setText}
        onOptionSubmit={keep}
        onKeyDown={key}
        // What was typed is meant, also by whoever goes on with Tab.
        onBlur={() => typed !== '' && typed !== stands && keep(text)}
        data={[...new Set([...agencies.values()].map(({ name }) => name))]}
        comboboxProps={{ withinPortal: true, shadow: 'md' }}
        aria-description={needed ? 'The return does not say whose it is' : undefined}
      />
      {unkept && (
        <Button cannot={typed === '' && stands === '' ? 'Type the agency’s name first' : null} onClick={() => keep(text)}>
          {typed === '' ? 'Read the agency from the file' : 'Keep this agency'}
        </Button>
      )}
      {needed && <StatusMark status="look">{typed === '' ? 'The file does not say' : 'From the file’s name'}</StatusMark>}
      {several && <span className="pl-2">{read.join(', ')}</span>}
    </div>
  );
}
