import type { Block, Inline } from '#shared/doc-blocks/blocks.ts';
import type { RedactedContent } from '../redacted-content.ts';
import { inlines } from './inlines.ts';
import { printedDay } from './printed-day.ts';
import { lineOf, own, sourceOf, trimmed } from './runs.ts';

/** Title, what this is and who publishes it when, the reference and author, and whom it is for. */
export function titlePage(content: RedactedContent): { title: Inline[]; blocks: Block[] } {
  const title = titleOf(content);
  const { partnership, reference, author, audience } = content;
  const first = inlines([
    { t: 'own', text: `${content.kindLabel}. ` },
    { t: 'list', lead: '', items: [partnership], by: '', sentence: true },
    { t: 'own', text: `Published ${printedDay(content.publishedOn)}` },
  ]);
  const blocks: Block[] = [
    { t: 'title', runs: title, source: sourceOf(content.title) },
    { t: 'subtitle', runs: first, source: sourceOf(partnership) },
  ];
  const second = trimmed(
    inlines([
      { t: 'list', lead: 'Reference ', items: reference ? [reference] : [], by: '', sentence: true },
      {
        t: 'list',
        lead: 'Author: ',
        items: author && says(author.name) ? [author.name, author.post] : [],
        by: ', ',
        sentence: false,
      },
    ]),
  );
  if (second.length > 0) blocks.push({ t: 'subtitle', runs: second });
  if (audience) blocks.push({ t: 'subtitle', runs: [own('For: '), ...lineOf(audience)], source: sourceOf(audience) });
  return { title, blocks };
}

const says = ({ text }: { text: string }): boolean => text.trim() !== '';

function titleOf({ titleLead, title }: RedactedContent): Inline[] {
  const words = lineOf(title);
  if (titleLead === null) return words;
  return words.length === 0 ? [own(titleLead)] : [own(`${titleLead}: `), ...words];
}
