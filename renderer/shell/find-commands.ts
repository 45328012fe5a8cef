import type { AppCommand } from '#renderer/commands/registry.ts';

/** Commands that hold every word typed, those whose label begins with them first. The order is else as given. */
export function findCommands(list: readonly AppCommand[], text: string): AppCommand[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return list.filter((command) => command.id !== 'palette');
  const ranked: { command: AppCommand; rank: number }[] = [];
  for (const command of list) {
    const label = command.label.toLowerCase();
    const all = `${label} ${command.group.toLowerCase()} ${command.words ?? ''}`;
    if (!words.every((word) => all.includes(word))) continue;
    const starts = label.startsWith(words.join(' '));
    const inLabel = words.every((word) => label.includes(word));
    ranked.push({ command, rank: starts ? 0 : inLabel ? 1 : 2 });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}
