import { memo, type ReactNode } from 'react';
import type { Range, TextMark } from '#shared/model/chronology-event.ts';
import { UNDECIDED } from '#shared/redaction/anonymise.ts';
import { PseudonymChip, UndecidedChip } from '#renderer/ui/chip.tsx';
import { type Segment, segmentsOf } from './segments.ts';
import './marked-text.css';

export type MarkedTextProps = { text: string; marks: readonly TextMark[]; hits?: readonly Range[]; identified: boolean };

const NO_HITS: readonly Range[] = [];

/**
 * What an agency wrote, to the letter, with marks drawn over it: a dotted name and its pseudonym, a dashed word where
 * nobody has settled who is meant. The chips are not part of the text: copying it gives what was written.
 */
export const MarkedText = memo(function MarkedText({ text, marks, hits = NO_HITS, identified }: MarkedTextProps): ReactNode {
  if (marks.length === 0 && hits.length === 0) return text;
  const segments = segmentsOf(text, marks, hits);
  return segments.map((segment) => <Piece key={segment.start} segment={segment} identified={identified} />);
});

/** One stretch of it, with the chip that its mark has. */
export function Piece({ segment, identified }: { segment: Segment; identified: boolean }): ReactNode {
  const { text, mark, hit, endsMark } = segment;
  const words = hit ? <mark>{text}</mark> : text;
  if (!mark) return words;
  const undecided = mark.label === null || mark.label === UNDECIDED || mark.status === 'ask';
  if (!identified) {
    // Its word is not the text's own: whoever counts letters is told how many it stands for.
    if (undecided)
      return (
        <span data-stands-for={text.length}>
          <UndecidedChip />
        </span>
      );
    return <PseudonymChip>{words}</PseudonymChip>;
  }
  return (
    <>
      <span className={undecided ? 'pl-named pl-named-undecided' : 'pl-named'}>{words}</span>
      {endsMark && (
        <span className="pl-mark-chip">{undecided ? <UndecidedChip /> : <PseudonymChip>{mark.label}</PseudonymChip>}</span>
      )}
    </>
  );
}
