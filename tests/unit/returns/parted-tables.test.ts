import { describe, expect, it } from 'vitest';
import { makeDocx, table } from '../../fixtures/returns/make-docx.ts';
import { makeXlsx, rowsXml } from '../../fixtures/returns/make-xlsx.ts';
import { type Awkward, readsAs } from './awkward.ts';
import { brief, problems, stage } from './support.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const grid = (...rows: string[]): string[][] => rows.map((row) => row.split('|').map((cell) => cell.trim()));

const BESIDE = grid(
  'Date | Event | | Date | Event',
  '12/03/2024 | Home visit. | | 01/05/2024 | Call from school.',
  '14/03/2024 | Clinic. | | 02/05/2024 | Meeting held.',
  '15/03/2024 | Third visit. | | |',
);
const BESIDE_READ = [
  '2024-03-12 | - | Home visit.',
  '2024-03-14 | - | Clinic.',
  '2024-03-15 | - | Third visit.',
  '2024-05-01 | - | Call from school.',
  '2024-05-02 | - | Meeting held.',
];
const csv = (rows: readonly (readonly string[])[]): string => lines(...rows.map((row) => row.join(',')));
const xlsx = (rows: readonly (readonly string[])[]): Uint8Array =>
  makeXlsx([{ name: 'Sheet1', rows: rowsXml(rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))) }]);

const PARTED: Awkward[] = [
  {
    what: 'two side by side in CSV',
    name: 'x.csv',
    file: csv(BESIDE),
    events: BESIDE_READ,
    only: ['notice sideBySide 1:-'],
    tables: 1,
    rows: [['1:2'], ['1:3'], ['1:4'], ['1:2'], ['1:3']],
  },
  {
    what: 'two side by side in a sheet',
    name: 'x.xlsx',
    file: xlsx(BESIDE),
    events: BESIDE_READ,
    only: ['notice sideBySide Sheet1:-'],
  },
  { what: 'two side by side in Word', file: makeDocx(table(BESIDE)), events: BESIDE_READ, only: ['notice sideBySide 1:-'] },
  {
    what: 'side by side, each under the name of its agency, without a gap',
    name: 'x.csv',
    file: lines(
      'Police,,Health,',
      'Date,Event,Date,Event',
      '12/03/2024,Home visit.,01/05/2024,Call from school.',
      '14/03/2024,Clinic.,02/05/2024,Meeting held.',
    ),
    events: [
      '2024-03-12 | - | Home visit.',
      '2024-03-14 | - | Clinic.',
      '2024-05-01 | - | Call from school.',
      '2024-05-02 | - | Meeting held.',
    ],
    agencies: ['Police', 'Health'],
    only: ['notice sideBySide 1:-'],
  },
  {
    what: 'side by side under other headings, parted by an empty column',
    name: 'x.xlsx',
    file: xlsx(
      grid(
        'Date | Source | Event | | Date of contact | Details',
        '12/03/2024 | File | Home visit. | | 01/05/2024 | Call from school.',
        '14/03/2024 | Log | Clinic. | | 02/05/2024 | Meeting held.',
      ),
    ),
    events: [
      '2024-03-12 | File | Home visit.',
      '2024-03-14 | Log | Clinic.',
      '2024-05-01 | - | Call from school.',
      '2024-05-02 | - | Meeting held.',
    ],
    only: ['notice sideBySide Sheet1:-'],
  },
  {
    what: 'a second date that is of the same entry',
    name: 'x.csv',
    file: lines(
      'Date,Event,Date recorded,Outcome',
      '12/03/2024,Home visit.,13/03/2024,None.',
      '14/03/2024,Clinic.,15/03/2024,Seen.',
    ),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Clinic.'],
    only: [],
  },
  {
    what: 'one below another, the columns in another order',
    name: 'x.xlsx',
    file: xlsx(
      grid(
        'Date | Source | Event',
        '12/03/2024 | File | Home visit.',
        '14/03/2024 | Log | Clinic.',
        ' | |',
        'Event | Date | Source',
        'Call from school. | 01/05/2024 | File',
        'Meeting held. | 02/05/2024 | Minutes',
      ),
    ),
    events: [
      '2024-03-12 | File | Home visit.',
      '2024-03-14 | Log | Clinic.',
      '2024-05-01 | File | Call from school.',
      '2024-05-02 | Minutes | Meeting held.',
    ],
    only: ['notice otherColumns Sheet1:-'],
    tables: 1,
    rows: [['Sheet1:2'], ['Sheet1:3'], ['Sheet1:6'], ['Sheet1:7']],
  },
  {
    what: 'one below another in Word, with a column more',
    file: makeDocx(
      table(
        grid(
          'Date | Event | Source',
          '12/03/2024 | Home visit. | File',
          '13/03/2024 | Clinic. | File',
          'Source | Date | Details',
          'Log | 01/05/2024 | Call from school.',
          'Log | 02/05/2024 | Meeting held.',
        ),
      ),
    ),
    events: [
      '2024-03-12 | File | Home visit.',
      '2024-03-13 | File | Clinic.',
      '2024-05-01 | Log | Call from school.',
      '2024-05-02 | Log | Meeting held.',
    ],
    only: ['notice otherColumns 1:-'],
  },
  {
    what: 'a column for each agency',
    name: 'x.csv',
    file: lines(
      'Date,Time,Police,Health,Education,Comments',
      '12/03/2024,09:30,Called to the address.,,Absent from school.,Same morning',
      ',,,Seen by the nurse.,,',
      '14/03/2024,,,Clinic visit.,,',
    ),
    events: [
      '2024-03-12 | - | Called to the address.',
      '2024-03-12 | - | Seen by the nurse.',
      '2024-03-14 | - | Clinic visit.',
      '2024-03-12 | - | Absent from school.',
    ],
    agencies: ['Police', 'Health', 'Education'],
    only: ['notice agencyColumns 1:-'],
    mapping: {
      Date: 'date',
      Time: 'time',
      Police: 'description',
      Comments: 'agencyComment',
      Health: 'description',
      Education: 'description',
    },
  },
  {
    what: 'columns for the agencies beside one that tells what happened are what each of them did',
    name: 'x.csv',
    file: lines(
      'Date,Event,Police,Health',
      '12/03/2024,Home visit.,Called to the address.,Told later.',
      '14/03/2024,Clinic.,Informed by phone.,Letter sent.',
    ),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Clinic.'],
    agencies: ['Borough Services'],
    only: [],
  },
];
describe('several chronologies in one grid', () => readsAs(PARTED));

it('columns of agencies go where a person puts them', () => {
  const file = lines('Date,Police,Health', '12/03/2024,Called to the address.,Seen by the nurse.', '14/03/2024,,Clinic visit.');
  const one = stage(file, 'x.csv', { given: { Date: 'date', Police: 'description', Health: 'outcome' } });
  expect(one.events.map(({ agency, description, outcome }) => [agency, description, outcome])).toEqual([
    ['Borough Services', 'Called to the address.', 'Seen by the nurse.'],
    ['Borough Services', '', 'Clinic visit.'],
  ]);
  const each = stage(file, 'x.csv', { given: stage(file, 'x.csv').mapping, agencies: ['police'] });
  expect(each.events.map(({ agency }) => agency)).toEqual(['police', 'Health', 'Health']);
  expect(each.rowsRead).toBe(2);
});

it('what stands across columns of agencies is told of once', () => {
  const staged = stage(
    lines(
      'Date,Police,Health',
      '12/03/2024,Called to the address.,Seen by the nurse.',
      'March was quiet,,',
      '14/03/2024,Second call.,Clinic visit.',
    ),
    'x.csv',
  );
  expect(brief(staged)).toHaveLength(4);
  expect(problems(staged)).toEqual(['notice agencyColumns 1:-', 'notice notAnEvent 1:3']);
});

it('a sheet and its copy are read, and that they say the same is told', () => {
  const rows = rowsXml([['Date', 'Event'], ...[12, 13, 14, 15].map((day) => [`${day}/03/2024`, `Visit number ${day}.`])]);
  const other = rowsXml([['Date', 'Event'], ...[16, 17, 18, 15].map((day) => [`${day}/03/2024`, `Visit number ${day}.`])]);
  const told = (second: string): string[] =>
    problems(
      stage(
        makeXlsx([
          { name: 'Log', rows },
          { name: 'Log (2)', rows: second },
        ]),
        'x.xlsx',
      ),
    );
  expect(told(rows)).toEqual(['warning copiedTable Log (2):-']);
  expect(told(other)).toEqual([]);
});
