import type { EventField, EventRow } from '#shared/model/chronology-event.ts';
import type { Words } from './words-in-hand.ts';

/**
 * Words of the entry in hand that are selected in the list itself, where focus is: within one field, in the offsets of what
 * is shown. Null where the selection is of another entry, of several cells, or of nothing.
 */
export function wordsInList(row: EventRow | undefined, index: number): Words | null {
  const selection = document.getSelection();
  if (!row || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const from = cellOf(range.startContainer);
  const line = from?.closest<HTMLElement>('[data-index],[data-entry]');
  // Three clicks take the whole text, and end where the next cell begins.
  const whole = range.endOffset === 0 && cellOf(range.endContainer) !== from;
  if (!from || !line || !line.contains(document.activeElement)) return null;
  if (!whole && cellOf(range.endContainer) !== from) return null;
  if (Number(line.dataset['entry'] ?? line.dataset['index']) !== index) return null;
  const field = from.dataset['listWords'] as EventField;
  const text = field === 'description' ? row.text : (row.fields?.[field] ?? '');
  const [start, end] = trimmed(text, offsetIn(from, range, 'start'), whole ? text.length : offsetIn(from, range, 'end'));
  if (start >= end) return null;
  return { eventId: row.id, eventRowVersion: row.rowVersion, field, start, end, words: text.slice(start, end) };
}

const cellOf = (node: Node): HTMLElement | null =>
  (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-list-words]') ?? null;

/** A double click takes the space after a word with it. */
function trimmed(text: string, start: number, end: number): [number, number] {
  const words = text.slice(start, end);
  return [start + words.length - words.trimStart().length, end - (words.length - words.trimEnd().length)];
}

/** Letters of the text before a side of the range. Chips drawn over it are none of them; one that stands for words counts theirs. */
function offsetIn(cell: HTMLElement, range: Range, side: 'start' | 'end'): number {
  const node = side === 'start' ? range.startContainer : range.endContainer;
  const offset = side === 'start' ? range.startOffset : range.endOffset;
  const edge = document.createRange();
  edge.setStart(node, offset);
  let letters = 0;
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (one) =>
    one instanceof Element && one.matches('.pl-mark-chip') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let one = walk.nextNode(); one; one = walk.nextNode()) {
    const standsFor = one.parentElement?.closest<HTMLElement>('[data-stands-for]');
    if (one instanceof HTMLElement && one.dataset['standsFor'] !== undefined) {
      // Half of such a chip is the whole of it: its words are taken in at the end, and begun with at the start.
      if (edge.comparePoint(one, side === 'start' ? one.childNodes.length : 0) >= 0) return letters;
      letters += Number(one.dataset['standsFor']);
    } else if (one instanceof Text && !standsFor) {
      if (one === node) return letters + offset;
      if (edge.comparePoint(one, 0) >= 0) return letters;
      letters += one.data.length;
    }
  }
  return letters;
}
