import { Menu } from '@mantine/core';
import { Check, ChevronDown, Columns3, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { COLUMNS, OPTIONAL_COLUMNS } from '../grid/columns.ts';

import type { ListSettings } from './use-list-settings.ts';

/** Which columns, and how high the rows. */
export function ListMenus({ settings }: { settings: ListSettings }): ReactNode {
  const { density, hidden, set } = settings;
  const tick = (on: boolean): ReactNode => (on ? <Check size={14} aria-hidden /> : <span className="pl-ch-untick" />);
  return (
    <>
      <Menu
        withInitialFocusPlaceholder={false}
        position="bottom-end"
        width={176}
        closeOnItemClick={false}
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button bar icon={<Columns3 size={14} strokeWidth={1.5} aria-hidden />}>
            Columns
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {COLUMNS.filter(({ key }) => OPTIONAL_COLUMNS.includes(key)).map(({ key, head }) => (
            <Menu.Item
              key={key}
              leftSection={tick(!hidden.has(key))}
              onClick={() => set(hidden.has(key) ? { show: key } : { hide: key })}
            >
              {head}
              <span className="pl-hidden">{hidden.has(key) ? ', not shown' : ', shown'}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={176} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            bar
            icon={<Rows3 size={14} strokeWidth={1.5} aria-hidden />}
            after={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
          >
            <span className="pl-hidden">Rows: </span>
            {density === 'compact' ? 'Compact' : 'Normal'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['normal', 'compact'] as const).map((one) => (
            <Menu.Item key={one} leftSection={tick(density === one)} onClick={() => set({ density: one })}>
              {one === 'compact' ? 'Compact, one line' : 'Normal, two lines'}
              {density === one && <span className="pl-hidden">, chosen</span>}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
