import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CheckSheet } from '#shared/contract/publish.ts';
import { packZip } from '../docx/support/zip.ts';
import { makeReview, publishPlace, type Saved } from './pages/publish.ts';
import { paragraphsOf, unzip } from './pages/read-docx.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

/** From the sample to a file that may leave; then the same from nothing, as a business manager does it in ten minutes. */
let window: SampleWindow;
let place: ReturnType<typeof publishPlace>;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  place = publishPlace(window.page);
  window.page.setDefaultTimeout(10_000);
});
afterAll(async () => window?.close());

/** Waits for what the core answers; the machine may be busy. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });
const key = (keys: string): Promise<void> => window.page.keyboard.press(keys);
const button = (name: string | RegExp) => window.page.getByRole('button', { name });

function sheetOf(saved: readonly Saved[]): { docx: Saved; sheet: CheckSheet } {
  const docx = saved.find((file) => file.name.endsWith('.docx'));
  const beside = saved.find((file) => file.name === `${docx?.name}.check.json`);
  if (!docx || !beside) throw new Error(`handed over: ${saved.map((file) => file.name).join(', ')}`);
  return { docx, sheet: CheckSheet.parse(JSON.parse(beside.bytes.toString('utf8'))) };
}
async function fillApproval(name: string, post: string): Promise<void> {
  await place.dialog.getByLabel('Name of the person who approves').fill(name);
  await place.dialog.getByLabel('Post', { exact: true }).fill(post);
}
async function publish(): Promise<Saved[]> {
  return place.downloads(2, async () => {
    await place.main.click();
    await place.dialog.getByRole('button', { name: 'Publish actions only' }).click();
  });
}

describe('from the sample', () => {
  it('shows the page with what is to be looked at, jumps both ways, and hides names when told to', async () => {
    await window.go('publish');
    await place.heading.waitFor();
    expect(await place.words('what')).toBe('10 recommendations, 15 actions');
    expect(await place.words('check')).toContain('Nothing blocks, 8 to look at');
    await soon(() => place.preview.locator('[data-page]').count()).toBeGreaterThan(2);
    expect(await window.faults()).toEqual([]);
    await key('F8');
    await key('F8');
    expect(await place.card(2).getAttribute('data-active')).toBe('true');
    expect(await place.pin(2).getAttribute('data-active')).toBe('true');
    await place.pin(4).click();
    await soon(() => place.card(4).evaluate((card) => card === document.activeElement)).toBe(true);
    await window.page.getByRole('radio', { name: 'Text only' }).click();
    expect(await place.preview.textContent()).toContain('Why only the actions are published');
    await window.scheme('dark');
    expect(await window.faults()).toEqual([]);
    await window.scheme('light');
    await window.page.getByRole('radio', { name: 'Page' }).click();
    await place.step('names').click();
    await soon(() => window.page.locator('.pl-pub-left').textContent()).toContain('Rowan Wójcik');
    await key('F9');
    await soon(() => window.page.locator('.pl-pub-left').textContent()).not.toContain('Wójcik');
    expect(await window.page.locator('.pl-pub-left').textContent()).toContain('Switch to identified first');
    await key('F9');
    await window.page.getByLabel('People, places, organisations and numbers').waitFor();
  });

  it('puts right what is missing where it is missed, and takes it back', async () => {
    await place.step('check').click();
    await place.card(1).getByRole('button', { name: 'Add a date' }).click();
    await window.page.getByLabel('By when').fill('the end of March 2027');
    await soon(() => place.card(1).textContent()).toContain('Wed 31 Mar 2027');
    await key('Enter');
    await soon(() => place.words('check')).toContain('7 to look at');
    await place.heading.focus();
    await key('Control+z');
    await soon(() => place.words('check')).toContain('8 to look at');
  });

  it('is approved by someone other than the author, made, opened again and handed over', async () => {
    expect(await place.main.getAttribute('aria-disabled')).toBe('true');
    await place.tick.check();
    await place.main.click();
    await place.main.click();
    await fillApproval('nadia fenwick osei', 'Independent Reviewer');
    const approve = place.dialog.getByRole('button', { name: 'Approve actions only' });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    expect(await place.dialog.textContent()).toContain('Someone else approves it');
    expect(await window.faults()).toEqual([]);
    await fillApproval('Colin Trewartha', 'Business Manager');
    await approve.click();
    await soon(() => place.words('approve')).toBe('Colin Trewartha, Business Manager');
    const { docx, sheet } = sheetOf(await publish());
    expect(createHash('sha256').update(docx.bytes).digest('hex')).toBe(sheet.sha256);
    expect(sheet.approvals.map((one) => one.name)).toEqual(['Colin Trewartha']);
    expect(sheet.searchedFor.every((row) => row.found === 0)).toBe(true);
    const text = paragraphsOf(docx.bytes);
    expect(text[0]).toBe('Local child safeguarding practice review: Child V');
    expect(text.filter((line) => /^Recommendation \d+:/.test(line))).toHaveLength(10);
    expect(text.filter((line) => /^Action \d+\.\d+/.test(line))).toHaveLength(15);
    for (const [name, part] of unzip(docx.bytes)) expect(part.toString('utf8'), name).not.toMatch(/Wójcik|Pryce/);
    await soon(() => place.words('make')).toBe('Made, checked and handed over');
    await soon(() => window.page.locator('.pl-pub-published').textContent()).toContain(sheet.sha256 ?? '?');
    expect(await window.faults()).toEqual([]);
  });

  it('checks a Word file that someone else wrote, by part', async () => {
    const chooser = window.page.waitForEvent('filechooser');
    await button('Check a Word file…').click();
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const parts = {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document xmlns:w="${main}"><w:body><w:p><w:r><w:t>Discussed with Rowan Wój</w:t></w:r><w:r><w:t>cik at home.</w:t></w:r></w:p></w:body></w:document>`,
    };
    const buffer = Buffer.from(packZip(Object.entries(parts).map(([name, text]) => ({ name, data: Buffer.from(text) }))));
    await (await chooser).setFiles({ name: 'letter.docx', mimeType: 'application/octet-stream', buffer });
    const result = window.page.getByRole('region', { name: 'Result of the check' });
    await soon(() => result.textContent()).toContain('letter.docx');
    expect(await result.locator('table').textContent()).toContain('word/document.xml');
    expect(await window.faults()).toEqual([]);
    await button('Back to the preview').click();
    await place.preview.waitFor();
  });

  it('makes any kind: a rule for everyone settles what a long report names', async () => {
    await window.go('publish');
    const kind = window.page.getByLabel('Kind of publication');
    await kind.selectOption('full');
    await soon(() => window.page.getByRole('heading', { level: 1 }).first().textContent()).toBe('Full report');
    const blocks = async (): Promise<number> => Number(/(\d+) blocks?/.exec(await place.words('check'))?.[1] ?? 0);
    await soon(blocks).toBeGreaterThan(300);
    expect(await place.words('reason')).toBe('Not written yet');
    await place.step('names').click();
    await button('Add a rule…').click();
    await window.page.getByLabel('Why').fill('Nobody needs the name to learn from it.');
    await button('Add the rule').click();
    await soon(blocks).toBeLessThan(250);
    expect(await window.faults()).toEqual([]);
    await button('Take the rule for Everyone on the register away').click();
    await soon(blocks).toBeGreaterThan(300);
    await kind.selectOption('actionsOnly');
    await place.heading.waitFor();
  });
});

const PAPER = `The full report waits for the inquest, which has not been held. The actions are published now.

1. Every visit record says whether the child was seen, and what they said. The Director of Children's Services sees to it by 31 March 2027.
Owner: Director of Children's Services
By: 31 March 2027
Measure: 95% of visit records in the quarterly audit
2. The three health trusts adopt one pathway for a child who is not brought. This follows what was learned about the appointments offered to Tobias Marwood.
Owner: Director of Nursing
By: within three months of publication
3. Front Door tells each referrer the outcome. Ms Marwood's school said that it heard nothing.
4. This one is a note of the minutes and no action.`;

describe('the actions as a list', () => {
  it('loses nothing that is typed, keeps it, takes it back, filters and moves', async () => {
    const { page } = window;
    await window.go('actions');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await row('Compare the policies').click();
    await page.getByLabel('Measure').fill('A comparison signed by four services.');
    await row('Agree the pathway').click();
    await soon(() => row('Compare the policies').textContent()).toContain('Not kept yet');
    await row('Compare the policies').click();
    expect(await page.getByLabel('Measure').inputValue()).toBe('A comparison signed by four services.');
    await key('Control+Enter');
    await soon(() => row('Compare the policies').textContent()).not.toContain('Not kept yet');
    expect(await window.faults()).toEqual([]);
    await row('Compare the policies').focus();
    await key('Alt+ArrowDown');
    await soon(() => row('Compare the policies').textContent()).toMatch(/^1\.2/);
    await key('Control+z');
    await key('Control+z');
    await soon(() => page.getByLabel('Measure').inputValue()).toBe('A comparison signed by the three services.');
    await page.getByRole('button', { name: /^No owner/ }).click();
    expect(await page.getByRole('row').count()).toBe(3);
    await window.scheme('dark');
    expect(await window.faults()).toEqual([]);
    await window.scheme('light');
  });
});

describe('from nothing, in the order of the steps', () => {
  it('pastes the actions, names what must not appear, fixes what blocks, approves and publishes', async () => {
    const { page } = window;
    await key('Control+k');
    await page.getByPlaceholder('Find, go to, or do…').fill('Close this review');
    await page.getByRole('option', { name: /Close this review/ }).click();
    await button('Start with actions').click();
    await makeReview(page, {
      title: 'Child K',
      subject: 'Child K',
      partnership: 'Brackenshire Safeguarding Children Partnership',
      name: 'Moira Castellan',
      post: 'Business Manager',
      role: 'businessManager',
      passphrase: 'four plain words here',
    });
    await button('Go on to the actions').click();

    await page.getByLabel('Paste the actions').fill(PAPER);
    await button('Add 4 actions').waitFor();
    await page.getByRole('checkbox', { name: 'Take in Action 4' }).uncheck();
    await button('Add 3 actions').waitFor();
    await button('Back to the list').click();
    await button('Paste or open the actions…').click();
    await button('Add 3 actions').waitFor();
    expect(await window.faults()).toEqual([]);
    await key('Control+Enter');

    await place.heading.waitFor();
    expect(await place.words('what')).toBe('3 actions');
    expect(await place.words('reason')).toContain('Reason given');
    await page
      .getByLabel('People, places, organisations and numbers')
      .fill('Tobias Marwood = Child K\nLeanne Marwood = Mother\nBrook Lane Primary School');
    expect(await page.getByLabel('Kind of Brook Lane Primary School').inputValue()).toBe('place');
    await key('Control+Enter');
    await soon(() => place.words('names')).toBe('2 names, 1 place');
    await key('Control+Enter');

    await soon(() => place.words('check')).toMatch(/^2 block/);
    expect(await window.faults()).toEqual([]);
    await place.card(1).getByRole('button', { name: 'Replace with “Child K”' }).click();
    await soon(() => place.words('check')).toMatch(/^1 blocks/);
    await place.card(1).getByRole('button', { name: 'It is Mother' }).click();
    await soon(() => place.card(1).textContent()).toContain('A name is still in Action 3');
    await place.card(1).getByRole('button', { name: 'Replace with “Mother”' }).click();
    await soon(() => place.words('check')).toMatch(/^Nothing blocks/);
    expect(await place.preview.textContent()).not.toContain('Marwood');

    await place.tick.check();
    await key('Control+Enter');
    await key('Control+Enter');
    expect(await place.dialog.getByLabel('Name of the person who approves').inputValue()).toBe('Moira Castellan');
    await place.dialog.getByRole('button', { name: 'Approve actions only' }).click();
    await soon(() => place.words('approve')).toBe('Moira Castellan, Business Manager');

    const { docx, sheet } = sheetOf(await publish());
    expect(docx.name).toMatch(/^\d{4}-\d\d-\d\d Child K actions only\.docx$/);
    expect(createHash('sha256').update(docx.bytes).digest('hex')).toBe(sheet.sha256);
    expect(sheet.removed.map((one) => one.action)).toContain('pseudonym');
    const text = paragraphsOf(docx.bytes);
    expect(text).toContain('Why only the actions are published');
    expect(text).toContain('Owner: Director of Nursing');
    expect(text.filter((line) => /^Action \d/.test(line))).toHaveLength(3);
    for (const [name, part] of unzip(docx.bytes)) expect(part.toString('utf8'), name).not.toMatch(/Marwood|Brook Lane/);
    expect(window.complaints).toEqual([]);
  });

  it('a change after the approval voids it', async () => {
    await place.step('reason').click();
    await window.page.getByLabel('Reason for not publishing the report').fill('The inquest is to be held in the spring.');
    await key('Control+Enter');
    await soon(() => place.words('approve')).toBe('Someone other than the author');
    await place.step('check').click();
    await soon(() => place.tick.isChecked()).toBe(false);
    expect(await place.main.getAttribute('aria-disabled')).toBe('true');
  });
});
