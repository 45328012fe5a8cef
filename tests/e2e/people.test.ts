import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { peoplePage } from './pages/people.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  await window.go('people');
});
afterAll(() => window?.close());

const eventually = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000, interval: 80 });

describe('the register', () => {
  it('stands in groups, is found by any spelling, and walked by keyboard', async () => {
    const { page } = window;
    const place = peoplePage(page);
    await place.row('Bethan Pryce').waitFor();
    const groups = await place.register.locator('.pl-group').allInnerTexts();
    expect(groups.map((text) => text.replace(/\s*\d+$/, ''))).toEqual([
      'Family',
      'Professionals',
      'Places',
      'Organisations',
      'Numbers',
    ]);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('babcia');
    await eventually(async () => expect(await place.register.locator('tr[data-row]').count()).toBe(1));
    expect(await place.row('Adult N').count()).toBe(1);
    await place.search.fill('nobody of this name');
    await page.getByRole('button', { name: /^Show all/ }).click();
    await place.row('Bethan Pryce').click();
    await page.keyboard.press('ArrowDown');
    await eventually(async () =>
      expect(await place.details.getByRole('heading', { level: 2 }).innerText()).toBe('Łukasz Wójcik'),
    );
    expect(await window.faults()).toEqual([]);
  });

  it('takes somebody with the next free pseudonym, and changes what it knows', async () => {
    const { page } = window;
    const place = peoplePage(page);
    await page.keyboard.press('Insert');
    await page.keyboard.type('Tomos Kettley');
    await place.field('Role shown').fill('midwife');
    await place.details.getByRole('button', { name: 'Take MW2' }).click();
    await place.field('Other spellings and names').fill('Tom Kettley');
    await page.keyboard.press('Enter');
    await place.field('Date of birth').fill('31/02/1990');
    await place.details.getByText(/Not read as a date/).waitFor();
    await place.field('Date of birth').fill('3 Feb 1990');
    expect(await window.faults()).toEqual([]);
    await place.details.getByRole('button', { name: 'Add to the register' }).click();
    await eventually(async () => expect(await place.chosen.innerText()).toContain('MW2'));
    expect(await place.details.innerText()).toContain('Sat 3 Feb 1990');
    await place.chosen.focus();
    await page.keyboard.press('F2');
    await place.field('Pseudonym').fill('Adult F');
    await place.details.getByText('Adult F stands for somebody else already.').waitFor();
    await place.field('Pseudonym').fill('MW7');
    await place.details.getByRole('button', { name: 'Remove spelling Tom Kettley' }).click();
    await place.details.getByRole('button', { name: 'Keep the changes' }).click();
    await eventually(async () => expect(await place.chosen.innerText()).toContain('MW7'));
    expect(await place.details.innerText()).not.toContain('Tom Kettley');
    await place.details.getByRole('button', { name: 'Take off the register…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take MW7 off' }).click();
    await eventually(async () => expect(await place.row('MW7').count()).toBe(0));
    await page.keyboard.press('Control+z');
    await eventually(async () => expect(await place.row('MW7').count()).toBe(1));
  });

  it('keys professionals by role, many at once, and takes a register file', async () => {
    const { page } = window;
    const place = peoplePage(page);
    await page.getByRole('button', { name: 'Key professionals by role…' }).click();
    await place.field('One a line: name, role').fill('Elin Garrow, health visitor\nSamir Bhatt\tsocial worker\nOwen');
    await place.details.getByText('Its role is missing: write “name, role”').waitFor();
    await place.details.getByRole('button', { name: 'Key 2 professionals by role' }).click();
    await eventually(async () => expect(await place.row('Elin Garrow').innerText()).toContain('HV3'));
    expect(await place.row('Samir Bhatt').innerText()).toContain('SW3');

    const choose = async (name: string, text: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Import a file…' }).click();
      await (await chooser).setFiles([{ name, mimeType: 'application/json', buffer: Buffer.from(text) }]);
    };
    await choose('broken.json', '[{"id":"x","kind":"pet"}]');
    await place.details.getByText(/Entry 1.*Nothing was added/).waitFor();
    const entry = { kind: 'place', realName: 'Kelder Lido', aliases: ['the Lido'], pseudonym: 'Place 4' };
    await choose('register.json', JSON.stringify([{ id: 'lido', ...entry }]));
    await place.details.getByRole('button', { name: 'Put 1 entry on the register' }).click();
    await eventually(async () => expect(await place.row('Kelder Lido').count()).toBe(1));
  });
});

describe('who is meant', () => {
  it('is asked one at a time, answered by number, and counted afresh', async () => {
    const { page } = window;
    const place = peoplePage(page);
    await place.row('Zofia Wójcik').click();
    await place.ask.getByRole('heading', { name: /^Who is/ }).waitFor();
    const before = await place.waiting();
    expect(before).toBeGreaterThan(1);
    const first = await place.ask.locator('.pl-pe-context').innerText();
    await place.chosen.focus();
    await page.keyboard.press('n');
    await eventually(async () => expect(await place.ask.locator('.pl-pe-context').innerText()).not.toBe(first));
    await page.keyboard.press('1');
    await eventually(async () => expect(await place.waiting()).toBe(before - 1));
    await eventually(async () => expect(await place.chosen.innerText()).toContain(String(before - 1)));
    expect(await page.getByText(/something has changed since/).count()).toBe(0);
  });

  it('is shown in one line both ways', async () => {
    const { page } = window;
    const line = page.getByRole('region', { name: 'Same line, both ways' });
    await line.getByRole('textbox', { name: 'A line to try' }).fill('Bethan Pryce rang Kelder Lido about Rowan Wójcik.');
    await eventually(async () => expect(await line.innerText()).toMatch(/Adult F.*Place 4.*Child V/s));
    expect(await line.locator('.pl-chip-pseudonym').count()).toBe(3);
  });
});

describe('anonymised', () => {
  it('shows pseudonyms and roles alone, and says why the rest is not there', async () => {
    const { page } = window;
    const place = peoplePage(page);
    await page.keyboard.press('F9');
    await place.register.getByText('Child V', { exact: true }).waitFor();
    await page.getByText(/Names are needed to show a line both ways/).waitFor();
    await eventually(async () => {
      const shown = await page.locator('body').innerText();
      for (const hidden of ['Pryce', 'Wójcik', 'Rowan', 'Babcia', 'Garrow', 'Lido', '07700', '1990'])
        expect(shown).not.toContain(hidden);
    });
    expect(await page.getByRole('button', { name: 'Add…' }).getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('button', { name: 'Add…' }).getAttribute('title')).toMatch(/identified/);
    expect(await window.faults()).toEqual([]);
    await page.keyboard.press('F9');
    await place.row('Bethan Pryce').waitFor();
    expect(window.complaints).toEqual([]);
  });
});
