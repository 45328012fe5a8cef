import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { setPageGlobals } from './page-globals.ts';

export type OnPage = { root: HTMLElement; unmount(): Promise<void> };

export async function onPage(node: ReactNode): Promise<OnPage> {
  setPageGlobals();
  const root = document.createElement('div');
  document.body.append(root);
  const react = createRoot(root);
  await act(async () => react.render(node));
  return {
    root,
    async unmount() {
      await act(async () => react.unmount());
      root.remove();
    },
  };
}

/** Waits until the page shows it; fails with what it shows instead. */
export async function until<T>(look: () => T | null | undefined | false, about = ''): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = look();
    if (found) return found;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
  }
  throw new Error(`${about || 'it'} did not come; the page shows: ${wordsOf(document.body)}`);
}

export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  await act(
    async () => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })),
  );
}
export async function click(element: Element | null | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('nothing to click');
  await act(async () => element.click());
}
export const button = (name: RegExp, within: ParentNode = document): HTMLButtonElement | undefined =>
  [...within.querySelectorAll('button')].find((one) => name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''));

function wordsOf(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const style of copy.querySelectorAll('style,script')) style.remove();
  return (copy.textContent ?? '').slice(0, 2000);
}
