import type { AgencyCode } from './returns/sample-return.ts';

/** A fact of an entry that a panel member challenged. */
export type SampleChallenge = {
  readonly agency: AgencyCode;
  readonly t: number;
  readonly by: string;
  readonly claim: string;
  readonly proof: string;
  /** What was decided; null: it is still open. */
  readonly settled: { readonly state: 'partly' | 'refused'; readonly reason: string } | null;
};

export const SAMPLE_CHALLENGES: readonly SampleChallenge[] = [
  {
    agency: 'HV',
    t: 24,
    by: `Named GP`,
    claim: `The child was not at the clinic that day.`,
    proof: `The clinic’s letter in the practice’s file, and the hospital’s own entry of the same morning.`,
    settled: {
      state: 'partly',
      reason: `Right on the fact. The words stay, since they show what the service believed for two years; the report relies on the hospital’s entry.`,
    },
  },
  {
    agency: 'SC',
    t: 67,
    by: `Detective Inspector, Public Protection`,
    claim: `Nobody from health took part in the discussion.`,
    proof: `The force’s note of the call, and the 0–19 service’s answer that it was not invited.`,
    settled: null,
  },
];
