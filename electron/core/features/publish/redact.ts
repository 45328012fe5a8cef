import { createMatcher, type Matcher } from '#shared/redaction/matcher.ts';
import { assertNever } from '#shared/kernel/assert.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { contentHash } from './content-hash.ts';
import { frameConcerns } from './frame-concerns.ts';
import { fieldIssue, issueCode, type PublishIssue } from './issues.ts';
import type { Concern, FieldRef, FieldText, ModelBlock, ModelWords, PublicationModel, SpanRemedy } from './model.ts';
import { redactText, type RedactedText, type RedactionLogEntry, spanIssue, type TextRules } from './redact-text.ts';
import { type RedactedBlock, type RedactedContent, type RedactedWords, renumber, textsOfBlock } from './redacted-content.ts';
import { personalIn } from './second-look.ts';

declare const brand: unique symbol;
/** Content with every rule applied and nothing left open. Only `redact` makes one; `compose` accepts nothing else. */
export type Redacted = { readonly [brand]: 'Redacted'; readonly content: RedactedContent; readonly modelHash: string };
const made = new WeakSet<object>();

export function isRedacted(value: unknown): value is Redacted {
  return typeof value === 'object' && value !== null && made.has(value);
}

export type RedactResult = {
  /** Null while anything blocks. */
  redacted: Redacted | null;
  /** The same content with what is open still in it, for the preview alone. */
  draft: RedactedContent;
  blocked: PublishIssue[];
  warnings: PublishIssue[];
  log: RedactionLogEntry[];
  modelHash: string;
  matcher: Matcher;
};

/** Applies the settled remedies to every text that would be published, and says what still blocks. */
export function redact(model: PublicationModel): RedactResult {
  const walk = new RedactionWalk(model);
  const draft = walk.content(model);
  const modelHash = contentHash(draft);
  const { blocked, warnings, log } = walk;
  renumber(draft, blocked.length);
  let redacted: Redacted | null = null;
  if (blocked.length === 0) {
    redacted = Object.freeze({ content: draft, modelHash }) as Redacted;
    made.add(redacted);
  }
  return { redacted, draft, blocked, warnings, log, modelHash, matcher: walk.matcher };
}

/** Characters that XML cannot carry, and those that turn the reading order round so that a text shows what it does not say. */
const NOT_PLAIN =
  /[\u0000-\u0008\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;

class RedactionWalk {
  readonly blocked: PublishIssue[] = [];
  readonly warnings: PublishIssue[] = [];
  readonly log: RedactionLogEntry[] = [];
  readonly matcher: Matcher;
  readonly #rules: TextRules;
  readonly #used = new Set<SpanRemedy>();
  readonly #seen = new Set<string>();
  readonly #done = new Map<string, RedactedText>();

  constructor(model: PublicationModel) {
    this.matcher = createMatcher(model.register);
    const entries = new Map(model.register.map((entry) => [entry.id, entry]));
    this.#rules = { matcher: this.matcher, entries, decisions: model.decisions, remedies: model.remedies, rules: model.rules };
  }

  content(model: PublicationModel): RedactedContent {
    const optional = (field: FieldText | null): RedactedText | null => field && this.#text(field);
    const content: RedactedContent = {
      kind: model.kind,
      kindLabel: model.kindLabel,
      titleLead: model.titleLead,
      title: this.#text(model.title),
      partnership: this.#text(model.partnership),
      reference: optional(model.reference),
      author: model.author && { name: this.#text(model.author.name), post: this.#text(model.author.post) },
      publishedOn: model.publishedOn,
      audience: optional(model.audience),
      body: this.#body(model.body),
    };
    for (const concern of [...model.concerns, ...frameConcerns(model, content)]) this.#raise(concern);
    this.#stale(model);
    return content;
  }

  #body(blocks: readonly ModelBlock[]): RedactedBlock[] {
    const body: RedactedBlock[] = [];
    /** The heading that still waits for words of its own section. */
    let waiting: { concern: Concern; heading: HeadingBlock; said: boolean } | null = null;
    const settle = (): void => {
      if (waiting && !waiting.said) this.#raise(waiting.concern, waiting.heading);
      waiting = null;
    };
    for (const block of blocks) {
      if (block.t === 'heading') settle();
      const redacted = this.#blockOf(block);
      body.push(redacted);
      if (block.t === 'heading' && redacted.t === 'heading') {
        for (const concern of block.concerns) this.#raise(concern, redacted);
        if (block.empty) waiting = { concern: block.empty, heading: redacted, said: says(redacted) };
      } else if (waiting && (redacted.t === 'lines' || redacted.t === 'paragraph')) {
        waiting.said ||= says(redacted);
      }
      if (block.t === 'lines' && block.empty && !says(redacted)) this.#raise(block.empty);
    }
    settle();
    return body;
  }

  #blockOf(block: ModelBlock): RedactedBlock {
    switch (block.t) {
      case 'heading': {
        const { concerns: _concerns, empty: _empty, ...rest } = block;
        return { ...rest, words: this.#words(block.words), issues: [] };
      }
      case 'lines':
        return { t: 'lines', text: this.#text(block.text) };
      case 'paragraph':
      case 'labelled':
      case 'listItem':
        return { ...block, words: this.#words(block.words) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => this.#words(cell))) };
      default:
        return assertNever(block);
    }
  }

  #words(words: readonly ModelWords[]): RedactedWords[] {
    return words.map((word): RedactedWords => {
      if (word.t === 'own') return word;
      if (word.t === 'list') return { ...word, items: word.items.map((item) => this.#text(item)) };
      return { ...word, text: this.#text(word.text) };
    });
  }

  #raise(concern: Concern, heading?: HeadingBlock): void {
    const issue = fieldIssue(issueCode(concern.code), concern.message, concern.where, concern.fix);
    if (concern.blocks) {
      this.#block(issue);
      heading?.issues.push(this.blocked.length);
    } else {
      this.warnings.push(issue);
      heading?.issues.push(-this.warnings.length);
    }
  }

  #block(issue: PublishIssue): void {
    this.blocked.push(issue);
  }

  /** A text that is printed in many places, as an agency's name, is settled once and for all of them. */
  #text(field: FieldText): RedactedText {
    const key = `${keyOf(field.source)} ${field.text}`;
    const known = this.#done.get(key);
    const redacted = known ?? this.#first(field);
    this.#done.set(key, redacted);
    return known ? { ...known, kept: known.kept.map((k) => ({ ...k })), marks: known.marks.map((m) => ({ ...m })) } : redacted;
  }

  #first(field: FieldText): RedactedText {
    this.#seen.add(keyOf(field.source));
    const { redacted, issues, log, used } = redactText(field, this.#rules);
    const before = this.blocked.length;
    for (const mark of redacted.marks) mark.issue += before + 1;
    this.blocked.push(...issues);
    this.log.push(...log);
    for (const remedy of used) this.#used.add(remedy);
    this.#plain(field, redacted);
    this.#again(field, redacted);
    this.#secondNet(field, redacted);
    return redacted;
  }

  #plain(field: FieldText, redacted: RedactedText): void {
    const bad = NOT_PLAIN.exec(redacted.text);
    if (!bad) return;
    const message = `${field.label} holds a character that cannot be printed or that hides the reading order. Type that place again.`;
    this.#block(
      fieldIssue('notPlainText', message, { ...field.source, number: field.number, label: field.label }, 'Open the text'),
    );
  }

  /** What a remedy leaves behind may itself read as a name, alone or with its neighbours: look once more. */
  #again(field: FieldText, redacted: RedactedText): void {
    for (const mention of this.matcher.find(redacted.text)) {
      if (redacted.marks.some((m) => m.start < mention.end && m.end > mention.start)) continue;
      if (isExplained(mention, redacted, this.#rules)) continue;
      const message = `${field.label} still reads as someone on the register after what was left out or replaced. Look at the place again.`;
      const span = { start: 0, end: field.text.length };
      const issue = spanIssue({
        field,
        hash: textHash(field.text),
        code: 'nameInText',
        message,
        entryIds: mention.entryIds,
        span,
        replacement: null,
        fixes: [{ action: 'edit', label: 'Open the text' }],
      });
      this.blocked.push({ ...issue, words: redacted.text.slice(mention.start, mention.end) });
      redacted.marks.push({ start: mention.start, end: mention.end, issue: this.blocked.length });
    }
    redacted.marks.sort((a, b) => a.start - b.start);
  }

  #secondNet(field: FieldText, redacted: RedactedText): void {
    for (const found of personalIn(redacted.text, [...redacted.marks, ...redacted.kept])) {
      // The author signs with a name: that is what the field is for.
      if (found.kind === 'person' && field.source.field === 'author.name') continue;
      const at = field.text.indexOf(redacted.text.slice(found.start, found.end));
      if (at < 0) continue;
      const span = { start: at, end: at + found.end - found.start };
      const message = `${field.label} has what looks like ${found.what} that is not on the register. Does not block.`;
      this.warnings.push(
        spanIssue({
          field,
          hash: textHash(field.text),
          code: 'maybePersonal',
          message,
          entryIds: [],
          span,
          replacement: null,
          fixes: [
            { action: 'leaveOut', label: 'Leave it out' },
            { action: 'keep', label: 'Keep, and say why…' },
          ],
        }),
      );
      redacted.marks.push({ start: found.start, end: found.end, issue: -this.warnings.length });
    }
    redacted.marks.sort((a, b) => a.start - b.start);
  }

  /** A remedy quotes the text that it was made for; once that text has changed it does nothing, and that is said. */
  #stale(model: PublicationModel): void {
    for (const remedy of model.remedies) {
      if (this.#used.has(remedy) || !this.#seen.has(keyOf(remedy))) continue;
      const { table, id, field } = remedy;
      const message = 'Something was settled for a text that has changed since, so it no longer counts. Does not block.';
      this.warnings.push(
        fieldIssue('staleRemedy', message, { table, id, field, number: null, label: 'Settled earlier' }, 'Open the text'),
      );
    }
  }
}

/** A mention that may stay: within a word settled to stay, or a name that the register itself makes public. */
export function isExplained(
  mention: { start: number; end: number; kind: string; entryIds: readonly string[] },
  redacted: Pick<RedactedText, 'kept'>,
  rules: Pick<TextRules, 'entries'>,
): boolean {
  if (redacted.kept.some((k) => k.start <= mention.start && k.end >= mention.end)) return true;
  return mention.kind === 'name' && mention.entryIds.every((id) => rules.entries.get(id)?.publishAs === 'realName');
}

type HeadingBlock = Extract<RedactedBlock, { t: 'heading' }>;

/** Whether anything that somebody wrote is left to read in it. */
function says(block: RedactedBlock): boolean {
  return textsOfBlock(block).some((text) => text.text.trim() !== '');
}

function keyOf(source: FieldRef): string {
  return JSON.stringify([source.table, source.id, source.field]);
}
