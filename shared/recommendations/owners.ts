import { type Actor, readActors } from './noun-phrase.ts';
import { type Sentence, type Span, within } from './sentences.ts';
import { VERBS } from './vocabulary.ts';

/** Who is asked to act, by the sentence that asks; `verbAt` is where the asking verb begins. */
export type Asked = { actors: Actor[]; sentence: number; verbAt: number };

const ASKED =
  /\b(?:(?:is|are) (?:asked|requested|required|recommended|invited|encouraged|advised|urged|expected|tasked|commissioned|directed|instructed|to)(?: (?:to|with))?|needs? to|ought to|ha(?:s|ve) to|should|must|shall|will|would|to)\b/gi;
/** A sentence that has named nobody by here is not one that people wrote. */
const FAR = 1500;
/** Between a subject and its verb: ", by May 2011," or "working with the Designated Nurse". Not the owner. */
const ASIDE =
  /,?\s*(?:\b(?:by|within|before|from|in|on|at|during|following|after|once|upon|as|through|via|when|working|supported|advised|led|assisted|acting|where|if|no later than|not later than|subject to|who|which|having|using|under|until|including|overseen|with (?:the )?(?:support|help|advice|input|agreement|involvement|assistance|oversight))\b[^,;]*|\b(?:with immediate effect|immediately|urgently|also|jointly|therefore|then|now|each|both|together|similarly|additionally|accordingly))\s*,?\s*$/i;
/** What may stand before a subject with a comma between: adverbials, not an imperative. */
const OPENING =
  /^\s*(?:and |but |so )?(?:by|within|before|from|in|on|at|during|following|after|once|upon|as|through|via|when|where|if|to|given|because|since|while|whilst|although|with|having|building|for|until|no later than|not later than|immediately|therefore|finally|also|similarly|additionally|furthermore|further|first|firstly|secondly|thirdly|in addition|subject to|under|using|recognising|learning|drawing|nationally|locally|regionally|overall|going forward|unless|without|starting|working|together|(?:each|every) (?:day|week|month|quarter|term|year)|(?:\d+|one|two|three|four|five|six|nine|twelve|a|eighteen) (?:working )?(?:days?|weeks?|months?|years?|terms?) (?:after|from|before|following|of|on from))\b/i;
/** "… recommends that X", "it would be helpful for X to": what follows is who is asked. */
const LEAD_IN =
  /(?:(?:recommend(?:s|ed)?|recommendation(?: is)?|propos(?:es?|ed)|suggest(?:s|ed)?|agreed?|asks?|requests?|requested|advis(?:es|ed)|essential|important|vital|imperative|necessary|required|expects?|expectation is|asks?|hopes)\s+(?:is\s+)?that\s+|^\s*that\s+|(?:appropriate|necessary|needed|need|important|useful|helpful|essential|right|beneficial|recommended|recommendation|task|action|actions|opportunity|time|is|vital)\s+for\s+|^\s*(?:for|we (?:ask|invite|recommend|request)|the (?:panel|review|reviewer|author|reviewers|panel also) (?:asks?|invites?|requests?))\s+(?:that\s+)?|(?:recommends?|invites?|asks?|requests?|urges?)\s+(?:that\s+)?)(?=\S)/gi;

const PASSIVE =
  /^\s*(?:(?:also|now|jointly|therefore|each|all|then|both|\w+ly)\s+)*(?:not\s+)?be\s+(?:\w+ly\s+)?(?!(?:asked|required|requested|tasked|invited|responsible|accountable|satisfied|assured|confident|clear|able|the|supported and)\b)(?:\w+(?:ed|en|wn)\b|made|given|told|sent|held|put|kept|led|built|set|brought|taught|found|met|read|sought|reminded|aware|in place|available|subject)/i;
const OVERSEES =
  /^\s*(?:also\s+)?(?:be (?:assured|satisfied|informed|kept)|receive|seek (?:assurance|evidence|confirmation)|note|oversee|monitor|hold|scrutinise|have oversight|be responsible for (?:oversight|monitoring))\b/i;

const AGENT =
  /\b(led|undertaken|completed|delivered|developed|written|carried out|co-?ordinated|produced|reviewed|owned|taken forward|implemented|commissioned|issued|conducted|driven|prepared|drawn up|drafted|provided|progressed|actioned|agreed|arranged|convened|revised|overseen|made|put in place|the responsibility of|responsibility (?:of|rests with|lies with|sits with)|responsibility for (?:this|the action) (?:rests|lies|sits) with)\s+(?:jointly\s+)?(?:by\s+)?(?=\S)/gi;

/** The asking verb of a sentence with who is asked, or null: an instruction to nobody, or about a thing. */
export function askedIn(sentence: Sentence, index: number): Asked | null {
  const text = sentence.text;
  for (const trigger of text.matchAll(ASKED)) {
    const after = text.slice(trigger.index + trigger[0].length);
    if (trigger[0].toLowerCase() === 'to' && !actsNext(after)) continue;
    if (trigger[0].toLowerCase() === 'will' && /^\s*(?:of|and)\b/.test(after)) continue;
    if (trigger.index > FAR) break;
    const before = text.slice(0, trigger.index);
    const actors = subjectOf(before, sentence.start);
    if (!actors) continue;
    if (PASSIVE.test(after) && !actors.every((a) => a.type === 'people')) continue;
    if (!actors.every((a) => a.sure) && /^\s*(?:be|include|contain|cover|have|become|remain|reflect)\b/i.test(after)) continue;
    return { actors, sentence: index, verbAt: sentence.start + trigger.index + trigger[0].length };
  }
  return namedBefore(sentence, index) ?? subjunctive(sentence, index);
}

/** "…, and the Head of MASH should report": a second one asked in the same sentence, not inside what is to be ensured. */
function alsoAsked(sentence: Sentence, index: number, first: Asked): Asked[] {
  const out: Asked[] = [];
  for (const trigger of sentence.text.matchAll(/\b(?:should|must|shall|will)\b/gi)) {
    const from = first.verbAt - sentence.start;
    if (trigger.index <= from) continue;
    if (trigger.index > from + FAR) break;
    const between = sentence.text.slice(from, trigger.index);
    const cut = [...between.matchAll(/(?:;\s*(?:and\s+)?|,\s*(?:and|while|whilst|but)\s+)/gi)].at(-1);
    if (!cut || /\b(?:ensur\w+|that|which|where|when|if|whether)\b/i.test(between.slice(0, cut.index))) continue;
    const start = from + cut.index + cut[0].length;
    const actors = readActors(sentence.text.slice(start, trigger.index), sentence.start + start);
    const after = sentence.text.slice(trigger.index + trigger[0].length);
    if (!actors?.every((a) => a.sure && a.type !== 'people') || PASSIVE.test(after)) continue;
    out.push({ actors, sentence: index, verbAt: sentence.start + trigger.index + trigger[0].length });
  }
  return out;
}

function actsNext(after: string): boolean {
  const word = /^\s+(?:(?:jointly|also|urgently|immediately|each|both|formally|\w+ly),?\s+)?([a-z-]+)\b/.exec(after)?.[1];
  return word !== undefined && (VERBS.has(word) || /(?:ise|ize|ify)$/.test(word));
}

/** The subject that ends where the verb begins: the longest phrase that is wholly a name of actors. */
function subjectOf(before: string, offset: number): Actor[] | null {
  let end = before.length;
  for (let i = 0; i < 4; i++) {
    for (const start of startsOf(before.slice(0, end))) {
      const phrase = before.slice(start, end);
      // "In the next three months the Service Manager": the time is no part of the name.
      if (
        /\b(?:days?|weeks?|months?|years?|terms?|quarters?)\s+(?:the|each|all|every)\s|,\s*(?:within|by|before|until)\s/i.test(
          phrase,
        )
      )
        continue;
      const actors = readActors(phrase, offset + start);
      if (actors) return actors;
    }
    const aside = ASIDE.exec(before.slice(0, end));
    if (!aside || aside.index === 0) return null;
    end = aside.index;
  }
  return null;
}

function startsOf(before: string): number[] {
  const out = new Set<number>([0]);
  for (const m of before.matchAll(/,\s+(?:and\s+|but\s+)?|;\s*(?:and\s+)?|:\s+|\s[–—-]\s/g)) {
    const opening = before.slice(0, m.index);
    if (!m[0].startsWith(',') || OPENING.test(opening) || /,\s+(?:and|but)\s+$/.test(m[0])) out.add(m.index + m[0].length);
  }
  for (const m of before.matchAll(LEAD_IN)) out.add(m.index + m[0].length);
  // "With immediate effect the Director …": an opening without its comma
  if (OPENING.test(before)) {
    for (const m of before.matchAll(/\s(?=(?:the|each|all|every)\s)/gi)) out.add(m.index + 1);
    for (const m of before.matchAll(/\d{4}\s+(?=\p{Lu})|\b(?:effect|urgency|priority|publication)\s+(?=\p{Lu})/gu))
      out.add(m.index + m[0].length);
  }
  return [...out].sort((a, b) => a - b);
}

/** "Westvale Hospitals Trust: introduce …" and "Head of Housing – write …". */
function namedBefore(sentence: Sentence, index: number): Asked | null {
  const m = /^([^:–—]{2,90}?)\s*(?::|\s[–—-])\s+\S/.exec(sentence.text);
  if (!m) return null;
  const actors = readActors(
    m[1]!.replace(/^for\s+/i, (x) => ' '.repeat(x.length)),
    sentence.start,
  );
  const imperative = VERBS.has(/\S+/.exec(sentence.text.slice(m[0].length - 1))?.[0].toLowerCase() ?? '');
  return actors?.every((a) => a.sure || imperative)
    ? { actors, sentence: index, verbAt: sentence.start + m[0].length - 1 }
    : null;
}

/** "It is recommended that the Director of Housing reviews …": the subject is followed by its verb at once. */
function subjunctive(sentence: Sentence, index: number): Asked | null {
  for (const m of sentence.text.matchAll(LEAD_IN)) {
    const found = actorsFrom(sentence.text, m.index + m[0].length, sentence.start);
    if (!found) continue;
    const next = /^\s*(?:,[^,]*,)?\s*([a-z-]+?)(?:e?s)?\b/.exec(sentence.text.slice(found.end))?.[1];
    if (next && (VERBS.has(next) || VERBS.has(`${next}e`)))
      return { actors: found.actors, sentence: index, verbAt: sentence.start + found.end };
  }
  return null;
}

/** Reads forward from a place: the longest run of words that names actors. */
function actorsFrom(text: string, from: number, offset: number): { actors: Actor[]; end: number } | null {
  const run = /^[^,;:.()\n]{2,160}/.exec(text.slice(from))?.[0] ?? '';
  const ends = [...run.matchAll(/\s+|$/g)].map((m) => m.index).filter((n) => n > 0);
  let best: { actors: Actor[]; end: number } | null = null;
  for (const end of ends) {
    const phrase = run.slice(0, end);
    const last = phrase.split(/\s+/).at(-1)!.toLowerCase();
    if (/^(?:by|within|before|to|who|that|which|is|are|should|with|from|on|during|using|through)$/.test(last)) break;
    if (best && /^[a-z]+ed$/.test(last)) break;
    if (/^(?:of|for|and|the|in|at|a|an|&)$/.test(last)) continue;
    if (best && /^[a-z]+$/.test(last) && (VERBS.has(last.replace(/s$/, '')) || VERBS.has(last.replace(/es$/, '')))) break;
    const actors = readActors(phrase, offset + from);
    if (actors) best = { actors, end: from + end };
  }
  return best;
}

/** Who is to do it by a passive: "led by the Head of Midwifery"; an overseer only where nobody else is named. */
export function agentsIn(sentence: Sentence, index: number, overseers: boolean): Asked | null {
  for (const m of sentence.text.matchAll(AGENT)) {
    const byName = /\b(?:by|of|with)\s+$/.test(m[0]);
    if (!byName || (m[1] === 'overseen') !== overseers) continue;
    const found = actorsFrom(sentence.text, m.index + m[0].length, sentence.start);
    if (found) return { actors: found.actors, sentence: index, verbAt: sentence.start + m.index };
  }
  return null;
}

/** Owners of the whole text: those asked to act, but not those who only measure it or are assured of it. */
export function findOwners(sentences: readonly Sentence[], apart: readonly Span[]): Asked[] {
  const acting: Asked[] = [];
  const overseeing: Asked[] = [];
  sentences.forEach((sentence, index) => {
    if (within(apart, sentence.start)) return;
    const first = askedIn(sentence, index);
    if (!first) return;
    for (const asked of [first, ...alsoAsked(sentence, index, first)]) {
      const verb = sentence.text.slice(asked.verbAt - sentence.start);
      (OVERSEES.test(verb) ? overseeing : acting).push(asked);
    }
  });
  const named = acting.filter((a) => a.actors.some((x) => x.type !== 'people'));
  if (named.length > 0) return named;
  for (const overseers of [false, true]) {
    const agents = sentences.flatMap((s, i) => (within(apart, s.start) ? [] : (agentsIn(s, i, overseers) ?? [])));
    const found = agents.filter((a) => a.actors.some((x) => x.type !== 'people'));
    if (found.length > 0) return found;
    if (!overseers && overseeing.length > 0) return overseeing;
  }
  return acting;
}
