import type { Concern, ModelBlock, PublicationModel } from '../model.ts';
import { aboutReviewBlocks, type ReviewFacts } from './chapters/about-review.ts';
import { entryBlocks, type PublishedEntry } from './chapters/entries.ts';
import { findingBlocks, goodPracticeBlocks, type PublishedFinding } from './chapters/findings.ts';
import { ownHeading } from './chapters/own-heading.ts';
import { recommendationBlocks } from './chapters/plan.ts';
import { summaryBlocks } from './chapters/summary.ts';
import { blank } from './field-text.ts';
import { framed, type Frame, nothing, publicationOwner } from './frame.ts';
import type { PublishedItem } from './items.ts';

export type ReportFacts = Frame & {
  summary: string;
  review: ReviewFacts;
  findings: PublishedFinding[];
  items: PublishedItem[];
};

/** The whole report, with the chronology as its appendix. */
export function fullReport(facts: ReportFacts & { entries: PublishedEntry[] }): PublicationModel {
  const appendix: ModelBlock[] =
    facts.entries.length === 0 ? [] : [ownHeading('Appendix: chronology'), ...entryBlocks(facts.entries, 3)];
  const concerns = [...noReport(facts), ...lacks(facts)];
  return framed(facts, 'full', { body: [...chapters(facts, 'full'), ...appendix], concerns });
}

export function executiveSummary(facts: ReportFacts): PublicationModel {
  return framed(facts, 'executiveSummary', { body: chapters(facts, 'executiveSummary'), concerns: noReport(facts) });
}

function chapters(facts: ReportFacts, kind: 'full' | 'executiveSummary'): ModelBlock[] {
  return [
    ...aboutReviewBlocks(facts.review),
    ...summaryBlocks(facts, kind, facts.summary, 'What happened'),
    ...findingBlocks(facts.findings),
    ...goodPracticeBlocks(facts.findings),
    ...recommendationBlocks(facts.items),
  ];
}

function noReport(facts: ReportFacts): Concern[] {
  if (facts.findings.length > 0 || facts.items.length > 0) return [];
  return [nothing(facts, 'The report', 'There is no finding and no recommendation to publish.', 'Write the findings')];
}

/** What the report of a review has to hold (SI 2018/789, regulation 15: to be checked against its text). */
function lacks(facts: ReportFacts): Concern[] {
  const where = { ...publicationOwner(facts, 'The report'), field: 'items' };
  const warn = (code: string, message: string, fix: string): Concern => ({ code, blocks: false, message, where, fix });
  const out: Concern[] = [];
  if (facts.items.length === 0)
    out.push(warn('lacksImprovements', 'The report recommends no improvement. Does not block.', 'Write recommendations'));
  if (facts.findings.every((finding) => blank(finding.why)))
    out.push(
      warn(
        'lacksReasons',
        'No finding says why: the systemic or underlying reasons are missing. Does not block.',
        'Write the reasons',
      ),
    );
  return out;
}
