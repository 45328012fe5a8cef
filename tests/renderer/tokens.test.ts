import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agencyPattern } from '#renderer/ui/agency-tag.tsx';

const css = readFileSync(join(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8');

type Tokens = Record<string, string>;
function tokensOf(scheme: 'light' | 'dark'): Tokens {
  const block = css.split(`[data-mantine-color-scheme='${scheme}'] {`)[1]?.split('\n}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--pl-([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]])) as Tokens;
}
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s tokens', (scheme) => {
  const t = tokensOf(scheme);
  const ratio = (text: string, ground: string): number => contrast(t[text] ?? '', t[ground] ?? '');

  test('text is at least 4.5 on every ground it stands on', () => {
    for (const ground of ['bg', 'surface', 'sunken', 'sel', 'accsoft', 'hover', 'chip-bg']) {
      for (const ink of ['ink', 'ink2', 'ink3', 'acc'])
        expect([ink, ground, ratio(ink, ground) >= 4.5]).toEqual([ink, ground, true]);
    }
    for (const status of ['stop', 'warn', 'ok', 'note']) {
      expect(ratio(status, 'surface')).toBeGreaterThanOrEqual(4.5);
      expect(ratio(status, `${status}-bg`)).toBeGreaterThanOrEqual(4.5);
      expect(ratio(status, 'bg')).toBeGreaterThanOrEqual(4.5);
    }
    expect(ratio('on-acc', 'acc')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-acc', 'acc-hover')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('hit-ink', 'hit')).toBeGreaterThanOrEqual(4.5);
  });

  test('edges of controls and the focus ring are at least 3', () => {
    for (const ground of ['bg', 'surface']) {
      expect(ratio('ctl', ground)).toBeGreaterThanOrEqual(3);
      expect(ratio('focus', ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test('an agency is at least 3 on the surface, its letters 4.5 on it, in the better of the two inks', () => {
    for (let n = 0; n < 10; n++) {
      expect(ratio(`ag-${n}`, 'surface')).toBeGreaterThanOrEqual(3);
      expect(ratio(`ag-${n}-ink`, `ag-${n}`)).toBeGreaterThanOrEqual(4.5);
      const other = t[`ag-${n}-ink`] === '#ffffff' ? '#14181b' : '#ffffff';
      expect(ratio(`ag-${n}-ink`, `ag-${n}`)).toBeGreaterThanOrEqual(contrast(other, t[`ag-${n}`] ?? ''));
    }
  });
});

test('from the eleventh agency on a colour comes again with another pattern, never plain', () => {
  const seen = new Set<string>();
  for (let n = 0; n < 90; n++) {
    const pattern = agencyPattern(n);
    if (n < 10) expect(pattern).toBe(n);
    else expect(pattern).toBeGreaterThan(0);
    seen.add(`${n % 10} ${pattern}`);
  }
  expect(seen.size).toBe(90);
});
