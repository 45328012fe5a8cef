import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';

export type CheckItem = { id: string; label: string; beside?: ReactNode; lead?: ReactNode };
export type CheckListProps = {
  label: string;
  items: readonly CheckItem[];
  chosen: readonly string[];
  onChange(ids: string[]): void;
  /** Said where there is nothing to choose from. */
  none: string;
};
const FEW = 8;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Any of several: check boxes, with a field to find one where there are many. */
export function CheckList({ label, items, chosen, onChange, none }: CheckListProps): ReactNode {
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => items.filter((item) => fold(item.label).includes(fold(text.trim()))), [items, text]);
  function key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const inputs = [...(box.current?.querySelectorAll('input') ?? [])];
    const at = inputs.indexOf(event.target as HTMLInputElement);
    event.preventDefault();
    inputs[Math.min(inputs.length - 1, Math.max(0, at + step))]?.focus();
  }
  if (items.length === 0) return <p className="pl-2">{none}</p>;
  return (
    <div ref={box} className="pl-ch-checks" onKeyDown={key}>
      {items.length > FEW && (
        <input
          type="text"
          className="pl-input"
          aria-label={`Find in ${label.toLowerCase()}`}
          placeholder="Find"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div className="pl-ch-check-rows" role="group" aria-label={label}>
        {shown.map((item) => (
          <label key={item.id}>
            <input
              type="checkbox"
              checked={chosen.includes(item.id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))
              }
            />
            {item.lead}
            <span className="pl-grow">{item.label}</span>
            <span className="pl-dim">{item.beside}</span>
          </label>
        ))}
        {shown.length === 0 && <p className="pl-2">Nothing found.</p>}
      </div>
    </div>
  );
}
