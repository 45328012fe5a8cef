import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { go } from '#renderer/data/route.ts';
import { Button } from '#renderer/ui/button.tsx';
import { LISTS } from './lists.ts';

/** What else the chronology shows of its entries: each a list of its own, opened in its place. */
export function ListsMenu(): ReactNode {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={216} transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button bar after={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}>
          Lists
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LISTS.map(({ show, label }) => (
          <Menu.Item key={show} onClick={() => go('chronology', { show })}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
