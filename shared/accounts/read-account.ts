import { dayNumber, fromParts, partsOf } from '../kernel/clock.ts';
import type { Account, AccountInput } from './account.ts';
import { sortsSpokenOf } from './agency-sorts.ts';
import { mattersOf, servicesOf } from './matters.ts';
import { bitFinder } from './word-starts.ts';
import { printOf, tellingWords } from './words.ts';

/** Long narratives are looked at up to here: what tells events apart stands early. */
const MOST_TEXT = 6000;
const MOST_WORDS = 120;

const SENDS =
  /\b(sent|send|referr(ed|al)|rang|telephoned|phoned|notif(ied|ication)|informed|e-?mailed|wrote to|letter to|copy to|requested|request(s|ed)? (police|check)|reports?|reported to|passed to|shared with|called (the )?(police|duty|school|surgery|ambulance)|told (the )?(social|police|school|duty|health))\b/;
const RECEIVES =
  /\b(received|receipt|letter from|notification|notified by|notice (of|from)|contact from|call from|caller|telephone contact|told by|(was|were) told|informed by|summary|discharge (letter|summary)|report(ed)? by|copied in|opened today|logged|scanned|filed|message (of|from)|picked up|result returned|hospital:|request from|asked by|told edt|police told|school (says|said|rang)|rang us|heard from|for information)\b/;

/** Whether it was sent, and whether it was received, as bits. */
const handedOn = bitFinder([SENDS, RECEIVES]);

/** What is compared of an entry. */
export function readAccount(input: AccountInput): Account {
  const whole = input.texts
    .map(({ text }) => text)
    .join('\n')
    .slice(0, MOST_TEXT);
  // Sixty patterns are looked for: small letters once are cheaper than patterns that take both.
  const small = whole.toLowerCase();
  const withoutNames = input.texts.map(blankNames).join('\n').slice(0, MOST_TEXT);
  const from = input.earliest ?? input.latest;
  const to = input.latest ?? input.earliest;
  const handed = handedOn(small);
  const fromDay = from === null ? null : dayNumber(from);
  const time = input.time === null ? null : minutesOf(input.time);
  return {
    id: input.id,
    agencyId: input.agencyId,
    sort: input.sort,
    from: fromDay,
    to: to === null ? null : dayNumber(to),
    time,
    clocks: [...new Set([...(time === null ? [] : [time]), ...clocksIn(whole)])].slice(0, 8),
    namedDays: fromDay === null ? [] : daysNamedIn(whole, fromDay),
    matters: mattersOf(small),
    services: servicesOf(small),
    speaksOf: sortsSpokenOf(small),
    sends: (handed & 1) !== 0,
    receives: (handed & 2) !== 0,
    people: [...new Set(input.people)],
    words: tellingWords(withoutNames).slice(0, MOST_WORDS),
    print: printOf(whole),
  };
}

function blankNames({ text, names }: AccountInput['texts'][number]): string {
  let out = '';
  let at = 0;
  for (const name of [...names].sort((a, b) => a.start - b.start)) {
    if (name.start < at) continue;
    out += `${text.slice(at, name.start)} `;
    at = name.end;
  }
  return out + text.slice(at);
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const CLOCK = /\b([01]?\d|2[0-3])(?::|\.|h)?([0-5]\d)\s?(hrs?|hours|am|pm)?\b/gi;

/** Clock times in words: 16:30, 4.30 pm, 1630 hrs. A bare figure without stop or unit is no time. */
export function clocksIn(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(CLOCK)) {
    const [whole, hour, minute, unit] = match;
    const colon = whole.includes(':');
    if (!colon && !unit) continue;
    let hours = Number(hour);
    if (/^pm$/i.test(unit ?? '') && hours < 12) hours += 12;
    if (/^am$/i.test(unit ?? '') && hours === 12) hours = 0;
    found.push(hours * 60 + Number(minute));
  }
  return found;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const IN_WORDS =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: (\d{4}))?\b/gi;
const IN_FIGURES = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})\b/g;
/** "Two days later", in the account of the later day. */
const DAYS_LATER = /\b(two|three|four|five|six|[2-6]) days (?:later|after|earlier|ago|before|previously)\b/gi;
const DAY_COUNTS = ['one', 'two', 'three', 'four', 'five', 'six'];
const DAY_BEFORE = /\b(yesterday|last night|(the )?previous (night|evening|day|afternoon)|(the )?(night|day|evening) before)\b/i;

/** Days near the entry's own that its words name: what it tells may have been then. Births and old history are too far off. */
function daysNamedIn(text: string, own: number): number[] {
  const found = new Set<number>();
  const take = (year: number, month: number, day: number): void => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    const n = fromParts(year, month, day);
    if (n !== own && Math.abs(n - own) <= 45) found.add(n);
  };
  const { year } = partsOf(own);
  for (const [, day, month, given] of text.matchAll(IN_WORDS)) {
    const m = MONTHS.indexOf(month!.slice(0, 3).toLowerCase()) + 1;
    for (const y of given ? [Number(given)] : [year - 1, year, year + 1]) take(y, m, Number(day));
  }
  for (const [, day, month, given] of text.matchAll(IN_FIGURES)) {
    take(given!.length === 2 ? 2000 + Number(given) : Number(given), Number(month), Number(day));
  }
  if (DAY_BEFORE.test(text)) found.add(own - 1);
  for (const [, count] of text.matchAll(DAYS_LATER))
    found.add(own - (DAY_COUNTS.indexOf(count!.toLowerCase()) + 1 || Number(count)));
  return [...found].slice(0, 6);
}
