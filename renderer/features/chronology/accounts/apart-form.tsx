import { type ReactNode, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';

/** What it mostly is; any other reason is written. */
const USUAL = ['Another matter on the same day', 'Another day', 'Other people', 'A routine contact of its own'] as const;

export type ApartFormProps = { pairs: number; onHold(reason: string): void; onLeave(): void };

/** Why pairs are not the same event: one key for a usual reason, or words. */
export function ApartForm({ pairs, onHold, onLeave }: ApartFormProps): ReactNode {
  const [words, setWords] = useState('');
  const verb = pairs === 1 ? 'Hold the two apart' : `Hold ${pairs} pairs apart`;
  const cannot = words.trim() === '' ? 'Say first why they are not the same event' : null;
  return (
    <div
      className="pl-stack pl-same-form"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onLeave();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && cannot === null) {
          event.preventDefault();
          onHold(words);
        }
      }}
    >
      <TextField
        label={pairs === 1 ? 'Not the same event, because' : `${pairs} pairs are not the same event, because`}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <div className="pl-row pl-row-wrap" role="group" aria-label="Usual reasons">
        {USUAL.map((reason) => (
          <Button key={reason} bar onClick={() => onHold(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <div className="pl-row pl-row-wrap">
        <Button look="main" cannot={cannot} onClick={() => onHold(words)}>
          {verb}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
