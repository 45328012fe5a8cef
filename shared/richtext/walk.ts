import type { EditorBlock, InlineNode } from './schema.ts';

export type AnyNode = EditorBlock | InlineNode | Extract<EditorBlock, { type: 'list' }>['children'][number];

/** The nodes below this one, in reading order; none for a leaf. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  return 'children' in node ? node.children : [];
}

/** Every node of a block with the block itself first, depth first, in reading order. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

export type ReferencedIds = { eventIds: string[]; findingIds: string[]; recommendationIds: string[] };

/** The rows that these blocks point at, each once, in the order in which they are first met. */
export function referencedIds(blocks: readonly EditorBlock[]): ReferencedIds {
  const events = new Set<string>();
  const findings = new Set<string>();
  const recommendations = new Set<string>();
  for (const block of blocks) {
    for (const node of walk(block)) {
      if (node.type === 'event-ref') events.add(node.eventId);
      else if (node.type === 'finding-ref') findings.add(node.findingId);
      else if (node.type === 'recommendation') recommendations.add(node.recommendationId);
    }
  }
  return { eventIds: [...events], findingIds: [...findings], recommendationIds: [...recommendations] };
}
