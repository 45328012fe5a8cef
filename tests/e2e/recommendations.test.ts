import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { EditorBlock, NODE_TYPES } from '#shared/richtext/schema.ts';
import { walk } from '#shared/richtext/walk.ts';
import { recommendationsPlace } from './pages/recommendations.ts';
import { openSampleWindow, type SampleWindow } from './pages/sample-window.ts';

let window: SampleWindow;
let place: ReturnType<typeof recommendationsPlace>;
beforeAll(async () => {
  window = await openSampleWindow(inject('chromium'));
  place = recommendationsPlace(window.page);
  await window.go('recommendations');
  await place.block(1).waitFor();
});
afterAll(async () => window?.close());

const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await window.page.keyboard.press(one);
};
const type = async (text: string): Promise<void> => window.page.keyboard.type(text);
const focused = async (): Promise<string | null> =>
  window.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

describe('writing the recommendations', () => {
  it('types prose of every kind, refers to an entry and a finding, and takes back and makes again', async () => {
    expect(await place.outline()).toHaveLength(10);
    await place.writeBelow();
    await type('What follows from them');
    await key('Control+Alt+Digit2', 'Enter');
    await type('See @140');
    await place.menu.getByRole('option', { name: /^Entry 0140/ }).waitFor();
    await key('Enter');
    await type('and @finding 3');
    await place.menu.getByRole('option', { name: /^Finding 3/ }).waitFor();
    await key('Enter');
    await type('for it.');
    await key('Shift+Enter');
    await type('Second line with ');
    await key('Control+b');
    await type('weight');
    await key('Control+b', 'Enter');
    await type('first item');
    await window.page.getByRole('button', { name: 'Text', exact: true }).click();
    await window.page.getByRole('menuitem', { name: 'Bulleted list' }).click();
    await key('Enter');
    await type('second item');
    await key('Enter', 'Enter');
    await type('What a practitioner said');
    await window.page.getByRole('button', { name: 'Text', exact: true }).click();
    await window.page.getByRole('menuitem', { name: 'Quotation' }).click();
    const written = (await place.outline()).slice(10);
    expect(written.map((line) => line.split(' ')[0])).toEqual(['h2', 'p', 'ul', 'blockquote']);
    expect(written[1]).toContain('See Entry 0140 · Tue 12 Mar 2024 and Finding 3 for it.');
    await key('Alt+ArrowUp');
    expect((await place.outline()).slice(10).map((line) => line.split(' ')[0])).toEqual(['h2', 'p', 'blockquote', 'ul']);
    await key('Control+z');
    expect((await place.outline()).slice(10)).toEqual(written);
    await key('Control+y');
    expect((await place.outline()).slice(10).map((line) => line.split(' ')[0])).toEqual(['h2', 'p', 'blockquote', 'ul']);
  });

  it('makes a recommendation, writes it with an undo of its own, un-places and re-places it', async () => {
    await place.addButton.click();
    await place.text(11).waitFor();
    await expect.poll(focused).toBe('Text of Recommendation 11');
    await type('The Head of Service should tell every referrer, as soon as possible, what was decided.');
    await key('Control+z');
    expect((await place.text(11).textContent())?.length ?? 0).toBeLessThan(80);
    await key('Control+y');
    expect(await place.text(11).textContent()).toContain('what was decided.');
    await place.note('No measure').waitFor();
    await place.field('Measure').fill('In an audit of 30 referrals, all had an answer.');
    await key('Enter');
    await place.field('Timescale').fill('31 March 2027');
    await key('Enter');
    await window.page.getByText('Wed 31 Mar 2027').first().waitFor();
    await place.field('Add to owner').fill('Head of Service');
    await key('Tab', 'Tab', 'Tab');
    await place.note('Timescale in the prose').waitFor();
    await window.page.getByRole('button', { name: 'Take it out' }).click();
    expect(await place.text(11).textContent()).toBe('The Head of Service should tell every referrer what was decided.');
    await place.kept();

    await place.text(11).click();
    await key('Escape');
    expect(await focused()).toBe('Draft of the recommendations');
    await key('Delete');
    await place.notPlaced.getByText('The Head of Service').waitFor();
    expect(await place.heading.textContent()).toBe('10 Recommendations');
    await key('Control+z');
    await place.notPlaced.waitFor({ state: 'detached' });
    expect(await place.heading.textContent()).toBe('11 Recommendations');
  });

  it('moves a block by keys, and the numbers follow', async () => {
    await place.block(1).getByRole('button').first().click();
    const first = await place.text(1).textContent();
    await key('Alt+ArrowDown');
    await expect.poll(async () => place.text(2).textContent()).toBe(first);
    await place.kept();
    await window.page.reload();
    await place.block(2).waitFor();
    await place.text(2).waitFor();
    expect(await place.text(2).textContent()).toBe(first);
  });

  it('passes axe in light and dark, and says nothing in an anonymised view that it should not', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await window.scheme(scheme);
      expect(await window.faults()).toEqual([]);
    }
    await window.scheme('light');
    await key('F4');
    expect(await window.faults()).toEqual([]);
    await key('F4', 'F9');
    await expect.poll(async () => place.draft.getAttribute('contenteditable')).toBe('false');
    expect(await place.addButton.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(async () => window.page.locator('body').innerText()).not.toMatch(/Rowan|Eyres/i);
    await key('F9');
    await expect.poll(async () => place.draft.getAttribute('contenteditable')).toBe('true');
  });

  it('keeps all but the last moment of typing when the program is killed, and the core reads every node', async () => {
    await place.writeBelow();
    await key('Enter');
    await type('Written just before the light went out.');
    const typed = place.text(2);
    await typed.click();
    await key('Control+End');
    await type(' Typed last.');
    await place.kept();
    await window.kill();
    const blocks = await window.call<OutputOf<'draft.get'>>('draft.get', { section: 'recommendations' });
    const kinds = new Set(blocks.flatMap((block) => [...walk(EditorBlock.parse(block.json))].map((node) => node.type)));
    expect([...kinds].sort()).toEqual([...NODE_TYPES].sort());
    expect(JSON.stringify(blocks)).toContain('Written just before the light went out.');
    const waiting = await window.call<OutputOf<'draft.get'>>('draft.get', { section: 'recommendation-text' });
    expect(JSON.stringify(waiting)).toContain('Typed last.');
    expect(window.complaints.filter((line) => !/WebSocket|ERR_CONNECTION|Failed to load/i.test(line))).toEqual([]);
  });
});
