import { HistoryExtension } from '@lexical/history';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type PointType,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useState } from 'react';
import { useLatest } from '#renderer/data/use-latest.ts';

export type PlainEditor = {
  focus(): void;
  text(): string;
  /** `own`: an edit of this person, which undo takes back; else the text came from elsewhere. */
  set(text: string, own: boolean): void;
  element(): HTMLElement | null;
};
export type PlainTextEditorProps = {
  ref: Ref<PlainEditor>;
  label: string;
  initial: string;
  placeholder: string;
  editable: boolean;
  onText(text: string): void;
  onBlur(): void;
  onEscape(): void;
};

function $setPlain(text: string): void {
  const paragraph = $createParagraphNode();
  text.split('\n').forEach((line, i) => {
    if (i > 0) paragraph.append($createLineBreakNode());
    if (line !== '') paragraph.append($createTextNode(line));
  });
  $getRoot().clear().append(paragraph);
}

/** A text without styles, written in place, with an undo of its own. */
export function PlainTextEditor(props: PlainTextEditorProps): ReactNode {
  const { label, placeholder } = props;
  // The editor is made once; later texts come by `set`.
  const [initial] = useState(props.initial);
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'plumbline/plain-text',
        namespace: 'plumbline-plain',
        dependencies: [configExtension(HistoryExtension, { delay: 600 })],
        $initialEditorState: () => $setPlain(initial),
        onError: (error) => {
          throw error;
        },
      }),
    [initial],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <PlainTextPlugin
        contentEditable={
          <ContentEditable
            className="pl-rec-text"
            aria-label={label}
            aria-placeholder={placeholder}
            placeholder={<span className="pl-rec-placeholder">{placeholder}</span>}
            spellCheck
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <Bridge {...props} />
    </LexicalExtensionComposer>
  );
}

function Bridge({ ref, editable, onText, onBlur, onEscape }: PlainTextEditorProps): null {
  const [editor] = useLexicalComposerContext();
  const told = useLatest({ onText, onBlur, onEscape });
  useEffect(() => editor.setEditable(editable), [editor, editable]);
  useImperativeHandle(ref, () => {
    const text = (): string => editor.getEditorState().read(() => $getRoot().getTextContent());
    return {
      focus: () => editor.focus(),
      text,
      set(next, own) {
        if (text() === next) return;
        editor.update(() => $setPlain(next), {
          discrete: true,
          tag: own ? HISTORY_PUSH_TAG : [HISTORY_MERGE_TAG, SKIP_SELECTION_FOCUS_TAG],
        });
        if (!own) editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      },
      element: () => editor.getRootElement(),
    };
  }, [editor]);
  useEffect(() => {
    const blurred = (): void => told.current.onBlur();
    return mergeRegister(
      editor.registerTextContentListener((text) => told.current.onText(text)),
      editor.registerRootListener((root, before) => {
        before?.removeEventListener('blur', blurred);
        root?.addEventListener('blur', blurred);
      }),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          told.current.onEscape();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      // Chromium takes the caret out of an inner editor to the end of the page around it.
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const way = edgeOf(event);
          if (way === null) return false;
          event.preventDefault();
          $goTo(way, event.shiftKey);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      // Tab leaves, as from any field.
      editor.registerCommand(KEY_TAB_COMMAND, () => false, COMMAND_PRIORITY_LOW),
    );
  }, [editor, told]);
  return null;
}

/** Ctrl+Home and Ctrl+End; on a Mac Cmd with the arrows. */
function edgeOf(event: KeyboardEvent): 'start' | 'end' | null {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  if (event.key === 'Home' || (event.metaKey && event.key === 'ArrowUp')) return 'start';
  return event.key === 'End' || (event.metaKey && event.key === 'ArrowDown') ? 'end' : null;
}

function $goTo(way: 'start' | 'end', extend: boolean): void {
  const before = $getSelection();
  const anchor = extend && $isRangeSelection(before) ? pointOf(before.anchor) : null;
  const selection = way === 'start' ? $getRoot().selectStart() : $getRoot().selectEnd();
  if (anchor) selection.anchor.set(anchor.key, anchor.offset, anchor.type);
}
const pointOf = ({ key, offset, type }: PointType): Pick<PointType, 'key' | 'offset' | 'type'> => ({ key, offset, type });
