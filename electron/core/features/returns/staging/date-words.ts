import { WORDS_ELSEWHERE } from '#shared/dates/grammar/other-languages.ts';

/** Words that stand in date cells. Months and weekdays are known by their first three letters. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'about above academic after afternoon and approx approximate approximately around autumn before began beginning believed between boxing ' +
    'bonfire christmas circa commencing confirmed date dated day days during early earlier easter end ended ending eve evening ' +
    'exact fall fiscal financial first following for friday from fy good half halloween holiday holidays hour hours hrs known last late later ' +
    'likely mid midday middle midnight month months morning mother mothering new next night noon not october onwards overnight ' +
    'possibly previous prior probably quarter remembrance same school season second several since some sometime spring start ' +
    'summer sunday term terms the then third thought through throughout till time times today two unclear uncertain undated unknown until ' +
    'week weekend weekly weeks whit winter within xmas year years yesterday bank pancake shrove advent lent ' +
    'ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr llun mawrth mercher iau gwener sadwrn sul'
  )
    .split(' ')
    .concat(WORDS_ELSEWHERE),
);
const STARTS: ReadonlySet<string> = new Set(
  'jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun'.split(' '),
);

/** Whether the words of a short text are mostly those of dates: "Received 12/10/10" may be one, "Home visit by two workers 12/10/10" is prose. */
export function speaksOfTime(text: string): boolean {
  return strangeWords(text) <= 1;
}

/** How many of a text's words are none of those of dates; no more than two are counted. */
export function strangeWords(text: string): number {
  let strange = 0;
  const plain = /[^\x20-\x7e]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  for (const word of plain.toLowerCase().match(/[a-zß-ž]{3,}/g) ?? []) {
    if (!WORDS.has(word) && !STARTS.has(word.slice(0, 3)) && ++strange > 1) break;
  }
  return strange;
}
