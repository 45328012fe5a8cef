import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PageCommand } from '#renderer/commands/page-commands.ts';
import type { CommandContext } from '#renderer/commands/registry.ts';

export type RowMenuProps = {
  at: { x: number; y: number } | null;
  commands: readonly PageCommand[];
  onClose(): void;
};

/** The actions of an entry where it was pressed, each with its key. None asks anything of the window. */
export function RowMenu({ at, commands, onClose }: RowMenuProps): ReactNode {
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      opened={at !== null}
      onChange={(opened) => !opened && onClose()}
      position="bottom-start"
      width={264}
      transitionProps={{ duration: 0 }}
      returnFocus
      // The key that opens it would count as one pressed outside.
      clickOutsideEvents={POINTER}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label="Actions of the entry"
          className="pl-ch-menu-place"
          style={at ? { left: at.x, top: at.y } : { display: 'none' }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label="Entry">
        {commands.map((command) => {
          const why = command.cannot?.(NO_CONTEXT) ?? null;
          return (
            <Menu.Item
              key={command.id}
              aria-disabled={why !== null || undefined}
              title={why ?? undefined}
              closeMenuOnClick={why === null}
              data-off={why !== null || undefined}
              rightSection={command.keys?.[0]}
              onClick={() => why === null && void command.run(NO_CONTEXT)}
            >
              {command.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

const POINTER = ['mousedown', 'touchstart'];

/** The place's own actions look at the place, not at the window. */
const NO_CONTEXT = {} as CommandContext;
