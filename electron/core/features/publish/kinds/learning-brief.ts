import type { ModelBlock, PublicationModel } from '../model.ts';
import { goodPracticeBlocks, isGoodPractice, listed, statementOf } from './chapters/findings.ts';
import { ownHeading } from './chapters/own-heading.ts';
import { summaryBlocks } from './chapters/summary.ts';
import { fieldText, written, writtenList } from './field-text.ts';
import { framed, nothing } from './frame.ts';
import { ownerOf, type PublishedItem } from './items.ts';
import type { ReportFacts } from './report.ts';

/** One or two pages for practitioners: what happened, what was learned, what will change. */
export function learningBrief(facts: ReportFacts): PublicationModel {
  const learned = facts.findings.filter((finding) => !isGoodPractice(finding));
  const chapter = (heading: string, items: ModelBlock[]): ModelBlock[] =>
    items.length === 0 ? [] : [ownHeading(heading), ...items];
  const body = [
    ...summaryBlocks(facts, 'learningBrief', facts.summary, 'What happened'),
    ...chapter(
      'What was learned',
      learned.map((finding) => listed(statementOf(finding))),
    ),
    ...goodPracticeBlocks(facts.findings),
    ...chapter('What will change', facts.items.map(changeOf)),
  ];
  const none = nothing(facts, 'The brief', 'There is no finding and no recommendation to learn from.', 'Write the findings');
  return framed(facts, 'learningBrief', {
    body,
    concerns: facts.findings.length === 0 && facts.items.length === 0 ? [none] : [],
  });
}

/** A recommendation in a line: its heading, or its text where it has none, and who acts. */
function changeOf(item: PublishedItem): ModelBlock {
  const owner = ownerOf(item);
  const text = written(owner, 'heading', item.heading) ?? fieldText(owner, 'text', item.text);
  return {
    t: 'listItem',
    ordered: false,
    words: [
      { t: 'text', text },
      { t: 'list', lead: ' (', items: writtenList(owner, 'owners', item.owners), by: '; ', sentence: false, end: ')' },
    ],
    source: text.source,
  };
}
