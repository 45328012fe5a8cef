import type { EditorBlock } from './schema.ts';
import type { AnyNode } from './walk.ts';
import { childrenOf } from './walk.ts';

/** What a live reference reads as now; undefined where its row is gone. */
export type ReferenceLabels = {
  event?: (id: string) => string | undefined;
  finding?: (id: string) => string | undefined;
  recommendation?: (id: string) => string | undefined;
};

/**
 * A block as plain text: items of a list on lines of their own, a reference as its label. A reference that has no
 * label is a mark in square brackets, never nothing: a gap in a sentence could be read past.
 */
export function plainText(node: AnyNode, labels: ReferenceLabels = {}): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'linebreak':
      return '\n';
    case 'event-ref':
      return labels.event?.(node.eventId) ?? '[entry]';
    case 'finding-ref':
      return labels.finding?.(node.findingId) ?? '[finding]';
    case 'recommendation':
      return labels.recommendation?.(node.recommendationId) ?? '[recommendation]';
    case 'list':
      return node.children.map((item) => plainText(item, labels)).join('\n');
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'listitem':
      return childrenOf(node)
        .map((child) => plainText(child, labels))
        .join('');
  }
}

/** A text as one paragraph, its lines kept: the inverse of `plainText` for a paragraph without references. */
export function paragraphOf(text: string): EditorBlock {
  const children = text
    .split('\n')
    .flatMap((line, i) => [
      ...(i > 0 ? [{ type: 'linebreak' as const, version: 1 }] : []),
      ...(line === ''
        ? []
        : [{ type: 'text' as const, version: 1, text: line, format: 0, detail: 0, mode: 'normal' as const, style: '' as const }]),
    ]);
  return { type: 'paragraph', version: 1, direction: null, format: '', indent: 0, children };
}

/** Words as a person counts them. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
