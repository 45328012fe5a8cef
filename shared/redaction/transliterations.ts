import { squeeze } from './fold.ts';

/** Letters that are also written out: the German and Nordic umlauts and their kin. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', ő: 'oe', ű: 'ue' };
/** Letters of several, also written as one. */
const WRITTEN_SHORT: Readonly<Record<string, string>> = { ß: 's', æ: 'e', œ: 'e', þ: 't', ð: 'th', đ: 'dj' };

/** Cyrillic after the British passport and press practice; Greek after ELOT 743. */
const SCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e ё:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:iu я:ia ' +
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/** `written`: with its spaces and hyphens. `needsAccent`: only where the text has an accent there. */
export type Transliteration = { letters: string; written: string; needsAccent: boolean };

/** Other plain spellings of a name. */
export function transliterations(name: string): Transliteration[] {
  const small = name.normalize('NFC').toLowerCase();
  const out: Transliteration[] = [];
  const add = (written: string): void => void out.push({ letters: squeeze(written), written, needsAccent: false });
  const out1 = small.replace(/[äöüøåőű]/g, (ch) => WRITTEN_OUT[ch] ?? ch);
  if (out1 !== small) add(out1);
  const out2 = small.replace(/[ßæœþðđ]/g, (ch) => WRITTEN_SHORT[ch] ?? ch);
  if (out2 !== small) add(out2);
  const clan = /(?<!\p{L})(?:Mc|Mac)(?=\s?\p{Lu})/gu;
  if (clan.test(name)) {
    const other = name.replace(clan, (prefix) => (prefix === 'Mc' ? 'Mac' : 'Mc'));
    add(other);
  }
  const plain = squeeze(small);
  const short = plain.replace(/(?<=[^aeiou]|^)([aou])e/g, '$1').replace(/aa/g, 'a');
  if (short !== plain && short.length >= 3) out.push({ letters: short, written: short, needsAccent: true });
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(small)) {
    let base = '';
    for (const ch of small) base += SCRIPTS[ch] ?? SCRIPTS[ch.normalize('NFD').charAt(0)] ?? ch;
    add(base);
    if (base.includes('y')) add(base.replace(/y/g, 'i'));
    if (/i[aeou]/.test(base)) add(base.replace(/i(?=[aeou])/g, 'y'));
  }
  return out;
}
