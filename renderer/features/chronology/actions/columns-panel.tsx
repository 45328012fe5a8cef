import { ArrowDown, ArrowUp, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { ALL_COLUMNS, ALWAYS, COLUMN_ABOUT, COLUMN_HEADS, USUAL_LAYOUT } from '#shared/chronology/columns.ts';
import type { ColumnKey, Layout } from '#shared/contract/views.ts';
import { announce } from '#renderer/data/announce.ts';
import { IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { LEAST_WIDTH, MOST_WIDTH } from '../grid/grid-head.tsx';
import { USUAL_WIDTHS } from '../grid/columns.ts';
import './columns-panel.css';

export type ColumnsPanelProps = { layout: Layout; ages: boolean; onChange(layout: Partial<Layout>): void };

const STEP = 16;
const FROZEN = ['0', '1', '2', '3', '4', '5'] as const;

/** Which columns, in which order, how wide, and which stay in view; each by key as well. */
export function ColumnsPanel({ layout, ages, onChange }: ColumnsPanelProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const { columns, frozen } = layout;
  const shown = columns.map(({ key }) => key);
  const lines = [...shown, ...ALL_COLUMNS.filter((key) => !shown.includes(key))];
  const name = (key: ColumnKey): string => COLUMN_ABOUT[key] ?? COLUMN_HEADS[key];
  function toggle(key: ColumnKey): void {
    onChange({
      columns: shown.includes(key) ? columns.filter((one) => one.key !== key) : [...columns, { key, width: null }],
    });
  }
  function move(key: ColumnKey, by: -1 | 1): void {
    const at = shown.indexOf(key);
    const to = at + by;
    if (at < 0 || to < 0 || to >= columns.length) return;
    const next = [...columns];
    next.splice(to, 0, ...next.splice(at, 1));
    onChange({ columns: next });
    announce(`${name(key)}: ${to + 1} of ${columns.length}`);
    // The line moves in the document and takes its focus with it.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-column="${key}"] input`)?.focus());
  }
  function widen(key: ColumnKey, by: number): void {
    const next = columns.map((one) =>
      one.key === key
        ? { key, width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, (one.width ?? Math.round(USUAL_WIDTHS[key] * 16)) + by)) }
        : one,
    );
    onChange({ columns: next });
    announce(`${name(key)}, width ${next.find((one) => one.key === key)?.width}`);
  }
  function pressed(event: KeyboardEvent, key: ColumnKey): void {
    if (!shown.includes(key)) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) move(key, event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === '+' || event.key === '=') widen(key, STEP);
    else if (event.key === '-') widen(key, -STEP);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="pl-stack">
      <ul ref={list} className="pl-ch-columns-list">
        {lines.map((key) => {
          const on = shown.includes(key);
          const always = ALWAYS.includes(key);
          const missing = key === 'age' && !ages;
          return (
            <li key={key} data-column={key} onKeyDown={(event) => pressed(event, key)}>
              <label>
                <input
                  type="checkbox"
                  checked={on && !missing}
                  aria-disabled={always || missing || undefined}
                  onChange={() => !always && !missing && toggle(key)}
                />
                <span className="pl-grow">
                  {name(key)}
                  {always && <span className="pl-hidden">, always shown</span>}
                  {missing && <span className="pl-dim"> (no date of birth in view)</span>}
                </span>
              </label>
              {on && (
                <span className="pl-row pl-ch-columns-tools">
                  <IconButton
                    bar
                    label={`${name(key)} narrower`}
                    icon={<Minus size={12} aria-hidden />}
                    onClick={() => widen(key, -STEP)}
                  />
                  <IconButton
                    bar
                    label={`${name(key)} wider`}
                    icon={<Plus size={12} aria-hidden />}
                    onClick={() => widen(key, STEP)}
                  />
                  <IconButton
                    bar
                    label={`${name(key)} further left`}
                    icon={<ArrowUp size={12} aria-hidden />}
                    cannot={shown[0] === key ? 'It is the first' : null}
                    onClick={() => move(key, -1)}
                  />
                  <IconButton
                    bar
                    label={`${name(key)} further right`}
                    icon={<ArrowDown size={12} aria-hidden />}
                    cannot={shown.at(-1) === key ? 'It is the last' : null}
                    onClick={() => move(key, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <SelectField
        label="Columns that stay in view at the left"
        value={FROZEN[frozen] ?? '0'}
        onChange={(value) => onChange({ frozen: Number(value) })}
        options={FROZEN.map((value) => ({
          value,
          label:
            value === '0'
              ? 'None'
              : shown
                  .slice(0, Number(value))
                  .map((key) => COLUMN_HEADS[key])
                  .join(', '),
        }))}
      />
      <p className="pl-2">Alt with ↑ ↓ moves a column, + and − make it wider and narrower.</p>
      <LinkButton onClick={() => onChange({ columns: USUAL_LAYOUT.columns, frozen: 0 })}>Columns as they come</LinkButton>
    </div>
  );
}
