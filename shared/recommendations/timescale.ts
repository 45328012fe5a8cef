import type { IsoDay } from '../kernel/clock.ts';
import type { RecommendationReading } from '../model/recommendation.ts';
import { dayAfter, dueOf, MONTH } from './due.ts';
import type { Asked } from './owners.ts';
import { type Sentence, type Span, within } from './sentences.ts';
import { isStandard } from './standard.ts';

export type TimescaleReading = NonNullable<RecommendationReading['timescale']>;
export type TimescaleOptions = { today?: IsoDay; publishedOn?: IsoDay };
type Candidate = Span & TimescaleReading;

const YEAR = '(?:19|20)\\d{2}';
const DATE = [
  `\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+${MONTH}(?:,?[\\s-]+(?:${YEAR}|\\d{2})\\b)?`,
  `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR}`,
  `${YEAR}-\\d{2}-\\d{2}`,
  `\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(?:${YEAR}|\\d{2})\\b`,
  `(?:autumn|spring|summer) term(?:,?\\s+(?:of\\s+|in\\s+)?${YEAR})`,
  `(?:spring|summer|autumn|winter),?\\s+(?:of\\s+)?${YEAR}`,
  `(?:q|quarter\\s*)[1-4]\\s+(?:of\\s+)?${YEAR}(?:\\s?[/–-]\\s?\\d{2,4})?`,
  `(?:easter|christmas),?\\s+${YEAR}`,
  `${MONTH}(?:,?[\\s-]+['’]?(?:${YEAR}|\\d{2})\\b)?`,
  `(?:financial|academic|school|tax|calendar) year(?:\\s+${YEAR}(?:\\s?[/–-]\\s?\\d{2,4})?)?`,
  `(?:this|next|the) (?:month|quarter|calendar year|year)`,
  `${YEAR}(?:\\s?[/–-]\\s?\\d{2,4})?`,
].join('|');
const BY =
  'by|before|no later than|not later than|on or before|until|till|prior to|ahead of|due(?: on| for)?(?! by)|deadline(?: of|:)?|target(?: date)?(?: of|:)?|for completion in|effective from|with effect from|from|commencing|starting|in|on|during|for';
const PART =
  '(?:(?:at|by|before) )?(?:the )?(?:very )?(?:end|start|beginning|middle|close|first week|last day|week commencing|week ending|w\\/c|w\\/e|early|mid|late)(?: of|-)?(?: the current| the| this)? ?';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|noon)|noon|midday|midnight|close of (?:play|business))';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?';
const DATED = new RegExp(
  `\\b(?:(${BY})\\s+)?(?:${CLOCK}\\s+(?:on\\s+)?)?(?:the\\s+)?(${PART})?(?:${WEEKDAY},?\\s+(?:the\\s+)?)?\\b(${DATE})(?!\\w)`,
  'giu',
);

const COUNT =
  '(?:\\d{1,3}(?:\\s?(?:-|–|to|or)\\s?\\d{1,3})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|the next (?:\\d{1,2}|two|three|four|six|nine|twelve)|the next)';
const UNIT =
  "((?:working|school|calendar|clear|business)\\s+(?:days?|weeks?)|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|terms?)['’]?(?:\\s+time)?";
const ANCHOR =
  '(?:\\s+(?:of|from|after|following|post)\\s+((?:(?!\\b(?:and|so|with|to|measured|evidenced|who|which|that should|the (?:director|head|chief)|should|must|will|(?:seek|ask|sett|requir|confirm|detail|outlin|explain|show|remind|includ|request|stat)ing)\\b)[^,.;:\\n()]){2,70}))?';
const RELATIVE = new RegExp(
  `\\b(within|inside|no later than|not later than|no more than|not more than|in|over|at|by|before)?\\s*\\b(${COUNT})[\\s-]+${UNIT}${ANCHOR}`,
  'giu',
);

const IMMEDIATE =
  /\b(?:with immediate effect|effective immediately|immediately|at once|forthwith|straight ?away|without (?:further |undue )?delay|as an immediate (?:action|step)|immediate(?=\s*(?:[.;,]|$)))/gi;
const VAGUE =
  /\b(?:as soon as (?:is )?(?:reasonably )?(?:possible|practicable|practical|feasible|they can|it can|resources allow)|asap|in due course|on an on-?going basis|on-?going(?=\s*(?:[.;,)]|$))|in a timely (?:manner|way|fashion)|in good time|(?:at|on) the earliest (?:possible )?(?:opportunity|date|convenience|moment)|at an early (?:date|stage|opportunity)|as (?:a matter of urgency|a matter of priority|a priority|an urgent priority)|urgently|(?:when|as|where|once|if) (?:resources?|capacity|funding|time) (?:allows?|permits?|is available|are available|becomes available)|over time|in the (?:near|foreseeable|coming) (?:future|months?|weeks?|year|period)|in coming (?:months|weeks)|over the coming (?:months|weeks|year|period)|in the (?:short|medium|long)(?:er)?[ -]term|soon|shortly|going forwards?|before long|sooner rather than later|at a (?:suitable|convenient|later) (?:time|date|point)|when (?:possible|practicable|appropriate|convenient)|tbc|tba|to be (?:confirmed|agreed)(?=\s*(?:[.;,]|$))|in time(?=\s*(?:[.;,]|$))|continuous(?:ly)?(?=\s*(?:[.;,]|$)))/gi;

const EVENT_NOUN =
  "trial|retrial|inquest|proceedings|prosecution|sentencing|verdict|(?:autumn|spring|summer|new|next|school|this|current)\\s+(?:school |academic )?(?:term|half[- ]term|year)|next financial year|terms?|half[- ]term|school holidays|summer holidays|(?:summer|winter|easter|christmas) (?:break|holidays?|closure)|inspection|go[- ]live|launch|rollout|roll-out|(?:police|criminal|coronial|coroner['’]s) (?:investigation|enquiry|inquiry)|(?:next|annual|first|following|forthcoming|october|spring) (?:[\\w'’-]+ ){0,4}(?:meeting|conference|audit|census|report|inspection|development day|cycle|return|intake|contract|budget|renewal|refresh)|procurement|re-?commissioning|re-?tender|restructure|relaunch|pilot|system upgrade|(?:new|replacement|revised) (?:[\\w'’-]+ ){0,3}(?:system|contract|building|team|service|policy|guidance|form|pathway)|upgrade|migration|appointment of|ratification|accreditation|contract (?:renewal|award)|merger|transfer of|publication|school year|academic year|court case|legal process|criminal process|fact[- ]finding|judgment|elections?|recruitment";
const EVENT_VERB =
  'opens?|starts?|begins?|ends?|concludes?|closes?|finish(?:es)?|resumes?|meets?|completes?|expires?|(?:is|are|has been|have been) (?:complete[d]?|over|concluded|closed|published|signed|live|in place|ratified|agreed|finished|approved|known|recruited|available|commissioned|introduced|opened|launched|implemented|rolled out|operational|handed down|received)|(?:has|have) (?:ended|concluded|finished|closed|begun|started|opened)|goes live|go live|comes? into (?:force|use|effect)|takes? effect|breaks? up|allows?';
const EVENT = new RegExp(
  `\\b(?:before|by|after|once|when|following|on|upon|at|until|prior to|as soon as|ahead of|in time for|no later than|not later than|during|from)\\s+(?:(?:the|this|these|any|all|each|its|their)\\s+)?(?:(?:start|end|beginning|conclusion|completion|outcome|close|opening|launch|introduction|commencement|publication|date|day) of\\s+)?(?:(?:the|this|these|any|all|their|a)\\s+)?(?:(?!${MONTH}\\b)[a-z][a-z'’-]*\\s+){0,4}?(?:${EVENT_NOUN})(?:\\s+(?:of|in|for)\\s+(?:(?!(?:the\\s)?(?:director|head|chief)\\b|\\b(?:should|must|will|to)\\b)[\\w'’-]+\\s?){1,6}?(?=[,.;)]|$|\\s+(?:${EVENT_VERB})))?(?:\\s+(?:term|year|date))?(?:\\s+${YEAR})?(?:\\s+(?:${EVENT_VERB}))?(?!\\w)`,
  'giu',
);
const PUBLICATION =
  /\b(?:on|upon|at|after|following|from|before)\s+(?:the\s+)?publication(?:\s+of\s+(?:this|the)\s+(?:review|report|[\w ]{0,20}(?:review|report|summary)))?(?!\s+of\b)/gi;

const RANK: Record<TimescaleReading['kind'], number> = { date: 0, relative: 1, event: 2, immediate: 3, vague: 4, standard: 5 };

/** The timescale of a recommendation. A deadline beats a practice standard, wherever each stands. */
export function findTimescale(
  text: string,
  sentences: readonly Sentence[],
  asked: readonly Asked[],
  measures: readonly Span[],
  options: TimescaleOptions,
): TimescaleReading | null {
  const all = sentences.flatMap((s) => candidatesIn(s, asked, options));
  const best = (list: Candidate[]): Candidate | undefined =>
    list.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.start - b.start)[0];
  // "an audit in May" is when it is looked at, not when it is due; "90% by May" is both
  const found =
    best(all.filter((c) => !within(measures, c.start))) ??
    best(
      all.filter((c) => within(measures, c.start) && !/^(?:in|on|at|during|after|from|over)\s/i.test(text.slice(c.start, c.end))),
    );
  if (!found) return null;
  return { text: text.slice(found.start, found.end), kind: found.kind, ...(found.due !== undefined && { due: found.due }) };
}

function candidatesIn(s: Sentence, asked: readonly Asked[], options: TimescaleOptions): Candidate[] {
  const out: Candidate[] = [];
  const add = (start: number, length: number, kind: TimescaleReading['kind'], due?: IsoDay): void => {
    const trimmed = s.text
      .slice(start, start + length)
      .trimEnd()
      .replace(/[,;:]$/, '').length;
    const at = { start: s.start + start, end: s.start + start + trimmed };
    const clash = out.find((c) => c.start < at.end && at.start < c.end);
    if (clash && (clash.end - clash.start >= at.end - at.start || RANK[clash.kind] < RANK[kind])) return;
    if (clash) out.splice(out.indexOf(clash), 1);
    out.push({ ...at, text: '', kind, ...(due !== undefined && { due }) });
  };
  for (const m of s.text.matchAll(PUBLICATION)) add(m.index, m[0].length, 'relative', options.publishedOn);
  for (const m of s.text.matchAll(RELATIVE)) addRelative(s, m, asked, options, add);
  for (const m of s.text.matchAll(EVENT)) {
    if (/^(?:when|on|during|from|at)\s/i.test(m[0]) && !new RegExp(`(?:${EVENT_VERB}|${YEAR}|next .*)$`, 'iu').test(m[0]))
      continue;
    // "before a new form" is no event until the form goes live
    if (
      /\b(?:new|replacement|revised)\s/i.test(m[0]) &&
      !new RegExp(
        `(?:${EVENT_VERB}|${YEAR})$|\\b(?:launch|introduction|start|opening|implementation|completion) of\\b|\\b(?:term|year)\\b`,
        'iu',
      ).test(m[0])
    )
      continue;
    const dated = new RegExp(`((?:autumn|summer) term|(?:school|academic) year)?\\s*(${YEAR})`, 'iu').exec(m[0]);
    add(
      m.index,
      m[0].length,
      'event',
      dated ? dueOf(dated[0].trim(), m[0].replace(/\b(?:ends?|closes?)\b/gi, 'end')) : undefined,
    );
  }
  for (const m of s.text.matchAll(DATED)) addDated(s, m, asked, options, add);
  for (const m of s.text.matchAll(IMMEDIATE)) {
    if (/^\s+(?:after|following|before|prior|upon|on|available|when|adjacent)/i.test(s.text.slice(m.index + m[0].length)))
      continue;
    add(m.index, m[0].length, isStandard(s, m.index, m[0], asked) ? 'standard' : 'immediate');
  }
  for (const m of s.text.matchAll(VAGUE)) add(m.index, m[0].length, 'vague');
  return out;
}

type Add = (start: number, length: number, kind: TimescaleReading['kind'], due?: IsoDay) => void;

function addRelative(s: Sentence, m: RegExpMatchArray, asked: readonly Asked[], options: TimescaleOptions, add: Add): void {
  const [whole, lead, count, unit, anchor] = [m[0], m[1]?.toLowerCase(), m[2]!, m[3]!, m[4]];
  const start = m.index! + (/^\s*/.exec(whole)?.[0].length ?? 0);
  if (lead === undefined && anchor === undefined) return;
  // "over six months", "in two years of age", "at 12 weeks of pregnancy": lengths and ages, not limits
  if ((lead === 'over' || lead === 'in') && !/next/i.test(count) && anchor === undefined && !/time/i.test(whole)) {
    if (
      lead === 'over' ||
      !/^\s*(?:[.;,]|$|the\b|should\b|must\b|on (?:the|how|its|their|progress)\b)/.test(s.text.slice(m.index! + whole.length))
    )
      return;
  }
  if (anchor && /^(?:age|pregnancy|gestation|birth$)/i.test(anchor) && lead !== 'within') return;
  if (lead === undefined && !/publi|review|report|date|accept|approv|agree|launch|this/i.test(anchor ?? '')) return;
  // "audit at six months"; but "a contact at 3–4 months" is an age
  if (
    lead === 'at' &&
    !/\b(?:audit\w*|review\w*|evaluat\w*|survey\w*|report\w*|check\w*)\s+(?:\w+\s+){0,2}$/i.test(s.text.slice(0, start))
  )
    return;
  if ((lead === 'by' || lead === 'before') && anchor === undefined && /day|hour/i.test(unit)) return;
  const standard = isStandard(s, start, whole, asked, unit, anchor);
  const due =
    options.publishedOn && anchor && /publi/i.test(anchor)
      ? dayAfter(options.publishedOn, count.replace(/^the next /i, ''), unit)
      : undefined;
  add(start, whole.length - (start - m.index!), standard ? 'standard' : 'relative', standard ? undefined : due);
}

/** "the guidance issued in May 2024" says when something was, not when it is due. */
const PAST =
  /\b(?:issued|published|reported|held|dated|completed|agreed|introduced|inspected|audited|launched|found|since|was|were|had|occurred|died|happened|regulations?|act|framework|programme|version|statement|to|and|between)\s*$/i;
const PAST_BEFORE_VERB = /\b(?:inspection|review|report|letter|guidance|policy|plan|meeting|strategy|audit)\s*$/i;

function addDated(s: Sentence, m: RegExpMatchArray, asked: readonly Asked[], options: TimescaleOptions, add: Add): void {
  const lead = (m[1] ?? '').toLowerCase();
  const part = m[2] ?? '';
  const date = m[3]!;
  const firm =
    /^(?:by|before|no later|not later|on or before|due|completed by|deadline|target|for completion|until|till|prior|ahead|effective|with effect)/.test(
      lead,
    );
  if (lead === '' && part === '') return;
  const bare = new RegExp(`^(?:${MONTH}|(?:this|next|the) \\w+(?: year)?|${YEAR})$`, 'iu').test(date);
  // "may" and "march" are verbs too; a bare month is a date only after a firm preposition
  if (/^(?:may|march|mar)$/i.test(date) && !/^\p{Lu}/u.test(date)) return;
  if (bare && !firm && part === '') {
    const monthYear = new RegExp(`^${YEAR}$`).test(date);
    if (monthYear || !/^(?:in|from|during|on)$/.test(lead) || !/^\p{Lu}/u.test(date)) return;
  }
  if (/^(?:the) (?:month|quarter|year|calendar year)$/i.test(date) && part === '') return;
  const before = s.text.slice(0, m.index!);
  const asks = asked.some((a) => a.verbAt >= s.start && a.verbAt <= s.start + m.index!);
  if (!firm && part === '' && (PAST.test(before) || (!asks && PAST_BEFORE_VERB.test(before)))) return;
  if (!firm && /^(?:for|during)$/.test(lead) && part === '') return;
  if (
    !firm &&
    !asked.some((a) => a.verbAt >= s.start && a.verbAt <= s.end) &&
    !/\b(?:to be|should|must|will|due|complete|launch)/i.test(s.text)
  )
    return;
  const due = dueOf(date, `${lead} ${part}`, options.today ?? options.publishedOn);
  if (!firm && part === '' && due !== undefined && options.publishedOn !== undefined && due < options.publishedOn) return;
  add(m.index!, m[0].length, 'date', due);
}
