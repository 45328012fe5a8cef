import { $createHeadingNode, $createQuoteNode, $isHeadingNode } from '@lexical/rich-text';
import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { moveBlock } from './recommendation/commands.ts';

export type Style = 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullets' | 'numbers';

/** Makes the blocks of the selection what is asked; a heading asked for twice is a paragraph again. */
export function setStyle(editor: LexicalEditor, style: Style): void {
  if (style === 'bullets') return void editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
  if (style === 'numbers') return void editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const block = selection.anchor.getNode().getTopLevelElement();
    const again = $isHeadingNode(block) && block.getTag() === style;
    $setBlocksType(selection, () => {
      if (style === 'paragraph' || again) return $createParagraphNode();
      return style === 'quote' ? $createQuoteNode() : $createHeadingNode(style);
    });
  });
  return undefined;
}

export const setFormat = (editor: LexicalEditor, format: 'bold' | 'italic'): void =>
  void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);

/** Writes the sign that opens the list of references, where the work is or at the end. */
export function refer(editor: LexicalEditor): void {
  editor.focus(() => {
    editor.update(() => {
      let selection = $getSelection();
      if (!$isRangeSelection(selection)) {
        const paragraph = $createParagraphNode();
        const at = selection?.getNodes().at(-1)?.getTopLevelElement();
        if (at) at.insertAfter(paragraph);
        else $getRoot().append(paragraph);
        selection = paragraph.select();
      }
      if (!$isRangeSelection(selection)) return;
      const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
      selection.insertNodes([$createTextNode(before === '' || /\s$/.test(before) ? '@' : ' @')]);
    });
  });
}

/** Alt+↑ ↓ move the block; Ctrl+Alt+1–3 make a heading. */
export const WritingKeysExtension = defineExtension({
  name: 'plumbline/writing-keys',
  register: (editor) =>
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!event.altKey || event.shiftKey) return false;
        const heading = /^Digit([1-3])$/.exec(event.code)?.[1];
        if ((event.ctrlKey || event.metaKey) && heading) setStyle(editor, `h${heading}` as 'h1' | 'h2' | 'h3');
        else if (!event.ctrlKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
          moveBlock(editor, event.key === 'ArrowUp' ? 'up' : 'down', null);
        else return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});
