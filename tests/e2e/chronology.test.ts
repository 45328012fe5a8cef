import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { chronologyPage } from './pages/chronology.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  window.page.setDefaultTimeout(8000);
  await window.go('chronology');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 8000, interval: 60 });

describe('the chronology', () => {
  it('is a grid of all entries, walked by keyboard with one tab stop', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.here.waitFor();
    expect(await place.grid.getAttribute('aria-rowcount')).toBe('313');
    expect(await place.grid.locator('[tabindex="0"]').count()).toBe(1);
    await place.here.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('4'));
    await page.keyboard.press('Control+End');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('313'));
    // A page is as many rows as the window holds: the key is pressed until one has been turned.
    await eventually(async () => {
      await page.keyboard.press('PageUp');
      expect(Number(await page.locator(':focus').getAttribute('aria-rowindex', { timeout: 500 }))).toBeLessThan(305);
    });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('aria-colindex')).toBe('2'));
    await page.keyboard.press('Control+Home');
    await eventually(async () => {
      expect(await place.here.getAttribute('aria-rowindex')).toBe('2');
      expect(await place.here.getAttribute('aria-selected')).toBe('true');
    });
    // The row with focus is wholly in view, under the head.
    const head = await page.locator('.pl-ch-head').boundingBox();
    const row = await place.here.boundingBox();
    expect(row?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
  });

  it('finds words step by step, narrows to them, and says what hides everything', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('not brought');
    await eventually(async () => expect(await place.grid.locator('mark').count()).toBeGreaterThan(0));
    await eventually(async () => expect(await page.locator('#pl-ch-found').innerText()).toMatch(/^1 of \d+/));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await page.locator('#pl-ch-found').innerText()).toMatch(/^2 of \d+/));
    await page.getByRole('button', { name: 'Only hits' }).click();
    await eventually(async () => expect(await place.about.innerText()).toMatch(/^\d+ of 312 entries$/));
    await place.addFilter('Agency');
    await page.getByRole('checkbox', { name: /Constabulary/ }).check();
    await page.keyboard.press('Escape');
    await page.getByText('2 filters are on.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
    await eventually(async () => expect(await place.about.innerText()).toBe('312 entries'));
    await place.addFilter('Period');
    await page.getByRole('textbox', { name: 'From' }).fill('Sep 2025');
    await page.getByRole('textbox', { name: 'To' }).fill('Nov 2025');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await place.about.innerText()).toMatch(/^\d+ of 312 entries$/));
    expect(await page.evaluate(() => location.hash)).toContain('from=2025-09-01&to=2025-11-30');
    await page.getByRole('button', { name: /^Remove filter: 1 Sep 2025/ }).click();
    await eventually(async () => expect(await place.about.innerText()).toBe('312 entries'));
  });

  it('tags, annotates, links, corrects and reorders, each taken back by undo', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.goTo('0109');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('role')).toBe('row'));

    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Theme' }).fill('Waiting');
    await page.keyboard.press('Enter');
    await place.details.getByRole('button', { name: 'Take off theme: Waiting' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('role')).toBe('row'));
    await eventually(async () => expect(await place.row('0109').innerText()).toContain('Waiting'));

    await page.keyboard.press('a');
    await page.keyboard.type('Asked the trust which day it was.');
    await page.keyboard.press('Control+Enter');
    await place.details.getByText('Asked the trust which day it was.').waitFor();
    await eventually(async () => expect(await page.locator(':focus').getAttribute('role')).toBe('row'));

    // One of the readings of the date, as a button; the entry moves with its date and stays selected.
    await place.details.getByRole('button', { name: 'Wed 12 Feb 2025' }).click();
    await eventually(async () => {
      await expect(place.details.getByRole('heading', { name: 'Wednesday 12 February 2025' }).count()).resolves.toBe(1);
      expect(await place.row('0109').getAttribute('aria-selected')).toBe('true');
    });

    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'As it should stand' }).fill('Asthma clinic. Not brought. Rebooked.');
    await page.getByRole('textbox', { name: 'Reason' }).fill('The clinic’s own list.');
    await page.getByRole('button', { name: 'Correct the entry' }).click();
    await place.details.getByText('As it stands').first().waitFor();
    await eventually(async () => expect(await place.row('0109').innerText()).toContain('Rebooked'));

    for (const gone of ['Rebooked', 'Wed 12 Feb 2025']) {
      await place.here.focus();
      await page.keyboard.press('Control+z');
      await eventually(async () => expect(await place.row('0109').innerText()).not.toContain(gone));
    }
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await place.details.getByText('Asked the trust which day it was.').count()).toBe(0));
  });

  it('moves an entry within its day by keys', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.goTo('0092');
    await place.here.focus();
    const before = await place.refs();
    const at = before.indexOf('0092');
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(async () => expect((await place.refs()).indexOf('0092')).toBe(at + 1));
    await eventually(async () => expect(await place.row('0092').getAttribute('aria-selected')).toBe('true'));
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await place.refs()).toEqual(before));
  });

  it('adds an entry by hand, its date read as an import would read it', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await page.getByRole('button', { name: 'Add entry' }).click();
    await page.getByRole('combobox', { name: 'Agency' }).selectOption({ index: 1 });
    await page.getByRole('textbox', { name: 'Date and time' }).fill('c 10 feb 25');
    await page.getByText('Read as c. 10 Feb 2025').waitFor();
    await page.getByRole('textbox', { name: 'What was recorded' }).fill('Telephone call noted on the front sheet.');
    await page.getByRole('button', { name: 'Add the entry' }).click();
    await place.row('0314').waitFor();
    expect(await place.row('0314').innerText()).toContain('≈');
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await place.about.innerText()).toBe('312 entries'));
  });

  it('opens the original beside the entry, and the menu of a row by key', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.goTo('0109');
    await place.details.getByRole('button', { name: /^Open original at row/ }).click();
    const original = page.getByRole('region', { name: 'Rows of the original' });
    await original.locator('tr[aria-current]').getByText('Wed 11/02/25').waitFor();
    await page.getByRole('button', { name: 'Close the original' }).click();
    await place.here.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Next entry of this agency' }).waitFor();
    await page.keyboard.press('Escape');
    await place.here.focus();
    await page.keyboard.press(']');
    await eventually(async () => expect(await place.details.getByRole('heading', { name: 'Entry 0109' }).count()).toBe(0));
  });

  it('builds a filter, saves it as a view, and V opens it again', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.here.focus();
    await page.keyboard.press('f');
    await page.getByRole('menuitem', { name: 'Build a filter…' }).click();
    await page.getByLabel('Add a condition').selectOption('agency');
    await page.getByRole('checkbox', { name: /Constabulary/ }).check();
    await page.getByRole('button', { name: 'Keep the condition' }).click();
    await place.details.getByRole('button', { name: 'Turn round' }).click();
    await page.getByLabel('Add a condition').selectOption('words');
    await page.getByRole('textbox', { name: 'Words' }).fill('not brought');
    await page.getByRole('button', { name: 'Keep the condition' }).click();
    await eventually(async () =>
      expect(await place.details.innerText()).toContain('Entries not of Ostershire Constabulary and with “not brought”'),
    );
    await eventually(async () => expect(await place.about.innerText()).toMatch(/^\d\d? of 312 entries$/));
    // Words may be a name: they are not in the address.
    expect(decodeURIComponent(await page.evaluate(() => location.hash))).not.toMatch(/brought/);
    const narrowed = await place.about.innerText();
    await page.getByLabel('An entry is shown where').selectOption('any');
    await eventually(async () => expect(await place.about.innerText()).not.toBe(narrowed));
    expect(await window.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Back to the entries' }).click();
    await page.getByRole('button', { name: /^Rows:/ }).click();
    await page.getByRole('menuitem', { name: 'By agency' }).click();
    await place.here.focus();
    await page.keyboard.press('v');
    await page.getByRole('textbox', { name: 'Save what is shown as' }).fill('Missed elsewhere');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Missed elsewhere' }).waitFor();
    const shown = await place.about.innerText();
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'All entries, columns as they come' }).click();
    await eventually(async () => expect(await place.about.innerText()).toBe('312 entries'));
    await place.here.focus();
    await page.keyboard.press('v');
    await page
      .getByRole('dialog', { name: 'Saved views' })
      .getByRole('button', { name: 'Missed elsewhere', exact: true })
      .click();
    await eventually(async () => expect(await place.about.innerText()).toBe(shown));
  });

  it('walks headings by key, each a row of the grid; columns come, go and stay in view', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    const headings = place.grid.locator('.pl-ch-group');
    // At the top a heading is in view, wherever the walk before left the list.
    await place.here.focus();
    await page.keyboard.press('Control+Home');
    await headings.first().waitFor();
    expect(await headings.first().getByRole('rowheader').getAttribute('aria-colspan')).toMatch(/^[89]$/);
    await page.keyboard.press('Alt+PageDown');
    await eventually(async () => expect(Number(await place.here.getAttribute('aria-rowindex'))).toBeGreaterThan(5));
    const count = Number(await place.grid.getAttribute('aria-rowcount'));
    const total = Number(/^\d+/.exec(await place.about.innerText())?.[0]);
    expect(count).toBeGreaterThan(total + 2);
    await page.getByRole('button', { name: 'Columns' }).click();
    const panel = page.getByRole('dialog', { name: 'Columns' });
    await panel.getByRole('checkbox', { name: 'Days since the same agency’s last contact' }).click();
    await panel.getByRole('checkbox', { name: 'Days since the same agency’s last contact' }).press('Alt+ArrowUp');
    await panel.getByLabel('Columns that stay in view at the left').selectOption('2');
    await page.keyboard.press('Escape');
    await place.grid.getByRole('columnheader', { name: 'Since agency’s last' }).waitFor();
    await eventually(async () => expect(await place.grid.innerText()).toMatch(/\d+ days|same day/));
    expect(await place.grid.locator('[data-frozen]').count()).toBeGreaterThan(4);
    await place.here.focus();
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'All entries, columns as they come' }).click();
    await eventually(async () => expect(await place.about.innerText()).toBe('312 entries'));
  });

  it('puts many dates right by one rule, seen before, as one step', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.goTo('0092');
    await place.here.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await place.details.getByRole('heading', { name: '3 entries selected' }).waitFor();
    await page.keyboard.press('Shift+D');
    await page.getByLabel('What is so of all of them').selectOption('about');
    const list = page.getByRole('list', { name: 'Dates, before and after' });
    await eventually(async () => expect(await list.getByRole('listitem').count()).toBe(3));
    expect(await window.faults()).toEqual([]);
    await page.getByRole('button', { name: /^Put [23] dates right$/ }).click();
    await eventually(async () => expect(await place.row('0092').innerText()).toContain('≈'));
    await place.here.focus();
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await place.row('0092').innerText()).not.toContain('≈'));
    await page.keyboard.press('Control+p');
    await page.getByRole('button', { name: 'Save as a Word document' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as an Excel workbook' }).click();
    expect((await download).suggestedFilename()).toMatch(/^Chronology .*\.xlsx$/);
    await page.getByRole('button', { name: 'Back to the entries' }).click();
  });

  it('shows no real name while anonymised, and refuses what cannot be done there with the reason', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    await place.goTo('0092');
    await place.here.focus();
    expect(await place.grid.innerText()).toContain('Rowan');
    await page.keyboard.press('F9');
    await eventually(async () => expect(await page.locator('body').innerText()).not.toMatch(/Rowan|W[óo]jcik|Pryce/u));
    await place.details.getByText('Original is not shown while anonymised').waitFor();
    const correct = place.details.getByRole('button', { name: 'Correct…' });
    expect(await correct.getAttribute('aria-disabled')).toBe('true');
    expect(await correct.getAttribute('title')).toContain('Switch to identified');
    expect(await window.faults()).toEqual([]);
    await page.keyboard.press('F9');
    await eventually(async () => expect(await place.grid.innerText()).toContain('Rowan'));
  });

  it('reads as prose in a narrow window, where details cover the list', async () => {
    const { page } = window;
    await page.setViewportSize({ width: 720, height: 900 });
    const feed = page.getByRole('feed', { name: 'Chronology' });
    await feed.getByRole('article').first().waitFor();
    await feed.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await feed.locator('[aria-current]').count()).toBe(1));
    expect(await window.faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Where it came from').waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await page.getByText('Where it came from').count()).toBe(0));
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('breaks no rule of WCAG 2.2 AA in the dark scheme either, and never complains', async () => {
    const { page, complaints } = window;
    await chronologyPage(page).here.waitFor();
    await window.scheme('dark');
    expect(await window.faults()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
