import { SAMPLE_RETURNS } from './returns/all-returns.ts';
import { type AgencyCode, entriesOf, type SampleReturn, type SampleRow } from './returns/sample-return.ts';
import { hasMergedEnd } from './returns-xlsx.ts';
import { formatOf, type PlacedLine, placedLines } from './rows-of.ts';

export type BlemishKind =
  | 'asAbove'
  | 'blankDate'
  | 'circa'
  | 'continuation'
  | 'dateTypedWrong'
  | 'dotted'
  | 'duplicateRow'
  | 'excelSerial'
  | 'headerRepeated'
  | 'hiddenRow'
  | 'lineBreakInCell'
  | 'mergedEnd'
  | 'monthHeading'
  | 'monthOnly'
  | 'partOfMonth'
  | 'partOfYear'
  | 'preface'
  | 'range'
  | 'season'
  | 'trackedChange'
  | 'unknownColumn'
  | 'usOrder'
  | 'weekCommencing'
  | 'writersDoubt'
  | 'wrongAge'
  | 'wrongWeekday';

/** A flaw that stands in the file on purpose, and what reading it is to make of it. */
export type PlantedBlemish = {
  readonly kind: BlemishKind;
  readonly table: number;
  /** null: the whole file. */
  readonly row: number | null;
  readonly t: number | null;
  /** What stands in the file. */
  readonly text: string;
  /** The least that the problem list must say of the row; null where plain reading is enough. */
  readonly problem: 'warning' | 'notice' | null;
  /** The days that the date is understood as, where the blemish is one of dates. */
  readonly days?: { readonly earliest: string; readonly latest: string };
};

export type ExpectedReturn = {
  readonly code: AgencyCode;
  readonly agency: string;
  readonly file: string;
  readonly entries: number;
  readonly tables: number;
  /** The earliest and the latest day that any entry's date takes in. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Heading as written → field of an entry (shared/model/agency-return.ts). */
  readonly mapping: Readonly<Record<string, string>>;
  readonly blemishes: readonly PlantedBlemish[];
};

type Days = { earliest: string; latest: string };
const days = (earliest: string, latest: string = earliest): Days => ({ earliest, latest });

/** What each awkward date is understood as, by the text in the date column. */
const READINGS: Readonly<Record<AgencyCode, Readonly<Record<string, [BlemishKind, PlantedBlemish['problem'], Days]>>>> = {
  SC: {},
  PO: {
    'early 2019': ['partOfYear', null, days('2019-01-01', '2019-04-30')],
    'Jan 2024': ['monthOnly', null, days('2024-01-01', '2024-01-31')],
    '3/15/2025 22:50': ['usOrder', 'warning', days('2025-03-15')],
  },
  AH: {
    'c. Feb 2023': ['circa', null, days('2023-02-01', '2023-02-28')],
    'w/c 14/10/24': ['weekCommencing', null, days('2024-10-14', '2024-10-20')],
    'Wed 11/02/25': ['wrongWeekday', 'warning', days('2025-02-11')],
    'w/c 31/03/25': ['weekCommencing', null, days('2025-03-31', '2025-04-06')],
    'w/c 23/06/25': ['weekCommencing', null, days('2025-06-23', '2025-06-29')],
  },
  GP: {
    'Autumn 2021': ['season', null, days('2021-09-01', '2021-11-30')],
    '?Sept 22': ['writersDoubt', null, days('2022-09-01', '2022-09-30')],
    'c. Feb 2023': ['circa', null, days('2023-02-01', '2023-02-28')],
    'O8/10/24': ['dateTypedWrong', 'warning', days('2024-10-08')],
  },
  HV: {
    'mid-Aug 2022': ['partOfMonth', null, days('2022-08-11', '2022-08-20')],
    'early Oct 2022': ['partOfMonth', null, days('2022-10-01', '2022-10-10')],
    'w/c 4 Mar 2024': ['weekCommencing', null, days('2024-03-04', '2024-03-10')],
    'mid-Oct 2024': ['partOfMonth', null, days('2024-10-11', '2024-10-20')],
    'early Jan 2025': ['partOfMonth', null, days('2025-01-01', '2025-01-10')],
    'w/c 10 Feb 2025': ['weekCommencing', null, days('2025-02-10', '2025-02-16')],
    'early Apr 2025': ['partOfMonth', null, days('2025-04-01', '2025-04-10')],
    'mid-May 2025': ['partOfMonth', null, days('2025-05-11', '2025-05-20')],
    'w/c 9 Jun 2025': ['weekCommencing', null, days('2025-06-09', '2025-06-15')],
    'late Jul 2025': ['partOfMonth', null, days('2025-07-21', '2025-07-31')],
    'w/c 20 Oct 2025': ['weekCommencing', null, days('2025-10-20', '2025-10-26')],
  },
  ED: {
    'Sat 25/05/2024': ['dateTypedWrong', null, days('2024-05-25')],
    'early Oct 2024': ['partOfMonth', null, days('2024-10-01', '2024-10-10')],
    '45663': ['excelSerial', null, days('2025-01-06')],
    '45670': ['excelSerial', null, days('2025-01-13')],
  },
  HG: {
    '11.3.24 – 15.3.24': ['range', null, days('2024-03-11', '2024-03-15')],
    'c. 10.4.24': ['circa', null, days('2024-04-10')],
    'early Aug 2024': ['partOfMonth', null, days('2024-08-01', '2024-08-10')],
    '23.9.24 – 27.9.24': ['range', null, days('2024-09-23', '2024-09-27')],
    'c. 12.11.24': ['circa', null, days('2024-11-12')],
    'late Jan 2025': ['partOfMonth', null, days('2025-01-21', '2025-01-31')],
    '16.6.25 – 20.6.25': ['range', null, days('2025-06-16', '2025-06-20')],
    '8.7.25': ['dotted', null, days('2025-07-08')],
    'c. 4.8.25': ['circa', null, days('2025-08-04')],
    'late Aug 2025': ['partOfMonth', null, days('2025-08-21', '2025-08-31')],
    '13.10.25 – 17.10.25': ['range', null, days('2025-10-13', '2025-10-17')],
  },
};

const DATE_COLUMN: Readonly<Record<AgencyCode, number>> = { SC: 0, PO: 1, AH: 0, GP: 0, HV: 0, ED: 0, HG: 1 };

function blemishesOf(sample: SampleReturn): PlantedBlemish[] {
  const found: PlantedBlemish[] = [];
  const whole = (kind: BlemishKind, text: string, problem: PlantedBlemish['problem']): void => {
    found.push({ kind, table: 1, row: null, t: null, text, problem });
  };
  if (formatOf(sample) !== 'docx' && sample.preface.length > 0) whole('preface', `${sample.preface.length} title rows`, null);
  if (sample.code === 'GP') whole('unknownColumn', 'SNOMED', null);
  for (const placed of placedLines(sample)) found.push(...lineBlemishes(sample, placed));
  return found;
}

function lineBlemishes(sample: SampleReturn, { line, table, row }: PlacedLine): PlantedBlemish[] {
  const found: PlantedBlemish[] = [];
  const add = (kind: BlemishKind, t: number | null, text: string, problem: PlantedBlemish['problem'], read?: Days): void => {
    found.push({ kind, table, row, t, text, problem, ...(read === undefined ? {} : { days: read }) });
  };
  if (line.kind === 'header') add('headerRepeated', null, sample.columns.join(', '), null);
  if (line.kind === 'heading') add('monthHeading', null, line.text, null);
  if (line.kind !== 'entry') return found;
  const date = line.cells[DATE_COLUMN[sample.code]] ?? '';
  if (line.continues === true) add('continuation', null, line.cells[2] ?? '', 'warning');
  else if (date === '') add('blankDate', line.t, '', null);
  // A blank is the usual way; words in its place are resolved and flagged.
  if (line.cells.includes('as above')) add('asAbove', line.t, 'as above', 'warning');
  if (line.duplicate === true) add('duplicateRow', line.t, date, null);
  if (line.hidden === true) add('hiddenRow', line.t, date, null);
  if (hasMergedEnd(sample, line)) add('mergedEnd', line.t, date, null);
  if (line.cells.some((cell) => cell.includes('[-'))) add('trackedChange', line.t, 'partner → brother', 'notice');
  if (line.cells.some((cell) => cell.includes('\n'))) add('lineBreakInCell', line.t, date, null);
  if (sample.code === 'HV' && line.t === 92) add('wrongAge', line.t, line.cells[1] ?? '', null);
  const reading = READINGS[sample.code][date];
  if (reading !== undefined) add(reading[0], line.t, date, reading[1], reading[2]);
  return found;
}

const MAPPINGS: Readonly<Record<AgencyCode, Readonly<Record<string, string>>>> = {
  SC: { Date: 'date', Time: 'time', Source: 'source', Event: 'description', Analysis: 'agencyComment', 'Child seen?': 'other' },
  PO: { 'Occ No': 'reference', Start: 'date', End: 'endDate', Type: 'other', 'OEL summary': 'description', Officer: 'source' },
  AH: { When: 'date', Dept: 'source', 'What happened': 'description', Response: 'response', 'Author comment': 'agencyComment' },
  GP: {
    'Consultation date': 'date',
    'Coded entry': 'other',
    'Free text': 'description',
    Clinician: 'source',
    SNOMED: 'other',
    Letter: 'other',
  },
  HV: {
    'Date of contact': 'date',
    Age: 'other',
    Professional: 'source',
    Contact: 'description',
    Outcome: 'outcome',
    "Child's voice": 'childVoice',
  },
  ED: { 'Incident date': 'date', Logged: 'other', Category: 'other', Details: 'description', Action: 'response', By: 'source' },
  HG: { Ref: 'reference', Date: 'date', 'Contact with': 'source', Notes: 'description' },
};

const SPANS: Readonly<Record<AgencyCode, readonly [entries: number, firstDay: string, lastDay: string]>> = {
  SC: [62, '2024-11-28', '2025-11-14'],
  PO: [31, '2019-01-01', '2025-11-09'],
  AH: [44, '2013-09-01', '2025-11-08'],
  GP: [38, '2020-03-14', '2025-10-30'],
  HV: [47, '2013-09-01', '2025-11-05'],
  ED: [71, '2023-11-17', '2025-11-07'],
  HG: [19, '2024-02-26', '2025-10-17'],
};

/** What the real importer must make of each return. */
export const EXPECTED_RETURNS: readonly ExpectedReturn[] = SAMPLE_RETURNS.map((sample) => {
  const [entries, firstDay, lastDay] = SPANS[sample.code];
  return {
    code: sample.code,
    agency: sample.agency,
    file: sample.file,
    entries,
    tables: sample.tables.length,
    firstDay,
    lastDay,
    mapping: MAPPINGS[sample.code],
    blemishes: blemishesOf(sample),
  };
});

/** The text of an entry's own account, as the importer is to give it back. */
export function descriptionOf(sample: SampleReturn, row: SampleRow): string {
  const at = sample.columns.findIndex((name) => MAPPINGS[sample.code][name] === 'description');
  return row.cells[at] ?? '';
}

export const SAMPLE_ENTRY_COUNT: number = SAMPLE_RETURNS.reduce((sum, sample) => sum + entriesOf(sample).length, 0);
