import type { Sentence, Span } from './sentences.ts';

const VERB =
  '(?:measured|evidenced|demonstrated|shown|tested|verified|judged|proved|confirmed|assessed|evaluated|checked|tracked|monitored|assured)';
const BY = '(?:by|through|via|using|against|with|when|in)';
/** "…, measured by X": what follows says how it will be known. */
const MARKERS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:(?:with|and|its|the|this) )?(?:success|impact|progress|compliance|effectiveness|improvement|achievement|change|implementation|outcome|completion|difference|the difference) (?:(?:will|should|is to|to|can|must|is|of this) )*be (?:\\w+ly )?(?:${VERB}|known|seen|clear) (?:${BY}|if|that)\\s+`,
    'giu',
  ),
  new RegExp(
    `\\b(?:(?:which|this|it|and) (?:will|should|is to|must|can) be |to be |will be |as |and )?(?:measured|evidenced|demonstrated|tested|verified|judged|proved) ${BY}\\s+`,
    'giu',
  ),
  /\b(?:the |a )?(?:success measures?|measures? of success|success criteri(?:a|on)|outcome measures?|key performance indicators?|kpis?|the (?:measure|test|evidence)(?: of (?:success|this|change|impact))?|evidence of (?:success|impact|change|completion))\s*(?:will be|is|are|would be|should be|:|–|—)(?: that)?\s+/gi,
  /\b(?:we|the partnership|the panel|it) (?:will|shall) (?:know|be known) (?:this has worked|it has worked|this has been achieved|that this|this|it)? ?(?:is done |has worked )?(?:when|because|by|if)\s+/gi,
  /\b(?:this|it|the change|the action|the work) (?:will|should|can) (?:be (?:judged|seen|taken|held|said)|have (?:worked|succeeded))[^.;]{0,30}?\b(?:if|when|once)\s+/gi,
  /\bsuccess (?:will be|is|means|would be|should be)(?: that)?\s+(?!measured|evidenced|judged|known|seen|tested|shown|demonstrated)/gi,
  /\bthis will be (?:known|achieved|complete) (?:by|when|if)\s+/gi,
];

const CHECK =
  '(?:(?:dip[- ]?|case[- ]?|case[- ]file |multi-agency |re-?|follow[- ]?up |an? |the |independent |annual |quarterly |sample |themed )*(?:audits?|sampl(?:es?|ing)|dip-sampl(?:es?|ing)|survey|census|re-audit|data|returns?|figures|review of \\d+|sample of|scrutiny of|check of))';
const SHOWING =
  '(?:show(?:s|ing|n)?|demonstrat(?:es?|ing)|find(?:s|ing)?|evidenc(?:es|ing)|confirm(?:s|ing)?|indicat(?:es|ing)|record(?:s|ing)|with (?:at least )?\\d)';
const SHOWN_BY = new RegExp(
  `(?:\\b(?:an?|the|by|of)\\s+)?(?:\\b(?:independent|multi-agency|follow-up|annual|case|case-file|dip|sample|random|quarterly|further|repeat|six-month|twelve-month|\\d+-\\w+|single-agency)\\s+)*\\b(?:re-?audits?|audits?|dip[- ]sampl(?:es?|ing)|sampl(?:es?|ing)|surveys?|census|evaluation|data|scrutiny|(?:spot|file)[- ]checks?|case reviews?)\\b[^.;\\n]{0,160}?\\b(?:should |must |will |to |that |can )?${SHOWING}\\b[^.;\\n]*`,
  'giu',
);
const TARGET =
  /(?:so that|until|to ensure(?: that)?|ensuring(?: that)?|achieving|reaching|with(?: a target of)?|such that|to|and that)\s+((?:(?:at least|a minimum of|not (?:less|fewer) than|no (?:less|fewer) than|over|more than|under|fewer than|less than)\s+)?(?:\d{1,3}\s?(?:%|per ?cent)|(?:nine|eight|seven) (?:out of|in) ten|all \d+)[^.;\n]*)/gi;
const AND_CHECK =
  /(?:,|;|\band\b)\s*(?:then\s+)?(?:to\s+)?((?:re-?audit|audit|dip[- ]sample|sample|survey|evaluate|test)\b(?!\s+(?:trail|process|tool|programme|cycle|schedule|findings|committee))[^.;\n]*)/gi;
const CHECK_SENTENCE =
  /\b(?:re-?audit(?:s|ed)?|audit(?:s|ed)?|dip[- ]sampl(?:e|es|ed|ing)|sampled|survey(?:s|ed)?|evaluat(?:e|ed|ion)|monitored|census|assessed (?:at|by|through|in)|per ?cent|spot checks?)\b|%/i;

/** Spans that say how it will be known; the first is the measure. All are kept apart from owners and deadlines. */
export function findMeasures(text: string, sentences: readonly Sentence[]): Span[] {
  const out: Span[] = [];
  const add = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (/^[\s,;:–—]*/.exec(raw)?.[0].length ?? 0);
    let end = from + raw.replace(/[\s.,;:]+$/, '').length;
    const open = text.slice(start, end);
    if (open.endsWith(')') && !open.includes('(')) end--;
    if (end - start < 4 || out.some((s) => start < s.end && s.start < end)) return;
    out.push({ start, end });
  };
  for (const s of sentences) {
    for (const marker of MARKERS) {
      for (const m of s.text.matchAll(marker)) {
        const from = s.start + m.index + m[0].length;
        add(from, clauseEnd(text, from, s.end));
      }
    }
  }
  sentences.forEach((s, i) => {
    if (i > 0 && CHECK_SENTENCE.test(s.text) && !instructs(s.text)) add(s.start + checkFrom(s.text), s.end);
    else fromClauses(s, add);
  });
  return out;
}

function fromClauses(s: Sentence, add: (from: number, to: number) => void): void {
  const main =
    /^[^,;]*?\b(?:should|must|will|shall|to)\s+(?:\w+\s+)?(?:audit|survey|sample|evaluate|carry out an? (?:\w+ )?audit)/i.exec(
      s.text,
    );
  for (const m of s.text.matchAll(SHOWN_BY)) {
    // "The Head should complete an audit to show …": there the audit is the action itself
    if (
      m.index > 0 &&
      !/[,;(–—-]\s*(?:with|and|through|by|until|confirmed by|using|including)?\s*$|\b(?:with|through|by|until|confirmed by|and|using)\s+$/i.test(
        s.text.slice(0, m.index),
      )
    )
      continue;
    if (!main || m.index > main[0].length)
      add(s.start + m.index + (/^(?:by|of)\s+/i.exec(m[0])?.[0].length ?? 0), s.start + m.index + m[0].length);
  }
  for (const m of s.text.matchAll(TARGET)) add(s.start + m.index + m[0].length - m[1]!.length, s.start + m.index + m[0].length);
  for (const m of s.text.matchAll(/(?:^|;\s+)((?:at least )?\d{1,3}\s?(?:%|per ?cent)[^.;\n]*)/gi)) {
    add(s.start + m.index + m[0].length - m[1]!.length, s.start + m.index + m[0].length);
  }
  if (main) return;
  for (const m of s.text.matchAll(AND_CHECK))
    add(s.start + m.index + m[0].length - m[1]!.length, s.start + m.index + m[0].length);
  for (const m of s.text.matchAll(
    new RegExp(`[,;]\\s+(?:with|and|followed by|then)\\s+((?:an? |the )?${CHECK}\\b[^.;\\n]*)`, 'giu'),
  )) {
    add(s.start + m.index + m[0].length - m[1]!.length, s.start + m.index + m[0].length);
  }
  for (const m of s.text.matchAll(/[;:–—]\s+((?:an? )?(?:re-?)?audit(?:ed)?\b[^.;\n]*)/gi))
    add(s.start + m.index + m[0].length - m[1]!.length, s.start + m.index + m[0].length);
}

/** "It is in use by May 2027 and is then audited": the check begins after what has the date. */
function checkFrom(sentence: string): number {
  const check = sentence.search(CHECK_SENTENCE);
  const and = sentence.slice(0, check).search(/(?<=\bby\b[^,;]{0,60}\d),?\s+and\s+/i);
  return and < 0 ? 0 : and + /^,?\s+and\s+/i.exec(sentence.slice(and))![0].length;
}

/** A later sentence that tells somebody to set up checking is a second action, not the measure of the first. */
function instructs(sentence: string): boolean {
  return /\b(?:should|must)\s+(?:\w+\s+)?(?:develop|commission|create|design|establish|introduce|write|agree|review|revise|train|appoint)\b/i.test(
    sentence,
  );
}

/** To the end of the clause: a new instruction after a semicolon is not part of the measure. */
function clauseEnd(text: string, from: number, to: number): number {
  const stop = text.slice(from, to).search(/;\s|\n|\.\s/);
  return stop < 0 ? to : from + stop;
}
