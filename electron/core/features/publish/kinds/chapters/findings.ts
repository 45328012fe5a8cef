import type { FindingKind } from '#shared/model/analysis.ts';
import type { Concern, FieldText, ModelBlock } from '../../model.ts';
import { blank, fieldText, type Owner } from '../field-text.ts';
import { ownHeading } from './own-heading.ts';

export type PublishedFinding = {
  id: string;
  number: string;
  kind: FindingKind;
  statement: string;
  /** What led to it and kept it going. */
  why: string;
};

const ownerOf = ({ id, number }: PublishedFinding): Owner => ({ table: 'finding', id, number, label: `Finding ${number}` });
export const statementOf = (finding: PublishedFinding): FieldText => fieldText(ownerOf(finding), 'statement', finding.statement);

export const isGoodPractice = ({ kind }: PublishedFinding): boolean => kind === 'goodPractice';

/** Each finding as a heading with its statement, and why it came about. */
export function findingBlocks(findings: readonly PublishedFinding[]): ModelBlock[] {
  const found = findings.filter((finding) => !isGoodPractice(finding));
  if (found.length === 0) return [];
  return [
    ownHeading('Findings'),
    ...found.flatMap((finding): ModelBlock[] => [
      {
        t: 'heading',
        level: 3,
        words: [{ t: 'own', text: `Finding ${finding.number}` }],
        source: { table: 'finding', id: finding.id, field: 'statement' },
        concerns: [],
        empty: noWords(finding),
      },
      { t: 'lines', text: statementOf(finding), empty: null },
      ...whyBlocks(finding),
    ]),
  ];
}

function noWords(finding: PublishedFinding): Concern {
  const owner = ownerOf(finding);
  const message = `${owner.label} has no words.`;
  return { code: 'emptyText', blocks: true, message, where: { ...owner, field: 'statement' }, fix: 'Write the finding' };
}

function whyBlocks(finding: PublishedFinding): ModelBlock[] {
  if (blank(finding.why)) return [];
  return [ownHeading('Why it came about', 4), { t: 'lines', text: fieldText(ownerOf(finding), 'why', finding.why), empty: null }];
}

/** What was done well, as a list. */
export function goodPracticeBlocks(findings: readonly PublishedFinding[]): ModelBlock[] {
  const good = findings.filter(isGoodPractice);
  return good.length === 0 ? [] : [ownHeading('Good practice'), ...good.map((finding) => listed(statementOf(finding)))];
}

export const listed = (text: FieldText): ModelBlock => ({
  t: 'listItem',
  ordered: false,
  words: [{ t: 'text', text }],
  source: text.source,
});
