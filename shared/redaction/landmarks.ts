import { DIGIT, flags, LETTER, MARK, pointAt, UPPER } from './fold.ts';

/**
 * The places where a closer look may be worth while: words that begin with a capital, and runs of figures.
 * One cheap pass, so that slips, initials and dates cost nothing on ordinary words.
 */
export type Landmarks = { capitals: (start: number) => void; figures: (start: number, end: number) => void };

const NONE = 0;
export const CAPITAL = 1;
const FIGURE = 2;
const BEYOND = 3;
const kinds = new Uint8Array(65536).fill(BEYOND);
for (let c = 0; c < 128; c++) kinds[c] = c >= 65 && c <= 90 ? CAPITAL : c >= 48 && c <= 57 ? FIGURE : NONE;
// Small letters and signs of Latin-1 are common and no landmark.
for (let c = 128; c < 256; c++) kinds[c] = /\p{Lu}/u.test(String.fromCharCode(c)) ? CAPITAL : NONE;
for (const ch of '‘’“”–—…•\u2009\u200b\u00a0') kinds[ch.charCodeAt(0)] = NONE;

/** Whether a character of ASCII is a landmark: 0, CAPITAL, or 2 for a figure. */
export const kindOfPlain = (c: number): number => kinds[c] ?? NONE;

export function walk(text: string, on: Landmarks): void {
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const kind = kinds[text.charCodeAt(i)] as number;
    if (kind === NONE) continue;
    if (kind === FIGURE) {
      const start = i;
      while (i + 1 < length && isFigure(text, i + 1)) i++;
      on.figures(start, i + 1);
      continue;
    }
    if (kind === BEYOND) {
      const f = flags(pointAt(text, i));
      if (f & DIGIT) {
        const start = i;
        while (i + 1 < length && isFigure(text, i + 1)) i++;
        on.figures(start, i + 1);
        continue;
      }
      if ((f & UPPER) === 0) continue;
    }
    if (i > 0 && startsInside(text, i)) continue;
    on.capitals(i);
  }
}

function startsInside(text: string, i: number): boolean {
  const c = text.charCodeAt(i - 1);
  if (c < 128) return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
  return (flags(pointAt(text, i - 1)) & (LETTER | MARK)) !== 0;
}

function isFigure(text: string, i: number): boolean {
  const kind = kinds[text.charCodeAt(i)] as number;
  return kind === FIGURE || (kind === BEYOND && (flags(pointAt(text, i)) & DIGIT) !== 0);
}
