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

describe('lanes', () => {
  it('are walked by keys from ten years to one night, and what is chosen is selected in the list', async () => {
    const { page } = window;
    const place = chronologyPage(page);
    const police = page.getByRole('listbox', { name: /Constabulary/ });
    const here = police.getByRole('option');
    await police.waitFor();
    await page.getByRole('listbox').first().focus();
    await page.keyboard.press('ArrowDown');
    await eventually(async () =>
      expect(await page.locator(':focus').getAttribute('aria-label')).toMatch(
        /Constabulary: \d+ entries, 5 stretches without contact/,
      ),
    );
    await page.keyboard.press('Home');
    const said: string[] = [];
    for (let i = 0; i < 90 && !said.at(-1)?.startsWith('Week of Mon 10 Mar 2025'); i++) {
      await page.keyboard.press('ArrowRight');
      said.push(await here.innerText());
    }
    expect(said.at(-1)).toMatch(/^Week of Mon 10 Mar 2025/);
    expect(said.some((words) => /No contact recorded, \d+ days/.test(words))).toBe(true);
    await page.keyboard.press('Enter');
    await place.details.getByRole('heading', { name: 'Saturday 15 March 2025' }).waitFor();
    for (let i = 0; i < 8; i++) await page.keyboard.press('+');
    const bar = page.getByRole('group', { name: 'Lanes', exact: true });
    await eventually(async () => expect(await bar.innerText()).toMatch(/15 Mar 2025|14 Mar 2025|13 Mar 2025/));
    await page.keyboard.press('Home');
    // Entry after entry of one evening, in the order of their times.
    const times: string[] = [];
    await eventually(async () => {
      const words = await here.innerText();
      const time = /Sat 15 Mar 2025, (\d\d:\d\d)/.exec(words)?.[1];
      if (time && !times.includes(time)) times.push(time);
      if (times.length < 2) await page.keyboard.press('ArrowRight');
      expect(times.length).toBeGreaterThanOrEqual(2);
    });
    expect(times).toEqual(times.toSorted());
    await eventually(async () => expect(await page.locator('[data-live=polite]').innerText()).toMatch(/Mar 2025.*entr/));
    await page.keyboard.press('0');
    await eventually(async () => expect(await bar.innerText()).toMatch(/201\d.*to .*202\d/));
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await page.locator(':focus').getAttribute('role')).toBe('row'));
    expect(await window.faults()).toEqual([]);
  });

  it('and the list move together: the box follows the list, and the list follows the box', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Period under review' }).click();
    const box = page.getByRole('slider', { name: 'Rows in view' });
    const grid = page.getByRole('grid', { name: 'Chronology' });
    await chronologyPage(page).here.focus();
    await page.keyboard.press('Control+End');
    await eventually(async () => expect(await box.getAttribute('aria-valuetext')).toMatch(/2025 to \d+ Nov 2025$/));
    await box.focus();
    await page.keyboard.press('Home');
    await eventually(async () => expect(await grid.evaluate((element) => element.scrollTop)).toBe(0));
    await eventually(async () => expect(await box.getAttribute('aria-valuetext')).toMatch(/^1 Sep 2013/));
    const plot = await page.getByRole('listbox').first().boundingBox();
    const start = await box.boundingBox();
    if (!plot || !start) throw new Error('nothing is drawn');
    await page.mouse.move(start.x + start.width / 2, plot.y + 8);
    await page.mouse.down();
    for (let i = 1; i <= 6; i++) await page.mouse.move(start.x + (plot.width / 2 / 6) * i, plot.y + 8);
    await page.mouse.up();
    await eventually(async () => {
      expect(await box.getAttribute('aria-valuetext')).toMatch(/(Dec 2024|Jan 2025|Feb 2025)/);
      expect(await grid.innerText()).toMatch(/(Dec 2024|Jan 2025)/);
    });
    // The wheel zooms where the pointer is.
    const before = await page.getByRole('group', { name: 'Lanes', exact: true }).innerText();
    await page.mouse.move(plot.x + plot.width / 2, plot.y + 60);
    await page.mouse.wheel(0, -400);
    await eventually(async () =>
      expect(await page.getByRole('group', { name: 'Lanes', exact: true }).innerText()).not.toBe(before),
    );
  });

  it('say the same as a list, by person and by theme, and hold no real name while anonymised', async () => {
    const { page } = window;
    await page.getByRole('radio', { name: 'Theme' }).click();
    await page.getByRole('listbox', { name: /^Medicines: \d+ entries/ }).waitFor();
    await page.getByRole('link', { name: 'Themes by agency' }).click();
    const matrix = page.getByRole('grid', { name: 'Themes by agency' });
    const cell = matrix.getByRole('gridcell', { name: /^Medicines, Kelderby Quay Surgery: \d+ entries: \d+ in quarter/ });
    await cell.waitFor();
    expect(await window.faults()).toEqual([]);
    await matrix.locator('[tabindex="0"]').focus();
    for (const key of ['PageDown', 'ArrowUp', 'PageUp', 'End', 'Home']) await page.keyboard.press(key);
    await cell.focus();
    const entries = /: (\d+) entries/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1];
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await chronologyPage(page).about.innerText()).toBe(`${entries} of 312 entries`));
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByRole('radio', { name: 'Person' }).click();
    await page.getByRole('listbox', { name: /^Rowan Wójcik/ }).waitFor();
    await page.keyboard.press('F9');
    await page.getByRole('listbox', { name: /^Child V/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/Rowan|W[óo]jcik|Pryce/u);
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: 'Agency' }).click();
    await page.getByRole('button', { name: 'Lanes as a list' }).click();
    const table = page.getByRole('table', { name: /Children's Social Care/ });
    await table.getByRole('row', { name: /12 Apr 2025 to 1 Jun 2025 No contact recorded, 51 days/ }).waitFor();
    expect(await window.faults()).toEqual([]);
    await page.getByRole('button', { name: 'The list as lanes' }).click();
  });
});

describe('what is missing', () => {
  it('is listed, explained and taken back; periods say what lies outside them', async () => {
    const { page } = window;
    const details = page.getByRole('complementary', { name: 'Details' });
    await page.getByRole('link', { name: /^What is missing/ }).click();
    const gaps = page.getByRole('grid', { name: 'Stretches without contact' });
    await gaps.getByRole('row', { name: /8 Jun 2024 to 18 Sep 2024 103/ }).click();
    await details.getByRole('link', { name: /Fri 7 Jun 2024/ }).waitFor();
    await details.getByRole('combobox', { name: 'What is known' }).selectOption({ label: 'Asked of the agency' });
    await details.getByRole('textbox', { name: 'Note' }).fill('The force is asked whether its search went by address too.');
    await details.getByRole('button', { name: 'Keep the explanation' }).click();
    await gaps.getByRole('row', { name: /103 found Asked of the agency – The force is asked/ }).waitFor();
    await gaps.getByRole('row', { name: /23 Jul 2025 to 2 Sep 2025 42 found/ }).waitFor();
    await page
      .getByRole('grid', { name: 'Agencies that others name' })
      .getByRole('row', { name: /Ambulance service/ })
      .click();
    await details.getByRole('heading', { name: 'Entries that name it' }).waitFor();
    expect(await page.getByText(/lies? outside every period/).count()).toBe(0);
    await page.getByRole('button', { name: 'Change the background period 1 Sep 2013 to 29 Feb 2024' }).click();
    await details.getByRole('textbox', { name: 'First day' }).fill('1 Sep 2020');
    await details.getByRole('textbox', { name: 'What is asked for' }).fill('Key events in summary.');
    await details.getByRole('button', { name: 'Change the background period', exact: true }).click();
    await page.getByText('1 Sep 2020 to 29 Feb 2024 – Key events in summary.').waitFor();
    await page.getByText(/entries lie outside every period/).waitFor();
    expect(await window.faults()).toEqual([]);
    await page.locator('h1').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await gaps.getByText('Asked of the agency').count()).toBe(0));
    expect(window.complaints).toEqual([]);
  });
});
