import type { AccountText } from './account.ts';
import { bitOf, sortsSpokenOf } from './agency-sorts.ts';
import { doneIn } from './done-facts.ts';
import * as P from './fact-patterns.ts';
import { endingsIn } from './outcome-facts.ts';
import { sentencesOf, withoutNames } from './sentences.ts';
import { NOBODY, subjectOf, type Whom } from './whom.ts';
import { stem } from './words.ts';

/** What an account states that another account of the same event may state otherwise. */
export const FACT_TOPICS = [
  'seen',
  'attended',
  'otherAdult',
  'asleep',
  'whereabouts',
  'told',
  'manner',
  'number',
  'ways',
  'happened',
  'outcome',
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

export type Fact = {
  topic: FactTopic;
  /** What is counted, done or ended; which kind of place or manner; else ''. */
  key: string;
  value: string;
  /** For `told` and `outcome`: bits of the agencies that the sentence speaks of. */
  about: number;
  /** Of whom it is said, as far as the sentence names anyone. */
  whom: Whom;
  /** Of what was done or told: the words that say which one. */
  which: readonly string[];
  /** For whom or what it was done. */
  to: readonly string[];
  /** Which text, and which sentence of it. */
  text: number;
  sentence: number;
};

/** "Health agreed" speaks of each of them. */
const HEALTH = bitOf('hospital') | bitOf('generalPractice') | bitOf('communityHealth') | bitOf('mentalHealth');
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** A figure for one month, one part of a day, one of several: not the whole. */
const A_PART = /\b(?:each|per|in the (?:morning|evening)|at night|a (?:day|night|week)|every|another|more|further|average)\b/i;

/** The facts of an account's texts. */
export function readFacts(texts: readonly AccountText[]): Fact[] {
  const facts: Fact[] = [];
  for (const [text, source] of texts.entries()) {
    for (const [sentence, span] of sentencesOf(source.text).entries()) {
      const { words: whole, ids } = withoutNames(source, span);
      const words = whole.replace(/\bchild(?:ren)?[- ](?:in[- ]need|protection|notice)\b/gi, 'plan');
      if (P.NOT_OF_NOW.test(words)) {
        // A plan or a condition states nothing; that nobody was told stands in whatever sentence.
        if (!P.NOT_TOLD.test(words)) continue;
      }
      factsOf(words, ids, (fact) => void facts.push({ ...fact, text, sentence }));
    }
  }
  return facts;
}

type Said = Omit<Fact, 'text' | 'sentence'>;

function factsOf(words: string, ids: readonly (readonly string[])[], push: (fact: Said) => void): void {
  const say = (topic: FactTopic, value: string, parts: Partial<Said> = {}): void =>
    push({ topic, key: '', value, about: 0, whom: NOBODY, which: [], to: [], ...parts });
  const either = (topic: FactTopic, ...choices: readonly (readonly [value: string, pattern: RegExp, key?: string])[]): void => {
    for (const [value, pattern, key = ''] of choices) {
      const match = pattern.exec(words);
      if (!match) continue;
      return say(topic, value, { key, whom: subjectOf(words, ids, match.index, match.index + match[0].length) });
    }
  };
  either('seen', ['no', P.NOT_SEEN], ['yes', P.SEEN]);
  const own = P.ONES_OWN.test(words) ? 'own' : '';
  either('attended', ['no', P.NOT_ATTENDED, own], ['yes', P.ATTENDED, own]);
  // Whether there was another adult is said of the place, not of a person.
  if (P.NO_ADULT.test(words)) say('otherAdult', 'no');
  else if (P.ADULT_THERE.test(words)) say('otherAdult', 'yes');
  either('otherAdult', ['no', P.NAMED_AWAY, 'named'], ['yes', P.NAMED_THERE, 'named']);
  if (!P.ANOTHER_HOUR.test(words)) {
    either('asleep', ['asleep', P.ASLEEP], ['awake', P.AWAKE]);
    for (const place of P.PLACES) either('whereabouts', place);
  }
  for (const match of words.matchAll(P.HAPPENED_AT)) {
    const place = match[3]!.toLowerCase();
    say('whereabouts', P.WITHIN[place] ?? place, {
      key: match[1] ? 'happened' : 'met',
      whom: subjectOf(words, ids, match.index, match.index + (match[1] ?? match[2])!.length),
    });
  }
  toldIn(words, ids, say);
  const manner = (key: string, thing: string, match: RegExpMatchArray): void => {
    const one = thing.toLowerCase();
    if (P.SURFACES.has(one)) return;
    say('manner', stem(P.SAME_THING[one] ?? one), { key, whom: subjectOf(words, ids, match.index!, match.index!) });
  };
  for (const match of words.matchAll(P.MANNER)) manner('from', match[1]!, match);
  for (const match of words.matchAll(P.BURNT)) manner('burnt', match[1]!, match);
  for (const match of words.matchAll(P.DONE_BY)) {
    const who = (match[1] ?? match[2])!.toLowerCase();
    say('manner', stem(P.SAME_THING[who] ?? who), { key: 'by' });
  }
  const ways = P.WAYS.exec(words);
  if (ways) say('ways', numberOf(ways[1]!));
  numbersIn(words, ids, say);
  for (const one of doneIn(words)) {
    const whom = one.key.startsWith('person ') ? subjectOf(words, ids, one.start, one.end) : NOBODY;
    say('happened', one.done ? 'yes' : 'no', { key: one.key, which: one.modifiers, to: one.to, whom });
  }
  for (const { key, value, about } of endingsIn(words)) say('outcome', value, { key, about });
}

/** Those whom a sentence says were not told are its own agency, unless it says that somebody of the family was not. */
const OF_FAMILY = new Set(['mother', 'father', 'partner', 'relative', 'child', 'children', 'baby']);

function toldIn(
  words: string,
  ids: readonly (readonly string[])[],
  say: (topic: FactTopic, value: string, parts?: Partial<Said>) => void,
): void {
  const no = P.NOT_TOLD.exec(words);
  const match = no ?? P.TOLD.exec(words);
  if (!match) return;
  const whom = subjectOf(words, ids, match.index, match.index);
  if (no && (whom.ids.length > 0 || whom.roles.some((role) => OF_FAMILY.has(role)))) return;
  const after = words.slice(match.index + match[0].length);
  const what = /\b(?:of|about) (?:the |a |this |his |her |their |any )?([a-z ]{3,60})/i.exec(after)?.[1] ?? '';
  const which = what
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .map((word) => MEETINGS[word] ?? stem(word));
  const about = sortsSpokenOf(words.toLowerCase()) | (/\bhealth\b/i.test(words) ? HEALTH : 0);
  say('told', no ? 'no' : 'yes', { about, which });
}

const MEETINGS: Readonly<Record<string, string>> = {
  discussion: 'meeting',
  conference: 'meeting',
  strategy: 'meeting',
  call: 'meeting',
  meeting: 'meeting',
};

function numbersIn(
  words: string,
  ids: readonly (readonly string[])[],
  say: (topic: FactTopic, value: string, parts?: Partial<Said>) => void,
): void {
  for (const match of words.matchAll(P.NUMBER)) {
    const [whole, figure, noun] = match;
    const rest = words.slice(match.index + whole.length).split(/[,;]/)[0] ?? '';
    if (P.NOT_COUNTED.has(noun!.toLowerCase())) continue;
    const whom = subjectOf(words, ids, match.index, match.index);
    const about = A_PART.test(`${whole} ${rest}`) ? ' part' : '';
    say('number', numberOf(figure!), { key: `${stem(noun!.toLowerCase())}${about}`, whom });
  }
  for (const match of words.matchAll(P.MEASURED)) {
    const whom = subjectOf(words, ids, match.index, match.index);
    const thing = match[1]!.toLowerCase().startsWith('weigh') ? 'weight' : stem(match[1]!.toLowerCase());
    say('number', String(Number(match[2])), { key: `measured ${thing}`, whom });
  }
}

const numberOf = (figure: string): string => {
  const at = NUMBERS.indexOf(figure.toLowerCase());
  return at < 0 ? String(Number(figure)) : String(at);
};
