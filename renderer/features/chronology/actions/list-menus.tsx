import { Menu, Popover } from '@mantine/core';
import { Check, ChevronDown, Columns3, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Grouping } from '#shared/contract/event-filter.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import type { ListSettings } from './use-list-settings.ts';

const GROUPS: readonly (readonly [Grouping | null, string])[] = [
  [null, 'No headings'],
  ['day', 'By day'],
  ['agency', 'By agency'],
  ['theme', 'By theme'],
];

/** Which columns; how high the rows, and under which headings. */
export function ListMenus({ settings, ages }: { settings: ListSettings; ages: boolean }): ReactNode {
  const { layout, set } = settings;
  const tick = (on: boolean): ReactNode => (on ? <Check size={14} aria-hidden /> : <span className="pl-ch-untick" />);
  const chosen = (on: boolean): ReactNode => on && <span className="pl-hidden">, chosen</span>;
  return (
    <>
      <Popover position="bottom-end" width={320} trapFocus returnFocus transitionProps={{ duration: 0 }} withRoles={false}>
        <Popover.Target>
          <Button bar icon={<Columns3 size={14} strokeWidth={1.5} aria-hidden />}>
            <span className="pl-ch-slim">Columns</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label="Columns">
          <ColumnsPanel layout={layout} ages={ages} onChange={(next) => set({ layout: next })} />
        </Popover.Dropdown>
      </Popover>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={208} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            bar
            icon={<Rows3 size={14} strokeWidth={1.5} aria-hidden />}
            after={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
          >
            <span className="pl-hidden">Rows: </span>
            {layout.rows === 'compact' ? 'Compact' : 'Normal'}
            {layout.group && <span className="pl-dim pl-ch-slim">by {layout.group}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['normal', 'compact'] as const).map((one) => (
            <Menu.Item key={one} leftSection={tick(layout.rows === one)} onClick={() => set({ layout: { rows: one } })}>
              {one === 'compact' ? 'Compact, one line' : 'Normal, two lines'}
              {chosen(layout.rows === one)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {GROUPS.map(([group, label]) => (
            <Menu.Item key={label} leftSection={tick(layout.group === group)} onClick={() => set({ layout: { group } })}>
              {label}
              {chosen(layout.group === group)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={tick(layout.gathered === true)} onClick={() => set({ gathered: layout.gathered !== true })}>
            One row for each event told by several
            {chosen(layout.gathered === true)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
