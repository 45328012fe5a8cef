import { useEffect, useSyncExternalStore } from 'react';
import { useLatest } from '#renderer/data/use-latest.ts';
import type { AppCommand, CommandContext } from './registry.ts';

export type PageCommand = Omit<AppCommand, 'group'>;

let entries: { list: readonly AppCommand[] }[] = [];
let flat: readonly AppCommand[] = [];
const listeners = new Set<() => void>();

function changed(next: typeof entries): void {
  entries = next;
  flat = entries.flatMap((entry) => entry.list);
  for (const listener of listeners) listener();
}

/**
 * The place in view adds its actions: they stand first in the palette and in the table of shortcuts, and their
 * keys win over the window's. Call it with a fresh array each time; the latest `run` is the one that runs.
 */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const latest = useLatest(commands);
  // What the palette shows of them, as text: the effect runs when that changes, not at each drawing.
  const shape = JSON.stringify(commands.map(({ id, label, keys, words }) => ({ id, label, keys, words })));
  useEffect(() => {
    const of = (id: string): PageCommand | undefined => latest.current.find((command) => command.id === id);
    const list = (JSON.parse(shape) as Pick<PageCommand, 'id' | 'label' | 'keys' | 'words'>[]).map(
      (shown): AppCommand => ({
        ...shown,
        group: 'Here',
        shown: (context: CommandContext) => of(shown.id)?.shown?.(context) ?? true,
        cannot: (context: CommandContext) => of(shown.id)?.cannot?.(context) ?? null,
        run: (context: CommandContext) => of(shown.id)?.run(context),
      }),
    );
    const entry = { list };
    changed([...entries, entry]);
    return () => changed(entries.filter((other) => other !== entry));
  }, [shape, latest]);
}

export const pageCommands = (): readonly AppCommand[] => flat;
export function useShownPageCommands(): readonly AppCommand[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, pageCommands);
}
