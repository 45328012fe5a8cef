import { FEASTS } from './feasts.ts';
import { ELSEWHERE } from './other-languages.ts';
import type { Lex } from './lex.ts';

export type Phrase = { readonly words: readonly string[]; readonly lex: Lex };

const phrases = new Map<string, Phrase[]>();

function add(names: string, lex: Lex): void {
  for (const name of names.split('|')) {
    const words = name.split(' ');
    const first = words[0] ?? '';
    const list = phrases.get(first);
    if (list) list.push({ words, lex });
    else phrases.set(first, [{ words, lex }]);
  }
}

const MONTHS = [
  'january|jan|janu|ionawr|ion',
  'february|feb|febru|febr|chwefror|chwef|chw',
  'march|mar|mrch|mawrth|fawrth|maw',
  'april|apr|apl|ebrill|ebr',
  'may|mai|fai',
  'june|jun|mehefin|fehefin|meh',
  'july|jul|jly|gorffennaf|orffennaf|gorff|gor',
  'august|aug|awst|aws',
  'september|sept|septem|sep|medi|fedi',
  'october|oct|octo|hydref|hyd',
  'november|nov|novem|tachwedd|dachwedd|tach',
  'december|dec|decem|rhagfyr|ragfyr|rhag',
];
/** Words of every day besides: alone in a sentence they are no date. */
const EVERYDAY_MONTHS = new Set(['may', 'march', 'mar', 'ion', 'gor', 'fai', 'mai']);
for (const [index, names] of MONTHS.entries())
  for (const name of names.split('|'))
    add(name, EVERYDAY_MONTHS.has(name) ? { is: 'month', month: index + 1, everyday: true } : { is: 'month', month: index + 1 });
for (const [index, numeral] of 'i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii'.split('|').entries())
  add(numeral, { is: 'month', month: index + 1, roman: true });

const WEEKDAYS = [
  'monday|mon|mondy|dydd llun|llun',
  'tuesday|tues|tue|tu|dydd mawrth',
  'wednesday|weds|wensday|wed|wednes|dydd mercher|mercher',
  'thursday|thurs|thur|thu|th|dydd iau|iau',
  'friday|fri|dydd gwener|gwener',
  'saturday|sat|dydd sadwrn|sadwrn',
  'sunday|sun|dydd sul|sul',
];
for (const [index, names] of WEEKDAYS.entries())
  for (const name of names.split('|'))
    add(
      name,
      /^(mon|wed|sat|sun|th|tu)$/.test(name)
        ? { is: 'weekday', weekday: index, everyday: true }
        : { is: 'weekday', weekday: index },
    );

add('spring|spr|gwanwyn|springtime', { is: 'season', season: 'spring' });
add('summer|haf|summertime', { is: 'season', season: 'summer' });
add('autumn|aut|fall', { is: 'season', season: 'autumn' });
add('winter|gaeaf|wintertime', { is: 'season', season: 'winter' });

add(
  'early|early in|early part of|the early part of|beginning of the year|beginning of year|start of the year|start of year|beginning of|the beginning of|beginning|start of|the start of|beg of|beg|dechrau',
  {
    is: 'part',
    part: 1,
  },
);
add('mid|middle of|the middle of|middle|midway through|halfway through|canol', { is: 'part', part: 2 });
add(
  'late|late in|later in|end of the year|end of year|year end|end of|the end of|end|latter part of|the latter part of|towards the end of|diwedd|back end of',
  {
    is: 'part',
    part: 3,
  },
);

add(
  'from|since|ers|as from|with effect from|wef|w e f|starting|starting from|beginning from|commencing|at least since|ever since|on or after|on after|at or after|not before|no earlier than|not earlier than',
  {
    is: 'bound',
    bound: 'from',
  },
);
add(
  'until|till|til|hyd at|up to|up until|up till|to date until|as of until|ending|through to|through until|on or before|on before|at or before|not after|up to and including',
  {
    is: 'bound',
    bound: 'until',
  },
);
add('by|no later than|not later than|by the end of', { is: 'bound', bound: 'by' });
add('before|prior to|pre|earlier than|cyn', {
  is: 'bound',
  bound: 'before',
});
add('after|post|later than|subsequent to|ar ol', {
  is: 'bound',
  bound: 'after',
});
add('between|btwn|betw|b w|bet|rhwng', { is: 'bound', bound: 'between' });
add('to|thru|through|until|till|til|up to|and until|to the|tan', { is: 'join', join: 'to' });
add('and|a|plus|also|and again|and also|and then|then', { is: 'join', join: 'and' });
add('or|either|and or|neu', { is: 'join', join: 'or' });
add(
  'onwards|onward|ymlaen|on wards|ongoing|to date|to present|to the present|to the present day|to present day|present|to now|until now|till now|to current|current|and ongoing|and continuing|and later|or later|or after|to today|until present|until the present',
  {
    is: 'onward',
  },
);

add(
  'wc|w c|w cs|wcs|week commencing|wk commencing|week comm|wk comm|week com|wk com|w comm|week beginning|wk beginning|week beg|wk beg|wb|w b|wk b|week starting|wk starting|week start|wk start|wk c|wkc|week from|seven days from|7 days from|commencing week|weeks commencing|wks commencing|weeks beginning|weeks starting|wythnos yn dechrau|wythnos yn cychwyn|wythnos syn dechrau|yr wythnos yn dechrau',
  {
    is: 'week',
    week: 'starting',
  },
);
add('wythnos yn gorffen|wythnos syn gorffen|w e|week ending|wk ending|week end|week ended|wk ended|wk end|wk e|week to', {
  is: 'week',
  week: 'ending',
});
add('week of|wk of|week containing|during the week of|in the week of|during week of', { is: 'week', week: 'containing' });
add(
  'weekend of|weekend|week end of|wkend|wkend of|w end|w end of|wkd|over the weekend of|over weekend of|weekend beginning|weekend commencing|weekend starting',
  {
    is: 'week',
    week: 'weekend',
  },
);
add('month commencing|month beginning|month starting|mth commencing|mth beginning', { is: 'week', week: 'month' });
add('fortnight commencing|fortnight beginning|fortnight from|fortnight starting|fortnight of|f n commencing', {
  is: 'week',
  week: 'fortnight',
});

add('fortnight ending|fortnight ended|fortnight to|f n ending', { is: 'week', week: 'fortnightEnding' });
add('day|days|day s', { is: 'unit', unit: 'day' });
add('week|weeks|wk|wks|week s', { is: 'unit', unit: 'week' });
add('fortnight|fortnights', { is: 'unit', unit: 'fortnight' });
add('month|months|mth|mths|month s', { is: 'unit', unit: 'month' });
add('years', { is: 'unit', unit: 'year' });
add('minute|minutes|mins', { is: 'unit', unit: 'minute' });
for (const [index, name] of 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|').entries())
  add(name, { is: 'count', count: index + 1 });
add('an', { is: 'count', count: 1 });
add('couple of|a couple of|couple', { is: 'count', count: 2 });
add('few|several|some', { is: 'few' });
const ORDINALS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty first|twenty second|twenty third|twenty fourth|twenty fifth|twenty sixth|twenty seventh|twenty eighth|twenty ninth|thirtieth|thirty first';
for (const [index, name] of ORDINALS.split('|').entries()) add(name, { is: 'nth', nth: index + 1 });
add('former', { is: 'nth', nth: 1 });
add('latter', { is: 'nth', nth: 2 });
add('last|final', { is: 'nth', nth: -1 });
add('next|the next|the following|coming|following', { is: 'direction', direction: 1 });
add('previous|the previous|preceding|the preceding|prior', { is: 'direction', direction: -1 });
add('night before|the night before|evening before|the evening before|afternoon before|the afternoon before', {
  is: 'neighbour',
  days: -1,
});
add('drannoeth|y diwrnod canlynol|y diwrnod nesaf|y dydd canlynol|y bore canlynol|bore wedyn', { is: 'neighbour', days: 1 });
add('y diwrnod cynt|y diwrnod blaenorol|y noson cynt', { is: 'neighbour', days: -1 });
add('same|the same|that|this', { is: 'direction', direction: 0 });
add('later|afterwards|after that|thereafter|subsequently', { is: 'later' });
add('earlier|previously|beforehand|ago', { is: 'earlier' });

add('noon|midday|mid day|12 noon|hanner dydd', { is: 'clock', minutes: 720 });
add('midnight|mid night', { is: 'clock', minutes: 0 });
add('am|a m', { is: 'meridiem', pm: false });
add('pm|p m', { is: 'meridiem', pm: true });
add('hours|hrs|hr|h|hour|hs|hrs approx|uhr', { is: 'hours' });
add('oclock|o clock', { is: 'oclock' });
add('half past', { is: 'halfPast' });
add('past', { is: 'pastHour' });
add('gmt|bst|utc|z|local time|local', { is: 'zone' });
add('overnight|over night|o n|dros nos', { is: 'overnight' });
add(
  'morning|afternoon|evening|eve|night|daytime|lunchtime|lunch time|lunch|teatime|tea time|bedtime|morn|aft|evng|early hours|the early hours|early hours of|small hours|early morning|late morning|early afternoon|mid afternoon|late afternoon|early evening|late evening|late night|night of|nights of|the night of|during the night of|late pm|early am|early pm|late am|mid morning|all day|am pm|breakfast|breaktime|break time|after school|before school|school day|during school|bore|prynhawn|nos',
  {
    is: 'dayPart',
  },
);

add(
  'circa|c|ca|cca|c a|approx|approximately|approximate|approximate date|approx date|approximately on|about|abt|around|round about|roughly|on or about|on or around|somewhere around|estimated|est|estimated date|estimate|sometime|some time|shortly|just|sometime in|at some point|at some point in|in or around|or so|or thereabouts|thereabouts|ish|apx|app|aprox|tua|oddeutu|nearly|nr|near',
  {
    is: 'approx',
  },
);
add(
  'possibly|poss|possible|probably|prob|maybe|may be|perhaps|thought to be|thought to have been|believed to be|believed|said to be|may have been|might be|might have been|could be|could have been|unsure|not sure|not certain|not clear|uncertain|unclear|unconfirmed|to be confirmed|tbc|t b c|date tbc|query|exact date unclear|exact date unknown|exact date not known|exact date not recorded|date unclear|date uncertain|date unsure|date unconfirmed|date not clear|date not certain|date not confirmed|not confirmed|presumed|assumed|likely|most likely|apparently|reportedly|reported as|believed to have been|thought|appears to be|seems to be|looks like|guess|efallai',
  {
    is: 'doubt',
  },
);
add(
  'ditto|do|as above|same as above|as per above|see above|above|as before|idem|ibid|same|same date|the same date|same day|the same day|same date as above|same day as above|on same day|on the same day|on the same date|on same date|that day|that date|same as previous|as previous|as previous row|date as above|as prev|later same day|later the same day|later that day|later on that day|earlier that day|earlier same day|earlier the same day|earlier on that day|same time|same morning|same afternoon|same evening|same night|the same morning|the same afternoon|the same evening|the same night|that morning|that afternoon|that evening|that night|later that morning|later that afternoon|later that evening|later that night|earlier that morning|earlier that afternoon|earlier that evening|later same evening|later the same evening|uchod|fel uchod|yr un diwrnod|yr un dydd|ar yr un diwrnod|yr un dyddiad',
  {
    is: 'ditto',
  },
);
add(
  'undated|unknown|not known|n k|nk|date unknown|date not known|not recorded|date not recorded|no date|no date recorded|date not given|no date given|not dated|date missing|missing|n a|na|not applicable|tba|to be advised|illegible|unreadable|not stated|date not stated|not given|date illegible|u k|none|nil|none recorded|blank|not legible|date not legible|unspecified|not specified|date nk|dk|dont know|n d|nd|dim dyddiad|anhysbys|unavailable|not available|date not available',
  {
    is: 'undated',
  },
);

add('financial year|fin year|fiscal year|tax year|fy|f y|blwyddyn ariannol', {
  is: 'yearKind',
  rule: { by: 'financial', quarter: 0 },
});
add('academic year|school year|acad year|ay|a y|academic session|blwyddyn academaidd', {
  is: 'yearKind',
  rule: { by: 'academic' },
});
add('term|school term|tymor', { is: 'term' });
add('quarter|qtr|q|qu', { is: 'quarter' });
add('half|half of', { is: 'half' });
add('year|calendar year|yr|blwyddyn', { is: 'year' });
add('of|in the|of the|in|mis|o|de', { is: 'of' });
add('the|ye', { is: 'the' });
add('at', { is: 'at' });
add('af|il|ydd|fed|ed|ain|eg', { is: 'ordinalEnding' });
add(
  'on|during|throughout|within|date|dated|date of|dates|dated the|on the|entry dated|letter dated|email dated|report dated|bank holiday|bank holiday monday|bh|month unknown|month not known|day unknown|day not known|day not recorded|over|whole of|all of|for|month of|the month of|the year|year of|time|timed at|timed|time of|time not known|time unknown|time not recorded|no time|no time recorded|time not stated|time nk|untimed|exact time unknown|and time|date time|dob|re|onset|as at|as of|dydd|ar|yr|wedi|event date|incident date|date of incident|date of event|date of contact|date range|period|the period|inclusive|incl|t|exact|actual|start|start date|end date',
  {
    is: 'filler',
  },
);
add(
  'received|received on|received dated|recd|rcvd|rec d|logged|recorded|recorded on|entered|entered on|entry|seen|seen on|visited|visited on|contact|sent|sent on|date received|date recorded|date logged',
  { is: 'label' },
);
add('or before|or earlier|and earlier|or sooner', { is: 'backward' });
add('half term|half term holiday|halfterm', { is: 'halfTerm' });
for (const feast of FEASTS)
  add(feast.names, { is: 'feast', rule: feast.rule, vague: feast.vague ?? false, other: feast.other ?? null });
for (const [names, lex] of ELSEWHERE) add(names, lex);
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

/** The phrases that begin with a word, longest first. */
export function phrasesFrom(word: string): readonly Phrase[] | undefined {
  return phrases.get(word);
}
