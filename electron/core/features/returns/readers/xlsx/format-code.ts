/** A number format's code in pieces (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  | { is: 'text'; text: string }
  /** 0, # or ? */
  | { is: 'digit'; sign: string }
  | { is: 'point' | 'comma' | 'percent' | 'exponent' | 'slash' | 'cell' | 'general' }
  | { is: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'elapsed'; letter: string; width: number }
  | { is: 'noon'; text: string };

export type FormatSection = {
  tokens: readonly FormatToken[];
  isDate: boolean;
  condition: { sign: string; value: number } | null;
};

const MOST_LETTERS = 1_000;

export function parseFormatCode(code: string): FormatSection[] {
  return sectionsOf(code.slice(0, MOST_LETTERS)).map(parseSection);
}

function sectionsOf(code: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (let at = 0; at < code.length; at++) {
    const c = code[at];
    if (c === '\\' || c === '_' || c === '*') at++;
    else if (c === '"') at = ending(code, '"', at + 1);
    else if (c === '[') at = ending(code, ']', at + 1);
    else if (c === ';') {
      out.push(code.slice(from, at));
      from = at + 1;
    }
  }
  out.push(code.slice(from));
  return out;
}

function ending(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from);
  return at === -1 ? code.length : at;
}

/** The system's own long date and time (18.8.31: locale codes F800 and F400), as a British machine shows them. */
const SYSTEM_DATE = 'dd mmmm yyyy';
const SYSTEM_TIME = 'hh:mm:ss';

function parseSection(code: string): FormatSection {
  const system = /\[\$-(?:[^\]]*,)?(f800|f400|x-sysdate|x-systime)/i.exec(code)?.[1]?.toLowerCase();
  const plain = system === undefined ? code : /date|f800/.test(system) ? SYSTEM_DATE : SYSTEM_TIME;
  const tokens: FormatToken[] = [];
  let condition: FormatSection['condition'] = null;
  const text = (words: string): void => {
    const last = tokens.at(-1);
    if (last?.is === 'text') tokens[tokens.length - 1] = { is: 'text', text: last.text + words };
    else if (words !== '') tokens.push({ is: 'text', text: words });
  };
  for (let at = 0; at < plain.length; ) {
    const c = plain[at]!;
    if (c === '\\') {
      text(plain[at + 1] ?? '');
      at += 2;
    } else if (c === '_') {
      text(' ');
      at += 2;
    } else if (c === '*') at += 2;
    else if (c === '"') {
      const end = ending(plain, '"', at + 1);
      text(plain.slice(at + 1, end));
      at = end + 1;
    } else if (c === '[') {
      const end = ending(plain, ']', at + 1);
      const inside = plain.slice(at + 1, end);
      const compared = /^([<>]=?|=|<>)\s*(-?[\d.]+(?:E[+-]?\d+)?)$/i.exec(inside);
      const currency = /^\$([^-]*)/.exec(inside)?.[1];
      if (compared) condition = { sign: compared[1]!, value: Number(compared[2]) };
      else if (/^(?:h+|m+|s+)$/i.test(inside))
        tokens.push({ is: 'elapsed', letter: inside[0]!.toLowerCase(), width: inside.length });
      else if (currency) text(currency);
      at = end + 1;
    } else at = plainToken(plain, at, tokens, text);
  }
  const isDate = settleMinutes(tokens);
  return { tokens, isDate, condition };
}

function plainToken(code: string, at: number, tokens: FormatToken[], text: (words: string) => void): number {
  const rest = code.slice(at);
  const noon = /^(?:am\/pm|a\/p)/i.exec(rest)?.[0];
  if (noon) {
    tokens.push({ is: 'noon', text: noon });
    return at + noon.length;
  }
  if (/^general/i.test(rest)) {
    tokens.push({ is: 'general' });
    return at + 7;
  }
  const exponent = /^E[+-]/i.exec(rest);
  if (exponent && tokens.some((token) => token.is === 'digit')) {
    tokens.push({ is: 'exponent' });
    return at + 2;
  }
  const c = code[at]!;
  const letters = /^([ymdhsegb])\1*/i.exec(rest)?.[0];
  if (letters) {
    const letter = letters[0]!.toLowerCase();
    const unit = UNITS[letter];
    if (unit) tokens.push({ is: unit, letter, width: letters.length });
    return at + letters.length;
  }
  if (c === '0' || c === '#' || c === '?') tokens.push({ is: 'digit', sign: c });
  else if (c === '.') tokens.push({ is: 'point' });
  else if (c === ',') tokens.push({ is: 'comma' });
  else if (c === '%') tokens.push({ is: 'percent' });
  else if (c === '/') tokens.push({ is: 'slash' });
  else if (c === '@') tokens.push({ is: 'cell' });
  else text(c);
  return at + 1;
}

/** An era (g) shows nothing here; e and b are years of other calendars, shown as ours. */
const UNITS: Readonly<Record<string, 'year' | 'month' | 'day' | 'hour' | 'second'>> = {
  y: 'year',
  e: 'year',
  b: 'year',
  m: 'month',
  d: 'day',
  h: 'hour',
  s: 'second',
};

/** "m" behind hours or before seconds is minutes. Answers whether the section is a date's or a time's. */
function settleMinutes(tokens: FormatToken[]): boolean {
  const units = tokens.flatMap((token, at) => ('letter' in token ? [{ token, at }] : []));
  const isDate = units.length > 0 || tokens.some((token) => token.is === 'noon');
  if (!isDate) return false;
  units.forEach(({ token, at }, i) => {
    if (token.is !== 'month' || token.width > 2) return;
    const before = units[i - 1]?.token;
    const after = units[i + 1]?.token;
    const isMinute =
      before?.is === 'hour' ||
      (before?.is === 'elapsed' && before.letter === 'h') ||
      after?.is === 'second' ||
      (after?.is === 'elapsed' && after.letter === 's');
    if (isMinute) tokens[at] = { ...token, is: 'minute' };
  });
  // In a date the signs of numbers are only signs; ".000" behind seconds are their parts.
  let fraction = false;
  tokens.forEach((token, at) => {
    if (token.is === 'point') {
      fraction = tokens[at - 1]?.is === 'second' && tokens[at + 1]?.is === 'digit';
      tokens[at] = { is: 'text', text: '.' };
    } else if (token.is === 'digit' && fraction) tokens[at] = { is: 'fraction', letter: '0', width: 1 };
    else {
      fraction = false;
      if (token.is === 'slash') tokens[at] = { is: 'text', text: '/' };
      else if (token.is === 'comma') tokens[at] = { is: 'text', text: ',' };
      else if (token.is === 'digit') tokens[at] = { is: 'text', text: token.sign };
    }
  });
  return true;
}
