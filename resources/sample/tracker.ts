import { SAMPLE_REVIEW } from './review-facts.ts';
import type { AgencyCode } from './returns/sample-return.ts';

export type SampleStep = {
  readonly agency: AgencyCode;
  readonly kind: 'reminded' | 'received' | 'queried' | 'accepted';
  readonly on: string;
  readonly due: string | null;
  readonly note: string;
};

/** How the returns were asked for; that a file came is told by the file itself. */
export const SAMPLE_ASKING = {
  on: '2026-01-12',
  due: SAMPLE_REVIEW.returnsDue,
  note: `Sent with the template, the questions of the review and the list of names to search for.`,
  contacts: {
    SC: `Head of Quality Assurance`,
    PO: `Review Team, Public Protection`,
    AH: `Deputy to the Named Nurse`,
    GP: `Practice manager`,
    HV: `Head of 0–19 Services`,
    ED: `Education Safeguarding Lead`,
    HG: `Business support, Tenancies and Neighbourhoods`,
  } satisfies Record<AgencyCode, string>,
} as const;

const step = (agency: AgencyCode, kind: SampleStep['kind'], on: string, note: string, due: string | null = null): SampleStep => ({
  agency,
  kind,
  on,
  due,
  note,
});

export const SAMPLE_STEPS: readonly SampleStep[] = [
  step('GP', 'accepted', '2026-03-16', ``),
  step('PO', 'accepted', '2026-03-16', `The hidden row and the date typed month first were settled by telephone.`),
  step('ED', 'accepted', '2026-03-16', `One row stands twice; the sender knows and leaves it.`),
  step('AH', 'queried', '2026-03-20', `A weekday and a date in February 2025 do not agree. Which is right?`, '2026-04-10'),
  step('AH', 'received', '2026-04-08', `By e-mail: the clinic list was looked up, and the figures are right.`),
  step('AH', 'accepted', '2026-04-09', ``),
  step(
    'SC',
    'queried',
    '2026-03-20',
    `Three days differ from what others wrote, one row stands twice, and seven weeks in spring 2025 have no entry. Asked to search supervision records and diaries.`,
    '2026-04-30',
  ),
  step('SC', 'reminded', '2026-05-14', `Second reminder copied to the Principal Social Worker.`, '2026-06-12'),
  step('SC', 'accepted', '2026-06-25', `The seven weeks stay without an entry; carried as a gap that nobody has explained.`),
  step(
    'HV',
    'queried',
    '2026-03-20',
    `Speech therapy was in the school all autumn term and the return is silent about it.`,
    '2026-05-29',
  ),
  step('HV', 'reminded', '2026-06-01', `The notes are found. They are to be typed as they stand.`, '2026-06-19'),
  step('HV', 'accepted', '2026-07-02', ``),
  step(
    'HG',
    'queried',
    '2026-05-28',
    `Nothing held under the child’s name. Asked to search by the address of the tenancy, at the request of the review panel.`,
    '2026-06-19',
  ),
  step('HG', 'reminded', '2026-06-22', `Overdue. Spoke to the Head of Tenancies, who has taken it on.`, '2026-07-03'),
  step('HG', 'accepted', '2026-07-16', `Late, and worth the wait.`),
];
