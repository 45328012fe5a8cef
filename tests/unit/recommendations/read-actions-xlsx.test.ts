import { expect, test } from 'vitest';
import { readActions } from '#core/features/recommendations/read-actions/read-actions.ts';
import { type CellValue, makeXlsx, rowsXml, type SheetXml } from '../../fixtures/returns/make-xlsx.ts';

const read = (sheets: readonly SheetXml[]): ReturnType<typeof readActions> =>
  readActions({ kind: 'file', name: 'plan.xlsx', bytes: makeXlsx(sheets, { formats: ['dd/mm/yyyy'] }) });
const sheet = (rows: readonly (readonly CellValue[])[], more: Partial<SheetXml> = {}): SheetXml => ({
  name: 'Plan',
  rows: rowsXml(rows),
  ...more,
});

test('an action plan in a sheet: merged recommendations, true dates, a title above, hidden columns left out', () => {
  const { items } = read([
    sheet([['Fill in each column.']], { name: 'Read me' }),
    sheet(
      [
        ['Action plan'],
        ['No', 'Recommendation', 'Action', 'Lead', 'By when', 'Drafts'],
        [
          1,
          'Agencies should share one calendar of meetings.',
          'Agree who keeps the calendar.',
          'Head of Service',
          { v: 46_508, s: 1 },
          'old words',
        ],
        [2, null, 'Test it with two teams.', 'Board manager', { v: 46_539, s: 1 }],
      ],
      { before: '<cols><col min="6" max="6" hidden="1"/></cols>', after: '<mergeCells><mergeCell ref="B3:B4"/></mergeCells>' },
    ),
  ]);
  expect(items.map((item) => [item.kind, item.text, item.timescale?.due ?? null])).toEqual([
    ['recommendation', 'Agencies should share one calendar of meetings.', null],
    ['action', 'Agree who keeps the calendar.', '2027-05-01'],
    ['action', 'Test it with two teams.', '2027-06-01'],
  ]);
  expect(JSON.stringify(items)).not.toContain('old words');
});

test('numbered actions in one column', () => {
  const { items } = read([
    sheet([['Actions agreed'], ['1. Audit ten records by 1 May 2027. Lead: Head of Service'], ['2. Report to the board.']]),
  ]);
  expect(items.map((item) => [item.number, item.text.slice(0, 17)])).toEqual([
    ['1', 'Audit ten records'],
    ['2', 'Report to the boa'],
  ]);
});

test('a midnight that nobody wrote is no part of the timescale; a time that somebody wrote is', () => {
  const bytes = makeXlsx(
    [
      sheet([
        ['Action', 'Lead', 'By when'],
        ['Send the letter to every practice.', 'Named GP', { v: 46_203, s: 1 }],
        ['Open the line to callers.', 'Duty manager', { v: 46_203.375, s: 1 }],
      ]),
    ],
    { formats: ['yyyy-mm-dd h:mm:ss'] },
  );
  const { items } = readActions({ kind: 'file', name: 'plan.xlsx', bytes });
  expect(items.map((item) => item.timescale)).toEqual([
    { asWritten: '2026-06-30', due: '2026-06-30' },
    { asWritten: '2026-06-30 9:00:00', due: '2026-06-30' },
  ]);
});
