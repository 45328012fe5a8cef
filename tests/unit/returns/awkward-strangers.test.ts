import { describe, expect, it } from 'vitest';
import { cell, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { type Awkward, readsAs } from './awkward.ts';
import { readRaw, stage } from './support.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const HEAD = ['Date', 'Source', 'Event'];
const VISIT = ['12/03/2024', 'File', 'Home visit by the worker.'];
const CALL = ['14/03/2024', 'Log', 'Call from the school office.'];
const BOTH = ['2024-03-12 | File | Home visit by the worker.', '2024-03-14 | Log | Call from the school office.'];
const bare = (list: readonly string[]): string[] => list.map((line) => line.replace(/\| (File|Log) \|/, '| - |'));
const raised = (figures: string): string => run(figures, '<w:vertAlign w:val="superscript"/>');
const del = '<w:del w:id="1" w:author="x"/>';
const struck = (words: string): string =>
  `<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>${words}</w:delText></w:r></w:del></w:p>`;

const DELIMITED: Awkward[] = [
  {
    what: 'a bar inside a text, told by the blank behind it',
    name: 'x.txt',
    file: lines(
      'Date|Source|Event|Response',
      '12/03/2024|File|Home visit by the worker.|None',
      '14/03/2024|Log|Call from the school | office.|Noted',
    ),
    events: [BOTH[0]!, '2024-03-14 | Log | Call from the school | office.'],
    only: ['warning raggedRow 1:3'],
  },
  {
    what: 'a cell too many at the end does not keep the return out',
    name: 'x.txt',
    file: lines('Date|Source|Event|Response', '12/03/2024|File|Home visit.|None|R2', '14/03/2024|Log|Call.|Noted'),
    events: ['2024-03-12 | File | Home visit.', '2024-03-14 | Log | Call.'],
    only: ['warning raggedRow 1:2'],
  },
  {
    what: 'a row out of joint, its date in another column',
    name: 'x.txt',
    file: lines('Date|Event|Source|By', 'A|12/03/2024|Home visit.|File|Me', '14/03/2024|Call.|Log|Me'),
    events: ['? | Home visit. | 12/03/2024', '2024-03-14 | Log | Call.'],
    has: ['error raggedRow 1:2'],
  },
  {
    what: 'a blank cell among columns set out with blanks',
    name: 'x.txt',
    file: lines(
      'Date        Source      Event',
      '12/03/2024  File        Home visit by the worker.',
      '14/03/2024              Call from the school office.',
    ),
    events: [BOTH[0]!, bare(BOTH)[1]!],
    only: [],
  },
  {
    what: 'cells that Excel was told to keep as text',
    name: 'x.csv',
    file: lines('Date,Source,Event', '="12/03/2024",="File",="Said ""no"" twice."'),
    events: ['2024-03-12 | File | Said "no" twice.'],
    only: [],
  },
  {
    what: 'short dated lines without a header',
    name: 'x.csv',
    file: lines('12/03/2024 – Visit', '14/03/2024 – Call', '15/03/2024 – Letter'),
    events: ['2024-03-12 | - | Visit', '2024-03-14 | - | Call', '2024-03-15 | - | Letter'],
    only: [],
  },
  {
    what: 'a time on its own line under the date',
    name: 'x.txt',
    file: lines('12/03/2024', '09:30', 'Home visit.', '', '14/03/2024', '14:00', 'Call.', '16:15', 'Second call.', 'No reply.'),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Call.', '2024-03-14 | - | Second call.'],
    has: ['notice notAnEvent 1:10'],
  },
  {
    what: 'a line under the last label of a form in a text file',
    name: 'x.txt',
    file: lines('Date: 12/03/2024', 'Event: Home visit.', 'Child seen.', '', 'Date: 14/03/2024', 'Event: Call.'),
    events: ['2024-03-12 | - | Home visit.\nChild seen.', '2024-03-14 | - | Call.'],
    only: [],
  },
  {
    what: 'a row of nothing but "as above"',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,Visit.', 'As above,As above,As above'),
    events: ['2024-03-12 | File | Visit.', '2024-03-12 | File | Visit.'],
    has: ['warning asAbove 1:3:Event'],
  },
  {
    what: 'a sentence alone in the date cell',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Visit.',
      'Family moved to a new town.,,',
      'Phase two,,',
      '14/03/2024,Log,Call.',
    ),
    events: ['2024-03-12 | File | Visit.', '? | - | Family moved to a new town.', '2024-03-14 | Log | Call.'],
    has: ['warning unread 1:3:Date', 'notice notAnEvent 1:4'],
  },
  {
    what: 'a line end in a last cell without quotes',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by',
      'the worker.',
      '14/03/2024,Log,Call from the school office.',
    ),
    events: BOTH,
    only: ['warning rowJoined 1:3'],
    rows: [['1:2', '1:3'], ['1:4']],
  },
  {
    what: 'a line end in a middle cell without quotes',
    name: 'x.csv',
    file: lines(
      'Date,Event,Source',
      '12/03/2024,Home visit by',
      'the worker.,File',
      '14/03/2024,Call from the school office.,Log',
    ),
    events: BOTH,
    has: ['warning rowJoined 1:3'],
    rows: [['1:2', '1:3'], ['1:4']],
  },
  {
    what: 'one row and many notes under it',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by the worker.',
      '',
      'Notes',
      'HV = health visitor',
      'GP = doctor',
    ),
    events: [BOTH[0]!],
    has: ['notice notAnEvent 1:4', 'notice notAnEvent 1:6'],
  },
  {
    what: 'times in brackets, ranges and parts of the day before a text',
    name: 'x.txt',
    file: lines(
      '12/03/2024 (09:30) Home visit',
      '14/03/2024 (am) Call',
      '15/03/24 1430hrs Police call',
      '16.03.24 – 17.03.24 Stay with aunt',
      '18/03/2024 to 19/03/2024 Back home',
    ),
    events: [
      '2024-03-12 | - | Home visit',
      '2024-03-14 | - | Call',
      '2024-03-15 | - | Police call',
      '2024-03-16 | - | Stay with aunt',
      '2024-03-18 | - | Back home',
    ],
    only: [],
  },
  {
    what: '"END" under the dates',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,Visit.', 'END,,'),
    events: ['2024-03-12 | File | Visit.'],
    only: ['notice notAnEvent 1:3'],
  },
];

const PARAGRAPHS: Awkward[] = [
  {
    what: 'short dated paragraphs',
    file: makeDocx(text('12/03/2024: Home visit.\n14/03/2024: Call.\nEarly April 2024: moved.\n3rd May: letter.')),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Call.', '2024-04-01 | - | moved.', '2024-05-03 | - | letter.'],
    only: ['warning yearAssumed 0:4:Column 1'],
  },
  {
    what: 'a month before its sentence',
    file: makeDocx(text('12/03/2024 Home visit.\n14/03/2024 Call.\nApril 2024 Moved to a new flat.')),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Call.', '2024-04-01 | - | Moved to a new flat.'],
    only: [],
  },
  {
    what: 'the last entry has as much under it as others have',
    file: makeDocx(text('12/03/2024 – Visit.\nChild seen alone.\n14/03/2024 – Call.\nMother will ring back.\nSigned: A. Author')),
    events: ['2024-03-12 | - | Visit.\nChild seen alone.', '2024-03-14 | - | Call.\nMother will ring back.'],
    only: ['warning rowJoined 0:2', 'warning rowJoined 0:4', 'notice notAnEvent 0:5'],
  },
  {
    what: 'an undated line among dates on lines of their own',
    file: makeDocx(text('12/03/2024\nVisit.\nUndated\nNote about an uncle.\n14/03/2024\nCall.')),
    events: ['2024-03-12 | - | Visit.', '? | - | Note about an uncle.', '2024-03-14 | - | Call.'],
    only: ['warning undated 0:4:Column 1'],
  },
  {
    what: 'years and months on lines of their own',
    file: makeDocx(text('2024\nMarch\n12th – Visit.\nApril\n2nd – Letter.\n2025\nJanuary\n5th – Closed.')),
    events: ['2024-03-12 | - | Visit.', '2024-04-02 | - | Letter.', '2025-01-05 | - | Closed.'],
  },
  {
    what: 'columns set out with tabs, the first left empty',
    file: makeDocx(text('Date\tSource\tEvent\n12/03/2024\tFile\tVisit.\n\tEmail\tSecond contact.\n\t\tThird contact.')),
    events: ['2024-03-12 | File | Visit.', '2024-03-12 | Email | Second contact.', '2024-03-12 | - | Third contact.'],
  },
  {
    what: 'lines in a text box',
    file: makeDocx(
      paragraph(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${text('12/03/2024 – Visit.\n14/03/2024 – Call.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
    ),
    events: ['2024-03-12 | - | Visit.', '2024-03-14 | - | Call.'],
    rows: [['0:1'], ['0:1']],
  },
  {
    what: 'a date over each table is read with it',
    file: makeDocx(
      text('12 March 2024') +
        table([
          ['Time', 'Event'],
          ['09:30', 'Home visit.'],
        ]) +
        text('14 March 2024') +
        table([
          ['Time', 'Event'],
          ['11:30', 'Call from school.'],
        ]),
    ),
    events: ['2024-03-12 | - | Home visit.', '2024-03-14 | - | Call from school.'],
    only: [],
  },
];

const TABLES: Awkward[] = [
  {
    what: 'days and parts of a month under its heading',
    file: makeDocx(
      table([
        HEAD,
        ['March 2024', '', ''],
        ['12-14', 'File', 'Stay with an aunt.'],
        ['20th/21st', 'File', 'Calls.'],
        ['Late', 'File', 'School closed.'],
      ]),
    ),
    events: ['2024-03-12 | File | Stay with an aunt.', '2024-03-20 | File | Calls.', '2024-03-21 | File | School closed.'],
    only: ['warning monthAssumed 1:3:Date', 'warning monthAssumed 1:4:Date', 'warning monthAssumed 1:5:Date'],
  },
  {
    what: 'days under the heading of a year are of that year',
    file: makeDocx(table([HEAD, ['2024', '', ''], ['12 Oct', 'File', 'Visit.'], ['3 Dec', 'File', 'Letter.']])),
    events: ['2024-10-12 | File | Visit.', '2024-12-03 | File | Letter.'],
    only: ['warning yearAssumed 1:3:Date', 'warning yearAssumed 1:4:Date'],
  },
  {
    what: 'figures of a note raised behind a date and a word',
    file: makeDocx(
      table([
        HEAD,
        [
          cell(paragraph(run('12/03/2024') + raised('1'))),
          'File',
          cell(paragraph(run('Home visit by the worker') + raised('2'))),
        ],
        [
          cell(paragraph(run('14') + run('th', '<w:vertAlign w:val="superscript"/>') + run(' March 24') + raised('12'))),
          'Log',
          'Call.',
        ],
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker2', '2024-03-14 | Log | Call.'],
    only: [],
  },
  {
    what: 'a title over the headings in a header of two rows',
    file: makeDocx(table([row(['Our chronology', '', ''], '<w:tblHeader/>'), row(HEAD, '<w:tblHeader/>'), VISIT, CALL])),
    events: BOTH,
    mapping: { Date: 'date', Source: 'source', Event: 'description' },
  },
  {
    what: 'the agency in the title row',
    file: makeDocx(table([row([cell('Chronology of agency: Westmere Trust', '<w:gridSpan w:val="3"/>')]), HEAD, VISIT])),
    context: { agency: null },
    events: [BOTH[0]!],
    agencies: ['Westmere Trust'],
  },
  {
    what: 'a table struck out as a whole',
    file: makeDocx(table([row(HEAD, del), row(VISIT, del), row(CALL, del)])),
    events: [],
    has: ['warning allStruckOut -:-', 'notice trackedChange 1:2'],
  },
  {
    what: 'every word of a table struck out',
    file: makeDocx(table([HEAD, VISIT.map((words) => cell(struck(words)))])),
    events: [],
    has: ['warning allStruckOut -:-'],
  },
  {
    what: 'a mark of a paragraph struck out is said',
    file: makeDocx(
      table([
        HEAD,
        [
          '12/03/2024',
          'File',
          cell(
            `${paragraph(run('Home visit'), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')}${paragraph(run(' by the worker.'))}`,
          ),
        ],
      ]),
    ),
    events: [BOTH[0]!],
    only: ['notice trackedChange 1:2:Event'],
  },
  {
    what: 'a document that is kept elsewhere',
    file: makeDocx(paragraph('<w:subDoc r:id="r9"/>') + table([HEAD, VISIT])),
    events: [BOTH[0]!],
    only: ['warning embeddedDocument -:-'],
  },
  {
    what: 'a chronology by years',
    file: makeDocx(
      table([
        ['Year', 'Event'],
        ['2008', 'Born at the hospital.'],
        ['2009', 'Moved house.'],
        ['2009-10', 'Moves.'],
      ]),
    ),
    context: { anchor: {} },
    events: ['2008-01-01 | - | Born at the hospital.', '2009-01-01 | - | Moved house.', '2009-04-01 | - | Moves.'],
    only: ['warning twoReadings 1:4:Year'],
  },
  {
    what: 'date, time and place in one column beside what happened',
    file: makeDocx(
      table([
        ['Date / Time / Place', 'Event / Contact'],
        ['12/03/2024 09:30 Home', 'Attended a call.'],
        ['14/03/2024, clinic', 'Weighed.'],
      ]),
    ),
    events: ['2024-03-12 | - | Attended a call.', '2024-03-14 | - | Weighed.'],
    mapping: { 'Date / Time / Place': 'date', 'Event / Contact': 'description' },
  },
  {
    what: 'numbered rows without a header',
    file: makeDocx(
      table([
        ['1.', '12/03/2024', 'Home visit by the worker.'],
        ['2.', '14/03/2024', 'Call from the school office.'],
      ]),
    ),
    events: bare(BOTH),
    mapping: { 'Column 1': 'reference', 'Column 2': 'date', 'Column 3': 'description' },
  },
  {
    what: 'a column of dates left empty, the texts begin with them',
    file: makeDocx(
      table([
        HEAD,
        ['', 'File', '12/03/2024 – Home visit by the worker.'],
        ['', 'Log', '14/03/2024: Call from the school office.'],
      ]),
    ),
    events: BOTH,
    only: [],
  },
  {
    what: 'who signed and when, in the rows under the entries',
    file: makeDocx(table([HEAD, VISIT, ['Signed:', 'A. Author', ''], ['Date:', '12/05/2024', '']])),
    events: [BOTH[0]!],
    only: ['notice notAnEvent 1:3', 'notice notAnEvent 1:4'],
  },
];

describe('delimited text and lines that a stranger sends', () => readsAs(DELIMITED));
describe('paragraphs that a stranger sends', () => readsAs(PARAGRAPHS));
describe('tables that a stranger sends', () => readsAs(TABLES));

describe('what is kept of them', () => {
  it('the date of an entry under a time of its own says the time as it was written', () => {
    const staged = stage(lines('12/03/2024', '09:30', 'Visit.', '14/03/2024', '14:00', 'Call.'), 'x.txt');
    expect(staged.events.map(({ date }) => [date.asWritten, date.time])).toEqual([
      ['12/03/2024 09:30', '09:30'],
      ['14/03/2024 14:00', '14:00'],
    ]);
  });
  it('ISO 8859-15 keeps its euro, Windows text without quotes its pound', () => {
    const told = (byte: number): string => {
      const bytes = Buffer.from('Date,Source,Event\n12/03/2024,File,Gave X5 in caf\u00e9.\n', 'latin1');
      bytes[bytes.indexOf('X')] = byte;
      return stage(bytes, 'x.csv').events[0]!.description;
    };
    expect([told(0xa4), told(0xa3)]).toEqual(['Gave €5 in café.', 'Gave £5 in café.']);
  });
  it('four bytes a letter are no text that is read, and CSV is asked for', () => {
    const wide = Buffer.from([...'Date,Event\n'].flatMap((c) => [c.charCodeAt(0), 0, 0, 0]));
    expect(() => readRaw(wide, 'x.csv')).toThrow(/CSV UTF-8/);
  });
});
