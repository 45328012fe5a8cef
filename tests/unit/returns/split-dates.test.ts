import { describe, expect, it } from 'vitest';
import { makeDocx, table, text } from '../../fixtures/returns/make-docx.ts';
import { brief, problems, stage } from './support.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('a date in pieces, or with more than the writer meant', () => {
  it('day, month and year in columns of their own are one date', () => {
    const staged = stage(
      csv('Day,Month,Year,Event', '12,10,2024,Home visit.', '14,October,2024,Call.', ',Nov,2024,Letter.'),
      'x.csv',
    );
    expect(brief(staged)).toEqual(['2024-10-12 | - | Home visit.', '2024-10-14 | - | Call.', '2024-11-01 | - | Letter.']);
    expect(staged.mapping).toEqual({ Day: 'date', Month: 'date', Year: 'date', Event: 'description' });
    expect(staged.problems).toEqual([]);
    expect(staged.events[1]?.date.asWritten).toBe('14 October 2024');
  });

  it('years alone in that column do not make it the date, nor do words around it take the day away', () => {
    const staged = stage(
      csv('Year,Month,Day,Source,Details', '2024,10,12,Log,Home visit.', '2024,Oct,14,Note,Call.', '2024,11,1,Log,Letter.'),
      'x.csv',
    );
    expect(brief(staged)).toEqual(['2024-10-12 | Log | Home visit.', '2024-10-14 | Note | Call.', '2024-11-01 | Log | Letter.']);
    expect([staged.problems, staged.events[0]?.other]).toEqual([[], {}]);
  });

  it('a clock time in the line of a date is of the text under it, and of no other', () => {
    const staged = stage(
      makeDocx(
        ['12 October 2024', 'Home visit.', '14 October 2024, 14:30', 'Call from the school.', '1 November 2024', 'Letter.']
          .map((line) => text(line))
          .join(''),
      ),
      'x.docx',
    );
    expect(staged.events.map(({ date }) => [date.earliest, date.time, date.asWritten])).toEqual([
      ['2024-10-12', null, '12 October 2024'],
      ['2024-10-14', '14:30', '14 October 2024, 14:30'],
      ['2024-11-01', null, '1 November 2024'],
    ]);
  });

  it('a year beside dates without one belongs to them; beside whole dates it is a column of its own', () => {
    const beside = stage(csv('Year,Date,Event', '2024,12 Oct,Visit.', '2024,14/10,Call.'), 'x.csv');
    expect(beside.events.map((event) => event.date.earliest)).toEqual(['2024-10-12', '2024-10-14']);
    const whole = stage(csv('Year,Date,Event', '2024,12/10/2024,Visit.', '2024,14/10/2024,Call.'), 'x.csv');
    expect(whole.mapping).toMatchObject({ Year: 'other', Date: 'date' });
  });

  it('midnight in every date cell is what a database prints, and the time column has the time', () => {
    const staged = stage(
      csv(
        'EVENT_DATE,EVENT_TIME,WORKER,NOTES',
        '2024-10-12 00:00:00.000,14:30:00,A. Worker,Home visit.',
        '2024-10-14 00:00:00.000,NULL,NULL,Call.',
      ),
      'x.csv',
    );
    expect(staged.events.map((event) => [event.date.earliest, event.date.time, event.date.precision])).toEqual([
      ['2024-10-12', '14:30', 'time'],
      ['2024-10-14', null, 'day'],
    ]);
    expect(brief(staged)).toEqual(['2024-10-12 | A. Worker | Home visit.', '2024-10-14 | - | Call.']);
    expect(staged.problems).toEqual([]);
    expect(staged.events[0]?.date.asWritten).toBe('2024-10-12 00:00:00.000 14:30:00');
  });

  it('a year over the table is that of its dates', () => {
    const rows = (date: string): string =>
      table([
        ['Date', 'Event'],
        [date, 'Visit.'],
      ]);
    const staged = stage(makeDocx(text('2023') + rows('12 October') + text('2024') + rows('3 January')), 'x.docx', {
      anchor: {},
    });
    expect(staged.events.map((event) => event.date.earliest)).toEqual(['2023-10-12', '2024-01-03']);
  });

  it('a single midnight among times is a time', () => {
    const staged = stage(csv('Date,Event', '12/10/2024 00:00,Call.', '13/10/2024 14:30,Visit.'), 'x.csv');
    expect(staged.events.map((event) => event.date.time)).toEqual(['00:00', '14:30']);
  });

  it('a column in American order puts its other dates in doubt', () => {
    const staged = stage(csv('Date,Event', '10/12/2024,Visit.', '10/14/2024,Call.', '10/10/2024,Letter.'), 'x.csv');
    expect(staged.events.map((event) => [event.date.earliest, event.date.certainty])).toEqual([
      ['2024-12-10', 'uncertain'],
      ['2024-10-14', 'uncertain'],
      ['2024-10-10', 'certain'],
    ]);
    expect(staged.events[0]?.date.alternatives).toEqual([{ earliest: '2024-10-12', latest: '2024-10-12' }]);
    expect(problems(staged)).toEqual(['warning twoReadings 1:2:Date', 'warning usOrder 1:3:Date']);
  });

  it('of "reported" and "from" the chronology takes the second', () => {
    const staged = stage(
      csv(
        'Occ No,Date/Time Reported,Date/Time From,Date/Time To,Summary',
        'A1,12/10/2024 16:00,12/10/2024 14:30,12/10/2024 15:00,Call.',
      ),
      'x.csv',
    );
    expect(staged.events[0]?.date).toMatchObject({ earliest: '2024-10-12', time: '14:30', endTime: '15:00' });
  });
});

describe('lines and paragraphs that begin with a date', () => {
  it('parted from their text by a dash, a blank or a number before them', () => {
    const texts = ['12.10.24 – Home visit.', '2. 14/10/2024 Call from the school.', '15/10/2024 14:30 Second call.'];
    const inWord = stage(makeDocx(texts.map((line) => text(line)).join('')));
    const days = ['2024-10-12', '2024-10-14', '2024-10-15'];
    expect(inWord.events.map((event) => event.date.earliest)).toEqual(days);
    expect(inWord.events.map((event) => event.description)).toEqual(['Home visit.', 'Call from the school.', 'Second call.']);
    expect(inWord.rows.map((row) => [row.table, row.row])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    const inText = stage(csv(...texts), 'x.txt');
    expect(inText.events.map((event) => event.date.earliest)).toEqual(days);
    expect(inText.rows[0]).toMatchObject({ table: 1, row: 1 });
  });

  it('one heading over the words, none over the dates', () => {
    const rows = [
      ['', 'Event', ''],
      ['12/10/2024', 'Home visit by the worker.', 'HV'],
      ['14/10/2024', 'Call from the school.', 'GP'],
    ];
    expect(stage(makeDocx(table(rows))).events.map((event) => event.description)).toEqual([rows[1]?.[1], rows[2]?.[1]]);
  });

  it('years on lines of their own between the paragraphs are headings', () => {
    const staged = stage(
      makeDocx(
        [
          '2023',
          '12 October – Home visit by the worker.',
          '14 October – Call from the school',
          '2024',
          '3 January – Letter from the surgery.',
        ]
          .map((line) => text(line))
          .join(''),
      ),
    );
    expect(staged.events.map((event) => [event.date.earliest, event.description])).toEqual([
      ['2023-10-12', 'Home visit by the worker.'],
      ['2023-10-14', 'Call from the school'],
      ['2024-01-03', 'Letter from the surgery.'],
    ]);
  });

  it('rows of a form that have only their number are no entries', () => {
    const staged = stage(csv('No.,Date,Event', '1,12/10/2024,Visit.', '2,,', '3,,'), 'x.csv');
    expect(brief(staged)).toEqual(['2024-10-12 | - | Visit.']);
    expect(problems(staged)).toEqual(['notice notAnEvent 1:3', 'notice notAnEvent 1:4']);
  });

  it('a cell that a spreadsheet could not work out is pointed out', () => {
    const staged = stage(csv('Date,Source,Event', '12/10/2024,#N/A,Visit.', '########,File,Call.'), 'x.csv');
    expect(problems(staged)).toEqual(['warning errorCell 1:2:Source', 'warning undated 1:3:Date', 'warning errorCell 1:3:Date']);
  });

  it('a nil return written in the template is no entry', () => {
    const staged = stage(
      makeDocx(
        table([
          ['Date', 'Event'],
          ['', 'Nil return – not known to this agency'],
        ]),
      ),
    );
    expect(staged.events).toEqual([]);
    expect(problems(staged)).toContain('notice nilReturn -:-');
  });
});
