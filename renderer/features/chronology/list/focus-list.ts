/** Gives focus to the entry in hand, in whichever layout. */
export function focusList(): void {
  document
    .querySelector<HTMLElement>('.pl-ch-grid [role=row][tabindex="0"], .pl-ch-read [tabindex="0"]')
    ?.focus({ preventScroll: true });
}
