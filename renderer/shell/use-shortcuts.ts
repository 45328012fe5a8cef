import { useEffect } from 'react';
import { allowsSingle, isSingle, pressedName, typesText, undoBelongsToText } from '#renderer/commands/keys.ts';
import type { AppCommand } from '#renderer/commands/registry.ts';
import { useLatest } from '#renderer/data/use-latest.ts';

export type ShortcutOptions = {
  /** What can be run now, the place's own first. */
  commands(): readonly AppCommand[];
  run(command: AppCommand): void;
  /** One-letter keys are on. */
  singleKeys: boolean;
  /** Nothing but typing works: a dialog is open, the window is locked. */
  asleep(): boolean;
};

/** A second key may follow the first of 'G O' within this. */
const SEQUENCE_MS = 1500;

/** Listens for the keys of the commands, anywhere in the window. */
export function useShortcuts(options: ShortcutOptions): void {
  const latest = useLatest(options);
  useEffect(() => {
    let began: { key: string; at: number } | null = null;
    function pressed(event: KeyboardEvent): void {
      const { commands, run, singleKeys, asleep } = latest.current;
      if (event.defaultPrevented || event.isComposing || asleep()) return;
      const name = pressedName(event);
      const list = commands();
      const first = began && event.timeStamp - began.at < SEQUENCE_MS ? began.key : null;
      began = null;
      const single = singleKeys && allowsSingle(atRest(event.target));
      const found = (keys: string): AppCommand | undefined =>
        list.find((command) => command.keys?.some((own) => own === keys && (!isSingle(own) || single)));
      const command = (first && found(`${first} ${name}`)) || found(name);
      if (command) {
        if ((command.id === 'undo' || command.id === 'redo') && undoBelongsToText(event.target)) return;
        event.preventDefault();
        run(command);
      } else if (single && list.some((other) => other.keys?.some((keys) => keys.startsWith(`${name} `)))) {
        began = { key: name, at: event.timeStamp };
      }
    }
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [latest]);
}

/** With focus nowhere, the page as a whole has it: its heading stands for it. */
function atRest(target: EventTarget | null): EventTarget | null {
  if (target !== document.body || typesText(target)) return target;
  return document.querySelector('[data-single-keys]');
}
