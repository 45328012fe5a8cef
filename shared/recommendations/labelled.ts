import type { RecommendationReading } from '../model/recommendation.ts';
import { dueOf } from './due.ts';
import { readActors } from './noun-phrase.ts';
import { type Span, splitSentences } from './sentences.ts';
import { findTimescale, type TimescaleOptions, type TimescaleReading } from './timescale.ts';

const NAMES = {
  owner:
    '(?:action )?(?:owners?|leads?|lead (?:officers?|person|post|agency|agencies|professional)|responsible(?: (?:person|officer|post|agency|lead))?|responsibility|accountable(?: (?:officer|person|lead))?|by whom|action by|who)',
  time: '(?:by|by when|when|timescales?|time ?frames?|deadline|due(?: date| by)?|target(?: date)?|completion date|date(?: for completion| due)?)',
  measure:
    '(?:success measures?|measures?(?: of success)?|measured by|outcome measures?|evidenced? by|evidence(?: of (?:success|impact))?|how (?:will we know|it will be (?:known|measured))[^:\\n]{0,40}|success criteria|kpis?|test)',
};
/** A label begins a line, or a sentence if it has a colon: "… contact. Lead: Designated Nurse. Timescale: 3 months." */
const LABEL = new RegExp(
  `(?:^|\\n)[ \\t]*(?:[•*-][ \\t]+)?(?:(?<owner>${NAMES.owner})|(?<time>${NAMES.time})|(?<measure>${NAMES.measure}))[ \\t]*(?::|[ \\t][–—-][ \\t])[ \\t]*|[.;)(][ \\t]*(?:(?<owner2>${NAMES.owner})|(?<time2>${NAMES.time})|(?<measure2>${NAMES.measure})):[ \\t]*`,
  'gi',
);

type Labelled = {
  owners: RecommendationReading['owners'];
  timescale: TimescaleReading | null;
  measure: string | null;
  spans: Span[];
};

/** Lines such as "Owner: …", "By: …", "Measure: …" under a recommendation say it plainly, and win over prose. */
export function readLabelled(text: string, options: TimescaleOptions): Labelled {
  const out: Labelled = { owners: [], timescale: null, measure: null, spans: [] };
  const labels = [...text.matchAll(LABEL)];
  labels.forEach((m, i) => {
    const from = m.index + m[0].length;
    const line = text.indexOf('\n', from);
    const to = Math.min(line < 0 ? text.length : line, labels[i + 1] ? labels[i + 1]!.index + 1 : text.length);
    // What follows a date in a sentence of its own is the recommendation again; a measure may go on for several sentences.
    const isTime = (m.groups?.['time'] ?? m.groups?.['time2']) !== undefined;
    const stop = isTime ? /[\p{L}\d)]{2}\.\s+(?=\p{Lu}\p{L}+\s+\p{L}+\s+\p{L}+)/u.exec(text.slice(from, to)) : null;
    const last = stop === null ? to : from + stop.index + 3;
    const value = text
      .slice(from, last)
      .trim()
      .replace(/[.;]$/, '')
      .replace(/^([^(]*)\)$/, '$1');
    if (value === '') return;
    out.spans.push({ start: m.index + (/^[.;)(]/.test(m[0]) ? 1 : 0), end: last });
    const { owner, owner2, time, time2, measure, measure2 } = m.groups ?? {};
    if (owner ?? owner2) out.owners.push(...readOwnerField(value));
    else if (time ?? time2) out.timescale ??= readTimescaleField(value, options);
    else if (measure ?? measure2) out.measure ??= value;
  });
  return out;
}

/** A cell or line that names owners and nothing else. Names of nobody known are kept as agencies: somebody wrote them there. */
export function readOwnerField(value: string): RecommendationReading['owners'] {
  const clean = value.trim();
  if (clean === '' || /^(?:n\/?a|none|tbc|tba|to be (?:confirmed|agreed)|-+|–|\?+)\.?$/i.test(clean)) return [];
  const actors = readActors(clean, 0);
  if (actors) return actors.map(({ text, type }) => ({ text, type: type === 'people' ? 'agency' : type }));
  const parts = clean.split(/\s*[;\n/]\s*|,\s+/).filter((p) => p !== '');
  return parts.map((part) => {
    const type = readActors(part, 0)?.[0]?.type;
    const text = part.replace(/^the\s+/i, '').replace(/[.,]$/, '');
    return { text, type: type === undefined || type === 'people' ? 'agency' : type };
  });
}

/** A cell or line that gives a timescale and nothing else: its date needs no "by" before it. */
export function readTimescaleField(value: string, options: TimescaleOptions): TimescaleReading | null {
  const text = value.trim().replace(/[.;]$/, '');
  if (text === '') return null;
  if (/^(?:with )?immediate(?:ly)?\b/i.test(text)) return { text, kind: 'immediate' };
  const found = findTimescale(text, splitSentences(text), [], [], options);
  if (found && found.kind !== 'standard') return { ...found, text };
  const lead = /^(?:end|start|beginning|mid|early|late)(?: of)?(?: the)?/i.exec(text)?.[0] ?? '';
  const due = dueOf(text.slice(lead.length), lead, options.today ?? options.publishedOn);
  if (due !== undefined) return { text, kind: 'date', due };
  if (
    /^\d+\s+(?:working )?(?:days?|weeks?|months?|years?)$|^(?:one|two|three|four|five|six|nine|twelve)\s+(?:weeks?|months?|years?)/i.test(
      text,
    )
  )
    return { text, kind: 'relative' };
  return { text, kind: found?.kind ?? 'vague' };
}
