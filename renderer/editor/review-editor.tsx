import { HistoryExtension } from '@lexical/history';
import { ListExtension } from '@lexical/list';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $isElementNode, configExtension, defineExtension, type LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useMemo } from 'react';
import { EventRefExtension } from './extensions/event-ref/extension.ts';
import { FindingRefExtension } from './extensions/finding-ref/extension.ts';
import { HouseStyleExtension } from './extensions/house-style.ts';
import { RecommendationExtension } from './extensions/recommendation/extension.ts';
import { ReferenceMenu } from './extensions/references/reference-menu.tsx';
import { WritingKeysExtension } from './extensions/writing-keys.ts';
import './review-editor.css';

export type ReviewEditorProps = {
  /** Its name to a screen reader: "Draft of the recommendations". */
  label: string;
  placeholder: string;
  editable: boolean;
  /** Called once, with the editor that the place then works with. */
  onReady(editor: LexicalEditor): void;
};

/** Every class is ours: the editor brings no style of its own. */
const THEME = {
  paragraph: 'pl-ed-p',
  heading: { h1: 'pl-ed-h1', h2: 'pl-ed-h2', h3: 'pl-ed-h3' },
  quote: 'pl-ed-quote',
  list: { ul: 'pl-ed-ul', ol: 'pl-ed-ol', listitem: 'pl-ed-li' },
  text: { bold: 'pl-ed-bold', italic: 'pl-ed-italic' },
  blockCursor: 'pl-ed-block-cursor',
};

/** The draft: prose, and blocks that stand for rows of the review. */
export function ReviewEditor({ label, placeholder, editable, onReady }: ReviewEditorProps): ReactNode {
  const extension = useMemo(
    () =>
      defineExtension({
        name: 'plumbline/review-editor',
        namespace: 'plumbline-draft',
        theme: THEME,
        dependencies: [
          RichTextExtension,
          ListExtension,
          configExtension(HistoryExtension, { delay: 600 }),
          HouseStyleExtension,
          WritingKeysExtension,
          RecommendationExtension,
          EventRefExtension,
          FindingRefExtension,
        ],
        // An editor that goes on after a fault would save what it broke.
        onError: (error) => {
          throw error;
        },
      }),
    [],
  );
  return (
    <LexicalExtensionComposer extension={extension} contentEditable={null}>
      <div className="pl-ed">
        <ContentEditable
          className="pl-ed-root"
          aria-label={label}
          aria-placeholder={placeholder}
          placeholder={<p className="pl-ed-placeholder">{placeholder}</p>}
          spellCheck
        />
        <WriteBelow editable={editable} />
      </div>
      <ReferenceMenu />
      <Ready editable={editable} onReady={onReady} />
    </LexicalExtensionComposer>
  );
}

function Ready({ editable, onReady }: Pick<ReviewEditorProps, 'editable' | 'onReady'>): null {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.setEditable(editable), [editor, editable]);
  useEffect(() => onReady(editor), [editor, onReady]);
  return null;
}

/** The empty ground under the last block: a click there goes on writing, also behind a recommendation. */
function WriteBelow({ editable }: { editable: boolean }): ReactNode {
  const [editor] = useLexicalComposerContext();
  if (!editable) return null;
  return (
    <button
      type="button"
      className="pl-ed-below"
      tabIndex={-1}
      aria-label="Write below"
      onClick={() => {
        editor.update(() => {
          const last = $getRoot().getLastChild();
          if (last && $isElementNode(last)) last.selectEnd();
          else $getRoot().append($createParagraphNode()).selectEnd();
        });
        editor.focus();
      }}
    />
  );
}
