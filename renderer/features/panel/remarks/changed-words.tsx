import type { ReactNode } from 'react';
import { type DiffPart, wordDiff } from '#shared/text-diff/word-diff.ts';

/** A text with what was taken out and put in, read out as such. */
export function ChangedWords({ before, after }: { before: string; after: string }): ReactNode {
  return (
    <p className="pl-pn-diff">
      {inOnePiece(wordDiff(before, after)).map((part, i) => {
        // Pieces of one text never move among themselves.
        if (part.in === 'before') return <del key={i}>{part.text}</del>;
        if (part.in === 'after') return <ins key={i}>{part.text}</ins>;
        return <span key={i}>{part.text}</span>;
      })}
    </p>
  );
}

/** Words changed one beside the other read as one change: all that went, then all that came. */
function inOnePiece(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone !== '') out.push({ text: gone, in: 'before' });
    if (come !== '') out.push({ text: come, in: 'after' });
    gone = '';
    come = '';
  };
  for (const [i, part] of parts.entries()) {
    const between = part.in === 'both' && /^\s+$/.test(part.text) && (gone !== '' || come !== '') && parts[i + 1] !== undefined;
    if (part.in === 'both' && !between) {
      flush();
      out.push(part);
      continue;
    }
    if (part.in !== 'after') gone += part.text;
    if (part.in !== 'before') come += part.text;
  }
  flush();
  return out;
}
