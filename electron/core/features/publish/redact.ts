import { createMatcher, type Matcher } from '#shared/redaction/matcher.ts';
import { dayNumber } from '#shared/kernel/clock.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { contentHash } from './content-hash.ts';
import { fieldIssue, type PublishIssue } from './issues.ts';
import type { ActionsOnlyModel, FieldRef, PublicationModel, PublishedAction, PublishedItem, SpanRemedy } from './model.ts';
import {
  type FieldText,
  redactText,
  type RedactedText,
  type RedactionLogEntry,
  spanIssue,
  type TextRules,
} from './redact-text.ts';
import { type RedactedContent, type RedactedItem, renumber } from './redacted-content.ts';
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

  constructor(model: PublicationModel) {
    this.matcher = createMatcher(model.register);
    const entries = new Map(model.register.map((entry) => [entry.id, entry]));
    this.#rules = { matcher: this.matcher, entries, decisions: model.decisions, remedies: model.remedies };
  }

  content(model: ActionsOnlyModel): RedactedContent {
    const review = (field: string, label: string, text: string): RedactedText =>
      this.#text({ source: { table: 'review', id: model.reviewId, field }, number: null, label, text });
    const publication = (field: string, label: string, text: string): RedactedText =>
      this.#text({ source: { table: 'publication', id: model.publicationId, field }, number: null, label, text });
    const title = blank(model.reviewTitle)
      ? review('subject', 'The title', model.subjectPseudonym)
      : review('reviewTitle', 'The title', model.reviewTitle ?? '');
    const partnership = review('partnership', 'The partnership', model.partnership);
    const content: RedactedContent = {
      kind: model.kind,
      titleLead: blank(model.reviewTitle) && !blank(model.reviewTypeLabel) ? model.reviewTypeLabel.trim() : null,
      title,
      partnership,
      reference: blank(model.reference) ? null : review('reference', 'The reference', model.reference ?? ''),
      author: model.author && {
        name: review('author.name', 'The author', model.author.name),
        post: review('author.post', "The author's post", model.author.post),
      },
      reason: publication('reason', 'The reason', model.reason),
      publishedOn: model.publishedOn,
      audience: blank(model.audience) ? null : publication('audience', 'The audience', model.audience ?? ''),
      items: model.items.map((item) => this.#item(item, this.#labelOf(item))),
    };
    this.#required(model, content);
    this.#stale(model);
    return content;
  }

  #labelOf(item: PublishedItem | PublishedAction): string {
    return `${item.table === 'action' ? 'Action' : 'Recommendation'} ${item.number}`;
  }

  #item(item: PublishedItem | PublishedAction, label: string): RedactedItem {
    const field = (name: string, text: string): RedactedText =>
      this.#text({ source: { table: item.table, id: item.id, field: name }, number: item.number, label, text });
    const optional = (name: string, text: string | null): RedactedText | null => (blank(text) ? null : field(name, text ?? ''));
    const list = (name: string, texts: readonly string[]): RedactedText[] =>
      texts.map((text, i) => field(`${name}.${i}`, text)).filter((text) => !blank(text.text));
    const redacted: RedactedItem = {
      table: item.table,
      id: item.id,
      number: item.number,
      heading: optional('heading', item.heading),
      text: field('text', item.text),
      owners: list('owners', item.owners),
      leadAgency: optional('leadAgency', item.leadAgency),
      timescale: item.timescale && {
        asWritten: field('timescale', item.timescale.asWritten),
        due: item.timescale.due,
      },
      successMeasure: optional('successMeasure', item.successMeasure),
      assurance: list('assurance', item.assurance),
      actions: [],
      issues: [],
    };
    const where = { table: item.table, id: item.id, number: item.number, label };
    if (blank(redacted.text.text) && blank(redacted.heading?.text ?? null)) {
      this.#block(fieldIssue('emptyText', `${label} has no text.`, { ...where, field: 'text' }, 'Write its text'), redacted);
    }
    this.#missing(redacted, where);
    if (item.table === 'recommendation') redacted.actions = item.actions.map((a) => this.#item(a, this.#labelOf(a)));
    return redacted;
  }

  /** A missing owner, date or measure warns, never blocks. */
  #missing(item: RedactedItem, where: { table: string; id: string; number: string; label: string }): void {
    const warn = (code: 'noOwner' | 'noDate' | 'noMeasure', field: string, what: string, fix: string): void => {
      this.warnings.push(fieldIssue(code, `${where.label} has no ${what}. Does not block.`, { ...where, field }, fix));
      item.issues.push(-this.warnings.length);
    };
    if (item.owners.length === 0 && item.leadAgency === null) warn('noOwner', 'owners', 'owner', 'Add an owner');
    const { timescale } = item;
    if (!timescale || (blank(timescale.asWritten.text) && timescale.due === null))
      warn('noDate', 'timescale', 'date', 'Add a date');
    if (item.successMeasure === null) warn('noMeasure', 'successMeasure', 'measure', 'Add a measure');
  }

  #required(model: ActionsOnlyModel, content: RedactedContent): void {
    const publication = { table: 'publication', id: model.publicationId, number: null };
    const review = { table: 'review', id: model.reviewId, number: null };
    if (blank(content.reason.text)) {
      const message = 'The reason for not publishing the report is missing. Say why only the actions are published.';
      this.#block(
        fieldIssue('reasonMissing', message, { ...publication, field: 'reason', label: 'The reason' }, 'Write the reason'),
      );
    }
    if (content.items.length === 0) {
      const message = 'There is no action or recommendation to publish. Add or paste the actions first.';
      this.#block(fieldIssue('nothingToPublish', message, { ...publication, field: 'items', label: 'Actions' }, 'Add actions'));
    }
    if (blank(content.title.text) && content.titleLead === null) {
      const message = 'The publication has no title. A neutral title is needed; it stands in the file and its footer.';
      this.#block(fieldIssue('titleMissing', message, { ...review, field: 'reviewTitle', label: 'The title' }, 'Write a title'));
    }
    if (!isDay(model.publishedOn)) {
      const message = 'The date of publication is not a day of the calendar.';
      this.#block(
        fieldIssue('badDate', message, { ...publication, field: 'publishedOn', label: 'The date' }, 'Put the date right'),
      );
    }
    if (blank(content.partnership.text)) {
      const message = 'The partnership that publishes is not named. Does not block.';
      const where = { ...review, field: 'partnership', label: 'The partnership' };
      this.warnings.push(fieldIssue('partnershipMissing', message, where, 'Name it'));
    }
    if (!model.author || blank(content.author?.name.text ?? null)) {
      const message = 'The author is not named. Does not block.';
      this.warnings.push(
        fieldIssue('authorMissing', message, { ...review, field: 'author.name', label: 'The author' }, 'Name the author'),
      );
    }
  }

  #block(issue: PublishIssue, item?: RedactedItem): void {
    this.blocked.push(issue);
    item?.issues.push(this.blocked.length);
  }

  #text(field: FieldText): RedactedText {
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

function blank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function keyOf(source: FieldRef): string {
  return JSON.stringify([source.table, source.id, source.field]);
}

function isDay(day: string): boolean {
  try {
    return dayNumber(day) > 0;
  } catch {
    return false;
  }
}
