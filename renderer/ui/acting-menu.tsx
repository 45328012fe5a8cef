import { Menu } from '@mantine/core';
import { type ReactElement, type ReactNode, useRef } from 'react';

export type MenuAction = { label: string; keys?: string; run(): void } | 'line';
export type ActingMenuProps = { button: ReactElement; position: 'bottom-start' | 'bottom-end'; actions: readonly MenuAction[] };

/**
 * A menu whose actions put the focus somewhere themselves, into a text for one. Left without choosing, it gives the
 * focus back to its button; after an action it must not, or the next key would open it again.
 */
export function ActingMenu({ button, position, actions }: ActingMenuProps): ReactNode {
  const acted = useRef(false);
  const host = useRef<HTMLSpanElement>(null);
  return (
    <span ref={host} className="pl-acting-menu">
      <Menu
        position={position}
        returnFocus={false}
        onOpen={() => {
          acted.current = false;
        }}
        onClose={() => {
          if (!acted.current) host.current?.querySelector('button')?.focus();
        }}
      >
        <Menu.Target>{button}</Menu.Target>
        <Menu.Dropdown>
          {actions.map((action, index) =>
            action === 'line' ? (
              // Lines never move among the actions.
              <Menu.Divider key={index} />
            ) : (
              <Menu.Item
                key={action.label}
                rightSection={action.keys}
                onClick={() => {
                  acted.current = true;
                  action.run();
                }}
              >
                {action.label}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
