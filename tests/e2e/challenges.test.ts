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

it('a fact is challenged by key, settled with its correction, listed, and an annotation is answered', async () => {
  const { page } = window;
  const place = chronologyPage(page);
  await window.go('chronology');
  await place.here.waitFor();
  await place.here.focus();
  await page.keyboard.press('c');
  const claim = place.details.getByLabel('What is wrong');
  await claim.waitFor();
  await eventually(async () => expect(await claim.evaluate((box) => box === document.activeElement)).toBe(true));
  await page.keyboard.type('The visit was a telephone call.');
  await place.details.getByLabel('How it should read').fill('A telephone call.');
  expect(await window.faults()).toEqual([]);
  await place.details.getByRole('button', { name: 'Raise the challenge' }).click();
  await place.details.getByText('The visit was a telephone call.').waitFor();

  await place.details.getByRole('link', { name: 'All accuracy challenges' }).click();
  const row = page
    .getByRole('grid', { name: 'Accuracy challenges' })
    .locator('tbody tr', { hasText: 'The visit was a telephone call.' });
  await row.click();
  await place.details.getByRole('button', { name: 'Settle the challenge…' }).click();
  expect(await place.details.getByLabel('As it should stand').inputValue()).toBe('A telephone call.');
  expect(await window.faults()).toEqual([]);
  await place.details.getByRole('button', { name: 'Settle the challenge', exact: true }).click();
  await eventually(async () => expect(await row.innerText()).toContain('Accepted'));
  await place.details.getByRole('link', { name: 'Go to the entry' }).click();
  await place.details.getByRole('heading', { name: 'Corrections' }).waitFor();
  await eventually(async () => expect(await place.details.innerText()).toContain('A telephone call.'));

  await place.details.getByRole('button', { name: 'Add…' }).first().click();
  await place.details.getByRole('textbox', { name: 'Annotation' }).fill('Who rang?');
  await place.details.getByRole('button', { name: 'Add the annotation' }).click();
  await place.details.getByRole('button', { name: 'Reply…' }).click();
  await place.details.getByRole('textbox', { name: 'Reply' }).fill('The duty worker.');
  await place.details.getByRole('button', { name: 'Add the reply' }).click();
  await place.details.getByRole('button', { name: 'Settle the thread' }).click();
  await place.details.getByRole('button', { name: 'Open the thread again' }).waitFor();
  await window.scheme('dark');
  expect(await window.faults()).toEqual([]);
  expect(window.complaints).toEqual([]);
});
