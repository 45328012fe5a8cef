import { Menu } from '@mantine/core';
import { Check, ChevronDown, Columns3, Rows3 } from 'lucide-react';
import type { ReactNode } from 'react';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';
import { Button } from '#renderer/ui/button.tsx';
import { COLUMNS, type ColumnKey, type Density, OPTIONAL_COLUMNS } from '../grid/columns.ts';

/** How the list is shown on this computer. */
export type ListSettings = { density: Density; view: 'grid' | 'read'; hidden: ReadonlySet<ColumnKey> };

// Kept with the sizes of panels, the one place for numbers of a place: 1 is on.
const DENSITY = 'chronology.compact';
const VIEW = 'chronology.read';
const hides = (key: ColumnKey): string => `chronology.without.${key}`;

export function useListSettings(): ListSettings & {
  set(change: { density?: Density; view?: 'grid' | 'read'; hide?: ColumnKey; show?: ColumnKey }): void;
} {
  const { widths } = usePreferences();
  return {
    density: widths[DENSITY] === 1 ? 'compact' : 'normal',
    view: widths[VIEW] === 1 ? 'read' : 'grid',
    hidden: new Set(OPTIONAL_COLUMNS.filter((key) => widths[hides(key)] === 1)),
    set: ({ density, view, hide, show }) =>
      setPreferences({
        widths: {
          ...widths,
          ...(density ? { [DENSITY]: density === 'compact' ? 1 : 0 } : {}),
          ...(view ? { [VIEW]: view === 'read' ? 1 : 0 } : {}),
          ...(hide ? { [hides(hide)]: 1 } : {}),
          ...(show ? { [hides(show)]: 0 } : {}),
        },
      }),
  };
}

export function ListMenus({ settings }: { settings: ReturnType<typeof useListSettings> }): ReactNode {
  const { density, hidden, set } = settings;
  const tick = (on: boolean): ReactNode => (on ? <Check size={14} aria-hidden /> : <span className="pl-ch-untick" />);
  return (
    <>
      <Menu position="bottom-end" width={176} closeOnItemClick={false} transitionProps={{ duration: 0 }}>
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
      <Menu position="bottom-end" width={176} transitionProps={{ duration: 0 }}>
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
