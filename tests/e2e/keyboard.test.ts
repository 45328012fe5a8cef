import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { chronologyPage } from './pages/chronology.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
}, 120_000);
afterAll(() => window.close());

const WITHIN = { timeout: 8000, interval: 60 };
const PLACES = [
  'overview',
  'returns',
  'chronology',
  'people',
  'analysis',
  'recommendations',
  'publish',
  'panel',
  'actions',
  'activity',
  'help',
];

describe('every place', () => {
  test.each(PLACES)('%s: axe finds nothing in light and dark, and nothing complains', async (place) => {
    await window.go(place);
    await window.page.locator('h1').first().waitFor();
    await window.page.waitForTimeout(700);
    for (const scheme of ['light', 'dark'] as const) {
      await window.scheme(scheme);
      await window.page.waitForTimeout(150);
      expect(await window.faults(), `${place}, ${scheme}`).toEqual([]);
    }
    expect(window.complaints).toEqual([]);
  });
});

test('arriving by a key, ArrowDown on the heading leads into the list of the place', async () => {
  const { page } = window;
  const active = (of: string): Promise<boolean> => page.evaluate((css) => document.activeElement?.matches(css) === true, of);
  await window.go('overview');
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.getByRole('heading', { level: 1, name: 'Returns' }).waitFor();
  await page.locator('[role=grid] [tabindex="0"],[role=listbox] [tabindex="0"]').first().waitFor();
  if (await active('h1')) await page.keyboard.press('ArrowDown');
  await vi.waitFor(async () => expect(await active('[role=grid] *,[role=listbox] *')).toBe(true), WITHIN);
});

test('a walk by the keyboard alone: to an entry, annotate it, see it on the activity page, take it back', async () => {
  const { page } = window;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await window.scheme('light');
  await window.go('overview');
  await page.locator('h1').first().waitFor();
  await press('g', 'c');
  // One tab stop: a row of the grid takes the focus, arrows move it, the inspector follows.
  const { here, details } = chronologyPage(page);
  await here.waitFor();
  await here.focus();
  await press('ArrowDown');
  await vi.waitFor(async () => expect(await page.locator(':focus').getAttribute('aria-rowindex')).toBe('3'), WITHIN);
  await details.getByRole('heading', { name: /^Entry/ }).waitFor();
  await details.getByText('Where it came from').waitFor();
  await press('a');
  await vi.waitFor(async () => expect(await page.locator(':focus').evaluate((e) => e.tagName)).toBe('TEXTAREA'), WITHIN);
  await page.keyboard.type('Asked of the agency by the review panel.');
  await press('Control+Enter');
  await page.getByText('Asked of the agency by the review panel.').first().waitFor();
  await press('Escape', 'Escape');
  await press('Control+k');
  await vi.waitFor(async () => expect(await page.locator(':focus').evaluate((e) => e.tagName)).toBe('INPUT'), WITHIN);
  await page.keyboard.type('Activity');
  await page
    .getByRole('option', { name: /Activity/ })
    .first()
    .waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor();
  await page.getByText('Annotate an entry').first().waitFor();
  await press('Control+z');
  await page.getByText('Undo: Annotate an entry').first().waitFor();
  expect(window.complaints).toEqual([]);
});
