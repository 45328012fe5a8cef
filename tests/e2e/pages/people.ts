import type { Locator, Page } from 'playwright-core';

/** The People place as its tests speak of it. */
export function peoplePage(page: Page) {
  const register = page.getByRole('grid', { name: 'Register' });
  const details = page.getByRole('complementary', { name: 'Details' });
  const ask = details.getByRole('region', { name: 'Mentions to settle' });
  return {
    register,
    details,
    ask,
    row: (name: string | RegExp): Locator => register.locator('tr[data-row]').filter({ hasText: name }),
    chosen: register.locator('tr[aria-selected=true]'),
    search: page.getByRole('searchbox', { name: 'Find on the register' }),
    field: (name: string | RegExp): Locator => details.getByRole('textbox', { name }),
    /** "1 of 50" → 50 */
    waiting: async (): Promise<number> => Number(/of ([\d,]+)/.exec(await ask.innerText())?.[1]?.replace(',', '') ?? '0'),
  };
}
