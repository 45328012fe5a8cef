import type { Page } from 'playwright-core';

/** The place where recommendations are written, as a person works in it. */
export function recommendationsPlace(page: Page) {
  const draft = page.getByRole('textbox', { name: 'Draft of the recommendations' });
  return {
    draft,
    block: (n: number) => page.getByRole('region', { name: `Recommendation ${n}`, exact: true }),
    text: (n: number) => page.getByRole('textbox', { name: `Text of Recommendation ${n}`, exact: true }),
    field: (name: string) => page.getByRole('textbox', { name, exact: true }),
    heading: page.getByRole('heading', { level: 1 }),
    notPlaced: page.getByRole('region', { name: 'Not placed' }),
    /** A note in the margin. */
    note: (title: string) => page.locator('.pl-rec-notes').getByText(title, { exact: true }),
    menu: page.locator('.pl-ref-menu'),
    addButton: page.getByRole('button', { name: 'Recommendation', exact: true }),
    /** Goes on writing under the last block. */
    async writeBelow(): Promise<void> {
      await page.locator('.pl-ed-below').click();
    },
    /** Each block with its kind and how it begins. */
    async outline(): Promise<string[]> {
      return draft.evaluate((root) =>
        [...root.children]
          .filter((block) => block.tagName !== 'IMG')
          .map((block) =>
            block.classList.contains('pl-ed-recommendation')
              ? (block.querySelector('.pl-rec-name')?.textContent ?? 'missing')
              : `${block.tagName.toLowerCase()} ${block.textContent?.slice(0, 60) ?? ''}`.trim(),
          ),
      );
    },
    /** Everything typed so far has been answered by the core. */
    async kept(): Promise<void> {
      await page.waitForTimeout(1300);
    },
  };
}
