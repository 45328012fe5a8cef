import type { Locator, Page } from 'playwright-core';

/** The Chronology place as its tests speak of it. */
export function chronologyPage(page: Page) {
  const grid = page.getByRole('grid', { name: 'Chronology' });
  const details = page.getByRole('complementary', { name: 'Details' });
  return {
    grid,
    details,
    find: page.getByRole('textbox', { name: 'Find in the chronology' }),
    /** The entry with focus or, without focus, the one that Tab would reach. */
    here: grid.locator('[role=row][tabindex="0"]'),
    row: (ref: string): Locator => grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: ref }) }),
    about: page.locator('.pl-page-tools .pl-page-about'),
    /** Ctrl+G, the number, Enter. */
    goTo: async (ref: string): Promise<void> => {
      await page.keyboard.press('Control+g');
      await page.getByRole('textbox', { name: 'Date or reference number' }).fill(ref);
      await page.keyboard.press('Enter');
      await details.getByRole('heading', { name: `Entry ${ref}` }).waitFor();
    },
    addFilter: async (kind: string): Promise<void> => {
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name: kind }).click();
    },
    refs: async (): Promise<string[]> => {
      const texts = await grid.getByRole('rowheader').allInnerTexts();
      return texts.map((text) => text.slice(0, 4));
    },
  };
}
