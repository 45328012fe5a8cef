import { NATURE_WORDS, ORDINARY_WORDS, PERSON_VERBS, PLACE_NOUNS, WEAK_WORDS } from './word-lists.ts';
import { squeeze } from './fold.ts';
import { beginsSentence, wordAfter } from './surroundings.ts';

/** Names that are as often another word. */
export function isOrdinary(letters: string): boolean {
  return (ORDINARY_WORDS.has(letters) && !isWeak(letters)) || isWeak(letters);
}

export function isWeak(letters: string): boolean {
  return WEAK_WORDS.has(letters);
}

const DATE_WORDS = new Set(
  'may april june july august january march avril jan mar apr jun summer winter autumn spring easter friday monday sunday'.split(' '),
);

/** "May 2020", "14 May", "early May": the month, beyond asking. */
export function isDateHere(text: string, start: number, end: number, letters: string): boolean {
  if (!DATE_WORDS.has(letters)) return false;
  if (/^[^\S\n]*[,'’]?[^\S\n]*(?:\d{1,4}(?!\d)|term\b|holidays?\b|half\b|bank\b)/iu.test(text.slice(end, end + 14))) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  return /(?:\d(?:st|nd|rd|th)?(?:\s+of)?[\s./-]+|(?:early|mid|late|last|next|end of|start of|beginning of)[\s-]+)$/iu.test(before);
}

/** A plant's name with a capital: sure unless the words around it say it is the plant or a place, or it begins a sentence. */
export function weakIsName(text: string, start: number, end: number): boolean {
  const after = squeeze(wordAfter(text, end));
  if (NATURE_WORDS.has(after)) return false;
  if (/^['’]s\b/.test(text.slice(end, end + 3))) return true;
  if (!beginsSentence(text, start)) return true;
  return PERSON_VERBS.has(after) && !/^(?:was|is|has|had|did|does|will|would|could|should|grew|needs?|needed|looked?|looks)$/.test(after);
}

/** "Pryce Street", "Wójcik Close": named after somebody, with a capital; small letters are the person's ("Rowan school refusal"). */
export function placeFollows(text: string, end: number): boolean {
  const word = wordAfter(text, end);
  return /^\p{Lu}/u.test(word) && PLACE_NOUNS.has(squeeze(word));
}
