/** Letters of the font Symbol at 0x21–0x7E and 0xA0–0xFE that reviews meet: Greek and the commonest signs. */
const SYMBOL: Readonly<Record<number, string>> = Object.fromEntries([
  ...[...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((c, i) => [0x41 + i, c] as const),
  ...[...'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'].map((c, i) => [0x61 + i, c] as const),
  ...Object.entries({
    0x22: '∀',
    0x24: '∃',
    0x27: '∋',
    0x2a: '∗',
    0x2d: '−',
    0x40: '≅',
    0x5c: '∴',
    0xa2: '′',
    0xa3: '≤',
    0xa5: '∞',
    0xab: '↔',
    0xac: '←',
    0xad: '↑',
    0xae: '→',
    0xaf: '↓',
    0xb0: '°',
    0xb1: '±',
    0xb2: '″',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xba: '≡',
    0xbb: '≈',
    0xbc: '…',
    0xd7: '⋅',
    0xde: '⇒',
    0xe0: '◊',
  }).map(([code, c]) => [Number(code), c] as const),
]);

/** Signs of Wingdings that people tick, point and list with. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x4a: '☺',
  0x4b: '😐',
  0x4c: '☹',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x70: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x78: '☒',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x2a: '☐',
  0xa3: '☐',
  0x97: '●',
  0x98: '•',
};

const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
};

/** A character that a symbol font draws, as the letter it looks like; what is not known shows as U+FFFD, never as a wrong letter. */
export function symbolToText(code: number, font: string): string {
  const table = FONTS[font.toLowerCase()];
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (table)
    return place === 0x20 ? ' ' : place < 0x100 ? (table[place] ?? digit(font, place) ?? '\uFFFD') : String.fromCodePoint(code);
  if (isSymbolFont(font)) return '\uFFFD';
  return place > 0x1f && place <= 0x10ffff ? String.fromCodePoint(place) : '\uFFFD';
}

export function isSymbolFont(font: string): boolean {
  return /^(symbol|wingdings|webdings|zapf dingbats)/i.test(font);
}

/** Text typed in a symbol font: Word keeps such letters in the private use area. */
export function symbolText(text: string, font: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (c) => symbolToText(c.charCodeAt(0), font));
}

/** Symbol keeps the digits and most punctuation where ASCII has them. */
function digit(font: string, place: number): string | undefined {
  return font.toLowerCase() === 'symbol' && place >= 0x21 && place <= 0x7e ? String.fromCharCode(place) : undefined;
}
