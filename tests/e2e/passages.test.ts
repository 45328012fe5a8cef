import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { chronologyPage } from './pages/chronology.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  await window.go('chronology');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 60 });

it('words are tagged by keys, counted with the entry, asked about after a correction; memos and open threads are listed', async () => {
  const { page } = window;
  const place = chronologyPage(page);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const selected = (): Promise<string> => page.evaluate(() => String(document.getSelection()));
  await place.here.waitFor();
  await place.here.focus();
  await place.goTo('0060');
  const text = place.details.getByRole('textbox', { name: 'What was recorded' });
  await text.focus();
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
  expect(await selected()).toBe('calls to');
  // T, the theme's first letters, Enter; Escape goes back to the words.
  await press('t');
  await place.details.getByRole('combobox', { name: 'Theme for the words' }).waitFor();
  await page.keyboard.type('medi');
  await press('Enter');
  const tagged = place.details.getByRole('region', { name: 'Tagged words' });
  await tagged.getByText('“calls to”').waitFor();
  await eventually(async () => expect(await place.row('0060').innerText()).toContain('Medicines'));
  expect(await window.faults()).toEqual([]);
  await press('Escape');
  await eventually(async () => expect(await selected()).toBe('calls to'));
  await eventually(async () => expect(await text.locator('.pl-ch-passage').innerText()).toBe('calls to'));

  // By mouse: a double click takes a word, and the words that are asked for are those.
  await text.locator('.pl-ch-passage').dblclick({ position: { x: 8, y: 8 } });
  await eventually(async () => expect((await selected()).trim()).toBe('calls'));
  await press('t');
  await place.details.getByText('“calls').first().waitFor();
  await press('Escape');

  // In the list: a word of the row in hand, by mouse, then T; Escape leads back to the row.
  const cell = place.row('0060').locator('[data-list-words="description"]');
  await place.here.focus();
  await cell.evaluate((element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walk.nextNode() as Text | null;
    while (node && !/\w{5}/.test(node.data)) node = walk.nextNode() as Text | null;
    if (!node) return;
    const at = node.data.search(/\w{5}/);
    document.getSelection()?.setBaseAndExtent(node, at, node, at + 5);
  });
  const inList = await selected();
  expect(inList).toMatch(/^\w{5}$/);
  await press('t');
  await place.details.getByRole('combobox', { name: 'Theme for the words' }).waitFor();
  await place.details.getByText(`“${inList}”`).first().waitFor();
  await press('Escape');
  await eventually(async () =>
    expect(await place.row('0060').evaluate((row) => row.contains(document.activeElement))).toBe(true),
  );

  await press('F9');
  await place.details.getByText('Original is not shown while anonymised').waitFor();
  await eventually(async () => expect(await tagged.innerText()).toContain('“calls to”'));
  await press('F9');
  await place.details.getByText(/^Open original/).waitFor();

  // A correction that changes the words: nothing is moved, the entry asks.
  await place.here.focus();
  await press('F2');
  const stands = place.details.getByLabel('As it should stand');
  await stands.fill('Two telephone calls about an address.');
  await place.details.getByLabel('Reason').fill('The log');
  await place.details.getByRole('button', { name: 'Correct the entry' }).click();
  await tagged.getByText('the text has changed under “calls to”').waitFor();
  expect(await window.faults()).toEqual([]);
  await tagged.getByRole('button', { name: 'Take it off' }).click();
  await eventually(async () => expect(await place.row('0060').innerText()).not.toContain('Medicines'));

  await place.here.focus();
  await press('m');
  await place.details.getByLabel('Memo', { exact: true }).waitFor();
  await page.keyboard.type('Why was the address not asked about?');
  await press('Control+Enter');
  await place.details.getByRole('link', { name: 'All memos' }).click();
  const memo = page.getByRole('grid', { name: 'Memos' }).locator('tbody tr', { hasText: 'Why was the address' });
  await memo.click();
  await place.details.getByRole('link', { name: /^Entry 0060/ }).waitFor();
  expect(await window.faults()).toEqual([]);

  await window.go('chronology?show=threads');
  const threads = page.getByRole('grid', { name: 'Open threads' }).locator('tbody tr');
  await threads.nth(1).click();
  const before = await threads.count();
  await place.details.getByRole('button', { name: 'Settle the thread' }).click();
  await eventually(async () => expect(await threads.count()).toBe(before - 1));
  await window.scheme('dark');
  expect(await window.faults()).toEqual([]);
  expect(window.complaints).toEqual([]);
});
