import { CHILDRENS_SOCIAL_CARE } from './childrens-social-care.ts';
import { COMMUNITY_HEALTH } from './community-health.ts';
import { HOUSING } from './housing.ts';
import type { SampleLine, SampleReturn, SampleRow } from './sample-return.ts';

/** How the first version of a return differed: its file, and what stood otherwise in rows that both versions have. */
type First = Pick<SampleReturn, 'file' | 'received' | 'preface' | 'notes'> & {
  /** By fact of the timeline: what stood in a column, by the column's number from 0. */
  readonly before: Readonly<Record<number, Readonly<Record<number, string>>>>;
  /** Facts whose row stood twice, one beneath the other. */
  readonly twice: readonly number[];
};

function firstOf(latest: SampleReturn, first: First): SampleReturn {
  const { before, twice, ...file } = first;
  const asItWas = (line: SampleRow): SampleRow => {
    const changed = line.t === null ? undefined : before[line.t];
    return changed === undefined ? line : { ...line, cells: line.cells.map((cell, at) => changed[at] ?? cell) };
  };
  const lines = (of: readonly SampleLine[]): SampleLine[] =>
    of.flatMap((line): SampleLine[] => {
      if (line.kind !== 'entry') return [line];
      if (line.since === 2) return [];
      const row = asItWas(line);
      return line.t !== null && twice.includes(line.t) ? [row, { ...row, duplicate: true }] : [row];
    });
  const tables = latest.tables
    .map((table) => ({ ...table, lines: lines(table.lines) }))
    .filter((table) => table.lines.some(({ kind }) => kind === 'entry'));
  return { ...latest, ...file, returnVersion: 1, tables };
}

/** Sent before anybody had checked it: three days are off by one or more, and one row was pasted twice. */
const SOCIAL_CARE_FIRST = firstOf(CHILDRENS_SOCIAL_CARE, {
  file: `Wojcik_R_chron_FINAL.docx`,
  received: '2026-02-26',
  preface: [
    `Ostermere Children's Social Care: agency chronology, return 1`,
    `Child: Rowan WOJCIK, LCS 40417736. Siblings: Grace PRYCE, Ivy PRYCE. Prepared from LCS case notes. Supervision records and diaries were not searched for this return.`,
  ],
  notes: [],
  before: { 88: { 0: `25/06/2025` }, 95: { 0: `14/07/2025` }, 108: { 0: `29/09/2025` } },
  twice: [70],
});

/** Without the therapist's paper notes, which nobody knew of; two outcomes were put right afterwards. */
const COMMUNITY_HEALTH_FIRST = firstOf(COMMUNITY_HEALTH, {
  file: `OCH 0-19 and SLT chronology v1.docx`,
  received: '2026-02-27',
  preface: [
    `Oster Community Health: 0–19 service and speech and language therapy`,
    `First return, from SystmOne. Paper records have been asked for. Age is that of the child whose contact it was.`,
  ],
  notes: [],
  before: {
    38: { 4: `Visit made.` },
    90: { 3: `Notice from A&E about the head bump seen, in a bundle with many others.` },
  },
  twice: [],
});

/** Housing searched for the child's name, and its system holds tenants. */
const HOUSING_FIRST: SampleReturn = {
  ...HOUSING,
  file: `Oster Homes reply 20 February 2026.docx`,
  returnVersion: 1,
  received: '2026-02-20',
  preface: [
    `Oster Homes`,
    `Tenancies and Neighbourhoods`,
    `20 February 2026`,
    `Dear Colin`,
    `Local child safeguarding practice review 2026/01`,
    `Nil return. We have searched our system for the child’s name and hold no records.`,
  ],
  tables: [],
  notes: [`Yours sincerely, Business Support, Oster Homes`],
};

/** The returns that came twice, as they came first. */
export const FIRST_VERSIONS: readonly SampleReturn[] = [SOCIAL_CARE_FIRST, COMMUNITY_HEALTH_FIRST, HOUSING_FIRST];
