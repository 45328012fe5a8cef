/**
 * Which of many patterns occur in a text in small letters, as bits in their order. Each begins at a word; a text is gone
 * through once for how its words begin, and only the patterns that may begin so are run: few of dozens.
 */
export function bitFinder(patterns: readonly RegExp[]): (text: string) => number {
  const may = new Int32Array(KINDS ** 3);
  for (const [n, pattern] of patterns.entries())
    for (const start of startsOf(pattern.source)) for (const key of keysOf(start)) may[key] = (may[key] ?? 0) | (1 << n);
  return (text) => {
    let likely = 0;
    let inWord = false;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const kind = kindOf(c);
      const isWord = kind !== 0 || c === 95;
      if (isWord && !inWord && kind !== 0)
        likely |= may[(kind * KINDS + kindOf(text.charCodeAt(i + 1))) * KINDS + kindOf(text.charCodeAt(i + 2))] as number;
      inWord = isWord;
    }
    let bits = 0;
    for (let rest = likely; rest !== 0; rest &= rest - 1) {
      const n = 31 - Math.clz32(rest & -rest);
      if ((patterns[n] as RegExp).test(text)) bits |= 1 << n;
    }
    return bits;
  };
}

/** A letter, a figure (27), or anything else (0); beyond the end of a text too. */
const KINDS = 28;
const kindOf = (c: number): number => (c >= 97 && c <= 122 ? c - 96 : c >= 48 && c <= 57 ? 27 : 0);

/** Any character, where a pattern does not say which. */
const ANY = '\uffff';
const LENGTH = 3;

function keysOf(start: string): number[] {
  let keys = [0];
  for (const ch of start.padEnd(LENGTH, ANY)) {
    const kinds = ch === ANY ? Array.from({ length: KINDS }, (_, kind) => kind) : [kindOf(ch.charCodeAt(0))];
    keys = keys.flatMap((key) => kinds.map((kind) => key * KINDS + kind));
  }
  return keys;
}

/** How what a pattern finds may begin, three characters at the most; what it does not understand may begin anyhow. */
export function startsOf(source: string): string[] {
  const at = { place: 0 };
  try {
    const starts = alternatives(source, at);
    if (source.startsWith('\\b') && at.place === source.length)
      return [...new Set([...starts].map((start) => start.slice(0, LENGTH)))];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return [''];
}

type At = { place: number };

function alternatives(source: string, at: At): Set<string> {
  const all = new Set<string>();
  for (;;) {
    for (const start of sequence(source, at)) all.add(start);
    if (source[at.place] !== '|') return all;
    at.place += 1;
  }
}

function sequence(source: string, at: At): Set<string> {
  let starts = new Set(['']);
  while (at.place < source.length && source[at.place] !== '|' && source[at.place] !== ')') {
    const own = repeated(atom(source, at), source, at);
    const joined = new Set<string>();
    for (const start of starts) {
      if (start.length >= LENGTH || start.endsWith(ANY)) joined.add(start);
      else for (const next of own) joined.add((start + next).slice(0, LENGTH));
    }
    starts = joined;
  }
  return starts;
}

/** What comes after something repeated is not followed up. */
function repeated(own: Set<string>, source: string, at: At): Set<string> {
  const quantifier = /^(?:[?*+]|\{\d+,?\d*\})/.exec(source.slice(at.place))?.[0];
  if (quantifier === undefined) return own;
  at.place += quantifier.length;
  if (quantifier === '?') return new Set([...own, '']);
  const open = new Set([...own].map((start) => start + ANY));
  if (quantifier === '*' || quantifier.startsWith('{0')) open.add('');
  return open;
}

function atom(source: string, at: At): Set<string> {
  const ch = source[at.place] ?? '';
  at.place += 1;
  if (ch === '(') {
    if (source.startsWith('?:', at.place)) at.place += 2;
    else if (source[at.place] === '?') throw new RangeError('a group of another kind');
    const own = alternatives(source, at);
    if (source[at.place] !== ')') throw new RangeError('a group that does not end');
    at.place += 1;
    return own;
  }
  if (ch === '[') {
    const end = source.indexOf(']', at.place);
    const members = source.slice(at.place, end);
    at.place = end + 1;
    return /[\\^-]/.test(members) ? new Set([ANY]) : new Set(members);
  }
  if (ch === '\\') {
    const escaped = source[at.place] ?? '';
    at.place += 1;
    if (escaped === 'b') return new Set(['']);
    if (escaped === 'd') return new Set(['0']);
    return new Set([/[a-z]/i.test(escaped) ? ANY : escaped]);
  }
  if ('^$*+?{'.includes(ch)) throw new RangeError('not understood');
  return new Set([ch === '.' ? ANY : ch]);
}
