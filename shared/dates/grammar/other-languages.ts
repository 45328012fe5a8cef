import type { Lex } from './lex.ts';
import type { Season } from './period-rules.ts';

/*
 * Months, weekdays and the small words of dates in the languages in which papers of families and of agencies abroad come: German,
 * French, Spanish, Italian, Portuguese, Dutch, Polish and Romanian. Without accents. What is an English word or a first name
 * as well ("ago", "set", "out", "sty", "Marco") is left out.
 */
const MONTHS: readonly string[] = [
  'januar|janner|jaenner|janvier|janv|enero|ene|gennaio|janeiro|januari|styczen|stycznia|ianuarie',
  'februar|feber|fevrier|fevr|febrero|febbraio|fevereiro|februari|luty|lutego|februarie',
  'marz|maerz|mrz|mars|marzo|maart|mrt|marzec|marca|martie',
  'avril|avr|abril|abr|aprile|kwiecien|kwietnia|aprilie',
  'mayo|maggio|maio|mei|maj|maja',
  'juni|juin|junio|giugno|junho|czerwiec|czerwca|iunie',
  'juli|juillet|juil|julio|luglio|julho|lipiec|lipca|iulie',
  'aout|agosto|augustus|sierpien|sierpnia',
  'septembre|septiembre|setiembre|settembre|setembro|wrzesien|wrzesnia|septembrie',
  'oktober|okt|octobre|octubre|ottobre|outubro|pazdziernik|pazdziernika|paz|octombrie',
  'novembre|noviembre|novembro|listopad|listopada|noiembrie',
  'dezember|dez|decembre|diciembre|dic|dicembre|dezembro|grudzien|grudnia|decembrie',
];
const WEEKDAYS: readonly string[] = [
  'montag|lundi|lunes|lunedi|maandag|poniedzialek|poniedziałek|luni',
  'dienstag|mardi|martes|martedi|dinsdag|wtorek',
  'mittwoch|mercredi|miercoles|mercoledi|woensdag|sroda|miercuri',
  'donnerstag|jeudi|jueves|giovedi|donderdag|czwartek',
  'freitag|vendredi|viernes|venerdi|vrijdag|piatek|vineri',
  'samstag|sonnabend|samedi|sabado|sabato|zaterdag|sobota|sambata',
  'sonntag|dimanche|domingo|domenica|zondag|niedziela|duminica',
];
const SEASONS: Readonly<Record<Season, string>> = {
  spring: 'fruhling|fruhjahr|printemps|primavera',
  summer: 'sommer|verano',
  autumn: 'herbst|automne|otono|autunno',
  winter: 'hiver|invierno|inverno',
};
/** Early, mid and late. */
const PARTS: readonly string[] = [
  'anfang|debut|debut de|principios de|a principios de|inizio|poczatek',
  'mitte|mediados de|a mediados de',
  'ende|fin|fin de|finales de|a finales de|koniec',
];

/** What the words of other languages mean in a date. */
export const ELSEWHERE: readonly (readonly [names: string, Lex])[] = [
  ...MONTHS.map((names, index) => [names, { is: 'month', month: index + 1 }] as const),
  ...WEEKDAYS.map((names, index) => [names, { is: 'weekday', weekday: index }] as const),
  ...(['spring', 'summer', 'autumn', 'winter'] as const).map((season) => [SEASONS[season], { is: 'season', season }] as const),
  ...PARTS.map((names, index) => [names, { is: 'part', part: index + 1 }] as const),
  ['bis|bis zum|au|jusquau|hasta|hasta el', { is: 'join', join: 'to' }],
  // "le 14 juillet", "vom 12. Oktober", "12 octubre del 2010"
  ['le|el|du|del|vom|dnia|roku|anul|ano', { is: 'filler' }],
  ['er|ere|ro', { is: 'ordinalEnding' }],
];

/** Single words, by which a short text is known to speak of time. */
export const WORDS_ELSEWHERE: readonly string[] = [...MONTHS, ...WEEKDAYS, ...Object.values(SEASONS), ...PARTS].flatMap((names) =>
  names.split(/[| ]/).filter((word) => word.length > 2),
);
