import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { EditorHandle } from '#renderer/editor/recommendations-editor.tsx';
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
  const with_ = (run: (handle: EditorHandle) => void) => () => void (editor.current && run(editor.current));
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={with_((handle) => handle.style('paragraph'))}>Paragraph</Menu.Item>
        <Menu.Item rightSection="Ctrl+Alt+1" onClick={with_((handle) => handle.style('h1'))}>
          Heading 1
        </Menu.Item>
        <Menu.Item rightSection="Ctrl+Alt+2" onClick={with_((handle) => handle.style('h2'))}>
          Heading 2
        </Menu.Item>
        <Menu.Item rightSection="Ctrl+Alt+3" onClick={with_((handle) => handle.style('h3'))}>
          Heading 3
        </Menu.Item>
        <Menu.Item onClick={with_((handle) => handle.style('quote'))}>Quotation</Menu.Item>
        <Menu.Item onClick={with_((handle) => handle.style('bullets'))}>Bulleted list</Menu.Item>
        <Menu.Item onClick={with_((handle) => handle.style('numbers'))}>Numbered list</Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection="Ctrl+B" onClick={with_((handle) => handle.format('bold'))}>
          Bold
        </Menu.Item>
        <Menu.Item rightSection="Ctrl+I" onClick={with_((handle) => handle.format('italic'))}>
          Italic
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item rightSection="@" onClick={with_((handle) => handle.refer())}>
          Refer to an entry or a finding…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
