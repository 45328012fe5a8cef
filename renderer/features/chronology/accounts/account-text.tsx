import { memo, type ReactNode } from 'react';
import { wordDiff } from '#shared/text-diff/word-diff.ts';

/** Two texts are alike where at least so much of the longer stands in both: then words that differ are marked. */
const ALIKE = 0.5;

export type AccountTextProps = {
  text: string;
  /** Sentences in which the accounts contradict each other. */
  contradicted: readonly string[];
  /** The same field of the account that this one is compared with. */
  beside: string | null;
};

/** What an agency wrote, with the words that differ from a like text, and the sentences that contradict another account. */
export const AccountText = memo(function AccountText({ text, contradicted, beside }: AccountTextProps): ReactNode {
  const parts = beside === null ? null : differing(beside, text);
  if (parts) {
    return parts.map((part, i) => {
      const key = `${i} ${part.text}`;
      return part.differs ? (
        <mark key={key} className="pl-same-differs">
          {part.text}
        </mark>
      ) : (
        <span key={key}>{part.text}</span>
      );
    });
  }
  return piecesOf(text, contradicted).map((piece, i) => {
    const key = `${i} ${piece.text}`;
    return piece.marked ? (
      <mark key={key} className="pl-same-against">
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
});

function differing(before: string, after: string): { text: string; differs: boolean }[] | null {
  const parts = wordDiff(before, after);
  const both = parts.reduce((sum, part) => sum + (part.in === 'both' ? part.text.length : 0), 0);
  if (both < ALIKE * Math.max(before.length, after.length)) return null;
  return parts.filter((part) => part.in !== 'before').map((part) => ({ text: part.text, differs: part.in === 'after' }));
}

/** The text cut at the sentences that are marked; a sentence that cannot be found is left out. */
export function piecesOf(text: string, sentences: readonly string[]): { text: string; marked: boolean }[] {
  const spans = sentences
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ start: text.indexOf(sentence), length: sentence.length }))
    .filter((span) => span.start >= 0)
    .sort((a, b) => a.start - b.start);
  const pieces: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const { start, length } of spans) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, start + length), marked: true });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
