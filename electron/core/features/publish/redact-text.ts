import type { Matcher } from '#shared/redaction/matcher.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import type { Mention, RegisterEntry } from '#shared/model/register.ts';
import type { FieldRef, FieldText, RegisterRule, RemedyAction, SpanDecision, SpanRemedy } from './model.ts';
import type { Fix, IssueWhere, PublishIssue } from './issues.ts';

/** A word that stays although the register's matcher knows it: settled by a person, or published by real name. */
export type KeptSpan = { start: number; end: number };
/** A place of the text that an issue is about; drawn in the preview with the issue's number. */
export type TextMark = { start: number; end: number; issue: number };
export type RedactedText = { source: FieldRef; text: string; kept: KeptSpan[]; marks: TextMark[] };

/** What was done to one span, for the redaction log; never the words themselves. */
export type RedactionLogEntry = {
  where: FieldRef & { start: number; end: number; number: string | null; label: string };
  action: RemedyAction | 'realName' | 'notOnRegister';
  entryIds: string[];
  kind: Mention['kind'];
  reason: string;
  person: string;
  at: string | null;
  /** Done by a rule, like all the others of its kind. */
  byRule?: true;
};

export type TextRules = {
  matcher: Matcher;
  entries: ReadonlyMap<string, RegisterEntry>;
  decisions: readonly SpanDecision[];
  remedies: readonly SpanRemedy[];
  /** Those of one person first. */
  rules: readonly RegisterRule[];
};
export type RedactOneResult = { redacted: RedactedText; issues: PublishIssue[]; log: RedactionLogEntry[]; used: Set<SpanRemedy> };

type Outcome = { as: 'stays' } | { as: 'out' } | { as: 'word'; replacement: string } | { as: 'issue'; issue: PublishIssue };
type Piece = { start: number; end: number; outcome: Outcome };

const KIND_WORDS: Record<Mention['kind'], string> = {
  name: 'A name',
  dateOfBirth: 'A date of birth',
  address: 'An address',
  phone: 'A telephone number',
  email: 'An e-mail address',
  reference: 'A reference number',
};

/** What would stand in the entry's place, or null where its own words say to leave it out. */
export function publishedForm(entry: RegisterEntry, kind: Mention['kind']): string | null {
  if (entry.publishAs === 'omit') return null;
  // A person's birthday, house or telephone has no pseudonym; a place's address and a number that is an entry of its own have.
  if (kind !== 'name' && entry.kind === 'person') return null;
  const words = entry.publishAs === 'role' ? (entry.role ?? entry.pseudonym) : entry.pseudonym;
  return words.trim() === '' ? null : words.trim();
}

/** Redacts one text by the settled remedies; whatever is not settled becomes an issue and stays as it is. */
export function redactText(field: FieldText, rules: TextRules): RedactOneResult {
  const hash = textHash(field.text);
  const of = <T extends SpanDecision | SpanRemedy>(list: readonly T[]): T[] => list.filter((d) => isFor(d, field.source, hash));
  const decisions = of(rules.decisions);
  const remedies = of(rules.remedies);
  const result: RedactOneResult = {
    redacted: { source: field.source, text: '', kept: [], marks: [] },
    issues: [],
    log: [],
    used: new Set(),
  };
  const pieces = rules.matcher.find(field.text).map((mention): Piece => {
    const decision = decisions.find((d) => d.start === mention.start && d.end === mention.end);
    const remedy = remedies.find((r) => r.start <= mention.start && r.end >= mention.end);
    if (remedy) result.used.add(remedy);
    const outcome = settle({ field, hash, mention, decision, remedy, rules, log: result.log });
    const span = remedy ?? mention;
    return { start: span.start, end: span.end, outcome };
  });
  // A remedy may also stand where the matcher sees nothing: a second-net find, or words a person wants out.
  for (const remedy of remedies) {
    if (result.used.has(remedy) || !fits(remedy, field.text, pieces)) continue;
    result.used.add(remedy);
    const outcome = applyRemedy({ field, hash, entryIds: [], kind: 'name', remedy, log: result.log });
    pieces.push({ start: remedy.start, end: remedy.end, outcome });
  }
  assemble(field.text, merged(pieces), result);
  return result;
}

function isFor(d: SpanDecision | SpanRemedy, source: FieldRef, hash: string): boolean {
  return d.table === source.table && d.id === source.id && d.field === source.field && d.textHash === hash;
}

function fits(remedy: SpanRemedy, text: string, pieces: readonly Piece[]): boolean {
  if (remedy.start >= remedy.end || remedy.end > text.length) return false;
  return !pieces.some((p) => p.start < remedy.end && p.end > remedy.start);
}

type Settling = {
  field: FieldText;
  hash: string;
  mention: Mention;
  decision: SpanDecision | undefined;
  remedy: SpanRemedy | undefined;
  rules: TextRules;
  log: RedactionLogEntry[];
};

function settle(s: Settling): Outcome {
  const { mention, decision, remedy } = s;
  const entryIds = decision ? (decision.entryId === null ? [] : [decision.entryId]) : mention.entryIds;
  if (remedy) return applyRemedy({ field: s.field, hash: s.hash, entryIds, kind: mention.kind, remedy, log: s.log });
  const note = (action: RedactionLogEntry['action'], reason: string): Outcome => {
    s.log.push({ where: placeOf(s.field, mention), action, entryIds, kind: mention.kind, reason, person: '', at: null });
    return { as: 'stays' };
  };
  if (decision?.entryId === null) return note('notOnRegister', 'Settled as nobody on the register.');
  const entries = entryIds.map((id) => s.rules.entries.get(id));
  // A name may be public; a birthday, a house or a number never is because of it.
  const open = mention.kind === 'name' && entries.length > 0 && entries.every((e) => e?.publishAs === 'realName');
  if (open) return note('realName', 'The register publishes this by its real name.');
  if (decision === undefined && mention.status !== 'sure') return { as: 'issue', issue: askIssue(s) };
  return byRule(s, entryIds) ?? { as: 'issue', issue: nameIssue(s, entryIds) };
}

/** What the register's rules do about a mention that is sure; null where no rule speaks of it. */
function byRule(s: Settling, entryIds: string[]): Outcome | null {
  const [entryId] = entryIds;
  const entry = entryIds.length === 1 ? s.rules.entries.get(entryId ?? '') : undefined;
  if (!entry) return null;
  for (const rule of s.rules.rules) {
    if (rule.entryId !== null && rule.entryId !== entryId) continue;
    const { action, reason, person, at } = rule;
    const replacement = action === 'pseudonym' ? publishedForm(entry, s.mention.kind) : null;
    // A birthday has no pseudonym: the rule of everyone does not reach it, and a person settles it.
    if (action === 'pseudonym' && replacement === null) continue;
    if (action === 'leaveOut' && !rule.approved) return { as: 'issue', issue: unapproved(s, entryIds) };
    s.log.push({ where: placeOf(s.field, s.mention), action, entryIds, kind: s.mention.kind, reason, person, at, byRule: true });
    return replacement === null ? { as: 'out' } : { as: 'word', replacement };
  }
  return null;
}

function unapproved(s: Settling, entryIds: string[]): PublishIssue {
  const message = `${capital(placeWords(s.field))}: a rule leaves this out, and nobody has approved it yet.`;
  return spanIssue({ ...s, entryIds, code: 'ruleNotApproved', message, span: s.mention, replacement: null, fixes: [FIX_KEEP] });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Applying = {
  field: FieldText;
  hash: string;
  entryIds: string[];
  kind: Mention['kind'];
  remedy: SpanRemedy;
  log: RedactionLogEntry[];
};

function applyRemedy(a: Applying): Outcome {
  const { remedy } = a;
  const refuse = (code: 'keepWithoutReason' | 'remedyUnusable', message: string): Outcome => ({
    as: 'issue',
    issue: spanIssue({ ...a, code, message, span: remedy, replacement: null, fixes: [FIX_LEAVE_OUT, FIX_KEEP] }),
  });
  if (remedy.action === 'keep' && remedy.reason.trim() === '') {
    return refuse('keepWithoutReason', `${a.field.label}: something is kept without a reason. Say why it may be published.`);
  }
  const replacement = remedy.replacement?.trim() ?? '';
  if (remedy.action === 'pseudonym' && replacement === '') {
    return refuse(
      'remedyUnusable',
      `${a.field.label}: there is no pseudonym to put in its place. Give the person one, or leave it out.`,
    );
  }
  const { reason, person, at, action } = remedy;
  a.log.push({ where: placeOf(a.field, remedy), action, entryIds: a.entryIds, kind: a.kind, reason, person, at });
  if (action === 'keep') return { as: 'stays' };
  return action === 'leaveOut' ? { as: 'out' } : { as: 'word', replacement };
}

const FIX_LEAVE_OUT: Fix = { action: 'leaveOut', label: 'Leave it out' };
const FIX_KEEP: Fix = { action: 'keep', label: 'Keep, and say why…' };

function nameIssue(s: Settling, entryIds: string[]): PublishIssue {
  const entry = entryIds.length === 1 ? s.rules.entries.get(entryIds[0] ?? '') : undefined;
  const replacement = entry ? publishedForm(entry, s.mention.kind) : null;
  const fixes: Fix[] = [FIX_LEAVE_OUT, FIX_KEEP];
  if (replacement) fixes.unshift({ action: 'pseudonym', replacement, label: `Replace with “${replacement}”` });
  const known =
    entry && entry.pseudonym.trim() !== '' ? ` On the register as ${entry.pseudonym.trim()}.` : ' It is on the register.';
  const message = `${KIND_WORDS[s.mention.kind]} is still in ${placeWords(s.field)}.${known}`;
  return spanIssue({ ...s, entryIds, code: 'nameInText', message, span: s.mention, replacement, fixes });
}

function askIssue(s: Settling): PublishIssue {
  const fixes: Fix[] = s.mention.entryIds.map((entryId) => ({
    action: 'decide',
    entryId,
    label: `It is ${s.rules.entries.get(entryId)?.pseudonym.trim() || 'on the register'}`,
  }));
  fixes.push({ action: 'decide', entryId: null, label: 'It is nobody on the register' }, FIX_LEAVE_OUT);
  const message = `A word in ${placeWords(s.field)} may be someone on the register. Say who it is, or that it is nobody.`;
  return spanIssue({
    ...s,
    entryIds: s.mention.entryIds,
    code: 'undecidedMention',
    message,
    span: s.mention,
    replacement: null,
    fixes,
  });
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  heading: 'the heading of ',
  owners: 'the owner of ',
  leadAgency: 'the lead agency of ',
  timescale: 'the date of ',
  successMeasure: 'the measure of ',
  assurance: 'the assurance of ',
};

/** "Action 2", "the owner of Action 2", "the reason": where a reader looks. */
function placeWords({ source, number, label }: FieldText): string {
  if (number === null) return label.charAt(0).toLowerCase() + label.slice(1);
  return `${FIELD_WORDS[source.field.split('.')[0] ?? ''] ?? ''}${label}`;
}

type SpanIssue = Pick<PublishIssue, 'code' | 'message' | 'entryIds' | 'replacement' | 'fixes'> & {
  field: FieldText;
  hash: string;
  span: { start: number; end: number };
};
/** An issue about a span of a field's text. The message never holds the words: they are in `words`. */
export function spanIssue(i: SpanIssue): PublishIssue {
  const where: IssueWhere = placeOf(i.field, i.span);
  const words = i.field.text.slice(i.span.start, i.span.end);
  const { code, message, entryIds, replacement, fixes } = i;
  return { code, message, where, words, textHash: i.hash, entryIds, replacement, fixes };
}

function placeOf(
  field: FieldText,
  span: { start: number; end: number },
): FieldRef & { start: number; end: number; number: string | null; label: string } {
  return { ...field.source, start: span.start, end: span.end, number: field.number, label: field.label };
}

/** In order; pieces of one wider remedy become one. */
function merged(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || piece.start >= last.end) out.push(piece);
    else if (piece.start !== last.start || piece.end !== last.end) last.outcome = widest(last, piece);
  }
  return out;
}

/** Two spans that cross cannot both be honoured: the one that still asks wins, so that nothing slips through. */
function widest(a: Piece, b: Piece): Outcome {
  if (a.outcome.as === 'issue' || b.outcome.as !== 'issue') return a.outcome;
  return b.outcome;
}

function assemble(text: string, pieces: readonly Piece[], result: RedactOneResult): void {
  const { redacted, issues } = result;
  let at = 0;
  for (const { start, end, outcome } of pieces) {
    redacted.text += text.slice(at, start);
    at = end;
    const from = redacted.text.length;
    if (outcome.as === 'out') at = leaveOut(redacted, text, end);
    else redacted.text += outcome.as === 'word' ? outcome.replacement : text.slice(start, end);
    const to = redacted.text.length;
    if (outcome.as === 'stays') redacted.kept.push({ start: from, end: to });
    if (outcome.as === 'issue') {
      issues.push(outcome.issue);
      redacted.marks.push({ start: from, end: to, issue: issues.length - 1 });
    }
  }
  redacted.text += text.slice(at);
}

/** Takes a possessive tail and the doubled space along with the word; returns where the text goes on. */
function leaveOut(redacted: RedactedText, text: string, end: number): number {
  const tail = /^['’ʼ]s?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 4));
  let at = end + (tail?.[0].length ?? 0);
  const before = redacted.text;
  const next = text[at];
  if ((before === '' || /\s$/.test(before)) && next !== undefined && /[ \u00a0]/.test(next)) at += 1;
  else if (/[ \u00a0]$/.test(before) && (next === undefined || /[.,;:!?)\]]/.test(next))) redacted.text = before.slice(0, -1);
  return at;
}
