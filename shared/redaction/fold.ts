/**
 * Letters as the matcher sees them. Every UTF-16 code unit has a class (for the automaton), flags (for boundaries)
 * and a fold (what it spells in plain letters). ASCII is filled in at once, the rest when it is first met,
 * so that starting costs nothing and scanning is one table look-up per unit.
 */
export const LETTER = 1;
export const UPPER = 2;
export const DIGIT = 4;
/** Does not show: zero-width and combining marks, soft hyphens, direction marks. */
export const MARK = 8;
export const SPACE = 16;
export const APOSTROPHE = 32;
export const HYPHEN = 64;
const KNOWN = 128;

/** How a letter came to be plain; the spelling class is chosen from these. */
export const ACCENTED = 1;
export const FULL_WIDTH = 2;
export const STYLED = 4;
export const LIGATURE = 8;
export const LOOK_ALIKE = 16;
export const TRANSLITERATED = 32;

export type Fold = { readonly letters: string; readonly form: number };

/** Classes: 0 separates nothing (skipped), 1–29 letters and figures, 30 any other letter. */
export const CLASS_COUNT = 32;
export const OTHER_CLASS = 30;
/** A unit that is not in the class table: several letters, a surrogate, or not met yet. */
export const SPECIAL = 255;

/** Figures share a class with the letter they are mistaken for; the hit is checked letter by letter afterwards. */
const GROUPS = [
  'a4',
  'b8',
  'c',
  'd',
  'e3',
  'f',
  'g',
  'h',
  'il1',
  'j',
  'k',
  'm',
  'n',
  'o0',
  'p',
  'q',
  'r',
  's5',
  't',
  'u',
  'v',
  'w',
  'x',
  'y',
  'z',
  '2',
  '6',
  '7',
  '9',
];
const plainClass = new Uint8Array(128);
for (const [n, group] of GROUPS.entries()) for (const ch of group) plainClass[ch.charCodeAt(0)] = n + 1;

export function classOfLetter(letter: string): number {
  const c = letter.charCodeAt(0);
  return c < 128 ? (plainClass[c] ?? 0) : OTHER_CLASS;
}

/** Pairs "from to": letters that are drawn alike in another script. */
const LOOK_ALIKES = new Map<string, string>(
  (
    'аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw кk мm тt вb нh АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ҮY үy ӏl Ӏl ԌG ԍg ' +
    'αa οo ρp νv ιi κk ηn υu ωw χx γy τt ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϲc ϳj Ϲc ' +
    'օo ոn սu ցg հh զq ɑa ɡg ıi ɩi ʟl ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ᎪA ᏴB ᏟC ᎬE ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᏃZ'
  )
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair) => [pair.charAt(0), pair.charAt(1).toLowerCase()]),
);
/** Letters that Unicode does not take apart. */
const TRANSLITERATIONS = new Map<string, string>(
  'ł:l đ:d ð:d ħ:h ø:o ŧ:t ŋ:n ß:ss æ:ae œ:oe þ:th ŀ:l ə:e ɛ:e ɔ:o ơ:o ư:u ƒ:f ĸ:k ĳ:ij ỻ:ll ẞ:ss ɓ:b ɗ:d ɨ:i ʉ:u ƙ:k ƴ:y'
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
const APOSTROPHES = "'’‘‛ʼʻʽʹˈ′`´＇ʾʿ᾽\u02bb";
const HYPHENS = '-‐‑‒–—―−⁃﹣－˗➖';
/** Marks that do not show but are not of the Unicode category of marks. */
const HIDDEN = /\p{M}|\p{Cf}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffc]/u;

export const unitClass = new Uint8Array(65536).fill(SPECIAL);
const unitFlags = new Uint8Array(65536);
const folds = new Map<number, Fold>();
const NOTHING: Fold = { letters: '', form: 0 };

for (let c = 0; c < 128; c++) {
  const ch = String.fromCharCode(c);
  folds.set(c, /[A-Za-z0-9]/.test(ch) ? { letters: ch.toLowerCase(), form: 0 } : NOTHING);
  unitClass[c] = plainClass[ch.toLowerCase().charCodeAt(0)] ?? 0;
  unitFlags[c] = KNOWN | flagsOf(ch);
}

function flagsOf(ch: string): number {
  if (APOSTROPHES.includes(ch)) return APOSTROPHE;
  if (HYPHENS.includes(ch)) return HYPHEN;
  if (HIDDEN.test(ch)) return MARK;
  if (/\s|\u2800/u.test(ch)) return SPACE;
  if (/\p{Nd}/u.test(ch)) return DIGIT;
  if (/\p{L}|\p{N}/u.test(ch)) return LETTER | (/\p{Lu}|\p{Lt}/u.test(ch) ? UPPER : 0);
  return /[\u{1f130}-\u{1f189}\u{1f1e6}-\u{1f1ff}\u24b6-\u24e9]/u.test(ch) ? LETTER | (isEnclosedCapital(ch) ? UPPER : 0) : 0;
}

function isEnclosedCapital(ch: string): boolean {
  return !/[\u24d0-\u24e9]/.test(ch);
}

/** The code point that the unit at `i` belongs to; for the second half of a pair, that of the pair. */
export function pointAt(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c >= 0xdc00 && c <= 0xdfff && i > 0) {
    const before = text.codePointAt(i - 1) ?? c;
    return before > 0xffff ? before : c;
  }
  return text.codePointAt(i) ?? 0;
}

/** Letters of scripts that put no spaces between words: a name stands there between other letters. */
export function isUnspaced(point: number): boolean {
  return (
    (point >= 0x0e00 && point <= 0x0eff) ||
    (point >= 0x1000 && point <= 0x109f) ||
    (point >= 0x1780 && point <= 0x17ff) ||
    (point >= 0x3040 && point <= 0x30ff) ||
    (point >= 0x3400 && point <= 0x9fff) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0x20000 && point <= 0x3ffff)
  );
}

/** Flags of a code point (0 for lone surrogates and for anything that is neither letter, figure nor mark). */
export function flags(point: number): number {
  if (point > 0xffff) return pairFlags(point);
  const known = unitFlags[point] ?? 0;
  if (known & KNOWN) return known & ~KNOWN;
  const made = point >= 0xd800 && point <= 0xdfff ? 0 : flagsOf(String.fromCodePoint(point));
  unitFlags[point] = made | KNOWN;
  return made;
}
const pairs = new Map<number, number>();
function pairFlags(point: number): number {
  let made = pairs.get(point);
  if (made === undefined) {
    made = flagsOf(String.fromCodePoint(point));
    if (pairs.size < 20_000) pairs.set(point, made);
  }
  return made;
}

export function fold(point: number): Fold {
  let made = folds.get(point);
  if (made === undefined) {
    made = makeFold(point);
    if (folds.size < 70_000) folds.set(point, made);
    if (point <= 0xffff && !(point >= 0xd800 && point <= 0xdfff)) {
      unitClass[point] = made.letters.length === 0 ? 0 : made.letters.length === 1 ? classOfLetter(made.letters) : SPECIAL;
    }
  }
  return made;
}

function makeFold(point: number): Fold {
  if (point >= 0xd800 && point <= 0xdfff) return NOTHING;
  if (!(flags(point) & (LETTER | DIGIT))) return NOTHING;
  const ch = String.fromCodePoint(point);
  const alike = LOOK_ALIKES.get(ch);
  if (alike !== undefined) return { letters: alike, form: LOOK_ALIKE };
  const enclosed = enclosedLetter(point);
  if (enclosed !== undefined) return { letters: enclosed, form: STYLED };
  let letters = '';
  let form = 0;
  for (const part of ch.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (/\p{M}/u.test(part)) {
      form |= ACCENTED;
      continue;
    }
    const other = TRANSLITERATIONS.get(part);
    const mapped = other ?? LOOK_ALIKES.get(part) ?? part;
    if (other !== undefined) form |= other.length > 1 ? TRANSLITERATED : ACCENTED;
    else if (mapped !== part) form |= LOOK_ALIKE;
    if (/[\p{L}\p{N}]/u.test(mapped)) letters += mapped;
  }
  if (point >= 0xff00 && point <= 0xffef) form |= FULL_WIDTH;
  else if (point >= 0xfb00 && point <= 0xfb06) form |= LIGATURE;
  else if (form === 0 && letters !== ch.toLowerCase() && letters !== '') form |= STYLED;
  return { letters: figure(letters), form };
}

/** Figures of other scripts as 0–9. */
function figure(letters: string): string {
  return letters.replace(/\p{Nd}/gu, (d) => {
    if (d <= '9') return d;
    const point = d.codePointAt(0) ?? 0;
    // Blocks of decimal figures are runs of ten that begin with the zero.
    let zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((point - zero) % 10);
  });
}

function enclosedLetter(point: number): string | undefined {
  for (const start of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (point >= start && point < start + 26) return String.fromCharCode(97 + point - start);
  }
  return undefined;
}

/** Plain letters of a text, nothing between them. */
export function squeeze(text: string): string {
  let out = '';
  for (const ch of text) out += fold(ch.codePointAt(0) ?? 0).letters;
  return out;
}
