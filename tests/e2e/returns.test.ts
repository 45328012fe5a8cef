import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { csvFile, returnsPage } from './pages/returns.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

/** An own return with the blemishes of real ones. */
const EARLY_HELP = csvFile('Early help contacts.csv', [
  'Contacts held by the early help team,,,,',
  'Date of contact,Time,Worker,What happened,Mood board',
  '02.06.25,0915,D Kell,"Letter sent to the family, offering the parenting group.",blue',
  'w/c 9/6,pm,D Kell,Telephone call. Mother said evenings suit better.,',
  ',,Duty,Message passed on from school.,green',
  '1O/6/25,,D Kell,Home visit. Both children seen in the kitchen.,',
  '31/06/2025,,Duty,Card left at the door.,',
]);
const PLAIN = csvFile('Kelder probation.csv', ['Date,Details', '1 May 2025,Appointment kept.', '8 May 2025,Appointment kept.']);
const LOCKED = { name: 'locked.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing to read') };

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  await window.go('returns');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 10_000, interval: 60 });

describe('returns that are in', () => {
  it('are listed with what waits in them, and shown as they came beside their problems', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.chosen.waitFor();
    expect(await place.list.getByRole('option').count()).toBe(7);
    await place.chosen.focus();
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await place.chosen.innerText()).toContain('Constabulary'));
    await place.main.getByText(/never changed/).waitFor();
    await page.keyboard.press('Home');
    await place.problems.waitFor();
    await page.keyboard.press('F8');
    await eventually(async () => expect(await place.problems.locator('[aria-selected=true]').count()).toBe(1));
    const row = /Row (\d+)/.exec(await place.problems.locator('[aria-selected=true]').innerText())?.[1];
    await eventually(async () => expect(await place.main.locator('tr[data-at] > th').first().innerText()).toBe(row));
    expect(await window.faults()).toEqual([]);
  });

  it('hand over their points as a list for the agency, and of that agency alone', async () => {
    const { page } = window;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the list for an e-mail' }).click();
    let text = '';
    await eventually(async () => {
      text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toMatch(/^Points in your chronology for LCSPR 2026\/01\n/);
    });
    // Those to look at; what is only for information was not chosen.
    const chosen = await returnsPage(page).details.getByRole('group', { name: 'Kinds that go on the list' }).innerText();
    expect(text.match(/^\d+\. /gm)).toHaveLength(Number(/To look at\s+(\d+)/.exec(chosen)?.[1]));
    expect(text).not.toContain('tracked changes');
    expect(text).toContain("chronology of Ostermere Children's Social Care");
    expect(text).not.toContain('Constabulary');
    const list = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the list as Word…' }).click();
    expect((await list).suggestedFilename()).toBe('Points LCSPR 2026-01 SC.docx');
  });

  it('show the original at the row of a problem, and by keyboard', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await page.getByRole('radio', { name: 'Original' }).click();
    const original = page.getByRole('region', { name: 'The original, as it was sent' });
    await original.waitFor();
    await place.problems.getByRole('option', { name: /Tracked changes/ }).click();
    const row = original.locator('tr[aria-current]');
    await row.getByText(/struck out: “partner”/).waitFor();
    expect(await row.locator('td[data-pointed]').innerText()).toContain('Visit to Tanpit Row');
    // In view, in its own pane: the window around it stays where it is.
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    const number = await row.locator('th').innerText();
    await page.keyboard.press('F8');
    await eventually(async () => expect(await row.locator('th').innerText()).not.toBe(number));
    expect(await window.faults()).toEqual([]);
    await row.getByRole('link', { name: /^See entry/ }).click();
    await page.getByRole('grid', { name: 'Chronology' }).waitFor();
    await window.go('returns');
  });

  it('ask for a form for an agency, which is saved under its reference', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Make a form…' }).click();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByLabel('Return by').fill('18 Dec 2026');
    const form = page.waitForEvent('download');
    await details.getByRole('button', { name: 'Save the form as Excel…' }).click();
    expect((await form).suggestedFilename()).toBe('Chronology form LCSPR 2026-01.xlsx');
    expect(await window.faults()).toEqual([]);
    await details.getByRole('button', { name: 'Close the form' }).click();
  });

  it('give their original back byte for byte', async () => {
    const { page } = window;
    const place = returnsPage(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      place.details.getByRole('button', { name: 'Save the original…' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const stream = await download.createReadStream();
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256');
    for await (const part of stream) hash.update(part as Buffer);
    expect(await place.details.innerText()).toContain(hash.digest('hex'));
  });

  it('are withdrawn by name and number, and put back', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.line(/Oster Homes/).click();
    await place.details.getByRole('button', { name: 'Withdraw this return…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw the return of Oster Homes, 19 entries' });
    await dialog.getByRole('button', { name: 'Withdraw 19 entries' }).click();
    await eventually(async () => expect(await place.chosen.innerText()).toContain('Withdrawn'));
    await place.details.getByRole('button', { name: 'Put 19 entries back' }).click();
    await eventually(async () => expect(await place.chosen.innerText()).toContain('19 entries'));
  });
});

describe('a new return', () => {
  it('shows columns, dates and problems by row before anything is added; a refused file says what to ask for', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.choose([EARLY_HELP, LOCKED, PLAIN]);
    await place.columns.waitFor();
    await place.refused.getByText(/Ask the agency/).waitFor();
    await eventually(async () => expect(await place.line(/Being mapped/).count()).toBe(2));
    expect(await place.feeds('Date of contact').inputValue()).toBe('date');
    expect(await place.feeds('What happened').inputValue()).toBe('description');
    expect(await place.feeds('Mood board').inputValue()).toBe('other');
    expect(await place.dates.getByRole('row', { name: /1O\/6\/25/ }).innerText()).toContain('Tue 10 Jun 2025');
    expect(await place.dates.getByRole('row', { name: /31\/06\/2025/ }).innerText()).toContain('No such day');
    // The row of the problem in hand is shown in full, and in view.
    await place.problems.getByRole('option', { name: /31\/06\/2025/ }).click();
    await eventually(async () => expect(await place.columns.locator('tr[data-at] > th').innerText()).toBe('7'));
    expect(await window.faults()).toEqual([]);
    expect(await place.chosen.innerText()).toContain('Early help');
  });

  it('asks whose it is where the file does not say, reads again as columns are placed, and is kept for later', async () => {
    const { page } = window;
    const place = returnsPage(page);
    expect(await place.add.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('Say first whose return this is').last().waitFor();
    await place.agency.fill('Kelder Early Help');
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await place.add.getAttribute('aria-disabled')).toBeNull());
    await place.feeds('Mood board').selectOption('childVoice');
    await eventually(async () => expect(await place.add.getAttribute('aria-disabled')).toBeNull());
    expect(await place.feeds('Mood board').inputValue()).toBe('childVoice');
    await place.columns.getByText('placed by you').waitFor();
    await page.getByRole('button', { name: 'Keep for later' }).click();
    await window.go('chronology');
    await page.getByRole('grid', { name: 'Chronology' }).waitFor();
    await window.go('returns');
    await place.line(/Kelder Early Help/).click();
    await eventually(async () => expect(await place.feeds('Mood board').inputValue()).toBe('childVoice'));
  });

  it('is added by Ctrl+Enter, leads to its entries, and the next file follows', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.columns.waitFor();
    await page.keyboard.press('Control+Enter');
    await place.main.getByText('5 entries added to the chronology.').waitFor();
    // The next file is in hand; the one that went in stands among the returns.
    await eventually(async () => expect(await place.chosen.innerText()).toContain('probation'));
    expect(await place.line(/Kelder Early Help\s*5 entries/).count()).toBe(1);
    await page.getByRole('link', { name: 'See them in the chronology' }).click();
    await eventually(async () =>
      expect(await page.locator('.pl-page-tools .pl-page-about').innerText()).toBe('5 of 317 entries'),
    );
    await window.go('returns');
    await place
      .line(/probation/i)
      .first()
      .click();
    await page.getByRole('button', { name: 'Leave this file out' }).click();
    await eventually(async () => expect(await place.list.getByRole('option').count()).toBe(8));
    await place.refused.getByRole('button', { name: /Clear/ }).click();
    await eventually(async () => expect(await place.refused.count()).toBe(0));
  });

  it('that is in already, byte for byte, is not added twice', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.drop([EARLY_HELP]);
    await place.main.getByText(/the very file that is in the review already/).waitFor();
    expect(await page.getByRole('button', { name: 'Keep this file as a version' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Leave this file out' }).click();
  });
});

describe('anonymised', () => {
  it('shows no file, name or row, and reads no file until it is identified again', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await place.line(/Children's Social Care/).click();
    await page.keyboard.press('F9');
    await page.getByText('names included, so they are not shown').waitFor();
    await place.drop([PLAIN]);
    await eventually(async () => expect(await place.line(/Waits for identified/).count()).toBe(1));
    const shown = await page.locator('body').innerText();
    for (const hidden of ['Wojcik', 'Wójcik', 'Pryce', 'Rowan', 'Kelder probation', 'Oyelaran'])
      expect(shown).not.toContain(hidden);
    await place
      .line(/agency|Social Care|Trust|Homes/i)
      .first()
      .click();
    expect(await place.details.getByRole('button', { name: 'Save the original…' }).getAttribute('aria-disabled')).toBe('true');
    expect(await window.faults()).toEqual([]);
    await page.keyboard.press('F9');
    await eventually(async () => expect(await place.line(/Kelder probation/).count()).toBe(1));
    await place.line(/Kelder probation/).click();
    await eventually(async () => expect(await place.columns.count()).toBe(1));
    expect(window.complaints).toEqual([]);
  });
});

describe('a corrected return', () => {
  it('is compared with the one before, side by side, applied as one step, and leaves only its questions', async () => {
    const { page } = window;
    const place = returnsPage(page);
    await window.go('returns');
    await place.line(/Quay Surgery/).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      place.details.getByRole('button', { name: 'Save the original…' }).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    // Two consultations that the sample's findings lean on are left out, and one says more.
    const records = Buffer.concat(parts)
      .toString('utf8')
      .split(/\r?\n(?=\d)/);
    const corrected = records
      .filter((line) => !/16\/04\/24;|16\/07\/24;/.test(line))
      .map((line) => line.replace('mood review. Text', 'mood review missed. Text'));
    expect(corrected).toHaveLength(records.length - 2);
    await place.drop([{ name: 'surgery, put right.csv', mimeType: 'text/csv', buffer: Buffer.from(corrected.join('\r\n')) }]);
    const changes = page.getByRole('listbox', { name: 'What changed' });
    await changes.waitFor();
    expect(await page.getByRole('combobox', { name: 'This file is' }).locator('option:checked').innerText()).toContain(
      'Quay Surgery',
    );
    expect(await changes.getByRole('option').count()).toBe(3);
    await changes.getByRole('option').first().focus();
    await page.keyboard.press('End');
    await eventually(async () =>
      expect(await changes.locator('[aria-selected=true]').innerText()).toMatch(/it stays until you choose/),
    );
    await page.getByRole('radio', { name: /1 changed/ }).click();
    expect(await changes.getByRole('option').locator('ins').allInnerTexts()).toEqual([' missed']);
    expect(await window.faults()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await place.main.getByText('Return 2 is in: 1 changed, 2 left out and to settle; 35 the same.').waitFor();
    // A file that still waits comes into hand by itself; the return is gone back to.
    await place.line(/Quay Surgery/).click();
    await place.details.getByRole('heading', { name: 'To settle' }).waitFor();
    await place.details.getByRole('button', { name: 'Hide it' }).first().click();
    await eventually(async () => expect(await place.details.getByRole('button', { name: 'Hide it' }).count()).toBe(1));
    expect(await place.details.getByText('Return 2', { exact: true }).count()).toBe(1);
    // Both versions are in: they stand side by side, as their files read.
    await place.details.getByRole('link', { name: 'See what return 2 changed' }).click();
    await changes.waitFor();
    expect(await changes.getByRole('option').count()).toBe(3);
    await page.getByLabel('Before').selectOption('Return 2');
    await page.getByText('Both are the very same file.').waitFor();
    await place.details.getByRole('link', { name: /^Entry \d+/ }).click();
    await page.getByRole('heading', { name: 'Versions of its return' }).waitFor();
    expect(await window.faults()).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
