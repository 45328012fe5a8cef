import type { Asked } from './owners.ts';
import type { Sentence } from './sentences.ts';

/** What happens in practice, over and over: a limit that hangs on it is how work is to be done, not when this is due. */
const PRACTICE =
  /\b(?:referrals?|contact|admission|discharge|birth|notification|notified|being (?:informed|notified|told|made aware)|incident|request|receipt of (?:a|an|the|any|each)|receiving|disclosure|allegation|assessment|visit|missed|appointment|strategy (?:meeting|discussion)|conference|placement|booking|presentation|attendance|call|concern|identification|identifying|allocation|return|missing|alert|death|event|occurrence|arrest|meeting|starting (?:school|employment|work)|enrolment|registration|transfer|closure|decision|the child|becoming aware|injury|episode|enquiry|supervision|case)\b/i;
const OF_THE_REVIEW =
  /\b(?:publi\w+|(?:this|the) (?:review|report|recommendation|plan|action plan|summary|document)|acceptance|sign[- ]off|approval|agreement|ratification|launch|now|today|the date|receipt of (?:this|the) (?:report|review)|implementation|appointment|completion|being (?:published|accepted|approved)|start of|commencement|go[- ]live|funding|the (?:trial|inquest)|conclusion|end of|that date|these (?:changes|recommendations))\b/i;
const EVERY_TIME =
  /\b(?:every|each|always|any|all (?:referrals|children|contacts|cases|requests|notifications|concerns|visits|incidents|new)|whenever|wherever|in all cases|in every case|routinely|as standard|per cent|percent|at least)\b|%/i;
const THIS_WORK =
  /^(?:this|it|these|that|the (?:work|review|audit|plan|action|task|report|exercise|group|policy|training|pathway|protocol|revised|new|updated|first|results?|findings|outcome))\b|^(?:work|completion|action|implementation)\b/i;

/** A practice standard ("within 48 hours") is never a deadline (DESIGN.md, Analysis and drafting). */
export function isStandard(s: Sentence, at: number, whole: string, asked: readonly Asked[], unit = '', anchor?: string): boolean {
  if (anchor !== undefined) {
    if (OF_THE_REVIEW.test(anchor)) return false;
    if (PRACTICE.test(anchor)) return true;
  }
  if (/hour/i.test(unit)) return true;
  const clause = clauseAround(s.text, at);
  if (EVERY_TIME.test(clause.replace(whole, ' '))) return true;
  const mine = asked.find((a) => a.verbAt >= s.start && a.verbAt <= s.end && a.actors.some((x) => x.type !== 'people'));
  if (mine) {
    const verb = mine.verbAt - s.start;
    // "Within six weeks, the Head …" and "The Head should within six weeks …"
    if (at <= verb) return false;
    const between = s.text.slice(verb, at);
    if (between.trim().replace(/,/g, '').length <= 2) return false;
    // in what is to be ensured the limit is part of the practice that is asked for
    if (/\b(?:ensures?|that|so that|requir\w+|which|who|when|where|whether|how)\b/i.test(between)) {
      if (/\b(?:that (?:this|the (?:work|policy|pathway|plan|audit|review))|so that this)\b/i.test(between)) return false;
      return true;
    }
    return (
      /^\w+ days?$|^days?$/i.test(unit) &&
      /\b(?:respond|reply|acknowledge|notify|refer|see|visit|contact|share|send|escalate|report)\b/i.test(between)
    );
  }
  if (THIS_WORK.test(s.text)) return false;
  // a passive about things in the plural ("Referrals should be made …") describes practice
  if (/\b(?:should|must|will|to|are to|is to) (?:always )?be\b/i.test(s.text.slice(0, at)))
    return (
      !/\b(?:review|audit|policy|pathway|protocol|training|guidance|plan|group|procedure|programme|form|template|checklist)s?\b/i.test(
        s.text.slice(0, at),
      ) || /day|hour/i.test(unit)
    );
  return /day/i.test(unit) || unit === '';
}

function clauseAround(text: string, at: number): string {
  const before = text.slice(0, at);
  const from = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(' that ')) + 1;
  const next = text.slice(at).search(/[,;]/);
  return text.slice(from, next < 0 ? undefined : at + next);
}
