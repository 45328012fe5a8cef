import { useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { COMMANDS } from '#renderer/commands/all.ts';
import { pageCommands, useShownPageCommands } from '#renderer/commands/page-commands.ts';
import {
  type AppCommand,
  type CommandContext,
  runCommand,
  shownCommands,
  type WindowActions,
} from '#renderer/commands/registry.ts';
import { RunCommandContext } from '#renderer/commands/use-run-command.ts';
import { useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';
import { CommandPalette } from './command-palette.tsx';
import { focusNextPane, rememberFocus } from './panes.ts';
import { ReviewDialogs, type ReviewDialog } from './review-dialogs.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { CommandsContext } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Undo and redo say what they would do. */
function named(command: AppCommand, past: OutputOf<'history.state'> | undefined): AppCommand {
  const label = command.id === 'undo' ? past?.undo : command.id === 'redo' ? past?.redo : null;
  return label ? { ...command, label: `${command.label}: ${label}` } : command;
}

type Layer = 'palette' | 'shortcuts' | ReviewDialog | null;
export type CommandsProviderProps = {
  onMenu?: ((listener: (command: string) => void) => void) | undefined;
  children: ReactNode;
};

/** Joins the commands to the window: keys, palette, table of shortcuts, native menu. */
export function CommandsProvider({ onMenu, children }: CommandsProviderProps): ReactNode {
  const workbench = useWorkbench();
  const session = useSession();
  const route = useRoute();
  const preferences = usePreferences();
  const { setColorScheme } = useMantineColorScheme();
  const [layer, setLayer] = useState<Layer>(null);
  const own = useShownPageCommands();

  const actions: WindowActions = {
    openPalette: () => setLayer('palette'),
    openShortcuts: () => setLayer('shortcuts'),
    nextPane: (back) => void focusNextPane(document, back),
    setScheme: setColorScheme,
    toggleContrast: () => setPreferences({ contrast: preferences.contrast === 'high' ? 'normal' : 'high' }),
    togglePatterns: () => setPreferences({ patterns: !preferences.patterns }),
    toggleRail: () => setPreferences({ rail: preferences.rail === 'icons' ? 'names' : 'icons' }),
    toggleSingleKeys: () => setPreferences({ singleKeys: !preferences.singleKeys }),
    show: setLayer,
  };
  const context: CommandContext = { workbench, session, route, window: actions };
  const { data: past } = useQuery('history.state', {}, { enabled: session?.state === 'open' });
  const list = shownCommands([...own, ...COMMANDS], context).map((command) => named(command, past));
  const run = (command: AppCommand): void => void runCommand(command, context);
  const runById = (id: string): void => {
    const command = list.find((one) => one.id === id);
    if (command) run(command);
  };
  const fromMenu = useLatest(runById);
  const close = useCallback(() => setLayer(null), []);

  useShortcuts({
    commands: () => shownCommands([...pageCommands(), ...COMMANDS], context),
    run,
    singleKeys: preferences.singleKeys,
    asleep: () => layer !== null || session?.state === 'locked' || document.querySelector('[role=dialog]') !== null,
  });
  useEffect(() => onMenu?.((id) => fromMenu.current(id)), [onMenu, fromMenu]);
  useEffect(() => {
    document.addEventListener('focusin', rememberFocus);
    return () => document.removeEventListener('focusin', rememberFocus);
  }, []);
  return (
    <CommandsContext value={{ list, context, run, runById }}>
      <RunCommandContext value={run}>{children}</RunCommandContext>
      <CommandPalette open={layer === 'palette'} onClose={close} />
      <ShortcutsDialog open={layer === 'shortcuts'} onClose={close} />
      <ReviewDialogs dialog={layer === 'palette' || layer === 'shortcuts' ? null : layer} onClose={close} />
    </CommandsContext>
  );
}
