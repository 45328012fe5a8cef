import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { analysisPlace } from './pages/analysis.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
let place: ReturnType<typeof analysisPlace>;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  place = analysisPlace(window.page);
  await window.go('analysis');
  await place.finding(1).waitFor();
});
afterAll(async () => window?.close());

const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await window.page.keyboard.press(one);
};
const button = (name: string | RegExp) => window.page.getByRole('button', { name, exact: typeof name === 'string' });

describe('analysis', () => {
  it('adds a finding, writes it, and undoes all of it', async () => {
    await place.addFinding.click();
    expect(await button('Add the finding').getAttribute('aria-disabled')).toBe('true');
    await place.field('Statement').fill('Nobody added the absences up.');
    await button('Add the finding').click();
    await place.finding(9).waitFor();
    await place.field('Why it came about').fill('Each service counted its own.');
    await place.statement(9).fill('Nobody added the thirteen absences up.');
    await key('Tab');
    await place.side.getByText('Nobody added the thirteen absences up.').waitFor();
    await window.page.getByRole('combobox', { name: 'Kind of finding' }).selectOption('systemic');
    await place.side.getByText('Finding 9 has no recommendation').waitFor();
    await window.page.getByRole('heading', { level: 1 }).focus();
    for (let n = 0; n < 4; n++) {
      await place.undo();
      await window.page.waitForTimeout(150);
    }
    await expect.poll(async () => place.side.getByText('absences up').count()).toBe(0);
  });

  it('leans a finding on entries by number and by words, for and against', async () => {
    await window.page.getByRole('button', { name: /^2 / }).click();
    await place.finding(2).waitFor();
    await place.search.fill('5, 6');
    await button('Entry 5 stands for it').click();
    await place.found.getByText('stands for it').waitFor();
    await button('Entry 6 stands against it').click();
    await place.found.getByText('stands against it').waitFor();
    await place.search.fill('');
    await window.page
      .locator('.pl-inspector')
      .getByRole('button', { name: /^\d+ more$/ })
      .first()
      .click();
    await place.evidence('for').getByText('0005').waitFor();
    await button('Entry 5: stands against').click();
    await place.evidence('against').getByText('0005').waitFor();
    await button('Take off entry 5').click();
    await place.evidence('against').getByText('0005').waitFor({ state: 'detached' });
    await place.search.fill('asthma');
    await place.found.getByRole('listitem').first().waitFor();
    await key('Escape');
    expect(await place.search.inputValue()).toBe('');
    await window.page.getByRole('radio', { name: 'By agency' }).click();
    await place.evidence('for').locator('.pl-evidence-agency').first().waitFor();
  });

  it('keeps a tree of themes: added, named, defined, moved, removed', async () => {
    await place.addTheme.click();
    await place.field('Name').fill('Letters');
    await place.field('Definition').fill('A letter that nobody answered.');
    await button('Add the theme').click();
    const page = window.page.getByRole('article', { name: 'Theme Letters' });
    await page.waitFor();
    await place.field('Name of the theme').fill('Letters unanswered');
    await key('Enter');
    await place.side.getByText('Letters unanswered').waitFor();
    await window.page.getByRole('combobox', { name: 'Under' }).selectOption({ index: 1 });
    const parent = window.page.getByRole('combobox', { name: 'Under' }).locator('option:checked');
    await expect.poll(async () => parent.textContent()).not.toBe('No other theme');
    await button('Remove the theme…').click();
    await button('Remove the theme and 0 tags').click();
    await place.side.getByText('Letters unanswered').waitFor({ state: 'detached' });
    const first = place.side.locator('a[href*="theme="]').nth(1);
    expect(await first.getAttribute('href')).toMatch(/^#\/chronology\?theme=[0-9a-f-]{36}$/);
  });

  it('walks the thread both ways, passes axe, and shows no name in an anonymised view', async () => {
    await window.go('analysis');
    await window.page.getByRole('button', { name: /^1 / }).click();
    const thread = window.page.getByRole('region', { name: 'Thread' });
    await thread
      .getByRole('link', { name: /^Entry \d{4}/ })
      .first()
      .waitFor();
    expect(await thread.getByRole('link', { name: /^Recommendation 7/ }).getAttribute('href')).toContain('recommendation=');
    expect(await thread.getByRole('link', { name: /^Action 7\.1/ }).count()).toBe(1);
    for (const scheme of ['light', 'dark'] as const) {
      await window.scheme(scheme);
      expect(await window.faults()).toEqual([]);
    }
    await window.scheme('light');
    await window.page.getByRole('heading', { level: 1 }).focus();
    await key('F9');
    await expect.poll(async () => place.statement(1).getAttribute('readonly')).not.toBeNull();
    expect(await place.addFinding.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(async () => window.page.locator('body').innerText(), { timeout: 5000 }).not.toMatch(/Rowan|Eyres|Marc\b/i);
    await key('F9');
    expect(window.complaints).toEqual([]);
  });
});
