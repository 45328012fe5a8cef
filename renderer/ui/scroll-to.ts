/** Brings an element into view within its own scroller and nothing beyond it: the window's frame must not move. */
export function scrollToElement(element: Element | null | undefined, where: 'start' | 'nearest' | 'center' = 'nearest'): void {
  const scroller = element && scrollerOf(element);
  if (!element || !scroller) return;
  const own = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const space = 12;
  // Bars that stick to the edges cover this much.
  const style = getComputedStyle(scroller);
  const head = Number.parseFloat(style.scrollPaddingTop) || 0;
  const foot = Number.parseFloat(style.scrollPaddingBottom) || 0;
  const top = view.top + head + space;
  const bottom = view.bottom - foot - space;
  if (where === 'start') scroller.scrollTop += own.top - top;
  else if (where === 'center') scroller.scrollTop += (own.top + own.bottom) / 2 - (top + bottom) / 2;
  else if (own.top < top || own.height > bottom - top) scroller.scrollTop += own.top - top;
  else if (own.bottom > bottom) scroller.scrollTop += own.bottom - bottom;
}

function scrollerOf(element: Element): Element | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if (overflowY === 'auto' || overflowY === 'scroll') return at;
  }
  return null;
}
