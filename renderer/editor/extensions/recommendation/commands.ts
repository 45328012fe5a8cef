import {
  $addUpdateTag,
  $createNodeSelection,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $createRecommendationNode, RecommendationNode } from './node.ts';

/** The top-level block in which the selection ends, if any. */
export function $selectedBlock(): LexicalNode | null {
  const selection = $getSelection();
  if (!selection) return null;
  if ($isRangeSelection(selection)) {
    const { focus } = selection;
    if (focus.key === 'root') return $getRoot().getChildAtIndex(Math.max(0, focus.offset - 1));
    return focus.getNode().getTopLevelElement();
  }
  const last = selection.getNodes().at(-1);
  return last ? last.getTopLevelElement() : null;
}

export function $recommendationBlock(id: string): RecommendationNode | null {
  for (const node of $getRoot().getChildren()) {
    if (node instanceof RecommendationNode && node.getRecommendationId() === id) return node;
  }
  return null;
}

/** The ids of the recommendations in their order of placement. */
export const $placedIds = (): string[] =>
  $getRoot()
    .getChildren()
    .flatMap((node) => (node instanceof RecommendationNode ? [node.getRecommendationId()] : []));

export function $selectBlock(node: LexicalNode): void {
  if ($isElementNode(node)) {
    node.selectEnd();
    return;
  }
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/** From a block's text back to the draft around it: the block is selected and the draft has the focus. */
export function selectFromWithin(editor: LexicalEditor, id: string): void {
  editor.update(
    () => {
      const node = $recommendationBlock(id);
      if (node) $selectBlock(node);
    },
    { discrete: true },
  );
  editor.getRootElement()?.focus({ preventScroll: true });
}

/** Puts a recommendation behind the block in which the work is, or at the end; an empty paragraph gives way to it. */
export function placeRecommendation(editor: LexicalEditor, id: string): void {
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG);
    const node = $createRecommendationNode(id);
    const at = $selectedBlock() ?? $getRoot().getLastChild();
    if (at === null) $getRoot().append(node);
    else if ($isElementNode(at) && at.isEmpty()) at.replace(node);
    else at.insertAfter(node);
    $selectBlock(node);
  });
}

/** Takes the block out; its row stays, unplaced. The selection goes to what stood after it. */
export function takeOut(editor: LexicalEditor, id: string): void {
  editor.update(() => {
    const node = $recommendationBlock(id);
    if (!node) return;
    $addUpdateTag(HISTORY_PUSH_TAG);
    const next = node.getNextSibling() ?? node.getPreviousSibling();
    node.remove();
    if (next) $selectBlock(next);
    else $getRoot().append($createParagraphNode());
  });
  editor.getRootElement()?.focus({ preventScroll: true });
}

/** Moves a top-level block one place up or down. `key`: this block; else the one in which the selection is. */
export function moveBlock(editor: LexicalEditor, direction: 'up' | 'down', key: string | null): void {
  editor.update(() => {
    const node = key === null ? $selectedBlock() : $getNodeByKey(key);
    const other = direction === 'up' ? node?.getPreviousSibling() : node?.getNextSibling();
    if (!node || !other) return;
    $addUpdateTag(HISTORY_PUSH_TAG);
    if (direction === 'up') other.insertBefore(node);
    else other.insertAfter(node);
  });
}

/** A paragraph to write in before or after a block. */
export function writeBeside(editor: LexicalEditor, id: string, place: 'before' | 'after'): void {
  editor.update(() => {
    const node = $recommendationBlock(id);
    if (!node) return;
    const paragraph = $createParagraphNode();
    if (place === 'before') node.insertBefore(paragraph);
    else node.insertAfter(paragraph);
    paragraph.select();
  });
  editor.focus();
}
