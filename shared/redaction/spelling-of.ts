import { ACCENTED, FULL_WIDTH, LIGATURE, LOOK_ALIKE, STYLED, TRANSLITERATED } from './fold.ts';
import type { Hit } from './hit.ts';
import type { Identifiers } from './pattern.ts';
import type { SpellingClass } from './spelling-classes.ts';
import { letterCase } from './surroundings.ts';

/** The class that explains how letters stand in the text; null where nothing about them needs explaining. */
export function formClass(hit: Hit): SpellingClass | null {
  if (hit.form & LOOK_ALIKE) return 'lookAlike';
  if (hit.form & STYLED) return 'styledLetters';
  if (hit.form & FULL_WIDTH) return 'fullWidth';
  if (hit.form & LIGATURE) return 'ligature';
  if (hit.hidden) return 'hiddenMark';
  if (hit.lineBreak && hit.splits === 0 && hit.joined === 'asRegister') return 'lineBreak';
  if (hit.splits > 0) return 'splitRun';
  if (hit.form & TRANSLITERATED) return 'transliteration';
  return null;
}

const POSSESSIVE = /^['’‘ʼ`´＇′](?:[sS](?!\p{L}))/u;

/** The tail is not part of the mention: "Rowan's" is the mention "Rowan", so that its replacement can take the tail. */
export function hasPossessive(text: string, end: number): boolean {
  const tail = text.slice(end, end + 3);
  if (POSSESSIVE.test(tail)) return true;
  return /^['’ʼ](?=\s+\p{L})/u.test(text.slice(end, end + 4)) && /[sxz]$/iu.test(text.slice(end - 1, end));
}

/** Plain differences from the register's own spelling. */
export function plainClass(
  text: string,
  start: number,
  end: number,
  { written, apostrophed, spaced }: Identifiers,
  hits: readonly Hit[],
): SpellingClass | null {
  const raw = text.slice(start, end);
  const nfc = raw.normalize('NFC');
  if (written.has(nfc) && raw === nfc) return null;
  if (hits.some((h) => h.apostrophe || apostrophed.has(h.pattern.letters))) return 'apostrophe';
  if (
    hits.some(
      (h) => h.joined === 'nothing' || (h.joined === 'spaces' && h.pattern.roles.size > 0 && !spaced.has(h.pattern.letters)),
    )
  )
    return 'hyphenatedHalf';
  const accented = hits.some((h) => (h.form & ACCENTED) !== 0);
  const plain = nfc.normalize('NFD').replace(/\p{M}/gu, '');
  if (accented && raw !== nfc) return 'accents';
  if (!accented && knownWithAccents(plain, written)) return 'accents';
  if (accented && !written.has(nfc)) return letterCase(raw) === 'title' ? 'accents' : 'capitals';
  const how = letterCase(raw);
  if (how === 'capitals' || how === 'small' || how === 'mixed') return 'capitals';
  return null;
}

const accentless = new WeakMap<ReadonlySet<string>, Set<string>>();
function knownWithAccents(plain: string, written: ReadonlySet<string>): boolean {
  let known = accentless.get(written);
  if (known === undefined) {
    known = new Set();
    for (const text of written) {
      const bare = text
        .replace(/[łŁ]/g, (c) => (c === 'ł' ? 'l' : 'L'))
        .replace(/[øØ]/g, (c) => (c === 'ø' ? 'o' : 'O'))
        .normalize('NFD')
        .replace(/\p{M}/gu, '');
      if (bare !== text) known.add(bare);
    }
    accentless.set(written, known);
  }
  return known.has(plain) || plain.split(/\s+/).some((word) => known.has(word));
}
