/** A key as it is pressed, in the spelling of `AppCommand.keys`: 'Ctrl+Shift+L', 'F9', 'T', '['. */
export type Pressed = {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

const NAMES: Record<string, string> = {
  ' ': 'Space',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Cmd counts as Ctrl. Shift is named only where it does not make another sign (Shift+F8, but not '?'). */
export function pressedName(event: Pressed): string {
  const letter = /^Key([A-Z])$/.exec(event.code ?? '')?.[1];
  // Alt and Ctrl change what `key` says on some layouts; the key's own letter does not change.
  const plain = NAMES[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const key = letter && (event.ctrlKey || event.altKey || event.metaKey) ? letter : plain;
  const sign = key.length === 1 && !/[A-Z0-9]/.test(key);
  const parts = [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && !sign && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

/** Without Ctrl or Alt, and one sign: works only where no text is typed and the place allows it. */
export const isSingle = (keys: string): boolean => keys.split(' ').every((key) => /^(Shift\+)?.$/u.test(key));

const TYPES_TEXT = 'input:not([type=checkbox]):not([type=radio]):not([type=button]),textarea,select,[contenteditable]';
export const typesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPES_TEXT) !== null;

/** Grid, list, Start, by role or by mark. */
const SINGLE = '[role=grid],[role=treegrid],[role=listbox],[role=list],[role=tree],[data-single-keys]';
export function allowsSingle(target: EventTarget | null): boolean {
  return target instanceof Element && !typesText(target) && target.closest(SINGLE) !== null;
}

/** Ctrl+Z belongs to what is being typed while focus is there; else to the review's history. */
export const undoBelongsToText = (target: EventTarget | null): boolean => typesText(target);
