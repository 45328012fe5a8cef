import { NAMES_BY_CAPITAL, NATURE_WORDS, ORDINARY_WORDS, PERSON_VERBS, PLACE_NOUNS, WEAK_WORDS } from './word-lists.ts';
import { squeeze } from './fold.ts';
import { beginsSentence, wordAfter } from './surroundings.ts';

/** Names that are as often another word. */
export function isOrdinary(letters: string): boolean {
  return ORDINARY_WORDS.has(letters) || isWeak(letters);
}

export function isWeak(letters: string): boolean {
  return WEAK_WORDS.has(letters) && !(letters === 'rose' || letters === 'may');
}

const DATE_WORDS = new Set(
  'may april june july august january march avril jan mar apr jun summer winter autumn spring easter friday monday sunday'.split(
    ' ',
  ),
);

/** "May 2020", "14 May", "early May": the month, beyond asking. */
export function isDateHere(text: string, start: number, end: number, letters: string): boolean {
  if (!DATE_WORDS.has(letters)) return false;
  if (/^[^\S\n]*[,'’]?[^\S\n]*(?:\d{1,4}(?!\d)|term\b|holidays?\b|half\b|bank\b)/iu.test(text.slice(end, end + 14))) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  // "By May, the group will", "The May meeting".
  if (/(?:^|[.!?:;\n]\s*)By\s+$/u.test(before) && !/^['’]/u.test(text.slice(end, end + 1))) return true;
  if (/(?<!\p{L})the\s+$/iu.test(before) && /^\s+\p{Ll}/u.test(text.slice(end, end + 3)) && !familyFollows(text, end))
    return true;
  // "met in May to agree": the month, unless its bearer goes on ("in May's room") or is confided in.
  if (
    /(?<!\p{L})(?:in|during|throughout|since|until|till|each|every)\s+$/iu.test(before) &&
    !/^['’\p{L}]|^\s+\p{Lu}/u.test(text.slice(end, end + 3)) &&
    !PERSON_VERBS.has(squeeze(wordAfter(text, end))) &&
    !/(?<!\p{L})(?:confid\p{L}+|trust|faith|belie\p{L}+|interest|changes?|marks?|injur\p{L}+|bruis\p{L}+|harm)\s+in\s+$/iu.test(
      text.slice(Math.max(0, start - 24), start),
    )
  )
    return true;
  return /(?:(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]+|(?:early|mid|late|last|next|end of|start of|beginning of)[\s-]+)$/iu.test(
    before,
  );
}

/** "Will he attend?", "May the panel note", "Young people": another word at the head of its sentence, beyond asking. */
export function isVerbHere(text: string, start: number, end: number, letters: string): boolean {
  const after = text.slice(end, end + 20);
  if (letters === 'young')
    return /^\s+(?:people|persons?|carers?|adults?|children|child|m[ae]n|wom[ae]n|girls?|boys?|mothers?|fathers?|parents?)\b/u.test(
      after,
    );
  const other = isOrdinary(letters) || NAMES_BY_CAPITAL.has(letters);
  // "Head of Service", "the Dean of the school", "Banks of material"; "told Mark of it" and "Grace of 4 Elm Road" are people.
  if (
    other &&
    /^\S{0,2}\s+of\s+(?!\d|flat\b|no\b|course\b)/iu.test(text.slice(end, end + 12)) &&
    (letters === 'head' ||
      beginsSentence(text, start) ||
      /(?<!\p{L})(?:the|an?|deputy|assistant|associate|interim|acting|lead|former|our|their|its)\s+$/iu.test(
        text.slice(Math.max(0, start - 12), start),
      ))
  )
    return true;
  // "Mark each record", "Hope that".
  if (
    other &&
    beginsSentence(text, start) &&
    /^\s+(?:each|every|all|any|this|that|these|those|their|our|your|its|up|out)\b/u.test(after)
  )
    return true;
  return (
    (letters === 'will' || letters === 'may' || letters === 'can') &&
    beginsSentence(text, start) &&
    /^\s+(?:he|she|it|they|we|you|I|the|this|that|these|those|there|an?|any|anyone|his|her|their|our|your)\b/u.test(after)
  );
}

/** A plant's name with a capital is a person, unless the words around it say that it is the plant. */
export function weakIsName(text: string, start: number, end: number): boolean {
  if (/^['’]s\b/.test(text.slice(end, end + 3))) return true;
  const after = text.slice(end, end + 48).match(/\p{L}+/gu) ?? [];
  if (NATURE_WORDS.has(squeeze(after[0] ?? ''))) return false;
  if (/(?<!\p{L})(?:the|a|an|some|wild|poison)\s+$/iu.test(text.slice(Math.max(0, start - 8), start))) return false;
  // "Ivy grew on the wall", "Holly and ivy": only where the capital may come from the sentence.
  if (!beginsSentence(text, start)) return true;
  const next = after.slice(0, 4).map((word) => squeeze(word));
  if (/^(?:and|or)$/.test(next[0] ?? '') && /^\p{Ll}/u.test(after[1] ?? '') && WEAK_WORDS.has(next[1] ?? '')) return false;
  return !next.some((word, i) => NATURE_WORDS.has(word) || (WEAK_WORDS.has(word) && /^\p{Ll}/u.test(after[i] ?? '')));
}

/** "Pryce Street", "Wójcik Close": named after somebody, with a capital; small letters are the person's ("Rowan school refusal"). */
export function placeFollows(text: string, end: number): boolean {
  const word = wordAfter(text, end);
  return /^\p{Lu}/u.test(word) && PLACE_NOUNS.has(squeeze(word));
}

export function familyFollows(text: string, end: number): boolean {
  return /^\s+(?:family|families|household|children|kids|siblings|brothers|sisters|boys|girls|twins|parents|home)\b/iu.test(
    text.slice(end, end + 16),
  );
}
