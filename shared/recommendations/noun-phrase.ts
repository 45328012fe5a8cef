import type { RecommendationReading } from '../model/recommendation.ts';
import {
  AGENCY_BOARD,
  AGENCY_NAMES,
  AGENCY_WORDS,
  isGovernment,
  NOT_BODIES,
  PARTNERSHIP_ACRONYM,
  PARTNERSHIP_WORDS,
  PEOPLE_WORDS,
  POST_WORDS,
  THINGS,
} from './vocabulary.ts';

export type OwnerType = RecommendationReading['owners'][number]['type'];
/** `people`: staff, practitioners: many, so nobody. */
export type ActorType = OwnerType | 'people';
export type Actor = { text: string; start: number; type: ActorType; sure: boolean };

const LEADING = /^(?:(?:the|a|an|each|every|all|both|any|our|its|their|this|these|those|relevant|respective)\s+)+/i;
const PREPOSITION = /\s(?:of|for|at|in|within|from|on|to|responsible|across|with|by|who)\s/i;
/** A phrase that holds one of these is a clause, not a name. */
const CLAUSE =
  /(?:^|\s)(?:that|which|who|whom|whose|is|are|was|were|be|been|being|has|have|had|if|when|where|because|so|then|not|there|it|they|he|she|we|i|you|this|how|what|why|while|should|must|shall|will|would|could|may|might|can|cannot|using|(?<!\b(?:commissioned|run|provided|funded|maintained)\s)by|before|until|than|do|does|did|also|working|supported|assisted|advised|reporting|acting|following|including|in (?:partnership|consultation|collaboration|conjunction|liaison|discussion|agreement)|with (?:the )?(?:support|help|advice|input|agreement|involvement|assistance|oversight))(?=\s|$|,)|:\s/i;

/** "IT" is computers, not a pronoun. */
function isClause(phrase: string): boolean {
  return CLAUSE.test(phrase.replace(/\bIT\b/g, 'ICT'));
}

/** What kind of actor a phrase names; null: a thing, or nothing that is known. `sure` is false for bare acronyms and names. */
export function actorType(phrase: string): { type: ActorType; sure: boolean } | null {
  const text = phrase
    .trim()
    .replace(LEADING, '')
    .replace(/\s+\([^)]*\)$/, '');
  if (text === '' || /^(?:of|for|at|in|on|by|with|from|to|as|and|or)\s/i.test(text)) return null;
  if (isGovernment(text)) return { type: 'government', sure: true };
  const head = PREPOSITION.exec(` ${text} `);
  const group = (head ? text.slice(0, Math.max(head.index - 1, 0)) : text).split(',')[0]!.trim();
  if (group === '') return null;
  return groupType(group) ?? longName(group, text) ?? nameType(group, text);
}

/** A body whose own name holds a preposition: "Safeguarding in Education Delivery Group". */
function longName(group: string, text: string): { type: ActorType; sure: boolean } | null {
  if (group === text || THINGS.has(group.split(/\s+/).at(-1)!.toLowerCase())) return null;
  const names = text.split(/\s+/).filter((w) => !/^(?:of|for|at|in|within|from|on|to|across|with|the|and|&)$/.test(w));
  return names.every((w) => /^[\p{Lu}\d(]/u.test(w)) ? groupType(names.join(' ')) : null;
}

function groupType(group: string): { type: ActorType; sure: boolean } | null {
  const raw = group.split(/[\s/]+/).filter((w) => w !== '' && w !== '&');
  const list = raw.map((w) => w.replace(/^["'‘“(]+|["'’”).:]+$/g, '').toLowerCase());
  const last = list.at(-1);
  if (last === undefined) return null;
  // the statutory posts: "Named GP Safeguarding Children", "Designated Professionals"
  if (/^(?:named|designated)$/.test(list[0]!) && list.length > 1) {
    const holder = list.slice(1).some((w) => POST_WORDS.has(w) || PEOPLE_WORDS.has(w) || w === 'gp' || w === 'person');
    if (holder && (!THINGS.has(last) || /^(?:children|child|families)$/.test(last))) return { type: 'post', sure: true };
  }
  if (/\bsafeguarding partners$|\bstatutory partners$/i.test(group)) return { type: 'partnership', sure: true };
  if (/\b(?:social care|social services|early help|front door|youth justice)$/i.test(group))
    return { type: 'agency', sure: true };
  if (/\b(?:general|gp|medical|dental|group|doctors?['’])\s+practices?$/i.test(group)) return { type: 'agency', sure: true };
  if (/\bcare homes?$|\bchildren['’]?s['’]? homes?$/i.test(group)) return { type: 'agency', sure: true };
  if (AGENCY_BOARD.test(group)) return { type: 'agency', sure: true };
  if (/\bteam (?:around|for)\b/i.test(group)) return null;
  for (let i = list.length - 1; i >= 0; i--) {
    const word = list[i]!.replace(/['’]s$/, '');
    if (i === list.length - 1 && THINGS.has(word) && !(AGENCY_NAMES.has(word) && isName(raw[i]!) && list.length > 1)) return null;
    // "the Director's view": the holder is no actor
    if (/['’]s?$/.test(raw[i]!) && i === list.length - 1) return null;
    if (/s['’]$|['’]s$/.test(raw[i]!)) continue;
    if (PEOPLE_WORDS.has(word) && !soleHolder(list, i)) return { type: 'people', sure: true };
    if (word === 'executive' && /^(?:chief|account|non|deputy)$/.test(list[i - 1] ?? '')) return { type: 'post', sure: true };
    if (word === 'executives' && list[i - 1] === 'chief') return { type: 'post', sure: true };
    if (
      /^(?:managers|leads|leaders)$/.test(word) &&
      /^(?:|all|line|senior|operational|the|middle|frontline|front-line|first-line|relevant)$/.test(list[i - 1] ?? '')
    ) {
      return { type: 'people', sure: true };
    }
    if (POST_WORDS.has(word)) return { type: 'post', sure: true };
    if (PARTNERSHIP_WORDS.has(word)) {
      if (word === 'partners' || word === 'partner') return { type: 'agency', sure: true };
      return { type: 'partnership', sure: true };
    }
    if (AGENCY_WORDS.has(word)) return { type: 'agency', sure: true };
    if (AGENCY_NAMES.has(word) && isName(raw[i]!) && i === list.length - 1) return { type: 'agency', sure: list.length > 1 };
    if (PARTNERSHIP_ACRONYM.test(raw[i]!)) return { type: 'partnership', sure: true };
  }
  return null;
}

/** "the Principal Social Worker", "the Lead Practitioner": one holder, although the word alone means many. */
function soleHolder(list: string[], at: number): boolean {
  const before = list.slice(0, at);
  if (before.some((w) => /^(?:named|designated|principal|lead|chief|deputy|head|medical|allocated|senior)$/.test(w))) {
    return !list[at]!.endsWith('s') || /^(?:named|designated|principal|chief|lead)$/.test(before[0]!);
  }
  return false;
}

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Acronyms ("Westvale ED") and names in capitals ("Open Door"): a body, if what follows says that it acts. */
function nameType(group: string, whole: string): { type: ActorType; sure: boolean } | null {
  const raw = group.split(/\s+/).filter((w) => w !== '');
  const last = raw.at(-1)!.replace(/[).,:]+$/, '');
  if (/^[A-Z][A-Z&0-9-]{1,9}s?$/.test(last)) {
    if (PARTNERSHIP_ACRONYM.test(last)) return { type: 'partnership', sure: true };
    return NOT_BODIES.has(last.toUpperCase()) ? null : { type: 'agency', sure: false };
  }
  if (/^(?:Child|Adult|Sibling|Mother|Father|Person|Family|Baby|Mr|Mrs|Ms|Miss)\b/.test(group)) return null;
  if (THINGS.has(last.toLowerCase())) return null;
  if (/^\p{Lu}\p{Ll}+(?:['’]s|o['’]s)$/u.test(group)) return { type: 'agency', sure: false };
  const names = raw.filter((w) => /^\p{Lu}/u.test(w));
  if (raw.length >= 2 && raw.length === names.length && group === whole.trim() && !raw.some((w) => THINGS.has(w.toLowerCase()))) {
    return { type: 'agency', sure: false };
  }
  return null;
}

/**
 * A subject phrase → its actors, each an exact part. null if the phrase is a clause or any part of it names a thing.
 * "Director of Safeguarding and Corporate Parenting" stays one; "Head of Midwifery and the Designated Nurse" are two.
 */
export function readActors(phrase: string, offset: number): Actor[] | null {
  if (phrase.length > 400 || phrase.trim() === '') return null;
  if (isClause(phrase.replace(/\([^)]*\)/g, '').replace(/[\s–—-]+$/, ''))) return null;
  const parts: Actor[] = [];
  let from = 0;
  const cuts = [
    ...phrase.matchAll(
      /,\s+(?:and\s+|together with\s+|jointly with\s+|along with\s+|with\s+|or\s+)?|\s*;\s*|\s+(?:and|together with|jointly with|along with|alongside|with|or|plus)\s+(?:with\s+)?|\s+[/–—-]\s+|\s*\n\s*/g,
    ),
  ];
  for (const cut of [...cuts, null]) {
    const to = cut ? cut.index : phrase.length;
    const whole = pieceOf(phrase, from, to, offset);
    if (cut) {
      const rest = phrase.slice(to + cut[0].length);
      // a thing beside somebody: no list of actors
      if (!whole && /^the\s/i.test(rest) && !/[–—-]/.test(cut[0])) return null;
      if (!whole || !splitsHere(whole, rest, cut[0])) continue;
    }
    if (!whole) return null;
    parts.push(whole);
    if (cut) from = to + cut[0].length;
  }
  return parts.length > 0 ? parts : null;
}

function pieceOf(phrase: string, from: number, to: number, offset: number): Actor | null {
  let start = from;
  let end = to;
  const slice = phrase.slice(start, end);
  // "all agencies" and "each school" say who; only the article is not part of the name.
  const article = /^\s*(?:(?:both\s+)?the|a|an|both)\s+|^\s+/i.exec(slice);
  if (article) start += article[0].length;
  const tail = /(?:\s+\([A-Z&]{2,8}\))?[\s,:;.–—-]*$/.exec(phrase.slice(start, end));
  if (tail) end -= tail[0].length;
  if (end <= start) return null;
  const text = phrase.slice(start, end);
  const known = actorType(text);
  return known && { text, start: offset + start, ...known };
}

function splitsHere(left: Actor, rest: string, separator: string): boolean {
  const next = rest.split(/,\s+|\s+and\s+|\s*;\s*|\s+(?:together|jointly|along|alongside)\s+with\s+|\n/)[0]!;
  if (/^\s*(?:with|together|jointly|along|alongside|;|\n)/.test(separator.trim()) || /[;\n]/.test(separator)) return true;
  if (/^(?:the|each|both|all|its|their)\s/i.test(next)) return actorType(next) !== null;
  const right = actorType(next);
  if (!right) return false;
  const whole = `${left.text}${separator}${next}`;
  // one name that holds an "and": "Health and Wellbeing Board", "Police and Crime Commissioner"
  if (/^\p{Lu}\p{Ll}+$/u.test(left.text) && left.type === 'agency' && /\s/.test(next.trim()) && !/social care$/i.test(next))
    return false;
  if (
    left.type === 'government' &&
    isGovernment(whole) &&
    /\b(?:department|ministry|secretary|minister)\b/i.test(left.text) &&
    !/^[A-Z]{2,}|[Oo]ffice|[Dd]epartment|[Mm]inistry|NHS/.test(next)
  )
    return false;
  if (right.type === 'post' || right.type === 'government' || right.type === 'people') return true;
  if (/^[A-Z][A-Z&0-9-]{1,9}$/.test(next.trim())) return !/\s(?:of|for)\s/.test(` ${left.text} `) || left.type !== 'post';
  // after a post, a body without an article belongs to the post: "Director of Nursing, Westvale Hospitals Trust"
  return left.type !== 'post' && left.type !== 'people';
}
