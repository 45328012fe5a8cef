import type { Range, TextMark } from '#shared/model/chronology-event.ts';

/** A stretch of text that is drawn in one way. */
export type Segment = { start: number; text: string; hit: boolean; mark: TextMark | null; endsMark: boolean };

/** Cuts a text where a mark or a hit begins or ends. The pieces put together are the text, to the letter. */
export function segmentsOf(text: string, marks: readonly TextMark[], hits: readonly Range[]): Segment[] {
  const shown = marks.filter((mark) => mark.status !== 'notAPerson' && mark.end > mark.start);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...shown, ...hits]) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let at = 0;
  let hitAt = 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const start = places[i] ?? 0;
    const end = places[i + 1] ?? 0;
    while ((shown[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    while ((hits[hitAt]?.end ?? Number.POSITIVE_INFINITY) <= start) hitAt += 1;
    const mark = shown[at];
    const inMark = mark !== undefined && mark.start <= start;
    segments.push({
      start,
      text: text.slice(start, end),
      hit: (hits[hitAt]?.start ?? Number.POSITIVE_INFINITY) <= start,
      mark: inMark ? mark : null,
      endsMark: inMark && mark.end <= end,
    });
  }
  return segments;
}
