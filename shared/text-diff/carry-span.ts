import { wordDiff } from './word-diff.ts';

export type Span = { start: number; end: number };

/** Where stretches of the text before stand in the text after; null for one whose words were changed. */
export function carrySpans(before: string, after: string, spans: readonly Span[]): (Span | null)[] {
  const kept: { from: number; to: number; shift: number }[] = [];
  let left = 0;
  let right = 0;
  for (const part of wordDiff(before, after)) {
    const { length } = part.text;
    if (part.in === 'both') kept.push({ from: left, to: left + length, shift: right - left });
    if (part.in !== 'after') left += length;
    if (part.in !== 'before') right += length;
  }
  return spans.map(({ start, end }) => {
    const whole = kept.find(({ from, to }) => start >= from && end <= to);
    return whole ? { start: start + whole.shift, end: end + whole.shift } : null;
  });
}
