import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chronologyPage } from './pages/chronology.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
});
afterAll(async () => window?.close());

const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await window.page.keyboard.press(one);
};
const button = (name: string | RegExp) => window.page.getByRole('button', { name });
const choose = (name: RegExp) => window.page.getByRole('radio', { name }).click();

describe('the same event, told by several', () => {
  it('is proposed with the reason, grouped by one key, held apart by another, and compared', async () => {
    await window.go('chronology?show=same');
    const pairs = window.page.getByRole('listbox', { name: 'Pairs that may be one event' });
    // A review of this size is looked through by itself.
    await pairs.getByRole('option').first().waitFor();
    const waiting = async (): Promise<number> => pairs.getByRole('option').count();
    const before = await waiting();
    expect(before).toBeGreaterThan(20);
    await window.page
      .getByText(/^Same day; both tell of a birth/)
      .first()
      .waitFor();

    await pairs.getByRole('option').first().focus();
    await key('x');
    await window.page.getByRole('textbox', { name: 'Not the same event, because' }).fill('Mother and child, two records');
    await key('Enter');
    await expect.poll(waiting).toBe(before - 1);
    await choose(/Held apart 1/);
    await window.page.getByRole('option', { name: /Mother and child, two records/ }).waitFor();
    await choose(/Proposals/);

    // All that are left, at once; then back, and only the night in hospital of October.
    await pairs.getByRole('option').first().focus();
    await key('Control+a', 's');
    await button('Look for the same event')
      .or(button(/weaker proposal/))
      .waitFor();
    await key('Control+z');
    await expect.poll(waiting).toBe(before - 1);
    const clinic = pairs.getByRole('option', { name: /0100/ });
    while ((await clinic.count()) > 0) {
      const left = await waiting();
      await clinic.first().click();
      await key('s');
      await expect.poll(waiting).toBeLessThan(left);
    }
    await choose(/Groups 7/);
    await window.page
      .getByRole('listbox', { name: 'Groups' })
      .getByRole('option', { name: /0100|8 Oct 2024/ })
      .click();
    const group = window.page
      .getByRole('article', { name: '3 accounts of one event' })
      .filter({ hasText: 'A&E notification logged: wheeze' });
    await group.first().waitFor();
    await group.getByRole('button', { name: 'Rely on entry 100' }).click();
    await group.getByRole('textbox').fill('Written on the ward itself.');
    await button('Rely on 0100').click();
    await group.getByText(/The review relies on Ostermere Hospitals Trust 0100: Written on the ward itself/).waitFor();
    expect(await window.faults()).toEqual([]);
  });

  it('contradictions are listed over the whole review and settled; the entry tells who else tells it', async () => {
    await choose(/Contradictions/);
    const list = window.page.getByRole('listbox', { name: 'Contradictions' });
    // The sample's groups bring some; the clinic of July, which came first, has one of the service against two.
    await list.getByRole('option').first().waitFor();
    const open = await list.getByRole('option').count();
    await window.page.getByRole('button', { name: 'Settle, or leave open…' }).first().click();
    await window.page.getByRole('textbox', { name: /Which is right/ }).fill('The letter says that he was not brought.');
    await button('Settle the contradiction').click();
    await expect.poll(async () => list.getByRole('option').count()).toBe(open - 1);
    await choose(/^Settled/);
    await list.getByRole('option', { name: /Attended, or not brought/ }).waitFor();
    await window.scheme('dark');
    expect(await window.faults()).toEqual([]);
    await window.scheme('light');

    await window.page.getByRole('link', { name: '0185' }).click();
    const details = window.page.getByRole('complementary', { name: 'Details' });
    await details.getByRole('heading', { name: 'Also told by' }).waitFor();
    await details.getByText(/The review relies on Ostermere Hospitals Trust 0099/).waitFor();
    await details.getByRole('link', { name: /0146/ }).waitFor();
    await window.page
      .getByRole('rowheader', { name: /0185.*also told by Kelderby Quay Surgery, Ostermere Hospitals Trust, another/ })
      .waitFor();
    await details.getByRole('link', { name: 'Side by side' }).click();
    await window.page.getByRole('article', { name: '3 accounts of one event' }).first().waitFor();
    expect(window.complaints).toEqual([]);
  });

  it('tells no name while the view is anonymised', async () => {
    await key('F9');
    const page = window.page.locator('.pl-page');
    await choose(/^Groups/);
    await page.getByText('Surgery P').first().waitFor();
    const shown = await page.innerText();
    expect(shown).not.toMatch(/Rowan|Wojcik|Kelderby|Falk|Fenwick/);
    await choose(/^Proposals/);
    await page
      .getByText(/both name Child V/)
      .first()
      .waitFor();
    expect(await page.innerText()).not.toMatch(/Rowan|Wojcik|Pryce|Tanpit|Oyelaran/);
  });
});

describe('one row for each event told by several', () => {
  it('opens and closes by key, says rows and entries, and prints exactly what is on the screen', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    const rowsOf = async (): Promise<number> => Number(/^(\d+) rows for 312 entries$/.exec(await place.about.innerText())?.[1]);
    await window.go('chronology');
    await button(/^Rows/).click();
    await page.getByRole('menuitem', { name: 'One row for each event told by several' }).click();
    await expect.poll(rowsOf).toBeLessThan(312);
    const gathered = await rowsOf();
    // An account that stands beneath another is gone to: its event opens, and closing stays with the event.
    await place.goTo('0146');
    await expect.poll(rowsOf).toBe(gathered + 2);
    await place.row('0146').waitFor();
    await key('o');
    await expect.poll(rowsOf).toBe(gathered);
    await place.details.getByRole('heading', { name: 'Entry 0099' }).waitFor();
    await place.row('0099').getByRole('button', { name: '+2 accounts of this event beneath' }).waitFor();
    expect(await window.faults()).toEqual([]);

    await window.go('chronology?from=2024-06-01&to=2024-07-31');
    await expect.poll(() => place.about.innerText()).toMatch(/^1?\d rows for 1?\d of 312 entries$/);
    const heads = await place.grid.getByRole('columnheader').evaluateAll((all) => all.map((head) => head.textContent));
    const themes = heads.indexOf('Themes');
    // Every theme of a row is printed; on the screen there is room for two.
    const plain = (rows: string[][]): string[][] => rows.map((cells) => cells.filter((_, i) => i !== themes));
    const seen = await place.grid
      .locator('[role=row][data-index]')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('[aria-colindex]')].map((cell) => cell.textContent ?? '')),
      );
    expect(seen.length).toBeGreaterThan(3);
    await page.evaluate(() => {
      globalThis.print = () => {
        const printed = document.querySelector('.pl-print-page');
        const rows = [...(printed?.querySelectorAll('tr') ?? [])];
        document.body.dataset['printed'] = JSON.stringify(
          rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
        );
        document.body.dataset['about'] = printed?.querySelector('p + p')?.textContent ?? '';
      };
    });
    await place.here.focus();
    await key('Control+p');
    await button('Print the page').click();
    await expect.poll(() => page.evaluate(() => document.body.dataset['printed'])).toBeDefined();
    const [printedHeads, ...printed] = JSON.parse(
      (await page.evaluate(() => document.body.dataset['printed'])) ?? '[]',
    ) as string[][];
    expect(printedHeads).toEqual(heads);
    expect(plain(printed)).toEqual(plain(seen));
    expect(await page.evaluate(() => document.body.dataset['about'])).toContain('one row for each event told by several');
    expect(window.complaints).toEqual([]);
  });
});
