import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLatest } from '#renderer/data/use-latest.ts';

/** A pause of this length keeps what was typed, as leaving the field does. */
const PAUSE_MS = 8000;

export type KeptTextProps = {
  label: string;
  /** Said by the page already, so for screen readers alone. */
  quiet?: boolean;
  value: string;
  cannot: string | null;
  placeholder?: string;
  /** One line: Enter keeps it. */
  line?: boolean;
  /** Empty is not kept: what stood comes back. */
  needed?: boolean;
  className?: string;
  /** Answers whether it was kept; what was not stays as typed. */
  keep(value: string): Promise<boolean>;
};

/** A text of the review, written where it is read: kept on leaving or after a pause, put back by Esc. */
export function KeptText(props: KeptTextProps): ReactNode {
  const { label, quiet = false, value, cannot, placeholder, line = false, needed = false, className, keep } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = typed ?? value;

  async function leave(): Promise<void> {
    if (typed === null) return;
    const next = line ? typed.trim() : typed.replace(/\s+$/, '');
    if (next === value || (needed && next.trim() === '') || (await keep(next))) {
      // What was typed meanwhile is the next change, not part of this one.
      setTyped((now) => (now === typed ? null : now));
    }
  }
  const latest = useLatest(leave);
  useEffect(() => {
    if (typed === null) return undefined;
    const pause = setTimeout(() => void latest.current(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, latest]);
  useEffect(() => () => void latest.current(), [latest]);
  useEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [shown]);
  function key(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && line) {
      event.preventDefault();
      void leave();
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      setTyped(null);
    } else if (event.key === 'F9') {
      // The view is about to change: what was typed goes first.
      void leave();
    }
  }
  return (
    <div className="pl-kept">
      <label htmlFor={id} className={quiet ? 'pl-hidden' : 'pl-kept-label'}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className={className ? `pl-kept-text ${className}` : 'pl-kept-text'}
        rows={1}
        placeholder={placeholder}
        value={shown}
        readOnly={cannot !== null}
        title={cannot ?? undefined}
        spellCheck
        onChange={(event) => setTyped(line ? event.currentTarget.value.replace(/\n+/g, ' ') : event.currentTarget.value)}
        onBlur={() => void leave()}
        onKeyDown={key}
      />
    </div>
  );
}
