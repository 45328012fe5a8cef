import { $getRoot, $isElementNode, $parseSerializedNode, type LexicalNode, type SerializedLexicalNode } from 'lexical';
import { EditorBlock } from '#shared/richtext/schema.ts';

/** A block as the editor holds it now: its id lives beside the document, so that a copied block gets one of its own. */
export type HeldBlock = { id: string; key: string; text: string };

/** Keys in one order: two texts of the same block are the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A top-level node as the core will read it. What the schema does not know throws: a block is never half kept. */
export function blockOf(text: string): EditorBlock {
  return EditorBlock.parse(JSON.parse(text));
}

function $jsonOf(node: LexicalNode): SerializedLexicalNode & { children?: unknown } {
  const json = node.exportJSON();
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($jsonOf) } : json;
}

/** Every top-level block in order. `idFor` gives a block's id by its node's key, and makes one for a new block. */
export function $heldBlocks(idFor: (key: string) => string): HeldBlock[] {
  return $getRoot()
    .getChildren()
    .map((node) => ({ id: idFor(node.getKey()), key: node.getKey(), text: canonical($jsonOf(node)) }));
}

export function $nodeOf(block: EditorBlock): LexicalNode {
  return $parseSerializedNode(block as SerializedLexicalNode);
}
