import { $createListItemNode, $isListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import {
  $createTextNode,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  type ElementNode,
  INDENT_CONTENT_COMMAND,
  INSERT_TAB_COMMAND,
  IS_BOLD,
  IS_ITALIC,
  mergeRegister,
  ParagraphNode,
  TabNode,
  TextNode,
} from 'lexical';

/** What publication can carry is what the draft holds: anything else that comes in by paste becomes the nearest of it. */
const KEPT_FORMATS = IS_BOLD | IS_ITALIC;

function plainBlock(node: ElementNode): void {
  if (node.getIndent() > 0) node.setIndent(0);
  if (node.getFormatType() !== '') node.setFormat('');
  if (node.getStyle() !== '') node.setStyle('');
}

function plainList(node: ListNode): void {
  plainBlock(node);
  if (node.getListType() === 'check') node.setListType('bullet');
}

/** Lists are one level deep: an inner list's items follow the item that held it. */
function flatItem(node: ListItemNode): void {
  plainBlock(node);
  if (node.getChecked() !== undefined) node.setChecked(undefined);
  let after: ListItemNode = node;
  for (const child of node.getChildren()) {
    if (!$isListNode(child)) continue;
    for (const inner of child.getChildren()) {
      const item = $isListItemNode(inner) ? inner : $createListItemNode().append(inner);
      after.insertAfter(item);
      after = item;
    }
    child.remove();
  }
}

export const HouseStyleExtension = defineExtension({
  name: 'plumbline/house-style',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, (node) => {
        if ((node.getFormat() & ~KEPT_FORMATS) !== 0) node.setFormat(node.getFormat() & KEPT_FORMATS);
        if (node.getStyle() !== '') node.setStyle('');
      }),
      editor.registerNodeTransform(TabNode, (node) => void node.replace($createTextNode(' '))),
      editor.registerNodeTransform(ParagraphNode, (node) => {
        plainBlock(node);
        if (node.getTextStyle() !== '') node.setTextStyle('');
      }),
      editor.registerNodeTransform(QuoteNode, plainBlock),
      editor.registerNodeTransform(HeadingNode, (node) => {
        plainBlock(node);
        if (!['h1', 'h2', 'h3'].includes(node.getTag())) node.setTag('h3');
      }),
      editor.registerNodeTransform(ListNode, plainList),
      editor.registerNodeTransform(ListItemNode, flatItem),
      // Tab leaves the editor, as anywhere else in the window; nothing here is indented.
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_TAB_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
    ),
});
