import { createContext, use } from 'react';
import type { AppCommand, CommandContext } from '#renderer/commands/registry.ts';

export type Commands = {
  list: readonly AppCommand[];
  context: CommandContext;
  run(command: AppCommand): void;
  runById(id: string): void;
};
export const CommandsContext = createContext<Commands | null>(null);

/** What the window can do now, as the provider around it says. */
export function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (!commands) throw new Error('outside the commands');
  return commands;
}
