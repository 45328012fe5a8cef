import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './button.css';

export type Segment<T extends string> = { value: T; label: ReactNode; icon?: ReactNode; cannot?: string | null };
export type SegmentedControlProps<T extends string> = {
  /** Its name to a screen reader. */
  label: string;
  value: T;
  segments: readonly Segment<NoInfer<T>>[];
  onChange(value: NoInfer<T>): void;
  bar?: boolean;
  /** The chosen one in the accent itself, for the switch in the top bar. */
  strong?: boolean;
};

/** One of a few, as radio buttons: arrows move and choose. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>): ReactNode {
  const { label, value, segments, onChange, bar = true, strong = false } = props;
  const group = useRef<HTMLDivElement>(null);
  function move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = segments.findIndex((segment) => segment.value === value);
    const next = (at + step + segments.length) % segments.length;
    const chosen = segments[next];
    if (!chosen || chosen.cannot) return;
    onChange(chosen.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  }
  const classes = ['pl-seg', bar && 'pl-seg-bar', strong && 'pl-seg-strong'].filter(Boolean).join(' ');
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={classes} onKeyDown={move}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={segment.value === value}
          aria-disabled={segment.cannot ? true : undefined}
          title={segment.cannot ?? undefined}
          tabIndex={segment.value === value ? 0 : -1}
          onClick={() => !segment.cannot && segment.value !== value && onChange(segment.value)}
        >
          {segment.icon}
          {segment.label}
        </button>
      ))}
    </div>
  );
}
