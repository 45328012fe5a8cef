import type { PeriodRule } from './period-rules.ts';

export type Feast = { readonly names: string; readonly rule: PeriodRule; readonly vague?: true; readonly other?: PeriodRule };

const fixed = (month: number, day: number, length = 1): PeriodRule => ({ by: 'days', month, day, length });
const easter = (from: number, to = from): PeriodRule => ({ by: 'easter', from, to });
const weekday = (month: number, day: number, nth: number, length = 1): PeriodRule => ({
  by: 'weekday',
  month,
  weekday: day,
  nth,
  length,
});
const islamic = (month: number, day: number, length: number): PeriodRule => ({
  by: 'moving',
  feast: { calendar: 'islamic', month, day, length },
});
const hebrew = (month: 1 | 3 | 7, day: number, length: number): PeriodRule => ({
  by: 'moving',
  feast: { calendar: 'hebrew', month, day, length },
});
/** The first new moon from a day of the year on, `before` days back. */
const moon = (month: number, day: number, length: number, before = 0): PeriodRule => ({
  by: 'moving',
  feast: { calendar: 'moon', from: [month, day], before, length },
});
const holiday = (name: string): PeriodRule => ({ by: 'holiday', holiday: name });

/** Named days and holidays of England and Wales. Names are separated by "|"; the longest that fits is taken. */
export const FEASTS: readonly Feast[] = [
  { names: 'christmas|xmas|nadolig', rule: fixed(12, 25), vague: true },
  {
    names:
      'over christmas|over xmas|over the christmas|over the xmas|christmas period|xmas period|christmas time|christmastime|xmas time|over the christmas period|over the xmas period|over christmas period',
    rule: fixed(12, 24, 3),
    vague: true,
  },
  {
    names: 'christmas and new year|xmas and new year|christmas new year|xmas new year|over christmas and new year|festive period',
    rule: fixed(12, 24, 9),
    vague: true,
  },
  { names: 'between christmas and new year|between xmas and new year', rule: fixed(12, 26, 6), vague: true },
  { names: 'easter term|lent term|hilary term|tymor y gwanwyn|tymor gwanwyn', rule: { by: 'term', term: 'spring' } },
  { names: 'michaelmas term|tymor yr hydref|tymor hydref', rule: { by: 'term', term: 'autumn' } },
  { names: 'trinity term|tymor yr haf|tymor haf', rule: { by: 'term', term: 'summer' } },
  { names: 'christmas day|xmas day|dydd nadolig', rule: fixed(12, 25) },
  { names: 'christmas eve|xmas eve|eve of christmas|noswyl nadolig', rule: fixed(12, 24) },
  { names: 'boxing day|st stephens day|gwyl san steffan', rule: fixed(12, 26) },
  {
    names:
      'christmas holiday|christmas holidays|xmas holiday|xmas holidays|xmas hols|christmas hols|christmas break|xmas break|christmas vacation',
    rule: holiday('christmas'),
  },
  { names: 'new years day|new year day|dydd calan', rule: fixed(1, 1) },
  { names: 'new years eve|new year eve|hogmanay|nye|nos galan', rule: fixed(12, 31) },
  { names: 'new year|over new year|over the new year', rule: fixed(1, 1), vague: true },
  { names: 'easter|pasg', rule: easter(0), vague: true },
  { names: 'over easter|over the easter|easter time|easter period|over the easter period', rule: easter(-2, 1), vague: true },
  {
    names: 'easter weekend|easter bank holiday weekend|easter bank holiday|over easter weekend|over the easter weekend',
    rule: easter(-2, 1),
  },
  { names: 'easter sunday|easter day|easter sun', rule: easter(0) },
  { names: 'easter monday|easter mon', rule: easter(1) },
  { names: 'easter saturday|easter sat|holy saturday', rule: easter(-1) },
  { names: 'easter holidays|easter holiday|easter hols|easter break|easter vacation', rule: holiday('easter') },
  { names: 'good friday|good fri|easter friday|gwener y groglith', rule: easter(-2) },
  { names: 'maundy thursday', rule: easter(-3) },
  { names: 'palm sunday', rule: easter(-7) },
  { names: 'holy week', rule: easter(-7, -1) },
  { names: 'shrove tuesday|pancake day|pancake tuesday', rule: easter(-47) },
  { names: 'ash wednesday', rule: easter(-46) },
  { names: 'mothering sunday|mothers day|mothers sunday', rule: easter(-21) },
  { names: 'ascension day', rule: easter(39) },
  { names: 'whit sunday|pentecost|whitsun', rule: easter(49) },
  { names: 'whit monday', rule: easter(50) },
  { names: 'whit weekend|whitsun weekend', rule: easter(48, 50) },
  { names: 'whit week|whit half term', rule: holiday('summerHalf') },
  { names: 'may day', rule: fixed(5, 1) },
  {
    names:
      'may day bank holiday|early may bank holiday|may day bank holiday monday|early may bank holiday monday|first may bank holiday|may day bh|early may bh',
    rule: { by: 'bankHoliday', holiday: 'earlyMay' },
  },
  {
    names:
      'spring bank holiday|late may bank holiday|spring bank holiday monday|late may bank holiday monday|second may bank holiday|whit bank holiday|spring bh|late may bh',
    rule: { by: 'bankHoliday', holiday: 'spring' },
  },
  {
    names: 'may bank holiday|bank holiday may|may bank holiday monday|bank holiday monday may|may bh',
    rule: { by: 'bankHoliday', holiday: 'earlyMay' },
    other: { by: 'bankHoliday', holiday: 'spring' },
  },
  {
    names:
      'august bank holiday|summer bank holiday|august bank holiday monday|bank holiday monday august|late august bank holiday|aug bank holiday|aug bank holiday monday|summer bank holiday monday|bank holiday august|august bh|aug bh',
    rule: weekday(8, 0, -1),
  },
  { names: 'august bank holiday weekend|aug bank holiday weekend|summer bank holiday weekend', rule: lastMondayWeekend(8) },
  { names: 'valentines day|valentines|st valentines day|saint valentines day', rule: fixed(2, 14) },
  { names: 'st davids day|saint davids day|dydd gwyl dewi', rule: fixed(3, 1) },
  { names: 'st patricks day|saint patricks day|st paddys day', rule: fixed(3, 17) },
  { names: 'st georges day|saint georges day', rule: fixed(4, 23) },
  { names: 'st andrews day|saint andrews day', rule: fixed(11, 30) },
  { names: 'april fools day|april fools', rule: fixed(4, 1) },
  { names: 'fathers day', rule: weekday(6, 6, 3) },
  { names: 'midsummers day|midsummer day', rule: fixed(6, 24) },
  { names: 'halloween|hallowe en|all hallows eve|calan gaeaf', rule: fixed(10, 31) },
  { names: 'bonfire night|guy fawkes|guy fawkes night|guy fawkes day|fireworks night|firework night', rule: fixed(11, 5) },
  { names: 'remembrance sunday|remembrance day sunday', rule: weekday(11, 6, 2) },
  { names: 'remembrance day|armistice day', rule: fixed(11, 11) },
  { names: 'burns night', rule: fixed(1, 25) },
  { names: 'epiphany', rule: fixed(1, 6) },
  {
    names: 'summer holiday|summer holidays|summer hols|summer break|school summer holidays|school summer holiday',
    rule: holiday('summer'),
  },
  {
    names: 'autumn half term|october half term|oct half term|autumn half term holiday|october half term holiday',
    rule: holiday('autumnHalf'),
  },
  {
    names: 'february half term|feb half term|spring half term|february half term holiday|spring half term holiday',
    rule: holiday('springHalf'),
  },
  { names: 'orthodox easter|orthodox easter sunday|greek easter|pascha', rule: { by: 'orthodoxEaster' } },
  { names: 'ramadan|ramadhan|ramzan|holy month of ramadan|month of ramadan', rule: islamic(9, 1, 30) },
  { names: 'eid al fitr|eid ul fitr|id ul fitr|eidulfitr', rule: islamic(10, 1, 3) },
  { names: 'eid al adha|eid ul adha|id ul adha|bakr eid|big eid', rule: islamic(12, 10, 4) },
  { names: 'eid', rule: islamic(10, 1, 3), other: islamic(12, 10, 4) },
  { names: 'muharram|month of muharram', rule: islamic(1, 1, 30) },
  { names: 'ashura', rule: islamic(1, 10, 1) },
  { names: 'passover|pesach', rule: hebrew(7, 15, 8) },
  { names: 'rosh hashanah|rosh hashana|jewish new year', rule: hebrew(1, 1, 2) },
  { names: 'yom kippur', rule: hebrew(1, 10, 1) },
  { names: 'sukkot|succot|sukkoth', rule: hebrew(1, 15, 7) },
  { names: 'hanukkah|chanukah|hanukah', rule: hebrew(3, 25, 8) },
  { names: 'diwali|divali|deepavali', rule: moon(10, 17, 3, 1) },
  { names: 'chinese new year|lunar new year', rule: moon(1, 21, 2) },
  { names: 'vaisakhi|baisakhi', rule: fixed(4, 13, 2) },
  { names: 'michaelmas', rule: { by: 'term', term: 'autumn' }, other: fixed(9, 29) },
  { names: 'michaelmas day', rule: fixed(9, 29) },
  { names: 'lady day', rule: fixed(3, 25) },
  { names: 'lammas', rule: fixed(8, 1) },
  { names: 'candlemas', rule: fixed(2, 2) },
  { names: 'all saints day|all hallows', rule: fixed(11, 1) },
  { names: 'all souls day', rule: fixed(11, 2) },
  { names: 'st nicholas day', rule: fixed(12, 6) },
  { names: 'st swithins day', rule: fixed(7, 15) },
  { names: 'trinity sunday', rule: easter(56) },
  { names: 'may half term|whitsun half term|summer half term|may half term holiday|june half term', rule: holiday('summerHalf') },
];

/** Saturday to Monday: told by the Monday, since the month's last Saturday may come after it. */
function lastMondayWeekend(month: number): PeriodRule {
  return { by: 'weekday', month, weekday: 0, nth: -1, length: -2 };
}
