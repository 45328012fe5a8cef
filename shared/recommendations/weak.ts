import type { RecommendationReading } from '../model/recommendation.ts';
import type { Asked } from './owners.ts';
import type { Sentence } from './sentences.ts';
import type { TimescaleReading } from './timescale.ts';
import { VERBS } from './vocabulary.ts';

export type Reason = RecommendationReading['reasons'][number];
/** Advice that alone makes nothing weak: an agency may own an action, and a long one may still be a good one. */
const ADVICE = new Set(['ownerNotAPost', 'severalActions', 'vague']);

const MESSAGES = {
  noOwner: 'Nobody is named to do this. Name the post that will answer for it.',
  allStaff: 'This asks everyone, so no one answers for it. Name the post that will lead it.',
  ownerNotAPost: 'A body is named, not a post. Naming a post makes it plain who answers for it.',
  noTimescale: 'Nothing says by when. Give a date, or a time from publication.',
  standardNotDeadline: 'The time given is a practice standard, not a deadline. Say also by when it will be in place.',
  vagueTimescale: 'The timescale cannot be tested. Give a date, or a time from publication.',
  noMeasure: 'Nothing says how anyone will know that it worked. Say what will be looked at, and what it should show.',
  tickBoxVerb:
    'Reminding, reissuing or raising awareness can be ticked off without practice changing. Say what will be different.',
  weakVerb: 'This asks for thought, not for a change. Say what should be done.',
  vague: 'This says what should be ensured, not how. Say what will be done to bring it about.',
  untestable: 'Words such as “robust”, “appropriate” or “improved” cannot be tested by themselves. Say what would be seen.',
  severalActions: 'There are several actions in this. Apart, each can have its own owner and date.',
} as const;

const TICK_BOX =
  /\b(?:remind(?:s|ed|ing)?|reminders?|(?:rais|heighten|increas)(?:e|es|ed|ing) (?:\w+ )?(?:awareness|the profile)|awareness[- ]raising|awareness (?:is|be) (?:raised|increased)|re-?issu(?:e|es|ed|ing)|re-?circulat(?:e|es|ed|ing)|re-?iterat(?:e|es|ed|ing)|re-?publicis(?:e|ed|ing)|(?:be|are|is) made aware|(?:share|disseminate|circulate|cascade)d?(?: \w+){0,3} (?:learning|lessons|findings|newsletter|bulletin|email|reminder)|re-?emphasis(?:e|ed|ing)|re-?inforced? the (?:need|importance|message)|draw(?:n)? (?:\w+ ){0,3}attention)\b/i;
const WEAK_VERB =
  /^\s*(?:(?:also|now|therefore|jointly|each|all|urgently|carefully|actively|further|\w+ly)[\s,]+)*(?:be (?:asked|encouraged|invited|requested|reminded)(?: to)?\s+)?(?:consider|explore|reflect|think about|look (?:at|into)|give (?:\w+ )?(?:consideration|thought)|be (?:aware|mindful|alert|conscious|sensitive|encouraged|considered|explored|curious)|bear in mind|note|take (?:account|note)|have regard|seek to|aim to|endeavour|try to|work towards?|strive|acknowledge|recognise|be open to|continue to|understand)\b/i;
const ENSURE =
  /^\s*(?:(?:also|now|therefore|jointly|each|all|\w+ly)\s+)*(?:ensure|improve|strengthen|enhance|promote|embed|support|encourage|make sure|be assured|satisfy itself|assure itself|foster|champion)\b/i;
const HOW =
  /\b(?:by (?:\w+ly )?\w+ing|through|via|using|audit|template|checklist|form|field|pathway|protocol|procedure|policy|training|guidance|tool|contract|alert|flag|rota|session|programme|report|written|recorded|signed|monthly|weekly|quarterly|survey|register|standard operating)\b/i;
const WOOLLY =
  /\b(?:robust(?:ly)?|effective(?:ly)?|appropriate(?:ly)?|adequate(?:ly)?|timely|sufficient(?:ly)?|improved?|better|stronger|strengthened|good practice|best practice|professional curiosity|culture|holistic(?:ally)?|meaningful(?:ly)?|proportionate|where (?:possible|appropriate)|high[- ]quality|more (?:\w+ )?(?:aware|curious|confident))\b/i;
const ACTION_VERB = /\b(?:should|must|will|shall|to)\s+(?:also\s+)?(?!be\b)[a-z]+/gi;

/** What is weak, and why. It explains; it never blocks. */
export function findWeakness(
  sentences: readonly Sentence[],
  asked: readonly Asked[],
  owners: RecommendationReading['owners'],
  timescale: TimescaleReading | null,
  measure: string | null,
): { weak: boolean; reasons: Reason[] } {
  const codes: (keyof typeof MESSAGES)[] = [];
  const actors = asked.flatMap((a) => a.actors);
  const everyone = actors.some(
    (a) =>
      a.type === 'people' ||
      /^(?:all|every|each)?\s*(?:partner |relevant |multi-agency )?(?:agencies|partners|organisations|services|providers)$/i.test(
        a.text,
      ),
  );
  if (owners.length === 0) codes.push(everyone ? 'allStaff' : 'noOwner');
  else if (everyone && owners.every((o) => o.type === 'agency')) codes.push('allStaff');
  else if (!owners.some((o) => o.type === 'post')) codes.push('ownerNotAPost');
  if (timescale === null) codes.push('noTimescale');
  else if (timescale.kind === 'standard') codes.push('standardNotDeadline');
  else if (timescale.kind === 'vague') codes.push('vagueTimescale');
  if (measure === null) codes.push('noMeasure');
  codes.push(...wording(sentences, asked, measure));
  const reasons = [...new Set(codes)].map((code) => ({ code, message: MESSAGES[code] }));
  return { weak: reasons.some((r) => !ADVICE.has(r.code)), reasons };
}

function wording(sentences: readonly Sentence[], asked: readonly Asked[], measure: string | null): (keyof typeof MESSAGES)[] {
  const out: (keyof typeof MESSAGES)[] = [];
  const whole = sentences.map((s) => s.text).join('\n');
  if (TICK_BOX.test(whole)) out.push('tickBoxVerb');
  const main = sentences
    .map((s, i) =>
      mainVerb(
        s,
        asked.find((a) => a.sentence === i),
      ),
    )
    .filter((v) => v !== '');
  if (main.some((v) => WEAK_VERB.test(v))) out.push('weakVerb');
  if (main.length > 0 && main.every((v) => ENSURE.test(v)) && !HOW.test(whole)) out.push('vague');
  if (measure === null && WOOLLY.test(whole)) out.push('untestable');
  const verbs = [...whole.matchAll(ACTION_VERB)].length;
  const points = sentences.filter((s) => /^\p{Ll}/u.test(s.text)).length;
  if (verbs > 5 || points >= 4 || sentences.filter((s) => /\b(?:should|must)\b/i.test(s.text)).length >= 4)
    out.push('severalActions');
  return out;
}

/** What follows the asking verb; for an instruction without a subject, the sentence itself. */
function mainVerb(s: Sentence, asked: Asked | undefined): string {
  if (asked) return s.text.slice(asked.verbAt - s.start);
  const first = /^(?:to\s+)?([A-Za-z-]+)\b/i.exec(s.text)?.[1]?.toLowerCase();
  if (first !== undefined && VERBS.has(first)) return s.text.replace(/^to\s+/i, '').toLowerCase();
  const modal = /\b(?:should|must|shall|needs? to|(?:are|is) to)\b/i.exec(s.text);
  if (modal) return s.text.slice(modal.index + modal[0].length);
  return '';
}
