import type { ReactNode } from 'react';
import { wordDiff } from '#shared/text-diff/word-diff.ts';
import './diff-text.css';

export type DiffTextProps = {
  before: string | null;
  after: string | null;
  /** One side alone, with what is its own marked; both in one line where nothing is said. */
  side?: 'before' | 'after' | 'both';
};

/** A text in two versions: what was taken out struck through, what was put in underlined, never by colour alone. */
export function DiffText({ before, after, side = 'both' }: DiffTextProps): ReactNode {
  const parts = wordDiff(before ?? '', after ?? '').filter((part) => side === 'both' || part.in === 'both' || part.in === side);
  return (
    <span className="pl-diff">
      {parts.map((part, i) => {
        const key = `${i} ${part.in}`;
        if (part.in === 'before') return <del key={key}>{part.text}</del>;
        if (part.in === 'after') return <ins key={key}>{part.text}</ins>;
        return <span key={key}>{part.text}</span>;
      })}
    </span>
  );
}
