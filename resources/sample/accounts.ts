import type { AgencyCode } from './returns/sample-return.ts';

type Told = { readonly agency: AgencyCode; readonly t: number };

/** One event as several agencies tell it, and what the review made of it. */
export type SampleGroup = {
  readonly key: 'C1' | 'C2' | 'C3' | 'C4' | 'C5' | 'C6';
  readonly accounts: readonly Told[];
  /** The account that the report relies on; null where the panel has chosen none. */
  readonly relied: (Told & { readonly why: string }) | null;
  /** What reading the words alone does not find. */
  readonly contradiction?: { readonly a: Told; readonly b: Told; readonly words: string };
};

const at = (t: number, ...agencies: readonly AgencyCode[]): Told[] => agencies.map((agency) => ({ agency, t }));
const one = (agency: AgencyCode, t: number): Told => ({ agency, t });

export const SAMPLE_GROUPS: readonly SampleGroup[] = [
  {
    key: 'C1',
    accounts: [...at(82, 'AH', 'GP', 'HV'), ...at(84, 'ED')],
    relied: {
      ...one('AH', 82),
      why: `Written on the day by the people who saw him. The report says as well that four explanations are on record, and that the only one in his own words is the school’s.`,
    },
    contradiction: {
      a: one('AH', 82),
      b: one('ED', 84),
      words: `What he fell from, and whose it was: the hospital was told one thing by an adult, the school another by him.`,
    },
  },
  {
    key: 'C2',
    accounts: at(62, 'PO', 'SC', 'HG'),
    relied: {
      ...one('PO', 62),
      why: `The officers were there, and the control room’s clock bears out the evening. For the children at the window the caller’s account stands beside it.`,
    },
    contradiction: {
      a: one('PO', 62),
      b: one('HG', 62),
      words: `Whether the children slept through it or were up and at the window.`,
    },
  },
  {
    key: 'C3',
    accounts: at(67, 'SC', 'PO', 'HV'),
    relied: {
      ...one('PO', 67),
      why: `Two of three records know of no third voice, and nobody can say who would have spoken for health.`,
    },
  },
  {
    key: 'C4',
    accounts: at(85, 'SC', 'HV', 'ED'),
    relied: null,
    contradiction: {
      a: one('HV', 85),
      b: one('ED', 85),
      words: `He cannot have been “at school”: the building was closed to pupils that day.`,
    },
  },
  {
    key: 'C5',
    accounts: [...at(44, 'ED', 'SC'), ...at(45, 'SC')],
    relied: {
      ...one('ED', 44),
      why: `Noted during the call, with the time, both children’s names and what was promised.`,
    },
    contradiction: {
      a: one('ED', 44),
      b: one('SC', 45),
      words: `School was waiting to be rung back. The front door took the call as finished, and for one child only.`,
    },
  },
  {
    key: 'C6',
    accounts: at(24, 'AH', 'GP', 'HV'),
    relied: {
      ...one('AH', 24),
      why: `The clinic’s own list for the morning. “Attended” was filled from the appointment and not from the letter.`,
    },
  },
];
