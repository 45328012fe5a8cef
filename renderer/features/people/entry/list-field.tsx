import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import './list-field.css';

export type ListFieldProps = {
  label: string;
  /** One of them, for names of buttons: "spelling". */
  one: string;
  hint?: string;
  values: readonly string[];
  onChange(values: string[]): void;
  most?: number;
};

/** Several short texts as chips: typed and added with Enter, each with a named ✕. */
export function ListField({ label, one, hint, values, onChange, most = 300 }: ListFieldProps): ReactNode {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = text.trim().replace(/\s+/g, ' ');
  function add(): void {
    if (typed === '') return;
    if (!values.includes(typed)) onChange([...values, typed]);
    setText('');
  }
  function key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey && typed !== '') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
      event.preventDefault();
      setText(values.at(-1) ?? '');
      onChange(values.slice(0, -1));
    }
  }
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <div className="pl-pe-list">
          {values.length > 0 && (
            <ul className="pl-pe-chips" aria-label={label}>
              {values.map((value) => (
                <li key={value} className="pl-chip pl-pe-chip">
                  {value}
                  <button
                    type="button"
                    className="pl-chip-x"
                    aria-label={`Remove ${one} ${value}`}
                    onClick={() => {
                      onChange(values.filter((other) => other !== value));
                      input.current?.focus();
                    }}
                  >
                    <X size={12} strokeWidth={1.75} aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="pl-pe-list-add">
            <input
              {...ids}
              ref={input}
              className="pl-input"
              autoComplete="off"
              value={text}
              maxLength={most}
              onChange={(event) => setText(event.currentTarget.value)}
              onKeyDown={key}
              onBlur={add}
            />
            <Button cannot={typed === '' ? `Type the ${one} first` : null} onClick={add} aria-label={`Add ${one}`}>
              Add
            </Button>
          </div>
        </div>
      )}
    </Field>
  );
}
