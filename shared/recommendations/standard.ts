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

/** A practice standard ("within 48 hours") is never a deadline. */
export function isStandard(s: Sentence, at: number, whole: string, asked: readonly Asked[], unit = '', anchor?: string): boolean {
  if (anchor !== undefined) {
    if (OF_THE_REVIEW.test(anchor)) return false;
    if (PRACTICE.test(anchor)) return true;
  }
  if (/hour/i.test(unit)) return true;
  const mine = asked.find((a) => a.verbAt >= s.start && a.verbAt <= s.end && a.actors.some((x) => x.type !== 'people'));
  const verb = mine ? mine.verbAt - s.start : 0;
  if (mine && at <= verb) return false;
  const clause = clauseAround(s.text, at, verb);
  if (EVERY_TIME.test(clause.replace(whole, ' ')) && !directlyAsked(s.text, verb, at)) return true;
  if (mine) {
    // "The Head should within six weeks …"
    if (directlyAsked(s.text, verb, at)) return false;
    const between = s.text.slice(verb, at);
    // in what is to be ensured a limit of days or weeks is part of the practice that is asked for
    if (/\b(?:ensur\w+|requir\w+|make sure|making sure|so) (?:\w+ )?that\b|\b(?:ensur\w+|requir\w+)\b/i.test(between)) {
      if (/\bthat (?:this|the (?:work|policy|pathway|plan|audit|review))\b/i.test(between)) return false;
      return !/month|year|term|quarter/i.test(unit);
    }
    if (!/day/i.test(unit) && unit !== '') return false;
    return /\b(?:respond|reply|acknowledge|notify|refer|see|visit|contact|share|send|escalate|report|that|which|who|when|where|whether)\b/i.test(
      between,
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

/** Does the limit stand next to the asking verb: "should within six weeks …", "should ensure that, within six months, …"? */
function directlyAsked(text: string, verb: number, at: number): boolean {
  if (verb === 0 || at < verb) return false;
  const between = text
    .slice(verb, at)
    .replace(/[,\s]+/g, ' ')
    .trim();
  return between === '' || /^(?:ensure|make sure) that$/i.test(between);
}

function clauseAround(text: string, at: number, from: number): string {
  const before = text.slice(from, Math.max(at, from));
  const start = from + Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(' that ')) + 1;
  const next = text.slice(at).search(/[,;]/);
  return text.slice(Math.min(start, at), next < 0 ? undefined : at + next);
}
