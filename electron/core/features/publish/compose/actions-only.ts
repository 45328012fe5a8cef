import type { Block, DocBlocks, Inline } from '#shared/doc-blocks/blocks.ts';
import { inlineText } from '#shared/doc-blocks/text.ts';
import { isoDay, dayNumber, partsOf } from '#shared/kernel/clock.ts';
import type { RedactedContent, RedactedItem } from '../redacted-content.ts';
import type { RedactedText } from '../redact-text.ts';
import { cut, joined, lineOf, own, paragraphsOf, sourceOf, trimmed } from './runs.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** "18 November 2026": the form of a date in a publication. */
export function printedDay(day: string): string {
  try {
    const { year, month, day: d } = partsOf(dayNumber(day));
    return `${d} ${MONTHS[month - 1] ?? ''} ${year}`;
  } catch {
    return day;
  }
}

/** The actions alone: why no report, then each recommendation or action as a numbered heading. */
export function composeActionsOnly(content: RedactedContent): DocBlocks {
  const title = titleOf(content);
  const blocks: Block[] = [{ t: 'title', runs: title, source: sourceOf(content.title) }, ...subtitles(content)];
  const reason = paragraphsOf(content.reason);
  if (reason.length > 0) {
    blocks.push({ t: 'heading', level: 2, runs: [own('Why only the actions are published')] }, ...reason);
  }
  for (const item of content.items) blocks.push(...itemBlocks(item, 2));
  return { title: inlineText(title) || 'Actions only', language: 'en-GB', blocks };
}

function titleOf({ titleLead, title }: RedactedContent): Inline[] {
  const words = lineOf(title);
  if (titleLead === null) return words;
  return words.length === 0 ? [own(titleLead)] : [own(`${titleLead}: `), ...words];
}

function subtitles(content: RedactedContent): Block[] {
  const kind = [own('Actions only. '), ...sentence(content.partnership), own(`Published ${printedDay(content.publishedOn)}`)];
  const blocks: Block[] = [{ t: 'subtitle', runs: kind, source: sourceOf(content.partnership) }];
  const second: Inline[] = [];
  if (content.reference) second.push(own('Reference '), ...sentence(content.reference));
  const { author } = content;
  if (author && author.name.text.trim() !== '') {
    second.push(own('Author: '), ...lineOf(author.name));
    const post = lineOf(author.post);
    if (post.length > 0) second.push(own(', '), ...post);
  }
  const runs = trimmed(second);
  if (runs.length > 0) blocks.push({ t: 'subtitle', runs });
  if (content.audience) {
    blocks.push({ t: 'subtitle', runs: [own('For: '), ...lineOf(content.audience)], source: sourceOf(content.audience) });
  }
  return blocks;
}

/** The text as a sentence before the next: with its full stop, if it has none of its own. */
function sentence(text: RedactedText): Inline[] {
  const runs = lineOf(text);
  if (runs.length === 0) return [];
  return [...runs, own(/[.!?]$/.test(inlineText(runs)) ? ' ' : '. ')];
}

function itemBlocks(item: RedactedItem, level: 2 | 3): Block[] {
  const name = `${item.table === 'action' ? 'Action' : 'Recommendation'} ${item.number}`;
  const words = item.heading ? lineOf(item.heading) : [];
  const runs = words.length > 0 ? [own(`${name}: `), ...words] : [own(name)];
  const source = { table: item.table, id: item.id, field: item.heading ? 'heading' : 'text' };
  const heading: Block = { t: 'heading', level, runs, source };
  if (item.issues.length > 0) heading.issues = item.issues;
  const blocks: Block[] = [heading, ...paragraphsOf(item.text)];
  const line = (label: string, value: Inline[], field: string): void => {
    if (value.length === 0) return;
    blocks.push({ t: 'labelled', label, runs: value, source: { table: item.table, id: item.id, field } });
  };
  line(item.owners.length > 1 ? 'Owners' : 'Owner', joined(item.owners, '; '), 'owners');
  line('Lead agency', item.leadAgency ? lineOf(item.leadAgency) : [], 'leadAgency');
  line('By', by(item), 'timescale');
  line('Measure', item.successMeasure ? lineOf(item.successMeasure) : [], 'successMeasure');
  line('Assurance', joined(item.assurance, ', then '), 'assurance');
  for (const action of item.actions) blocks.push(...itemBlocks(action, 3));
  return blocks;
}

/** Written as figures alone, a day is printed in words; anything else stands as it was written, without a second "By". */
const FIGURES = /^\s*(?:by\s+)?\d{1,4}[./\u2010-\u2013-]\d{1,2}[./\u2010-\u2013-]\d{1,4}\s*$/i;

function by(item: RedactedItem): Inline[] {
  if (!item.timescale) return [];
  const { asWritten, due } = item.timescale;
  const text = asWritten.text;
  if (due !== null && (text.trim() === '' || (FIGURES.test(text) && asWritten.marks.length === 0)))
    return [own(dayOrText(due, text))];
  const lead = /^\s*by\s+(?=\S)/i.exec(text);
  const runs = trimmed(cut(asWritten, lead?.[0].length ?? 0, text.length));
  const first = runs[0];
  if (first && !first.kept) first.text = first.text.replace(/^\p{Ll}/u, (c) => c.toUpperCase());
  return runs;
}

function dayOrText(due: string, text: string): string {
  try {
    return printedDay(isoDay(dayNumber(due)));
  } catch {
    return text.trim();
  }
}
