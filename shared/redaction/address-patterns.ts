import { squeeze } from './fold.ts';
import { addPattern, breaksOf, type Identifiers, noBreaks, type PatternDetail } from './pattern.ts';
import { numberInWords, POSTCODE, streetType } from './street-words.ts';
import { ORDINARY_WORDS } from './word-lists.ts';

/**
 * An address as patterns: number and street, street alone, named house, postcode. Kinds of street differ between
 * records ("Row", "Rd"), so the number with the first words of the street is what counts.
 * False where the text has no shape of an address.
 */
export function addressPatterns(ids: Identifiers, n: number, raw: string): boolean {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const postcode = /[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}(?![A-Z\d])/i.exec(text)?.[0];
  const numbered = /^(?:.*?[\s,/])?(\d{1,4}\s?[a-z]?(?:\s?[-–]\s?\d{1,4})?)[,\s]+(\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*)*)/iu;
  const segments = text
    .replace(postcode ?? '\0', ' ')
    .split(/[,;\n]/)
    .map((s) => s.trim())
    .filter((s) => s !== '');
  const street = streetSegment(segments, numbered);
  if (postcode === undefined && street === undefined) return false;
  ids.written.add(text);
  const words = new Set<string>();
  for (const word of text.split(/[^\p{L}\p{N}'’]+/u)) if (word !== '') words.add(squeeze(word));
  for (const word of Array.from(words)) {
    const type = streetType(word);
    if (type !== undefined) words.add(type);
  }
  if (postcode !== undefined && POSTCODE.test(postcode)) {
    const letters = squeeze(postcode);
    addPattern(ids, letters, breaksAt(letters, letters.length - 3), { entry: n, type: 'postcode', role: 0, detail: { words } });
  }
  if (street !== undefined) addStreet(ids, n, street.number, street.name, words);
  // "Rose Cottage", "Mercury House": named dwellings before the street.
  for (const segment of segments) {
    if (segment === street?.segment) break;
    if (/\d/.test(segment) || segment.split(' ').length < 2) continue;
    // "The Old Forge" is also written without its article.
    for (const name of new Set([segment, segment.replace(/^the\s+(?=\S+\s)/i, '')])) {
      addPattern(ids, squeeze(name), breaksOf(name), { entry: n, type: 'street', role: 0, detail: { words, numbered: true } });
    }
  }
  return true;
}

type Street = { segment: string; number: string | undefined; name: string };

function streetSegment(segments: string[], numbered: RegExp): Street | undefined {
  for (const [i, segment] of segments.entries()) {
    // "27, Tanpit Row" and "Flat 6, 19 Lockgate" put commas anywhere.
    if (/^\d{1,4}\s?[a-z]?$/i.test(segment) && segments[i + 1] !== undefined) {
      return { segment: segments[i + 1] ?? '', number: segment, name: segments[i + 1] ?? '' };
    }
    if (/^(?:flat|apartment|apt|unit|room)\s*\w+$/i.test(segment)) continue;
    const m = numbered.exec(segment);
    if (m?.[1] !== undefined && m[2] !== undefined) return { segment, number: m[1].replace(/\s/g, ''), name: m[2] };
  }
  for (const segment of segments) {
    const words = segment.split(' ');
    if (
      words.length > 1 &&
      !/^(?:the|a|an)$/i.test(words.slice(0, -1).join(' ')) &&
      streetType(squeeze(words.at(-1) ?? '')) !== undefined &&
      !/\d/.test(segment)
    )
      return { segment, number: undefined, name: segment };
  }
  return undefined;
}

function addStreet(ids: Identifiers, n: number, number: string | undefined, name: string, words: ReadonlySet<string>): void {
  const parts = name.split(/\s+/).filter((w) => squeeze(w) !== '');
  let end = parts.length;
  // "Tanpit Row Kelderby": the kind of street ends the street's name.
  for (let i = 1; i < parts.length; i++) {
    if (streetType(squeeze(parts[i] ?? '')) !== undefined) {
      end = i;
      if (i + 1 === parts.length || streetType(squeeze(parts[i + 1] ?? '')) === undefined) break;
    }
  }
  const typed = end < parts.length;
  const core = parts.slice(0, typed ? end : 1).join(' ');
  const letters = squeeze(core);
  if (letters.length < 2) return;
  for (const word of parts) if (squeeze(word).length >= 6) ids.longWords.add(squeeze(word));
  const plain = letters.length < 4 || ORDINARY_WORDS.has(letters) || streetType(letters) !== undefined;
  const add = (prefix: string, detail: PatternDetail): void =>
    addPattern(
      ids,
      prefix + letters,
      [...noBreaks(prefix).fill(/^\p{L}/u.test(prefix)), ...breaksOf(core).map((b, i) => b || i === 0)],
      {
        entry: n,
        type: 'street',
        role: 0,
        detail,
      },
    );
  if (number !== undefined) {
    const figures = squeeze(number);
    // Without its kind of street, "4 Church" is hardly an address: asked about then.
    add(figures, { words, numbered: true, typed: plain, hadType: typed });
    const spoken = /^\d+$/.test(figures) ? numberInWords(Number(figures)) : undefined;
    if (spoken !== undefined) add(spoken, { words, numbered: true, typed: plain, hadType: typed });
  }
  add('', { words, numbered: false, typed: typed || plain, ask: true });
}

function breaksAt(letters: string, at: number): boolean[] {
  const breaks = noBreaks(letters);
  breaks[at] = true;
  return breaks;
}
