import type { Mention, PublishAs, RegisterEntry } from '../model/register.ts';
import { textHash } from './text-hash.ts';

/** What a person settled about one mention in one text: whose it is, or nobody's ("this May is the month"). */
export type MentionDecision = { start: number; end: number; textHash: string; entryId: string | null };

/** A replaced place, in offsets of the new text. `entryId` is null for what is undecided. */
export type AnonymisedMark = { start: number; end: number; entryId: string | null; label: string };
/** A stretch that stands in the new text as it was: from `from` to `to` before, from `start` now. */
export type KeptRun = { from: number; to: number; start: number };
export type Anonymised = { text: string; marks: AnonymisedMark[]; kept: KeptRun[] };

export type AnonymiseOptions = {
  /** "Adult B, mother" where a person is first named, "Adult B" after that. */
  roleAtFirst?: boolean;
  /** What stands where an entry is to be left out; a view shows what kind of thing it was, a publication nothing of it. */
  leftOut?: string;
  undecided?: string;
};

export const UNDECIDED = '[undecided]';
export const LEFT_OUT = '[left out]';

/** Replaces everyone on the register by the form in which they are published. Fails closed: what is not settled is hidden. */
export function anonymise(
  text: string,
  mentions: readonly Mention[],
  register: readonly RegisterEntry[] | ReadonlyMap<string, RegisterEntry>,
  decisions: readonly MentionDecision[] = [],
  options: AnonymiseOptions = {},
): Anonymised {
  if (mentions.length === 0) return { text, marks: [], kept: [{ from: 0, to: text.length, start: 0 }] };
  const entries = isMap(register) ? register : new Map(register.map((entry) => [entry.id, entry]));
  const settled = decisionsFor(text, decisions);
  const seen = new Set<string>();
  const marks: AnonymisedMark[] = [];
  const kept: KeptRun[] = [];
  let out = '';
  let at = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start < at) continue;
    const decision = settled.get(key(mention.start, mention.end));
    const id = decision === undefined ? (mention.status === 'sure' ? mention.entryIds[0] : undefined) : decision;
    if (id === null) continue;
    const entry = id === undefined ? undefined : entries.get(id);
    if (entry !== undefined && publishAs(entry) === 'realName') continue;
    const before = text.slice(at, mention.start);
    let label = entry === undefined ? (options.undecided ?? UNDECIDED) : labelOf(entry, mention, options);
    if (
      options.roleAtFirst === true &&
      entry !== undefined &&
      mention.kind === 'name' &&
      publishAs(entry) === 'pseudonym' &&
      !seen.has(entry.id)
    ) {
      if (entry.role !== undefined && entry.role !== '') label = `${label}, ${entry.role}`;
    }
    if (entry !== undefined) seen.add(entry.id);
    const fixed = joinArticle(before, label, text, mention);
    kept.push({ from: at, to: at + sharedLength(before, fixed.before), start: out.length });
    out += fixed.before;
    marks.push({ start: out.length, end: out.length + fixed.label.length, entryId: entry?.id ?? null, label: fixed.label });
    out += fixed.label;
    at = mention.end;
    // "James' coat" becomes "Adult B's coat".
    const tail = /^['’ʼ](?=\s+\p{L})/u.exec(text.slice(at, at + 4));
    if (tail !== null && /[sxz]$/iu.test(mention.text) && !/[sS\]]$/.test(fixed.label) && !openedQuote(text, mention.start)) {
      out += `${tail[0]}s`;
      at += tail[0].length;
    }
  }
  kept.push({ from: at, to: text.length, start: out.length });
  return { text: out + text.slice(at), marks, kept };
}

/** How an entry stands in an anonymised text when it is named. Nothing chosen: the pseudonym. */
export function publishedName(entry: RegisterEntry): string {
  const as = publishAs(entry);
  if (as === 'realName') return entry.realName;
  if (as === 'omit') return LEFT_OUT;
  if (as === 'role' && entry.role !== undefined && entry.role.trim() !== '') return entry.role;
  return entry.pseudonym.trim() === '' ? LEFT_OUT : entry.pseudonym;
}

function publishAs(entry: RegisterEntry): PublishAs {
  return entry.publishAs ?? 'pseudonym';
}

const KIND_WORDS: Readonly<Record<Mention['kind'], string>> = {
  name: '',
  dateOfBirth: 'date of birth',
  address: 'address',
  phone: 'telephone number',
  email: 'e-mail address',
  reference: 'reference number',
};

/** A date, number or address says whose it is, never what it is. */
function labelOf(entry: RegisterEntry, mention: Mention, options: AnonymiseOptions): string {
  const name = publishedName(entry);
  if (publishAs(entry) === 'omit') return options.leftOut ?? LEFT_OUT;
  const what = KIND_WORDS[mention.kind];
  if (what === '' || name === LEFT_OUT) return name === LEFT_OUT ? (options.leftOut ?? LEFT_OUT) : name;
  const own =
    (entry.kind === 'place' && mention.kind === 'address') || (entry.kind === 'reference' && mention.kind === 'reference');
  if (own) return name;
  return `[${what} of ${name}]`;
}

/** "a Wójcik", "the Row", "the Ms Pryce in question": no article stands before a pseudonym; "a" and "an" agree with a role. */
function joinArticle(before: string, label: string, text: string, mention: Mention): { before: string; label: string } {
  const article = /(?<!\p{L})(an?)(\s+)$/iu.exec(before);
  if (article === null || mention.kind !== 'name') return { before, label };
  const head = before.slice(0, article.index);
  const word = article[1] ?? '';
  const next = /^\s+(\p{Ll}+)/u.exec(text.slice(mention.end, mention.end + 20))?.[1];
  // "a Rowan drawing" is a drawing: the article belongs to the noun after the name, and only has to agree.
  if (next === undefined && /^(?:Adult|Child|Sibling|Infant|School|Surgery|Hospital|Address|Place|Ward)\b/.test(label))
    return { before: head, label };
  const an = /^\[?[aeiou]/i.test(label);
  const right = an ? 'an' : 'a';
  const cased = word.startsWith('A') ? right.charAt(0).toUpperCase() + right.slice(1) : right;
  return { before: `${head}${cased}${article[2] ?? ' '}`, label };
}

function sharedLength(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}

function openedQuote(text: string, start: number): boolean {
  return /['‘]$/.test(text.slice(Math.max(0, start - 1), start));
}

function decisionsFor(text: string, decisions: readonly MentionDecision[]): Map<string, string | null> {
  const settled = new Map<string, string | null>();
  if (decisions.length === 0) return settled;
  const hash = textHash(text);
  for (const d of decisions) if (d.textHash === hash) settled.set(key(d.start, d.end), d.entryId);
  return settled;
}

function key(start: number, end: number): string {
  return `${start}-${end}`;
}

function isMap(
  register: readonly RegisterEntry[] | ReadonlyMap<string, RegisterEntry>,
): register is ReadonlyMap<string, RegisterEntry> {
  return !Array.isArray(register);
}
