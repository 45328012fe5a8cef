/** Gives focus to the entry in hand, in whichever layout; where there is none, to the menu of filters. */
export function focusList(): void {
  const entry = document.querySelector<HTMLElement>('.pl-ch-grid [role=row][tabindex="0"], .pl-ch-read [tabindex="0"]');
  (entry ?? document.querySelector<HTMLElement>('[data-filter-menu]'))?.focus({ preventScroll: true });
}
