import { useSyncExternalStore } from 'react';
import type { EventField } from '#shared/model/chronology-event.ts';

/** Words of an entry that are selected, as they were shown. */
export type Words = {
  eventId: string;
  eventRowVersion: number;
  field: EventField;
  start: number;
  end: number;
  words: string;
};

let inHand: Words | null = null;
const listeners = new Set<() => void>();
const TEXT = '[data-words-of]';

export const wordsInHand = (): Words | null => inHand;

export function takeWords(next: Words | null): void {
  if (inHand === next) return;
  inHand = next;
  for (const listener of listeners) listener();
}

/** The words selected; they stay in hand while focus goes to the form that asks what to do with them. */
export function useWordsInHand(): Words | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, wordsInHand);
}

/** Whether a key that is pressed now is about the words rather than the entry: focus is in their text. */
export const aboutWords = (): Words | null => (document.activeElement?.closest(TEXT) ? inHand : null);

/** Pieces of a text carry their place in it: chips drawn among them are none of its words. */
type Piece = { element: HTMLElement; from: number; to: number };

function piecesOf(text: HTMLElement): Piece[] {
  return [...text.querySelectorAll<HTMLElement>('[data-from]')].map((element) => ({
    element,
    from: Number(element.dataset['from']),
    to: Number(element.dataset['to']),
  }));
}

/** A piece's own text, where it is drawn to the letter; null where something else stands for it. */
function ownText({ element, from, to }: Piece): Text | null {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest('.pl-mark-chip'))
      return node.data.length === to - from ? node : null;
  }
  return null;
}

/** What of a text lies in the document's selection, in its own offsets; what is half in a chip is in it whole. */
export function selectedIn(text: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  let start: number | null = null;
  let end = 0;
  for (const piece of piecesOf(text)) {
    if (!range.intersectsNode(piece.element)) continue;
    const own = ownText(piece);
    const first = own && range.startContainer === own ? piece.from + range.startOffset : piece.from;
    const last = own && range.endContainer === own ? piece.from + range.endOffset : piece.to;
    if (last <= first) continue;
    start ??= first;
    end = last;
  }
  return start === null ? null : { start, end };
}

/** Shows a stretch of a text as selected, as a mouse would. */
export function selectIn(text: HTMLElement, span: { start: number; end: number }): void {
  const pieces = piecesOf(text);
  const first = pieces.find(({ to }) => to > span.start);
  const last = pieces.findLast(({ from }) => from < span.end);
  if (!first || !last) return;
  const range = document.createRange();
  const begins = ownText(first);
  const ends = ownText(last);
  if (begins) range.setStart(begins, Math.max(0, span.start - first.from));
  else range.setStartBefore(first.element);
  if (ends) range.setEnd(ends, Math.min(ends.data.length, span.end - last.from));
  else range.setEndAfter(last.element);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
