/** A stretch of a text with its place, so that whatever is read stays an exact part of the input. */
export type Span = { start: number; end: number };
export type Sentence = Span & { text: string };

/** Full stops that end no sentence. Cross-references ("7.4.6") and decimals have no white space after the stop. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs|no|nos|para|paras|ref|dr|mr|mrs|ms|prof|st|p|pp|approx|dept|vol|sec|fig)\.$/i;
const LIST_MARK =
  /^(?:(?:recommendation|action|rec)s?\s*(?:no\.?\s*)?\d+(?:\.\d+)*[a-z]?\s*[:.)\-–—]*\s+|[ra]\d+(?:\.\d+)*\s*[:.)\-–—]*\s+|\(?\d{1,3}(?:\.\d+)*[.):]?\)?\s+(?=\p{Lu})|[\p{So}\p{Sm}\p{Pd}\p{Co}•·●▪*]\s+|o\t|\(?[a-z]\)\s+|\(?[ivx]+[.)]\s+)/iu;

/** Sentences and lines with their places; a list mark or "Recommendation 3:" before one is not part of it. */
export function splitSentences(text: string): Sentence[] {
  const out: Sentence[] = [];
  const push = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    const mark = LIST_MARK.exec(text.slice(start, Math.min(end, start + 60)));
    if (mark) start += mark[0].length;
    if (start < end) out.push({ start, end, text: text.slice(start, end) });
  };
  let from = 0;
  for (const m of text.matchAll(/[.!?]["'’”)]*(?=\s+["'‘“(]?[\p{Lu}\d•])|\r?\n|\u2028|\v/gu)) {
    const stop = m[0].startsWith('.') || m[0].startsWith('!') || m[0].startsWith('?');
    if (stop && ABBREVIATION.test(text.slice(from, m.index + 1))) continue;
    // "1. The Director …": the number's stop is the list mark's own.
    if (stop && /^\s*(?:(?:recommendation|action)\s+)?[ra]?\d{1,3}(?:\.\d+)*\.$/i.test(text.slice(from, m.index + 1))) continue;
    push(from, m.index + m[0].length);
    from = m.index + m[0].length;
  }
  push(from, text.length);
  return out;
}

/** Is the place inside one of the spans? */
export function within(spans: readonly Span[], at: number): boolean {
  return spans.some((s) => at >= s.start && at < s.end);
}
