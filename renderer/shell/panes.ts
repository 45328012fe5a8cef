/** Where focus was in each pane, so that F6 returns to it. */
const last = new WeakMap<Element, HTMLElement>();

const FOCUSABLE = '[data-page-focus],a[href],button,input,select,textarea,[contenteditable=true],[tabindex]:not([tabindex="-1"])';

export function rememberFocus(event: FocusEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const pane = target.closest('[data-pane]');
  if (pane && pane !== target) last.set(pane, target);
}

const seen = (element: Element): boolean => element.getClientRects().length > 0;

/** Panes that hold no other pane, in the order of the window, without those that are not shown. */
function panes(root: Document): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>('[data-pane]')];
  return all.filter((pane) => !pane.querySelector('[data-pane]') && pane.childElementCount > 0 && seen(pane));
}

/** F6: the next pane gets focus where it last had it. */
export function focusNextPane(root: Document, back: boolean): HTMLElement | null {
  const list = panes(root);
  if (list.length === 0) return null;
  const here = list.findIndex((pane) => pane.contains(root.activeElement));
  const at = here < 0 ? (back ? list.length - 1 : 0) : (here + (back ? -1 : 1) + list.length) % list.length;
  const pane = list[at];
  if (!pane) return null;
  const was = last.get(pane);
  const first = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(seen);
  (was?.isConnected && pane.contains(was) && seen(was) ? was : (first ?? pane)).focus();
  return pane;
}
