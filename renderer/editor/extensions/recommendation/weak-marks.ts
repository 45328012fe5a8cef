/**
 * Underlines words without touching the text: the browser's own highlights, so that what is typed stays plain.
 * Where a browser has none, the note in the margin says the same.
 */
const NAME = 'pl-weak';

export function markWords(host: HTMLElement, words: readonly string[]): () => void {
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return () => undefined;
  const ranges = words.flatMap((text) => rangeOf(host, text) ?? []);
  const all = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, all);
  for (const range of ranges) all.add(range);
  return () => {
    for (const range of ranges) all.delete(range);
  };
}

function rangeOf(host: HTMLElement, words: string): Range | null {
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push({ node, start: text.length });
      text += node.data;
    } else if (node instanceof HTMLBRElement) text += '\n';
  }
  const at = text.indexOf(words);
  if (at < 0) return null;
  const place = (offset: number): [Text, number] | null => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found ? [found.node, Math.min(found.node.length, offset - found.start)] : null;
  };
  const from = place(at);
  const to = place(at + words.length);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}
