import { isDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import { phrasesFrom } from './grammar/lexicon.ts';
import { nearWord } from './grammar/near-word.ts';
import { mendedYear } from './mended-year.ts';

export type Repair = { readonly text: string; readonly what: string };

const FIGURE_FOR: Readonly<Record<string, string>> = {
  o: '0',
  q: '0',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  s: '5',
  b: '8',
  z: '2',
};
const LETTER_FOR: Readonly<Record<string, string>> = { '0': 'o', '5': 's', '8': 'b' };

/** A cell with the slips of typing and scanning put right, and what was put right; null where there is nothing to put right. */
export function repaired(text: string, frame: Frame): Repair | null {
  const what: string[] = [];
  let now = text;
  const step = (next: string, said: string): void => {
    if (next !== now) what.push(said);
    now = next;
  };
  step(lettersInWords(now), 'figures stand in the name of a month');
  step(figuresForLetters(now), 'letters stand for figures (O for 0, l for 1)');
  step(now.replace(/(?<=\b\d\d)\?(?=[/.-]\d)/g, ''), 'a question mark stands inside the date');
  step(now.replace(/(?<=\d)\s*([/.-])(?:\s*[/.-])+\s*(?=\d)/g, '$1'), 'a separator is doubled');
  step(
    now.replace(/^(\d{1,2})\s*[\\,;:_'*|]+\s*(\d{1,2})\s*[\\,;:_'*|]+\s*(\d{4}|\d{2})\b(?![/.-]\d)/, '$1/$2/$3'),
    'the separators are unusual',
  );
  step(now.replace(/^(\d{1,2})[\\,;_'*|](\d{1,2})([/.-])(\d{4}|\d{2})\b/, '$1$3$2$3$4'), 'the separators differ');
  step(now.replace(/^(\d{1,2})([/.-])(\d{1,2})[\\,;_'*|](\d{4}|\d{2})\b/, '$1$2$3$2$4'), 'the separators differ');
  step(now.replace(/\b0(\d\d)(?=[/.-]\d)/g, '$1').replace(/(?<=\d[/.-])0(\d\d)(?=[/.-])/g, '$1'), 'a figure is too many');
  step(
    now.replace(/(?<=[a-z]{3}\.?\s)((?:19|20)?\d{0,2}) ?(\d{0,3}) (\d{1,3})$/i, yearClosedUp),
    'spaces stand between the figures',
  );
  step(
    now.replace(/(?<=\d[/.-]|[a-z]{3}\.?[\s-])(\d{3}|\d{5})(?=$|[\s),;])/i, (figures) => mendedYear(figures, frame)),
    'a figure of the year is too many or missing',
  );
  step(wordsMended(now), 'a word is misspelt');
  step(closedUp(now), 'spaces stand between the figures');
  step(separated(now), 'separators are missing');
  return what.length === 0 ? null : { text: now, what: what.join('; ') };
}

/** "0ct", "Ju1y": only where the word is then a month. */
function lettersInWords(text: string): string {
  return text.replace(/(?<![0-9A-Za-z])(?=[0158]*[A-Za-z])[A-Za-z0158]{3,9}(?![0-9A-Za-z])/g, (word) => {
    if (!/\d/.test(word)) return word;
    const letters = word.toLowerCase().replace(/[058]/g, (c) => LETTER_FOR[c] ?? c);
    return ['l', 'i'].map((one) => letters.replaceAll('1', one)).find(isMonth) ?? word;
  });
}

/** "Sumer", "comencing": words that dates are made of, with one slip of typing. */
function wordsMended(text: string): string {
  return text.replace(/(?<![\p{L}\d'])\p{L}{4,}(?![\p{L}\d'])/gu, (word) =>
    phrasesFrom(word.toLowerCase()) ? word : (nearWord(word.toLowerCase()) ?? word),
  );
}

function isMonth(word: string): boolean {
  return (
    phrasesFrom(word)?.some((phrase) => phrase.words.length === 1 && phrase.lex.is === 'month' && !phrase.lex.roman) ?? false
  );
}

/** O8/10/24, l2.1O.10, lst: with at least one figure in the cell, and a figure or separator beside. */
export function figuresForLetters(text: string): string {
  if (/^[oli|]{1,2}([/.-])[oli|]{1,2}\1[oli|]{1,4}$/i.test(text))
    return text.replace(/[oli|]/gi, (c) => FIGURE_FOR[c.toLowerCase()] ?? c);
  if (!/\d/.test(text)) return text;
  const put = (letters: string): string => letters.replace(/[oqli|!sbz]/gi, (c) => FIGURE_FOR[c.toLowerCase()] ?? c);
  return text
    .replace(/(?<![A-Za-z0-9|])(?=[0-9oqli|!sbz]*\d)[0-9oqli|!sbz]{1,4}(?=(?:st|nd|rd|th)?(?![A-Za-z0-9|]))/gi, (token) =>
      /[^0-9]/.test(token) ? put(token) : token,
    )
    .replace(/(?<=^|[\s/.-])[olis|]{1,2}(?=[/.-]\s?[0-9oli|])/gi, put)
    .replace(/(?<=[0-9oli|]\s?[/.-])[oli|]{1,2}(?=$|[\s/.-])/gi, put)
    .replace(/(?<![A-Za-z0-9])l(?=st\s)/g, '1');
}

/** "5 Jan 20 10": the figures are one year. */
function yearClosedUp(all: string): string {
  const closed = all.replaceAll(' ', '');
  return /^(19|20)\d\d$/.test(closed) ? closed : all;
}

/** "1 2/10/10", "12/10/20 10": one date once the spaces are out. */
function closedUp(text: string): string {
  if (!/^[\d\s/.-]+$/.test(text) || !/\d\s+\d/.test(text)) return text;
  const closed = text.replace(/\s+/g, '');
  const m = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(closed);
  if (m?.[4]?.length === 4 && !/^(19|20)/.test(m[4])) return text;
  return m && isDay(m[4]?.length === 4 ? Number(m[4]) : 2000, Number(m[3]), Number(m[1])) ? closed : text;
}

/** "121010", "1210/2010", "12/102010". */
function separated(text: string): string {
  const m =
    /^(\d{2})(\d{2})(\d{2})(?=$|\s)/.exec(text) ??
    /^(\d{2})(\d{2})[/.-](\d{4}|\d{2})(?=$|\s)/.exec(text) ??
    /^(\d{1,2})[/.-](\d{2})(\d{4}|\d{2})(?=$|\s)/.exec(text);
  if (!m) return text;
  const [all, day, month, year] = m;
  const fits = isDay(year?.length === 4 ? Number(year) : 2000 + (Number(year) % 4), Number(month), Number(day));
  return fits ? `${day}/${month}/${year}${text.slice(all.length)}` : text;
}
