import { describe, expect, it } from 'vitest';
import { makeXlsx, rowsXml, rowXml } from '../../fixtures/returns/make-xlsx.ts';
import { brief, problems, stage } from './support.ts';

const HEAD = ['Date', 'Source', 'Event'];
const VISIT = ['12/03/2024', 'File', 'Home visit.'];
const CALL = ['14/03/2024', 'Log', 'Call from school.'];

describe('what a sheet may lose', () => {
  it('rows that stand in falling order keep their numbers', () => {
    const rows = [rowXml(3, CALL), rowXml(2, VISIT), rowXml(1, HEAD)].join('');
    const staged = stage(makeXlsx([{ name: 'Log', rows }]), 'x.xlsx');
    expect(brief(staged)).toEqual(['2024-03-12 | File | Home visit.', '2024-03-14 | Log | Call from school.']);
    expect(staged.rows.map(({ row }) => row)).toEqual([2, 3]);
  });
  it('a row number that comes twice gives no row away', () => {
    const rows = [rowXml(1, HEAD), rowXml(2, VISIT), rowXml(2, CALL), rowXml(3, ['15/03/2024', 'Log', 'Third.'])].join('');
    const staged = stage(makeXlsx([{ name: 'Log', rows }]), 'x.xlsx');
    expect(brief(staged)).toHaveLength(3);
    expect(new Set(staged.rows.map(({ row }) => row)).size).toBe(3);
  });
  it('a pivot table that has lost its link is known by its words', () => {
    const log = { name: 'Log', rows: rowsXml([HEAD, VISIT, CALL]) };
    for (const pivot of [
      [
        ['Row Labels', 'Count of Source'],
        ['12/03/2024', 1],
        ['Home visit.', 1],
        ['14/03/2024', 1],
        ['Grand Total', 2],
      ],
      [
        ['Date', 'Event', 'Count of Source'],
        ['12/03/2024', 'Home visit.', 1],
        ['14/03/2024', 'Call from school.', 1],
        ['Total Result', null, 2],
      ],
    ]) {
      const staged = stage(makeXlsx([log, { name: 'Counted', rows: rowsXml(pivot) }]), 'x.xlsx');
      expect(brief(staged)).toHaveLength(2);
      expect(problems(staged)).toEqual(['notice tableNotRead Counted:-']);
    }
  });
  it('a sheet with a total under its entries is no pivot table', () => {
    const staged = stage(makeXlsx([{ name: 'Log', rows: rowsXml([HEAD, VISIT, CALL, ['Grand total', null, '2']]) }]), 'x.xlsx');
    expect(brief(staged)).toHaveLength(2);
  });
  it('a picture in a cell of an empty column without a heading is told of', () => {
    const picture = { xml: '<c r="E2" t="e" vm="1"><v>#VALUE!</v></c>' };
    const staged = stage(makeXlsx([{ name: 'Log', rows: rowsXml([HEAD, [...VISIT, null, picture], CALL]) }]), 'x.xlsx');
    expect(brief(staged)).toHaveLength(2);
    expect(problems(staged)).toEqual(['notice picture Log:2']);
  });
});

describe('"End" in a date cell', () => {
  const read = (...rows: string[]): ReturnType<typeof stage> =>
    stage(['Date,Source,Event', '12/03/2024,File,Home visit.', ...rows].join('\n'), 'x.csv');
  it('over nothing is the end of the table', () => {
    const staged = read('End,,');
    expect([brief(staged), problems(staged)]).toEqual([['2024-03-12 | File | Home visit.'], ['notice notAnEvent 1:3']]);
  });
  it.each(['End', 'end', 'The end', 'END.'])('%s beside words is an entry without a date, and not of the date above', (end) => {
    const staged = read(`${end},Log,Case closed to the service.`, '14/03/2024,Log,Call.');
    expect(brief(staged)[1]).toBe('? | Log | Case closed to the service.');
    expect(problems(staged)).toEqual(['warning unread 1:3:Date']);
    expect(brief(read(`${end},Log,Case closed to the service.`))[1]).toBe('? | Log | Case closed to the service.');
  });
});
