import type { Locator, Page } from 'playwright-core';

export type GivenFile = { name: string; mimeType: string; buffer: Buffer };

export const csvFile = (name: string, lines: readonly string[]): GivenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'utf8'),
});

/** The Returns place as its tests speak of it. */
export function returnsPage(page: Page) {
  const list = page.getByRole('listbox', { name: 'Returns' });
  const columns = page.getByRole('table', { name: 'Columns to fields' });
  return {
    list,
    columns,
    line: (name: string | RegExp): Locator => list.getByRole('option', { name }),
    chosen: list.locator('[aria-selected=true]'),
    /** What a column feeds. */
    feeds: (column: string): Locator => columns.getByRole('combobox', { name: `${column} feeds` }),
    dates: page.getByRole('table', { name: 'How the dates read' }),
    problems: page.getByRole('listbox', { name: 'Problems' }),
    agency: page.getByRole('combobox', { name: 'Return of' }).or(page.getByRole('textbox', { name: 'Return of' })),
    keepAgency: page.getByRole('button', { name: 'Keep this agency' }),
    refused: page.getByRole('list', { name: 'Files not taken' }),
    add: page.getByRole('button', { name: /^Add [\d,]+ entr/ }),
    main: page.getByRole('region', { name: 'The return in hand' }),
    details: page.getByRole('complementary', { name: 'Details' }),
    /** By the browser's own file chooser. */
    choose: async (files: readonly GivenFile[]): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /^choose a (file|return)…/i }).click();
      await (await chooser).setFiles([...files]);
    },
    /** Onto the window, as from a folder. */
    drop: async (files: readonly GivenFile[]): Promise<void> => {
      const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
      await page.evaluate((list) => {
        const carried = new DataTransfer();
        for (const { name, mimeType, bytes } of list) {
          carried.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
        }
        for (const type of ['dragenter', 'dragover', 'drop']) {
          window.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
        }
      }, given);
    },
  };
}
