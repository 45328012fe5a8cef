import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';

export type Saved = { name: string; bytes: Buffer };

/** The place from which a publication leaves, as a person works in it. */
export function publishPlace(page: Page) {
  const step = (id: string) => page.locator(`[data-step=${id}]`);
  return {
    step,
    /** The words under a step's name. */
    words: async (id: string): Promise<string> => (await step(id).locator('.pl-pub-step-words').textContent()) ?? '',
    heading: page.getByRole('heading', { level: 1, name: 'Actions only' }),
    preview: page.getByRole('region', { name: 'Text of the publication' }),
    card: (n: number) => page.locator(`[data-issue="${n}"]`),
    cards: page.locator('.pl-pub-card'),
    pin: (n: number) => page.locator(`[data-pin="${n}"]`),
    main: page.locator('.pl-pub-end .pl-btn-main'),
    tick: page.getByRole('checkbox', { name: 'I have read the whole text for these' }),
    dialog: page.getByRole('dialog'),
    /** Does what makes files, and hands over each that the browser was given. */
    async downloads(count: number, make: () => Promise<void>): Promise<Saved[]> {
      const seen: Download[] = [];
      const all = new Promise<void>((resolve) => {
        const took = (download: Download): void => {
          seen.push(download);
          if (seen.length < count) return;
          page.off('download', took);
          resolve();
        };
        page.on('download', took);
      });
      await make();
      await all;
      return Promise.all(
        seen.map(async (download) => ({ name: download.suggestedFilename(), bytes: readFileSync(await download.path()) })),
      );
    },
  };
}

/** The facts that a new review asks for. */
export async function makeReview(
  page: Page,
  facts: { title: string; subject: string; partnership: string; name: string; post: string; role: string; passphrase: string },
): Promise<void> {
  await page.getByLabel('Title').fill(facts.title);
  await page.getByLabel('Whom it is about').fill(facts.subject);
  await page.getByLabel('Partnership').fill(facts.partnership);
  await page.getByLabel('Your name').fill(facts.name);
  await page.getByLabel('Your post').fill(facts.post);
  await page.getByLabel('Your role in this review').selectOption(facts.role);
  await page.getByLabel('Passphrase', { exact: true }).fill(facts.passphrase);
  await page.getByLabel('The same again').fill(facts.passphrase);
  await page.getByRole('button', { name: 'Make the review' }).click();
}
