import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import './marks.css';

/** What stands, or would stand, in a name's place. */
export function PseudonymChip({ children }: { children: ReactNode }): ReactNode {
  return <span className="pl-chip pl-chip-pseudonym">{children}</span>;
}
/** A mention that nobody has settled: dashed, in words, never by colour alone. */
export function UndecidedChip({ children = 'undecided' }: { children?: ReactNode }): ReactNode {
  return <span className="pl-chip pl-chip-undecided">{children}</span>;
}
export function ThemeChip({ children }: { children: ReactNode }): ReactNode {
  return <span className="pl-chip">{children}</span>;
}
/** A spelling as it was found, and how often. */
export function SpellingChip({ text, count, note }: { text: string; count: number; note?: string }): ReactNode {
  return (
    <span className="pl-chip pl-chip-spelling">
      {text} <span className="pl-chip-count">{note ? `${count} ${note}` : count}</span>
    </span>
  );
}

export type FilterChipProps = { label: string; onRemove(): void; onOpen?: () => void };

/** A filter that is on. Its ✕ is named and 24 px. */
export function FilterChip({ label, onRemove, onOpen }: FilterChipProps): ReactNode {
  return (
    <span className="pl-chip pl-chip-filter">
      {onOpen ? (
        <button type="button" className="pl-chip-open" onClick={onOpen}>
          {label}
        </button>
      ) : (
        label
      )}
      <button type="button" aria-label={`Remove filter: ${label}`} title="Remove filter" onClick={onRemove}>
        <X size={12} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  );
}
