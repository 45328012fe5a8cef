import type { AgencyCode } from './returns/sample-return.ts';

/** A remark of a review panel member on one agency's entry of a fact. */
export type SampleAnnotation = {
  readonly agency: AgencyCode;
  readonly t: number;
  readonly by: string;
  readonly on: string;
  readonly text: string;
  /** A question that waits for an agency's answer. */
  readonly askedOf?: AgencyCode;
  readonly settled?: boolean;
};

export const SAMPLE_ANNOTATIONS: readonly SampleAnnotation[] = [
  {
    agency: 'HV',
    t: 24,
    by: `Named GP`,
    on: '2026-04-30',
    text: `Our letter and the hospital’s both say that he was not there. Where does “attended, well” come from? It matters: take it away and nobody sees him between June and September.`,
    askedOf: 'HV',
    settled: true,
  },
  {
    agency: 'HV',
    t: 24,
    by: `Head of 0–19 Services`,
    on: '2026-05-14',
    text: `The outcome box was filled from the appointment list and not from the letter. The entry stays as it is; the correction is in our report.`,
  },
  {
    agency: 'SC',
    t: 67,
    by: `Detective Inspector, Public Protection`,
    on: '2026-05-14',
    text: `Our record is of a call between two people. We cannot find who spoke for health, and the 0–19 service says it was not asked.`,
    askedOf: 'SC',
  },
  {
    agency: 'SC',
    t: 71,
    by: `Principal Social Worker`,
    on: '2026-05-28',
    text: `A name, a worry and a request to see a child, in one call. The category we chose took all three away. Strong for Finding 4.`,
  },
  {
    agency: 'AH',
    t: 57,
    by: `Independent Reviewer`,
    on: '2026-03-20',
    text: `The eleventh was a Tuesday. The clinic runs on Tuesdays, so the figures are likely right. Asked the trust to confirm.`,
    askedOf: 'AH',
    settled: true,
  },
  {
    agency: 'PO',
    t: 74,
    by: `Detective Inspector, Public Protection`,
    on: '2026-06-11',
    text: `A second record for the same man. A search on first name, year of birth and address would have joined them, and was not part of a roadside stop.`,
  },
  {
    agency: 'HG',
    t: 94,
    by: `Head of Tenancies`,
    on: '2026-07-16',
    text: `The operative had eyes on more of this home than most of us. Nothing in his training told him that it could matter, or whom to tell.`,
  },
  {
    agency: 'ED',
    t: 59,
    by: `Education Safeguarding Lead`,
    on: '2026-04-30',
    text: `The page is exact, dated and in his own words. It was offered twice and collected once, in October. For Finding 7, and for Finding 1.`,
  },
  {
    agency: 'GP',
    t: 86,
    by: `Designated Nurse`,
    on: '2026-04-30',
    text: `Eight of one and none of the other is the whole story in a line. I should like the practice to be thanked.`,
  },
  {
    agency: 'SC',
    t: 81,
    by: `Solicitor to the partnership`,
    on: '2026-06-18',
    text: `The manager believes that there were visits between April and June. Treat as contested unless a diary, mileage claim or message is found.`,
    askedOf: 'SC',
  },
  {
    agency: 'SC',
    t: 62,
    by: `Independent Reviewer`,
    on: '2026-07-20',
    text: `One evening, three accounts: the caller says the fourteenth and children at the window, police the fifteenth and asleep, this log the sixteenth and no man. Keep all three and say so in the report.`,
  },
];
