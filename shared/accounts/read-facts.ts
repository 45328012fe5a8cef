import type { AccountText } from './account.ts';
import { bitOf, sortsSpokenOf } from './agency-sorts.ts';
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
] as const;
export type FactTopic = (typeof FACT_TOPICS)[number];

export type Fact = {
  topic: FactTopic;
  /** What is counted, for `number`; else ''. */
  key: string;
  value: string;
  /** For `told`: bits of the agencies that the sentence speaks of. */
  about: number;
  /** Which text, and which sentence of it. */
  text: number;
  sentence: number;
};

export type Sentence = { start: number; end: number };

/** Sentences and lines of a text, in order. A stop within a number, a time or an initial ends nothing. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (text.slice(start, end).trim()) found.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') close(i + 1);
    else if (
      /[.!?;]/.test(char) &&
      /\s/.test(text[i + 1] ?? ' ') &&
      !/(^|[\s.(])[A-Z]$|\b(Mr|Mrs|Ms|Dr|St|no|approx)$/.test(text.slice(Math.max(0, i - 7), i))
    )
      close(i + 1);
  }
  close(text.length);
  return found;
}

/** Stands for a name of the register while patterns are looked for. */
const NAME = 'Xname';
const CHILD = `(?:children|child|boys?|girls?|siblings|pupils?|kids|baby|toddler|both|all three|${NAME})`;

const SEEN = new RegExp(
  `\\b(?:saw (?:both |the |all |his |her )*(?:${CHILD})|(?:${CHILD})(?: and ${NAME})?(?: were| was)?(?: both| all| each)? (?:seen|spoken (?:to|with)|observed)|seen (?:alone|at home|with|in (?:school|class|clinic))|sight of ${CHILD}|children spoken)\\b`,
  'i',
);
const NOT_SEEN = new RegExp(
  `\\b(?:not seen|(?:was|were) ?n[o']t seen|unseen|did ?n[o']t see|not (?:been )?spoken (?:to|with)|saw (?:the )?(?:mother|mum|${NAME}|ms ${NAME}) (?:only|alone)|(?:no sight of|no access to) ${CHILD})\\b`,
  'i',
);
const ATTENDED =
  /\b(?<!not )(?<!never )(?:attended(?!,? (?:by|the (?:home|address)))|was brought|were brought|brought (?:to|for) (?:clinic|appointment|review)|kept (?:the |her |his )?appointment|seen in clinic)\b/i;
const NOT_ATTENDED =
  /\b(?:not brought|was ?n[o']t brought|wnb|dna(?:'?d)?|did ?n[o']t attend|did not (?:attend|come)|failed to attend|not attended|no.?show|missed (?:the )?(?:appointment|clinic|review))\b/i;
const ADULT_THERE = new RegExp(
  `\\b(?:(?:one|a|an|another|unknown|unidentified|second|adult) (?:adult |young |unknown )?(?:male|man|boyfriend|visitor)|(?:male|man|partner|boyfriend|brother|uncle)(?: was| were)? (?:present|there|upstairs|in the (?:house|flat|home)|at home|asleep|in bed)|with (?:her|his) (?:partner|boyfriend|girlfriend))\\b`,
  'i',
);
const NO_ADULT =
  /\b(?:no (?:other )?(?:adults?|man|male|partner|boyfriend|visitors?)(?: (?:was|were|present|there|seen|mentioned|in|at home))*|nobody else|no.?one else|(?:on|by) (?:her|his) own with|lives alone|just (?:us|her and the children))\b/i;
const ASLEEP = new RegExp(`(?:${CHILD})[^.;]{0,40}\\b(?:asleep|sleeping|in bed|not disturbed)\\b`, 'i');
const AWAKE = new RegExp(
  `(?:${CHILD})[^.;]{0,40}\\b(?:awake|up (?:at|and)|at the (?:front |back |upstairs )?window|woken|out of bed|crying|in the hall|on the stairs|watching)\\b`,
  'i',
);
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['school', new RegExp(`(?:${CHILD})[^.;]{0,30}\\bat (?:school|nursery|college)\\b`, 'i')],
  [
    'notAtSchool',
    /\b(?:not in school|absent from school|off school|kept off|closed to pupils|(?:school|nursery) (?:was |is )?(?:closed|shut)|inset day|training day|not at school)\b/i,
  ],
  ['home', new RegExp(`(?:${CHILD})[^.;]{0,30}\\bat home\\b`, 'i')],
  [
    'relative',
    new RegExp(
      `(?:${CHILD})[^.;]{0,40}\\b(?:at|with) (?:their|his|her|the) (?:gran\\w*|nan\\w*|aunt\\w*|uncle|father|dad|neighbour)`,
      'i',
    ),
  ],
  ['hospital', new RegExp(`(?:${CHILD})[^.;]{0,30}\\b(?:in hospital|on the ward)\\b`, 'i')],
];
const NOT_TOLD =
  /\b(?:not (?:been )?(?:invited|told|informed|notified|consulted|included|asked to (?:come|attend|contribute)|copied in|made aware)|(?:was|were)n'?t (?:told|informed|invited)|nobody (?:told|rang|informed|asked)|never (?:told|informed|invited|rung)|unaware|did ?n[o']t know|(?:holds?|held|has|have) no (?:note|record|trace)|no (?:call|contact|notification|letter|message|invitation|referral|written reply) (?:was )?(?:made|received|found|recorded|sent)?)\b/i;
const TOLD = /\b(?:agreed|told|informed|notified|invited|consulted|contributed|took part|made aware|was asked|were asked)\b/i;
const MANNER =
  /\b(?:(?:fell|fall|fallen|falling|tumbled|tripped|rolled|slipped|jumped|pushed|knocked)(?: over| down)?|c[ao]m(?:e|ing)(?= off))\s+(?:off|from|out of|down|over|into|on|against)\s+(?:(?:the|a|an|his|her|their|some|edge of|side of|top)\s+)*([a-z-]+)/gi;
const WAYS = /\b(two|three|four|five|2|3|4|5)[- ]way\b/i;
const NUMBER =
  /\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:more|small|large|new|old|other|missed|young|adult|separate|recent|further))? ([a-z]{4,})\b/gi;
/** "Health agreed" speaks of each of them. */
const HEALTH = bitOf('hospital') | bitOf('generalPractice') | bitOf('communityHealth') | bitOf('mentalHealth');
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** Of these a number says when or how old, not how many. */
const NOT_COUNTED = new Set(
  'year years month months week weeks o clock january february march april june july august september october november december this that other more less each from with there were when then after before until which visit time times than'.split(
    ' ',
  ),
);

/** The facts of an account's texts. */
export function readFacts(texts: readonly AccountText[]): Fact[] {
  const facts: Fact[] = [];
  for (const [text, source] of texts.entries()) {
    for (const [sentence, span] of sentencesOf(source.text).entries()) {
      const words = withoutNames(source, span).replace(/\bchild(?:ren)?[- ](?:in[- ]need|protection|notice)\b/gi, 'plan');
      const say = (topic: FactTopic, value: string, key = ''): void =>
        void facts.push({
          topic,
          key,
          value,
          about: topic === 'told' ? sortsSpokenOf(words.toLowerCase()) | (/\bhealth\b/i.test(words) ? HEALTH : 0) : 0,
          text,
          sentence,
        });
      if (NOT_SEEN.test(words)) say('seen', 'no');
      else if (SEEN.test(words)) say('seen', 'yes');
      if (NOT_ATTENDED.test(words)) say('attended', 'no');
      else if (ATTENDED.test(words)) say('attended', 'yes');
      if (NO_ADULT.test(words)) say('otherAdult', 'no');
      else if (ADULT_THERE.test(words)) say('otherAdult', 'yes');
      if (ASLEEP.test(words)) say('asleep', 'asleep');
      else if (AWAKE.test(words)) say('asleep', 'awake');
      for (const [place, pattern] of PLACES) if (pattern.test(words)) say('whereabouts', place);
      if (NOT_TOLD.test(words)) say('told', 'no');
      else if (TOLD.test(words)) say('told', 'yes');
      for (const [, object] of words.matchAll(MANNER)) if (object) say('manner', stem(object.toLowerCase()));
      const ways = WAYS.exec(words);
      if (ways) say('ways', numberOf(ways[1]!));
      for (const [, figure, noun] of words.matchAll(NUMBER)) {
        if (!NOT_COUNTED.has(noun!.toLowerCase())) say('number', numberOf(figure!), stem(noun!.toLowerCase()));
      }
    }
  }
  return facts;
}

const numberOf = (figure: string): string => {
  const at = NUMBERS.indexOf(figure.toLowerCase());
  return at < 0 ? String(Number(figure)) : String(at);
};

function withoutNames({ text, names }: AccountText, span: Sentence): string {
  let out = '';
  let at = span.start;
  for (const name of names) {
    if (name.start < at || name.end > span.end) continue;
    out += text.slice(at, name.start) + NAME;
    at = name.end;
  }
  return out + text.slice(at, span.end);
}
