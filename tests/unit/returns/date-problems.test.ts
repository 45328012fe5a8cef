import { describe, expect, it } from 'vitest';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import { cell, makeDocx, table, text } from '../../fixtures/returns/make-docx.ts';
import { problems, stage } from './support.ts';

const KNOWN: Partial<StageContext> = { firstBirth: '2020-03-14', received: '2026-02-01' };
const rowsOf = (...rows: [date: string, event: string][]): Uint8Array => makeDocx(table([['Date', 'Event'], ...rows]));
const DURING: [string, string][] = [
  ['12/03/2024', 'Home visit.'],
  ['14/03/2024', 'Call from school.'],
  ['18/03/2024', 'Letter to the clinic.'],
  ['20/03/2024', 'Second letter.'],
];
const told = (file: Uint8Array, context: Partial<StageContext> = {}): string[] =>
  problems(stage(file, 'x.docx', { ...KNOWN, ...context })).filter((p) => !/notAnEvent|excelSerial/.test(p));

describe('dates that can be read and cannot well be right', () => {
  const LIST: [what: string, file: Uint8Array, expected: string[]][] = [
    ['nothing wrong', rowsOf(...DURING), []],
    ['after the period', rowsOf(...DURING, ['05/01/2026', 'Case closed.']), ['warning afterScope 1:6:Date']],
    ['in the future', rowsOf(...DURING, ['12/03/2042', 'Slip of a figure.']), ['warning inFuture 1:6:Date']],
    ['on the day of reading and the last of the period', rowsOf(...DURING, ['31/12/2025', 'Case closed.']), []],
    [
      'before the birth, between others',
      rowsOf(DURING[0]!, ['13/03/2014', 'Slip of a figure.'], DURING[1]!),
      ['warning beforeBirth 1:3:Date'],
    ],
    [
      'before the birth, at the beginning',
      rowsOf(['13/03/2014', 'Moved to the area.'], ...DURING),
      ['warning beforeBirth 1:2:Date'],
    ],
    ['in pregnancy', rowsOf(['13/11/2019', 'Antenatal appointment kept.'], ['20/12/2019', 'Midwife visited.'], ...DURING), []],
    ['told as history', rowsOf(['13/11/2009', 'History: known to another area as a child.'], ...DURING), []],
    [
      'before the period, between others',
      rowsOf(DURING[0]!, ['13/03/2021', 'Slip.'], DURING[1]!),
      ['warning beforeScope 1:3:Date'],
    ],
    [
      'much before the period: background',
      rowsOf(...[1, 2, 3, 4, 5].map((n): [string, string] => [`0${n}/02/2022`, 'Contact.']), ...DURING),
      [],
    ],
    [
      'a month and a range that reach into the period',
      rowsOf(['Winter 2022', 'Stay.'], ['12/2025 to 03/2026', 'Stay.'], ...DURING),
      [],
    ],
    ['a date that was not read', rowsOf(['illegible', 'Note.'], ...DURING), ['warning undated 1:2:Date']],
    [
      'impossible, and the wrong day of the week',
      rowsOf(['31/02/2024', 'A.'], ['Monday 12/03/2024', 'B.'], ...DURING),
      ['warning impossible 1:2:Date', 'warning wrongWeekday 1:3:Date'],
    ],
    ['month before day', rowsOf(['03/25/2024', 'A.'], ...DURING), ['warning usOrder 1:2:Date']],
    ['an end before its start', rowsOf(['14/03/2024 to 12/03/2024', 'A.'], ...DURING), ['warning endBeforeStart 1:2:Date']],
  ];
  it.each(LIST)('%s', (_, file, expected) => {
    expect(told(file)).toEqual(expected);
  });

  it('without a register, a period or a day of reading says nothing', () => {
    const file = rowsOf(['13/03/2004', 'A.'], ...DURING, ['12/03/2042', 'B.']);
    expect(told(file, { anchor: {}, firstBirth: undefined, received: undefined })).toEqual([]);
  });

  it('names many at one end once, and those between the others each', () => {
    const early = Array.from({ length: 12 }, (_, i): [string, string] => [`${i + 1}/05/2012`, 'Contact.']);
    expect(told(rowsOf(...early, ...DURING, ['01/04/2013', 'Slip.'], ['02/04/2024', 'Visit.']))).toEqual([
      'warning beforeBirth 1:18:Date',
      'warning beforeBirth 1:2:Date',
    ]);
  });

  it('knows a heading of background above a table and inside one', () => {
    const wide = cell('Background history', '<w:gridSpan w:val="2"/>');
    expect(told(makeDocx(table([['Date', 'Event'], [wide], ['13/03/2014', 'Moved.'], ['14/03/2014', 'Moved.']])))).toEqual([]);
    const early = table([
      ['Date', 'Event'],
      ['13/03/2014', 'Moved.'],
    ]);
    const during = table([['Date', 'Event'], ...DURING]);
    expect(told(makeDocx(text('Summary of previous involvement') + early + text('Detailed chronology') + during))).toEqual([]);
  });
});
