import type { SessionState } from '#shared/contract/session.ts';
import type { Route } from '#renderer/data/route.ts';
import type { Workbench } from '#renderer/data/workbench.tsx';

/** What only the window itself can do; the shell gives it to the commands. */
export type WindowActions = {
  openPalette(): void;
  openShortcuts(): void;
  nextPane(back: boolean): void;
  setScheme(scheme: 'light' | 'dark' | 'auto'): void;
  toggleContrast(): void;
  togglePatterns(): void;
  toggleRail(): void;
  toggleSingleKeys(): void;
  show(dialog: 'person' | 'recovery' | 'passphrase'): void;
};

export type CommandContext = {
  workbench: Workbench;
  session: SessionState | undefined;
  route: Route;
  window: WindowActions;
};

/**
 * One action of the person. Palette, shortcut, native menu and the table of shortcuts all read it here.
 * `keys` as people write them: 'Ctrl+K' (Cmd on a Mac), 'F9', 'G O' (one after the other), 'T'.
 * A letter or digit without Ctrl or Alt works only with focus in a grid, a list or Start.
 */
export type AppCommand = {
  /** Also the name by which the native menu calls it. */
  id: string;
  label: string;
  group: 'Here' | 'Go to' | 'Review' | 'Window' | 'Start';
  keys?: readonly string[];
  /** Other words it is found by. */
  words?: string;
  /** Not there at all while false: a place not yet reached, a thing of another state. */
  shown?(context: CommandContext): boolean;
  /** There, but it cannot be done now, and why. */
  cannot?(context: CommandContext): string | null;
  run(context: CommandContext): void | Promise<void>;
};

export const isOpen = ({ session }: CommandContext): boolean => session?.state === 'open';
export const isClosed = ({ session }: CommandContext): boolean => session?.state === 'none';

/** Commands that hold anywhere; a place adds its own with `usePageCommands`. */
export function shownCommands(all: readonly AppCommand[], context: CommandContext): AppCommand[] {
  return all.filter((command) => command.shown?.(context) ?? true);
}

/** Runs it, unless it says why not. Failures are the command's own to tell. */
export async function runCommand(command: AppCommand, context: CommandContext): Promise<void> {
  if (command.cannot?.(context)) return;
  await command.run(context);
}
