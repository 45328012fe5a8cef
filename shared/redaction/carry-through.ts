import type { KeptRun } from './anonymise.ts';

type Span = { start: number; end: number };

/**
 * A stretch of the text as written, where it stands in the anonymised text. What begins or ends within a replaced name takes
 * in the whole of what stands for it, so that no end of a stretch tells where a name was cut.
 */
export function toShown(kept: readonly KeptRun[], shownLength: number, span: Span): Span {
  return carry(kept, shownLength, span);
}

/** The other way: a stretch of the anonymised text as it stands in what was written. */
export function toWritten(kept: readonly KeptRun[], writtenLength: number, span: Span): Span {
  return carry(
    kept.map(({ from, to, start }) => ({ from: start, to: start + to - from, start: from })),
    writtenLength,
    span,
  );
}

function carry(runs: readonly KeptRun[], length: number, span: Span): Span {
  const begins = runs.find(({ from, to }) => from <= span.start && span.start < to);
  const ends = runs.find(({ from, to }) => from < span.end && span.end <= to);
  const before = runs.findLast(({ to }) => to <= span.start);
  const after = runs.find(({ from }) => from >= span.end);
  return {
    start: begins ? begins.start + span.start - begins.from : before ? before.start + before.to - before.from : 0,
    end: ends ? ends.start + span.end - ends.from : after ? after.start : length,
  };
}
