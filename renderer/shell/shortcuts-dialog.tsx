import type { ReactNode } from 'react';
import type { AppCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';
import { useCommands } from './use-commands.ts';
import './shortcuts-dialog.css';

const GROUPS: readonly AppCommand['group'][] = ['Here', 'Start', 'Go to', 'Review', 'Window'];
/** Keys that belong to grids, lists and text, wherever these stand. */
const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['Move', '↑ ↓ ← →'],
  ['To the ends', 'Home End'],
  ['Select', 'Space'],
  ['Select more', 'Shift+↓'],
  ['Open', 'Enter'],
  ['Back one layer', 'Esc'],
];

/** Ctrl+/: every key that works now, from the same list as the palette. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose(): void }): ReactNode {
  const { list } = useCommands();
  const { singleKeys } = usePreferences();
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" width={760}>
      <div className="pl-keys">
        {GROUPS.map((group) => {
          const commands = list.filter((command) => command.group === group && command.keys);
          if (commands.length === 0) return null;
          return (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      <Keys keys={command.keys?.[0] ?? ''} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>In a grid or list</h3>
          <dl>
            {EVERYWHERE.map(([does, keys]) => (
              <div key={does}>
                <dt>{does}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <div className="pl-row pl-row-wrap">
        <Button aria-pressed={singleKeys} onClick={() => setPreferences({ singleKeys: !singleKeys })}>
          One-letter keys
        </Button>
        <span className="pl-why">
          {singleKeys ? 'On: they work while focus is in a grid, a list or Start.' : 'Off: keys of one letter do nothing.'}
        </span>
      </div>
    </Dialog>
  );
}

/** 'G O' is one key after the other, 'Ctrl+K' both at once. */
export function Keys({ keys }: { keys: string }): ReactNode {
  const parts = keys.split(' ');
  return (
    <span className="pl-row" style={{ gap: 'var(--pl-s2)' }}>
      {parts.map((part) => (
        <Kbd key={part} keys={part} />
      ))}
    </span>
  );
}
