import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Layout } from '#shared/contract/views.ts';
import { ColumnKey } from '#shared/contract/views.ts';
import type { EventLine } from '#shared/model/chronology-event.ts';
import { callsOf, testWorkbench } from './harness.ts';

/** As people write them, each a date by itself; what leans on a neighbour stands elsewhere among all agencies' entries. */
const DATES = [
  '03/05/2024',
  'Fri 3 May 2024',
  'c. May 2024',
  'early 2023',
  'mid-Aug 2022',
  'Spring 2023',
  '12–14 October 2023',
  'w/c 6 May 2024',
  'overnight 3/4 May 2024',
  '2019',
  'before 1 June 2024',
  'Wed 3 May 2024',
  '3/15/2024',
  '05/06/24 22:50',
  'Summer term 2022',
  '2023/24',
  'Christmas 2022',
  'O3/05/2O24',
  'late March 2021 ?',
  '31/04/2024',
  'not known',
];
const ALL: Layout = { columns: ColumnKey.options.map((key) => ({ key, width: null })), frozen: 0, group: null, rows: 'normal' };

async function review() {
  const w = testWorkbench();
  const call = callsOf(w.workbench.connect());
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: '2018-01-01',
    scopeTo: '2024-12-31',
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
  return {
    give: async (name: string, bytes: Uint8Array, agency: string | null) =>
      call('returns.import', { file: w.give(name, bytes), agency, acceptProblems: true }),
    entries: async () => (await call('chronology.lines', { filter: {}, from: null, limit: 2000 })).lines,
    workbook: async () => {
      const made = await call('chronology.paper', { format: 'xlsx', filter: {}, layout: ALL, viewName: null });
      return w.taken.get(made.file)!.bytes;
    },
  };
}

const said = ({ agency, date, ...line }: EventLine) => ({
  agency,
  earliest: date.earliest,
  latest: date.latest,
  certainty: date.certainty,
  time: date.time ?? null,
  endTime: date.endTime ?? null,
  description: line.description,
  source: line.sourceOfInformation,
  outcome: line.outcome,
});

/** White space at the ends of a cell, and rows without any word, are no part of what an agency says. */
const words = fc
  .string({
    unit: fc.constantFrom('a', 'B', '7', ' ', '=', '+', '"', "'", ',', ';', '\n', 'é', 'Ł', '–', '😀', '<', '&', '#'),
    maxLength: 30,
  })
  .map((text) => `Seen ${text}`.replace(/\s+/g, ' ').trim());
const row = fc.record({
  date: fc.constantFrom(...DATES),
  event: words,
  worker: fc.constantFrom('Ward', 'Health visitor', ''),
  outcome: words,
});

test('the chronology as a workbook, read as a return, gives the same entries', async () => {
  // Each date once, and others at random under a seed that a failure tells; opening a review is too slow to shrink by.
  const seed = Date.now() % 1_000_000;
  const rows = [
    ...DATES.map((date, i) => ({ ...fc.sample(row, { numRuns: 1, seed: seed + i })[0]!, date })),
    ...fc.sample(row, { numRuns: 60, seed }),
  ];
  const csv = (part: typeof rows): Uint8Array =>
    new TextEncoder().encode(
      Papa.unparse({
        fields: ['Date', 'Event', 'Source', 'Outcome'],
        data: part.map(({ date, event, worker, outcome }) => [date, event, worker, outcome]),
      }),
    );
  const first = await review();
  await first.give('p.csv', csv(rows.slice(0, 50)), 'Ostershire Constabulary');
  await first.give('h.csv', csv(rows.slice(50)), 'Oster Community Health');
  const before = await first.entries();
  expect(before).toHaveLength(rows.length);
  const second = await review();
  await second.give('Chronology.xlsx', await first.workbook(), null);
  const sorted = (lines: readonly EventLine[]) => lines.map((line) => JSON.stringify(said(line))).toSorted();
  expect(sorted(await second.entries()), `seed ${seed}`).toEqual(sorted(before));
});
