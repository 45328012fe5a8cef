import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import './type-ahead.css';

export type Choice = { id: string; label: string; note?: string; chosen?: boolean };
export type TypeAheadProps = {
  label: string;
  choices: readonly Choice[];
  onChoose(choice: Choice): void;
  /** Offers what was typed as a new one. */
  onNew?: { words: (text: string) => string; add(text: string): void } | undefined;
  onLeave(): void;
  none: string;
};
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function show(element: HTMLElement | null): void {
  void element?.scrollIntoView?.({ block: 'nearest' });
}

/** A field and the list that follows it: type, arrows, Enter. It stays open, for a second one. */
export function TypeAhead({ label, choices, onChoose, onNew, onLeave, none }: TypeAheadProps): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.parentElement?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  const typed = text.trim();
  const shown = useMemo(() => {
    const words = fold(typed).split(/\s+/u);
    return choices.filter(({ label: name }) => words.every((word) => fold(name).includes(word)));
  }, [choices, typed]);
  const fresh = onNew && typed !== '' && !choices.some(({ label: name }) => fold(name) === fold(typed));
  const lines = shown.length + (fresh ? 1 : 0);
  const here = Math.min(at, lines - 1);
  function take(index: number): void {
    const choice = shown[index];
    if (choice) onChoose(choice);
    else if (fresh && index === shown.length) onNew.add(typed);
    else return;
    setText('');
    setAt(0);
    input.current?.focus();
  }
  function key(event: KeyboardEvent): void {
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 }[event.key];
    if (to !== undefined && !event.altKey) {
      event.preventDefault();
      setAt(Math.min(lines - 1, Math.max(0, to)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(here);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }
  }
  const line = (index: number, words: ReactNode, chosen: boolean): ReactNode => (
    <div
      key={index}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === here}
      data-chosen={chosen || undefined}
      className="pl-ahead-line"
      ref={index === here ? show : undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => take(index)}
    >
      {words}
    </div>
  );
  return (
    <div className="pl-ahead">
      <input
        ref={input}
        type="text"
        role="combobox"
        className="pl-input"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
        aria-autocomplete="list"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="pl-ahead-list">
        {shown.map((choice, index) =>
          line(
            index,
            <>
              <span className="pl-ahead-tick">
                {choice.chosen && <Check size={14} aria-hidden />}
                {choice.chosen && <span className="pl-hidden">on: </span>}
              </span>
              <span className="pl-grow">{choice.label}</span>
              {choice.note && <span className="pl-dim">{choice.note}</span>}
            </>,
            choice.chosen ?? false,
          ),
        )}
        {fresh && line(shown.length, <span className="pl-ahead-new">{onNew.words(typed)}</span>, false)}
      </div>
      {lines === 0 && <p className="pl-2">{typed ? 'Nothing found.' : none}</p>}
    </div>
  );
}
