import { useSyncExternalStore } from 'react';

/** Choices of the person on this computer, kept by the browser. Nothing of a review is ever among them. */
export type Preferences = {
  contrast: 'normal' | 'high';
  /** Patterns on agency bars besides colours; always on in high contrast. */
  patterns: boolean;
  /** 'auto': names where there is room. */
  rail: 'auto' | 'icons' | 'names';
  /** Shortcuts of one letter (WCAG 2.1.4: they can be turned off). */
  singleKeys: boolean;
  showRecent: boolean;
  /** Widths of panels in CSS pixels by their name. */
  widths: Readonly<Record<string, number>>;
};

const KEY = 'plumbline.preferences';
const USUAL: Preferences = { contrast: 'normal', patterns: false, rail: 'auto', singleKeys: true, showRecent: true, widths: {} };
const listeners = new Set<() => void>();
let now: Preferences | null = null;

function read(): Preferences {
  if (now) return now;
  now = USUAL;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (kept !== null && typeof kept === 'object') now = { ...USUAL, ...pickKnown(kept) };
  } catch {
    // Storage refused or spoilt: the usual choices serve.
  }
  return now;
}

/** Only keys we know, with values of the right kind: storage may hold what another version wrote. */
function pickKnown(kept: object): Partial<Preferences> {
  const entries = Object.entries(kept).filter(([key, value]) => {
    return Object.hasOwn(USUAL, key) && typeof value === typeof USUAL[key as keyof Preferences] && value !== null;
  });
  return Object.fromEntries(entries) as Partial<Preferences>;
}

export function setPreferences(change: Partial<Preferences>): void {
  now = { ...read(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
  } catch {
    // Without storage the choice holds until the window closes.
  }
  for (const listener of listeners) listener();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

/** Whether bars are drawn with patterns now: chosen, or high contrast. */
export function usePatterns(): boolean {
  const { patterns, contrast } = usePreferences();
  const forced = useMedia('(forced-colors: active), (prefers-contrast: more)');
  return patterns || contrast === 'high' || forced;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
