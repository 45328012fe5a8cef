import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { tempFolder } from '../core/harness.ts';
import { wordReply } from '../unit/panel/word-reply.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  await window.go('panel');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 80 });

it('sends a round out, takes a copy back, and settles what was said by keyboard', async () => {
  const { page } = window;
  const details = page.locator('.pl-inspector');
  // The sample's own round stands beneath.
  await page.getByRole('radio', { name: 'Remarks to settle 5' }).waitFor();
  expect(await window.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Begin a round…' }).click();
  await details.getByLabel('Return by').fill('4 Dec 2026');
  await details.getByLabel('Names', { exact: true }).selectOption('identified');
  await details.getByLabel('In Word').selectOption('trackedChanges');
  await details
    .getByLabel(/^For whom/)
    .fill('Helen Marsden, Named Nurse, Community health\nTom Okoro, Head of Access, Education');
  expect(await window.faults()).toEqual([]);
  await details.getByRole('button', { name: 'Begin the round with 2 copies' }).click();
  await details.getByRole('heading', { name: 'Round 2, copy 1' }).waitFor();
  const download = page.waitForEvent('download');
  await details.getByRole('button', { name: 'Make the Word file…' }).click();
  const sent = new Uint8Array(readFileSync(await (await download).path()));
  await details.getByRole('button', { name: 'Note as sent today' }).click();
  await eventually(async () => expect(await page.locator('tr[aria-selected=true]').innerText()).toContain('Sent'));
  expect(await window.faults()).toEqual([]);

  const reply = wordReply(sent);
  const xml = new TextDecoder().decode((await import('fflate')).unzipSync(sent)['word/document.xml']);
  /** The last words of an entry, whichever the sample has there. */
  const wordsOf = (ref: number): string => {
    const row = xml.slice(xml.search(new RegExp(`w:name="PL_[0-9A-Z]{8}_${ref}_`)));
    const cells = row.slice(0, row.indexOf('</w:tr>')).split('<w:tc>');
    return /<w:t xml:space="preserve">(\w+ \w+)/.exec(cells[3] ?? '')?.[1] ?? '';
  };
  reply.comment(
    { ref: 3, words: wordsOf(3) },
    { author: 'H Marsden', text: 'Our record has another day.', account: 'h.marsden@example.org' },
  );
  reply.change(5, wordsOf(5), 'As told to us');
  reply.type(8, 'Nothing of this is in our notes.');
  reply.comment({ words: 'Say where an entry is wrong' }, { author: 'H Marsden', text: 'By when is the draft due?' });
  const path = join(tempFolder(), 'Reply.docx');
  writeFileSync(path, reply.bytes());
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Read what came back…' }).first().click();
  await (await chooser).setFiles(path);
  await page
    .getByRole('group', { name: 'What came back' })
    .getByText(/^4 new remarks/)
    .waitFor();
  await page.getByRole('radio', { name: /Remarks to settle 9/ }).click();
  await page.getByLabel('Of which copy').selectOption({ label: '2.1 Helen Marsden, Named Nurse, Community health' });
  const rows = page.locator('tr[data-row]');
  await eventually(async () => expect(await rows.count()).toBe(4));
  await rows.filter({ hasText: 'another day' }).click();
  await details.getByText('H Marsden (h.marsden@example.org)').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await window.scheme(scheme);
    expect(await window.faults(), scheme).toEqual([]);
  }
  await window.scheme('light');

  await page.keyboard.press('a');
  await eventually(async () => expect(await rows.count()).toBe(3));
  await page.keyboard.press('Control+z');
  await eventually(async () => expect(await rows.count()).toBe(4));
  await rows.filter({ hasText: 'As told to us' }).click();
  await page.keyboard.press('c');
  await details.getByLabel('Reason, besides').fill('The log says so.');
  await page.keyboard.press('Control+Enter');
  await eventually(async () => expect(await rows.count()).toBe(3));
  await rows.filter({ hasText: 'draft due' }).click();
  await page.keyboard.press('s');
  await details.getByLabel('Reason').fill('Answered by e-mail.');
  await details.getByRole('button', { name: 'Set aside' }).click();
  await eventually(async () => expect(await rows.count()).toBe(2));
  await rows.first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('h');
  await page.getByText('No remark waits').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await page.getByRole('radio', { name: 'All remarks' }).click();
  await page.getByRole('link', { name: 'Open in Chronology' }).waitFor();
  expect(window.complaints).toEqual([]);
});
