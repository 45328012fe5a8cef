import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type BenchWindow, emptyPage, windowAt } from '../browser.ts';
import { type Measure, median, more, OURS } from '../measure.ts';

const FILE = 'events-100000.review';
const TURNS = 150;
const JUMPS = 40;

/** The same list as plain rows that say nothing: what the browser can do on this machine at its best. */
const PLAIN_ROWS = `<!doctype html><style>body{margin:0}#s{height:900px;overflow:auto;contain:strict}#b{position:relative;height:3200000px}
.r{position:absolute;height:32px;left:0;right:0;display:grid;grid-template-columns:4rem 8rem 6rem 1fr}</style>
<div id="s" role="grid"><div id="b"></div></div><script>
const s = document.getElementById('s'), b = document.getElementById('b');
const draw = () => { const first = Math.max(0, Math.floor(s.scrollTop / 32) - 6); const rows = [];
for (let i = first; i < first + 42; i++) { const r = document.createElement('div'); r.className = 'r'; r.dataset.index = i; r.style.top = i * 32 + 'px';
r.innerHTML = '<span role="rowheader">' + i + '</span><span>Health visiting</span><span>12 Mar 2019</span><span>Officer on patrol called at the address as planned and was let in.</span>'; rows.push(r); }
b.replaceChildren(...rows); };
s.addEventListener('scroll', draw, { passive: true }); draw();</script>`;

type Scrolled = { frames: number[]; jumps: number[] };

/** Turns the wheel over the list and notes every frame; then drags to far places and waits until their rows stand there. */
async function scroll(page: Page): Promise<Scrolled> {
  const grid = page.getByRole('grid').first();
  const box = (await grid.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    const noted: number[] = [];
    let last = performance.now();
    const frame = (now: number): void => {
      noted.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { noted });
  });
  for (let i = 0; i < TURNS; i++) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(10);
  }
  const frames = await page.evaluate(() => (window as unknown as { noted: number[] }).noted.splice(0).slice(2));
  const jumps = await grid.evaluate(async (scroller, times) => {
    const found: number[] = [];
    // Every row in view has its words.
    const isDrawn = (): boolean => {
      const { top, bottom } = scroller.getBoundingClientRect();
      const rows = [...scroller.querySelectorAll<HTMLElement>('[data-index]')].filter((row) => {
        const at = row.getBoundingClientRect();
        return at.bottom > top + 40 && at.top < bottom;
      });
      return rows.length > 5 && rows.every((row) => row.querySelector('[role=rowheader]') !== null);
    };
    for (let i = 0; i < times; i++) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      const start = performance.now();
      scroller.scrollTop = ((i * 7_919) % 97) * 0.01 * scroller.scrollHeight;
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (!isDrawn() && performance.now() - start < 3_000);
      found.push(performance.now() - start);
    }
    return found;
  }, JUMPS);
  return { frames, jumps };
}

const part = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;
const numbersOf = ({ frames, jumps }: Scrolled): Record<string, number> => ({
  'frames over 34 ms (number)': frames.filter((ms) => ms > 34).length,
  'frames (number)': frames.length,
  'longest frame': Math.max(...frames),
  'frame, 95 of 100': part(frames, 0.95),
  'jump, half': median(jumps),
  'jump, 95 of 100': part(jumps, 0.95),
});

export const windowMeasures: readonly Measure[] = [
  {
    id: 'window',
    work: 'Open 100,000 entries in the browser, scroll by wheel, jump to far places',
    needs: [FILE],
    goals: [
      { text: 'first rows on screen ≤ 1 s', value: more(OURS, 'first rows on screen'), most: 1_000 },
      { text: 'no frame over 34 ms by wheel', value: more(OURS, 'longest frame'), most: 34 },
      { text: 'jumps ≤ 50 ms (95 of 100)', value: more(OURS, 'jump, 95 of 100'), most: 50 },
    ],
    variants: [
      {
        name: OURS,
        role: 'ours',
        runs: 1,
        prepare: async (folder) => {
          const window: BenchWindow = await windowAt(join(folder, FILE));
          let numbers: Record<string, number> = {};
          return {
            run: async () => {
              const { page } = window;
              const button = page.getByRole('button', { name: 'Open the review' });
              // From the press of the button, by the page's own clock; the window is sent to the list as soon as it is one.
              const first = await button.evaluate(async (element: HTMLElement) => {
                const start = performance.now();
                element.click();
                for (;;) {
                  await new Promise((resolve) => requestAnimationFrame(resolve));
                  if (document.querySelector('[data-rail]') && location.hash !== '#/chronology') location.hash = '#/chronology';
                  if (document.querySelector('[role=grid] [data-index="0"] [role=rowheader]')) return performance.now() - start;
                  if (performance.now() - start > 30_000) throw new Error('no rows came');
                }
              });
              await page.waitForTimeout(1_500);
              numbers = { 'first rows on screen': first, ...numbersOf(await scroll(page)) };
            },
            finish: async () => {
              await window.close();
              return numbers;
            },
          };
        },
      },
      {
        name: 'plain rows',
        role: 'floor',
        runs: 1,
        prepare: async () => {
          const { page, browser } = await emptyPage();
          await page.setContent(PLAIN_ROWS);
          let numbers: Record<string, number> = {};
          return {
            run: async () => {
              numbers = numbersOf(await scroll(page));
            },
            finish: async () => {
              await browser.close();
              return numbers;
            },
          };
        },
      },
    ],
  },
];
