import { flags, fold, LETTER, LOOK_ALIKE, MARK, pointAt } from './fold.ts';
import type { Atom } from './name-atoms.ts';
import { type Identifiers, TRANSLITERATION } from './pattern.ts';
import { transliterations } from './transliterations.ts';

const LONGEST = 30;

/**
 * Names that the register has in Latin letters and the text in Cyrillic or Greek ("Олена" for Olena). Systems of
 * transliteration differ, so both sides are brought to one rough form. Words made of look-alike letters only are
 * left to the scan, which reads them as Latin.
 */
export function otherScripts(ids: Identifiers): (text: string, start: number, atoms: Atom[]) => void {
  let index: Map<string, Map<number, number>> | null = null;
  return (text, start, atoms) => {
    const c = text.charCodeAt(start);
    if (c < 0x370 || c > 0x52f) return;
    let end = start;
    let foreign = false;
    while (end < text.length && end - start <= LONGEST) {
      const point = pointAt(text, end);
      if ((flags(point) & (LETTER | MARK)) === 0) break;
      foreign ||= point >= 0x370 && (fold(point).form & LOOK_ALIKE) === 0 && (flags(point) & LETTER) !== 0;
      end += point > 0xffff ? 2 : 1;
    }
    if (!foreign || end - start < 2) return;
    index ??= roughIndex(ids);
    for (const { letters } of transliterations(text.slice(start, end))) {
      const roles = index.get(rough(letters));
      if (roles === undefined) continue;
      atoms.push({
        start,
        end,
        roles,
        letters,
        hit: null,
        slip: false,
        left: 'open',
        right: 'open',
        glued: 'no',
        reversed: false,
      });
      return;
    }
  };
}

function roughIndex(ids: Identifiers): Map<string, Map<number, number>> {
  const index = new Map<string, Map<number, number>>();
  for (const { letters, roles } of ids.patterns) {
    const key = rough(letters);
    if (roles.size === 0 || key.length < 2) continue;
    const known = index.get(key) ?? new Map<number, number>();
    for (const [n, r] of roles) known.set(n, (known.get(n) ?? 0) | r | TRANSLITERATION);
    index.set(key, known);
  }
  return index;
}

/** What stays the same from one system of transliteration to another. */
function rough(letters: string): string {
  return letters
    .replace(/kh/g, 'h')
    .replace(/ks/g, 'x')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/[yj]/g, 'i')
    .replace(/g/g, 'h')
    .replace(/([a-z])\1+/g, '$1');
}
