import type { AgencyCode } from './returns/sample-return.ts';

export type SampleGap = {
  readonly key: 'G1' | 'G2' | 'G3' | 'G4';
  /** null: every agency; such a stretch is stated by a person, since no rule finds it. */
  readonly agency: AgencyCode | null;
  readonly from: string;
  readonly to: string;
  readonly explanation: 'noContact' | 'elsewhere' | 'holiday' | 'notExplained';
  readonly note: string;
  /** Said of the first version of the return, whose successor then filled the stretch. */
  readonly beforeLaterVersions?: true;
};

export const SAMPLE_GAPS: readonly SampleGap[] = [
  {
    key: 'G1',
    agency: null,
    from: '2024-06-12',
    to: '2024-09-02',
    explanation: 'noContact',
    note: `Eighty-three days in which no professional saw Child V. A card through a door, a call about the house, letters and a discharge stand in these weeks; each was somebody’s work, and in none was he in the room.`,
  },
  {
    key: 'G2',
    agency: 'HV',
    from: '2024-10-01',
    to: '2025-01-14',
    explanation: 'elsewhere',
    note: `Not silence: the therapist was in school through the term and wrote on paper. The service is looking for the folder.`,
    beforeLaterVersions: true,
  },
  {
    key: 'G3',
    agency: 'ED',
    from: '2025-07-23',
    to: '2025-09-02',
    explanation: 'holiday',
    note: `School was closed. For Child V it was also six weeks away from the people he talked to.`,
  },
  {
    key: 'G4',
    agency: 'SC',
    from: '2025-04-12',
    to: '2025-06-01',
    explanation: 'notExplained',
    note: `A plan was open and had no named worker. The team manager believes that visits were made. No diary, mileage claim or message has been found, in either version of the return.`,
  },
];

export type SamplePeriod = {
  readonly kind: 'background' | 'exception';
  readonly agency: AgencyCode | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

export const SAMPLE_PERIODS: readonly SamplePeriod[] = [
  {
    kind: 'background',
    agency: null,
    from: '2013-09-01',
    to: '2024-02-29',
    reason: `From the birth of Sibling W: key events only, summarised.`,
  },
  {
    kind: 'exception',
    agency: 'PO',
    from: '2019-01-01',
    to: '2024-02-29',
    reason: `Adult H from 2019, as far as his record bears on who was safe to live with children.`,
  },
  {
    kind: 'exception',
    agency: 'SC',
    from: '2025-11-10',
    to: '2025-11-14',
    reason: `The safety of Sibling W and Sibling X in the days after the period under review.`,
  },
];
