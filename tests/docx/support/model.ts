import { actionsOnly, type ActionsOnlyFacts } from '#core/features/publish/kinds/actions-only.ts';
import type { PublishedAction, PublishedRecommendation } from '#core/features/publish/kinds/items.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import type { PublishIssue } from '#core/features/publish/issues.ts';
import { REGISTER } from './register.ts';

export const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const plan = {
  owners: ['Director of Nursing'],
  leadAgency: null,
  timescale: { asWritten: '31.03.27', due: '2027-03-31' },
  successMeasure: '95% of visit records in the quarterly audit',
  assurance: ['Learning Group', 'Executive'],
};
export function action(n: number, change: Partial<PublishedAction> = {}): PublishedAction {
  return {
    table: 'action',
    id: id(n),
    number: String(n),
    heading: null,
    text: `Each service does what step ${n} says.`,
    ...plan,
    status: 'notStarted',
    ...change,
  };
}
export function recommendation(
  n: number,
  actions: PublishedAction[],
  change: Partial<PublishedRecommendation> = {},
): PublishedRecommendation {
  const { table: _table, status: _status, ...rest } = action(n);
  return { table: 'recommendation', ...rest, id: id(100 + n), heading: 'Seeing the child', ...change, actions };
}
export function facts(change: Partial<ActionsOnlyFacts> = {}): ActionsOnlyFacts {
  return {
    reviewId: 'review',
    publicationId: 'publication',
    partnership: 'Ostermere Safeguarding Children Partnership',
    reviewTitle: null,
    reviewTypeLabel: 'Local child safeguarding practice review',
    reference: 'LCSPR 2026/01',
    subjectPseudonym: 'Child T',
    author: { name: 'Nadia Fenwick-Osei', post: 'independent reviewer' },
    reason: 'Criminal proceedings have not ended. The actions are published now, so that they can be followed.',
    publishedOn: '2026-11-18',
    audience: null,
    items: [action(1), action(2)],
    register: [...REGISTER],
    decisions: [],
    remedies: [],
    rules: [],
    ...change,
  };
}

/** A publication of the actions alone, as it comes out of a review. */
export const model = (change: Partial<ActionsOnlyFacts> = {}): PublicationModel => actionsOnly(facts(change));

/** What a person would do about an issue, as the rows that the window writes. */
export function settle(
  on: PublicationModel,
  issue: PublishIssue,
  how: 'pseudonym' | 'leaveOut' | 'keep' | 'nobody' | 'who',
): PublicationModel {
  const { table, id: row, field, start, end } = issue.where;
  const span = { table, id: row, field, textHash: issue.textHash ?? '', start: start ?? 0, end: end ?? 0 };
  if (how === 'nobody' || how === 'who') {
    const entryId = how === 'nobody' ? null : (issue.entryIds[0] ?? null);
    return { ...on, decisions: [...on.decisions, { ...span, entryId }] };
  }
  const replacement = how === 'pseudonym' && issue.replacement !== null ? { replacement: issue.replacement } : {};
  const why = { reason: 'Names nobody needs to know.', person: 'Colin Trewartha', at: '2026-11-17T09:00:00Z' };
  return { ...on, remedies: [...on.remedies, { ...span, action: how, ...replacement, ...why }] };
}

/** A review of every shape: a recommendation with actions, bare actions, lists, several paragraphs, odd characters. */
export function richModel(): PublicationModel {
  return model({
    audience: 'Safeguarding partners',
    items: [
      recommendation(1, [
        action(2, {
          number: '1.1',
          heading: 'Visit records',
          text: 'First paragraph.\n\nSecond, with a list:\n• one\n•\ttwo\nand after it.',
        }),
        action(3, {
          number: '1.2',
          timescale: { asWritten: 'by the end of the autumn term', due: null },
          owners: ['Head of Service', 'Named GP'],
        }),
      ]),
      action(4, {
        number: '2',
        heading: 'Quotes & <tags>',
        text: 'O’Brien\'s "rule" of 5 < 6 && 7 > 3; 50 %\u00a0each; naïve café; 日本; 👩‍👧.',
        owners: [],
        leadAgency: 'Ostermere Hospitals Trust',
        timescale: null,
        successMeasure: null,
        assurance: [],
      }),
      action(5, {
        number: '3',
        heading: 'After publication',
        timescale: { asWritten: 'within three months of publication', due: '2027-02-18' },
      }),
    ],
  });
}
