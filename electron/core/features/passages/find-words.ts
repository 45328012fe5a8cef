type Found = { start: number; end: number; exact: boolean };
type Word = { start: number; end: number; word: string };

/** So much of the words must be there for a stretch to be proposed. */
const ENOUGH = 0.6;

/** Where words stand in a text: to the letter, each time; else the one stretch that is nearest to them, if any is near. */
export function findWords(text: string, quote: string): Found[] {
  if (quote === '') return [];
  const exact: Found[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length))
    exact.push({ start: at, end: at + quote.length, exact: true });
  if (exact.length > 0) return exact;
  const near = nearest(wordsOf(text), wordsOf(quote));
  return near ? [{ ...near, exact: false }] : [];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].toLowerCase(),
  }));
}

/** The shortest window of about as many words that shares most of them, from a shared word to a shared word. */
function nearest(text: readonly Word[], quote: readonly Word[]): { start: number; end: number } | null {
  const wanted = new Set(quote.map(({ word }) => word));
  if (wanted.size === 0) return null;
  const width = Math.ceil(quote.length * 1.4) + 1;
  let best: { score: number; first: number; last: number } | null = null;
  for (let first = 0; first < text.length; first++) {
    if (!wanted.has(text[first]!.word)) continue;
    const met = new Set<string>();
    for (let last = first; last < Math.min(text.length, first + width); last++) {
      if (!wanted.has(text[last]!.word)) continue;
      met.add(text[last]!.word);
      // Words that stand between count a little against it.
      const score = met.size / wanted.size - (last - first + 1 - met.size) * 0.02;
      if (met.size / wanted.size >= ENOUGH && (!best || score > best.score)) best = { score, first, last };
    }
  }
  return best && { start: text[best.first]!.start, end: text[best.last]!.end };
}
