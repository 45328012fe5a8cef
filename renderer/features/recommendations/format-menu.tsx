import { ChevronDown } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { EditorHandle } from '#renderer/editor/recommendations-editor.tsx';
import { ActingMenu } from '#renderer/ui/acting-menu.tsx';
import { Button } from '#renderer/ui/button.tsx';

export type FormatMenuProps = { cannot: string | null; editor: RefObject<EditorHandle | null> };

/** For those who do not know the keys yet: each item says its own. */
export function FormatMenu({ cannot, editor }: FormatMenuProps): ReactNode {
  const button = (
    <Button bar cannot={cannot} after={<ChevronDown size={14} aria-hidden />}>
      Text
    </Button>
  );
  if (cannot) return button;
  const act = (run: (handle: EditorHandle) => void) => () => {
    if (editor.current) run(editor.current);
  };
  return (
    <ActingMenu
      position="bottom-start"
      button={button}
      actions={[
        { label: 'Paragraph', run: act((handle) => handle.style('paragraph')) },
        { label: 'Heading 1', keys: 'Ctrl+Alt+1', run: act((handle) => handle.style('h1')) },
        { label: 'Heading 2', keys: 'Ctrl+Alt+2', run: act((handle) => handle.style('h2')) },
        { label: 'Heading 3', keys: 'Ctrl+Alt+3', run: act((handle) => handle.style('h3')) },
        { label: 'Quotation', run: act((handle) => handle.style('quote')) },
        { label: 'Bulleted list', run: act((handle) => handle.style('bullets')) },
        { label: 'Numbered list', run: act((handle) => handle.style('numbers')) },
        'line',
        { label: 'Bold', keys: 'Ctrl+B', run: act((handle) => handle.format('bold')) },
        { label: 'Italic', keys: 'Ctrl+I', run: act((handle) => handle.format('italic')) },
        'line',
        { label: 'Refer to an entry or a finding…', keys: '@', run: act((handle) => handle.refer()) },
      ]}
    />
  );
}
