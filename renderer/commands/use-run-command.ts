import { createContext, use } from 'react';
import type { AppCommand } from './registry.ts';

/** The shell's way to run a command, for pages: the same action as in palette, menu and shortcut. */
export const RunCommandContext = createContext<(command: AppCommand) => void>(() => undefined);
export const useRunCommand = (): ((command: AppCommand) => void) => use(RunCommandContext);
