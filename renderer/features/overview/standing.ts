import type { OutputOf } from '#shared/contract/index.ts';
import type { Place, RouteParams } from '#renderer/data/route.ts';
import { count, counted, dayLabel } from '#renderer/ui/date-text.tsx';

type Overview = OutputOf<'review.overview'>;
export type Waiting = { words: string; place: Place; params?: RouteParams };
export type Step = { name: string; place: Place; there: string; waits: Waiting[] };

/** Where the review stands, place by place: what is there, and what waits. */
export function stepsOf(view: Overview): Step[] {
  const period =
    view.firstDay && view.lastDay
      ? `, ${dayLabel(view.firstDay, { weekday: false })} to ${dayLabel(view.lastDay, { weekday: false })}`
      : '';
  return [
    {
      name: 'Returns',
      place: 'returns',
      there:
        view.returns === 0
          ? 'None in yet'
          : `${count(view.returns)} in, from ${counted(view.agencies.length, 'agency', 'agencies')}`,
      waits: some(view.returnProblems, (n) => `${counted(n, 'problem')} in the files`, 'returns'),
    },
    {
      name: 'Chronology',
      place: 'chronology',
      there: view.entries === 0 ? 'No entry yet' : `${counted(view.entries, 'entry', 'entries')}${period}`,
      waits: [
        ...some(view.entriesWithProblems, (n) => `${counted(n, 'entry', 'entries')} with a problem`, 'chronology', {
          problems: '1',
        }),
        ...some(view.untagged, (n) => `${count(n)} without a theme`, 'chronology', { untagged: '1' }),
      ],
    },
    {
      name: 'People',
      place: 'people',
      there: view.people === 0 ? 'Nobody on the register yet' : `${count(view.people)} on the register`,
      waits: some(view.toSettle ?? 0, (n) => `${counted(n, 'mention')} to settle`, 'people'),
    },
    {
      name: 'Findings',
      place: 'analysis',
      there: view.findings === 0 ? 'None yet' : counted(view.findings, 'finding'),
      waits: some(view.findingsWithoutRecommendation, (n) => `${count(n)} without a recommendation`, 'analysis'),
    },
    {
      name: 'Recommendations',
      place: 'recommendations',
      there: view.recommendations === 0 ? 'None yet' : counted(view.recommendations, 'recommendation'),
      waits: some(view.recommendationsWithoutFinding, (n) => `${count(n)} without a finding`, 'recommendations'),
    },
    {
      name: 'Actions',
      place: 'actions',
      there: view.actions === 0 ? 'None yet' : counted(view.actions, 'action'),
      waits: some(view.actionsWithoutDate, (n) => `${count(n)} without a date`, 'actions'),
    },
    {
      name: 'Publications',
      place: 'publish',
      there: view.publications === 0 ? 'None made' : `${count(view.publications)} made`,
      waits: [],
    },
  ];
}

function some(n: number, words: (n: number) => string, place: Place, params?: RouteParams): Waiting[] {
  return n > 0 ? [{ words: words(n), place, ...(params ? { params } : {}) }] : [];
}

/** What comes next, as the way goes: returns, people, themes, findings, recommendations, publication. */
export function nextOf(view: Overview): Waiting {
  if (view.entries === 0 && view.actions === 0) return { words: 'Put in the first return', place: 'returns' };
  if (view.people === 0) return { words: 'Put the family on the register', place: 'people' };
  if (view.toSettle) return { words: `Settle ${counted(view.toSettle, 'mention')}`, place: 'people' };
  if (view.entries > 0 && view.untagged === view.entries) return { words: 'Tag the first themes', place: 'chronology' };
  if (view.findings === 0 && view.entries > 0) return { words: 'Write the first finding', place: 'analysis' };
  if (view.findingsWithoutRecommendation > 0) {
    return { words: `Answer ${counted(view.findingsWithoutRecommendation, 'finding')}`, place: 'recommendations' };
  }
  if (view.publications === 0 && view.actions + view.recommendations > 0) {
    return { words: 'Publish actions only…', place: 'publish' };
  }
  return { words: 'Read the chronology', place: 'chronology' };
}
