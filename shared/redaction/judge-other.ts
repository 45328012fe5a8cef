import { squeeze } from './fold.ts';
import type { Found } from './found.ts';
import type { Hit } from './hit.ts';
import { judgeStreet } from './judge-street.ts';
import type { Identifiers, Use, UseType } from './pattern.ts';
import type { SpellingClass } from './spelling-classes.ts';
import { formClass, hasPossessive, plainClass } from './spelling-of.ts';
import { beginsSentence, letterCase, tokenAround } from './surroundings.ts';
import { ORDINARY_WORDS, PLACE_NOUNS } from './word-lists.ts';

/** Whatever is no person's name: one mention per kind, for all entries that have it. */
export function judgeOther(text: string, hit: Hit, ids: Identifiers): Found[] {
  const out: Found[] = [];
  for (const type of hit.pattern.types) {
    if (type === 'name') continue;
    const uses = preferPlaces(
      hit.pattern.uses.filter((u) => u.type === type),
      ids,
    );
    const one = judges[type](text, hit, uses, ids);
    if (one !== null) out.push(one);
  }
  return out;
}

/** Where a place has an address of its own, those who live there are not asked about. */
function preferPlaces(uses: Use[], ids: Identifiers): Use[] {
  const places = uses.filter((u) => ids.entries[u.entry]?.kind !== 'person');
  return places.length > 0 ? places : uses;
}

type Judge = (text: string, hit: Hit, uses: Use[], ids: Identifiers) => Found | null;

const judges: Record<Exclude<UseType, 'name'>, Judge> = {
  phrase: judgePhrase,
  reference: judgeReference,
  phone: judgePhone,
  email: judgeEmail,
  postcode: (text, hit, uses, ids) => (isOpen(hit) ? judgeStreet(text, hit, uses, ids, 'postcode') : null),
  street: (text, hit, uses, ids) =>
    hit.left === 'open' && (hit.right === 'open' || hit.right === 'camel') ? judgeStreet(text, hit, uses, ids, 'street') : null,
};

const isOpen = (hit: Hit): boolean => hit.left === 'open' && hit.right === 'open';

function make(
  text: string,
  hit: Hit,
  uses: Use[],
  ids: Identifiers,
  kind: Found['kind'],
  sure: boolean,
  other: SpellingClass,
): Found {
  const entries = uses.map((u) => u.entry);
  const raw = text.slice(hit.start, hit.end);
  const form = formClass(kind === 'name' ? hit : { ...hit, splits: 0 });
  const spelling = ids.written.has(raw) ? (hasPossessive(text, hit.end) ? 'possessive' : 'asWritten') : (form ?? other);
  return { start: hit.start, end: hit.end, entries, kind, spelling, sure: sure && entries.length === 1 };
}

function judgePhrase(text: string, hit: Hit, uses: Use[], ids: Identifiers): Found | null {
  const raw = text.slice(hit.start, hit.end);
  const token = tokenAround(text, hit.start, hit.end);
  const linked = token.kind !== 'plain';
  if (!linked && (hit.left !== 'open' || (hit.right !== 'open' && hit.right !== 's'))) return null;
  if (linked && hit.pattern.letters.length < 5 && (hit.left !== 'open' || hit.right === 's' || hit.right === 'initial'))
    return null;
  if (hit.right === 'initial' || hit.left === 'letter') return null;
  if (hit.splits > 0 && !hit.spelledOut && hit.pattern.letters.length < 6) return null;
  const kept = uses.filter(
    (u) =>
      u.detail?.exactCase === undefined ||
      (linked && hit.pattern.letters.length >= 5) ||
      caseFits(text, hit.start, raw, u.detail.exactCase),
  );
  if (kept.length === 0) {
    // "kbp" for "KBP": asked about, unless it is a word.
    const small = uses.filter((u) => letterCase(u.detail?.exactCase ?? '') === 'capitals' && u.detail?.ask !== true);
    if (small.length === 0 || letterCase(raw) !== 'small' || raw.length < 3 || ORDINARY_WORDS.has(raw)) return null;
    return make(text, hit, small, ids, 'name', false, 'capitals');
  }
  const ask = kept.every((u) => u.detail?.ask === true) || (hit.splits > 0 && !/^\p{Lu}/u.test(raw));
  if (hit.splits > 0 && kept.every((u) => u.detail?.ask === true)) return null;
  const short = kept.every((u) => u.detail?.shortForm === true);
  if (short && (letterCase(raw) === 'small' || stands(text, hit.end))) return null;
  const plain = plainClass(text, hit.start, hit.end, ids, [hit]);
  const other: SpellingClass = short
    ? 'shortForm'
    : token.kind === 'email'
      ? 'emailAddress'
      : token.kind !== 'plain'
        ? token.kind
        : spaced(raw)
          ? 'oddSpace'
          : hasPossessive(text, hit.end)
            ? 'possessive'
            : (plain ?? 'asWritten');
  return make(text, hit, kept, ids, 'name', !ask, other);
}

function spaced(raw: string): boolean {
  return /\s{2}|[\n\t\u00a0\u2000-\u200a\u202f\u3000]/u.test(raw);
}

/** "Kelderby Bridge" in "Kelderby Bridge Road" is another place. */
function stands(text: string, end: number): boolean {
  const after = /^\s+(\p{Lu}\p{L}*)/u.exec(text.slice(end, end + 24))?.[1];
  return (
    after !== undefined &&
    /^(?:road|rd|street|st|lane|avenue|close|court|drive|station|park|estate)$/i.test(after) &&
    PLACE_NOUNS.has(squeeze(after))
  );
}

/** Single words keep the case they have on the register: "the Row", "KBP"; all capitals are let through for longer ones. */
function caseFits(text: string, start: number, raw: string, exact: string): boolean {
  const said = raw.normalize('NFKC').replace(/[\p{Cf}\s.]/gu, '');
  const known = exact.normalize('NFKC').replace(/[\p{Cf}\s.]/gu, '');
  if (said === known) return true;
  if (letterCase(exact) === 'capitals') return false;
  if (said.toLowerCase() !== known.toLowerCase())
    return squeeze(said) === squeeze(known) && /^\p{Lu}/u.test(said) === /^\p{Lu}/u.test(known);
  // "The Row was quiet": the article may have a capital, the name must have its own.
  const tail = (s: string): string => s.replace(/^the/i, '');
  if (tail(said) === tail(known) && beginsSentence(text, start)) return true;
  return letterCase(raw) === 'capitals' && known.length >= 4;
}

function judgeReference(text: string, hit: Hit, uses: Use[], ids: Identifiers): Found | null {
  const { letters } = hit.pattern;
  const token = tokenAround(text, hit.start, hit.end);
  const linked = token.kind === 'fileName' || token.kind === 'slug' || token.kind === 'email';
  if (hit.left === 'letter' || hit.left === 'digit' || hit.right === 'digit' || hit.right === 'initial') return null;
  if ((hit.left === 'camel' || hit.right === 'camel') && !linked) return null;
  const raw = text.slice(hit.start, hit.end);
  if (
    /^[\d\s]+$/.test(raw) &&
    /(?:^|[^\d])\d{1,3}[ ,.]$/.test(text.slice(Math.max(0, hit.start - 5), hit.start)) &&
    letters.length < 8
  )
    return null;
  const kept = uses.filter((u) => u.detail?.exactCase === undefined || raw.trim() === u.detail.exactCase);
  if (kept.length === 0) return null;
  const ask = kept.every((u) => u.detail?.ask === true);
  return make(text, hit, kept, ids, 'reference', !ask, 'otherNumberSpelling');
}

function judgePhone(text: string, hit: Hit, uses: Use[], ids: Identifiers): Found | null {
  if (hit.right === 'digit' || hit.right === 's' || hit.right === 'initial') return null;
  const raw = text.slice(hit.start, hit.end);
  if (/[\n,;:@]/.test(raw)) return null;
  // The walk back found the significant figures; the trunk 0 or +44 before them belongs to the number.
  const before =
    /(?:(?:\+|00)\s?44|44)?[\s.()-]{0,3}(?:\(\s?0\s?\)|0|[oO])?[\s.()-]{0,3}$/.exec(
      text.slice(Math.max(0, hit.start - 14), hit.start),
    )?.[0] ?? '';
  const lead = before.replace(/^[\s.)-]+/, '');
  const start = hit.start - lead.length;
  const prefixed = /[\d+oO]/.test(lead);
  if (!prefixed && hit.left !== 'open') return null;
  if (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1] ?? '')) return null;
  if (!prefixed && hit.pattern.letters.length < 6) return null;
  const open = text[start - 1] === '(' && /\)/.test(text.slice(start, hit.end)) ? 1 : 0;
  const own = { ...hit, start: start - open };
  return make(text, own, uses, ids, 'phone', prefixed || hit.pattern.letters.length >= 9, 'otherNumberSpelling');
}

function judgeEmail(text: string, hit: Hit, uses: Use[], ids: Identifiers): Found | null {
  const raw = text.slice(hit.start, hit.end);
  if (!hit.hasAt && !/(?:\(at\)|\[at\])/i.test(raw)) return null;
  if (/\s/.test(raw.trim()) && /\s\S+\s\S+\s\S+\s/.test(raw)) return null;
  if (hit.right === 'digit' || hit.right === 'initial' || hit.right === 's' || hit.left === 'letter' || hit.left === 'digit')
    return null;
  const longer =
    /[\p{L}\p{N}][._%+-]$/u.test(text.slice(Math.max(0, hit.start - 2), hit.start)) ||
    /^(?:\.\p{L}|-)/u.test(text.slice(hit.end, hit.end + 2));
  return make(text, hit, uses, ids, 'email', !longer, 'capitals');
}
