import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { LexicalTypeaheadMenuPlugin, type MenuRenderFn, type MenuTextMatch } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import { $createTextNode, $getSelection, $isRangeSelection, type TextNode } from 'lexical';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { useDesk } from '../../desk.ts';
import { labelReference } from '../../faces.ts';
import { $createEventRefNode } from '../event-ref/node.ts';
import { $createFindingRefNode } from '../finding-ref/node.ts';
import { findReferences, ReferenceOption } from './find-references.ts';
import './reference-menu.css';

/** "@", then a number or words, at the beginning of a word; an e-mail address is not a reference. */
const TRIGGER = /(^|[\s(“"‘'])@([^@\n]{0,40})$/;
const WAIT_MS = 120;

function trigger(text: string): MenuTextMatch | null {
  const match = TRIGGER.exec(text);
  if (!match) return null;
  const [, lead = '', query = ''] = match;
  if (/\s{2}$/.test(query)) return null;
  return { leadOffset: match.index + lead.length, matchingString: query, replaceableString: `@${query}` };
}

/** The list that comes with `@`: an entry by number or words, a finding by number or words. */
export function ReferenceMenu(): ReactNode {
  const [editor] = useLexicalComposerContext();
  const { client } = useWorkbench();
  const { findings } = useDesk();
  const [query, setQuery] = useState<string | null>(null);
  const [options, setOptions] = useState<ReferenceOption[]>([]);
  useEffect(() => {
    if (query === null) return undefined;
    let old = false;
    const wait = setTimeout(() => {
      findReferences(client, findings, query).then(
        (found) => !old && setOptions(found),
        () => !old && setOptions([]),
      );
    }, WAIT_MS);
    return () => {
      old = true;
      clearTimeout(wait);
    };
  }, [client, findings, query]);

  function choose(option: ReferenceOption, typed: TextNode | null, close: () => void): void {
    editor.update(() => {
      labelReference(option.id, option.label);
      const node = option.kind === 'entry' ? $createEventRefNode(option.id) : $createFindingRefNode(option.id);
      if (typed) typed.replace(node);
      else {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertNodes([node]);
      }
      if (!node.getNextSibling()) node.insertAfter($createTextNode(' '));
      node.selectNext();
      close();
    });
  }
  return (
    <LexicalTypeaheadMenuPlugin<ReferenceOption>
      triggerFn={trigger}
      onQueryChange={setQuery}
      onSelectOption={choose}
      options={options}
      anchorClassName="pl-ref-anchor"
      menuRenderFn={listOf(options, query)}
    />
  );
}

/** How the list is drawn, in the anchor that stands at the sign. */
const listOf =
  (options: readonly ReferenceOption[], query: string | null): MenuRenderFn<ReferenceOption> =>
  (anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
    anchor.current &&
    createPortal(
      <div className="pl-ref-menu" role="presentation">
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`typeahead-item-${index}`}
            role="option"
            aria-selected={index === selectedIndex}
            tabIndex={-1}
            ref={option.setRefElement}
            onMouseEnter={() => setHighlightedIndex(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => selectOptionAndCleanUp(option)}
          >
            <span className="pl-ref-menu-label">{option.label}</span>
            <span className="pl-ref-menu-words">{option.words}</span>
          </div>
        ))}
        {options.length === 0 && (
          <p className="pl-ref-menu-none">
            {query ? 'Nothing of that number or with those words.' : 'Type a reference number, or words of an entry or finding.'}
          </p>
        )}
      </div>,
      anchor.current,
    );
