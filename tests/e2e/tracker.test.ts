import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  await window.go('returns?show=tracker');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 60 });

it('an agency is asked, its letter saved and noted, a step taken back, all by keyboard or button', async () => {
  const { page } = window;
  const table = page.getByRole('grid', { name: 'Returns by agency' });
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBe(7);
  await page.keyboard.press('Insert');
  const who = page.getByLabel('Agencies');
  await who.waitFor();
  await who.fill('Kelder Probation; Head of Service\n');
  await page.getByLabel('Asked on').fill('5 January 2026');
  await page.getByLabel('Due', { exact: true }).fill('31 January 2026');
  await page.getByRole('button', { name: 'Note 1 agency as asked' }).click();
  const row = table.locator('tbody tr', { hasText: 'Kelder Probation' });
  await eventually(async () =>
    expect(await row.innerText()).toMatch(/Head of Service[\s\S]*31 Jan 2026[\s\S]*late[\s\S]*Reminder/),
  );
  expect(await window.faults()).toEqual([]);

  await row.click();
  await page.getByRole('button', { name: 'Write a letter…' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as Word…' }).click();
  const { value } = await mammoth.extractRawText({ buffer: readFileSync(await (await download).path()) });
  expect(value).toContain('Reminder: your chronology (LCSPR 2026/01)');
  expect(value).toContain('Kelder Probation');
  expect(value).not.toContain('Child V');
  await page.getByRole('button', { name: 'Note as reminded today' }).click();
  await page.getByRole('button', { name: 'Take back…' }).last().click();
  await page.getByLabel('Why it is taken back').fill('Not sent after all');
  await page.getByRole('button', { name: 'Take the step back' }).click();
  await page.getByText('Taken back: Not sent after all').waitFor();
  await window.scheme('dark');
  expect(await window.faults()).toEqual([]);
  expect(window.complaints).toEqual([]);
});
