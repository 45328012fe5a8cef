import { describe, expect, it } from 'vitest';
import { makeDocx, text } from '../../fixtures/returns/make-docx.ts';
import { brief, problems, stage } from './support.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('a midnight that nobody wrote', () => {
  const times = (...lines: string[]): (string | null)[][] =>
    stage(csv(...lines), 'x.csv').events.map(({ date }) => [date.earliest, date.latest, date.precision, date.time, date.endTime]);

  it('gives way to the time in a cell of its own, whatever the other rows hold', () => {
    const staged = stage(
      csv('Date,Time,Event', '2024-03-04 00:00:00,14:30,Seen at home.', '12/03/2024,,Seen at school.', '14/03/2024 10:15,,Call.'),
      'x.csv',
    );
    expect(staged.events.map(({ date }) => [date.earliest, date.time, date.certainty])).toEqual([
      ['2024-03-04', '14:30', 'certain'],
      ['2024-03-12', null, 'certain'],
      ['2024-03-14', '10:15', 'certain'],
    ]);
    expect(problems(staged)).toEqual([]);
  });

  it('is no time where the column has no other, dates without one among them', () => {
    expect(times('Date,Event', '2024-03-04 00:00:00,Visit.', '05/03/2024,Call.', '2024-03-06 00:00:00,Letter.')).toEqual([
      ['2024-03-04', '2024-03-04', 'day', null, null],
      ['2024-03-05', '2024-03-05', 'day', null, null],
      ['2024-03-06', '2024-03-06', 'day', null, null],
    ]);
  });

  it('from midnight to midnight is whole days; midnight to a time is not', () => {
    expect(
      times(
        'Start date,End date,Event',
        '2024-03-04 0:00:00,2024-03-06 0:00:00,Away from school.',
        '2024-03-10 14:30:00,,Back with a cut.',
        '2024-03-11 0:00:00,2024-03-11 06:00:00,Night on the ward.',
      ),
    ).toEqual([
      ['2024-03-04', '2024-03-06', 'range', null, null],
      ['2024-03-10', '2024-03-10', 'time', '14:30', null],
      ['2024-03-11', '2024-03-11', 'time', '00:00', '06:00'],
    ]);
  });
});

describe('a sentence in the date cell alone', () => {
  it('that states a gap and its dates is an entry, between rows and after the last', () => {
    const gap = 'No contact between August and December 2024';
    for (const rows of [
      ['01/02/2024,Visit.,A', `${gap},,`, '02/01/2025,Call.,A'],
      ['01/02/2024,Visit.,A', `${gap},,`],
    ]) {
      const staged = stage(csv('Date,Event,By', ...rows), 'x.csv');
      expect(staged.events[1]).toMatchObject({
        description: gap,
        noContact: true,
        date: { earliest: '2024-08-01', latest: '2024-12-31' },
      });
    }
  });

  it('that says more than a month is a heading, and is told', () => {
    const staged = stage(csv('Date,Event', '01/02/2024,Visit.', 'Moved to a new school June 2024,', ',Seen there.'), 'x.csv');
    expect(staged.events.at(-1)?.date.earliest).toBe('2024-06-01');
    expect(problems(staged)).toEqual(['notice notAnEvent 1:3']);
    const plain = stage(csv('Date,Event', '01/02/2024,Visit.', 'June 2024,', ',Seen there.'), 'x.csv');
    expect(problems(plain)).toEqual([]);
  });
});

describe('paragraphs', () => {
  it('a part of a month before a sentence dates it; in the middle of a sentence it does not', () => {
    const lines = [
      '12/03/2024 - Letter sent.',
      'Early April 2024 Tenant rang.',
      'Late May 2024 was quiet.',
      '1.8.24 Tenancy ended.',
    ];
    const staged = stage(makeDocx(lines.map((line) => text(line)).join('')), 'x.docx');
    expect(brief(staged)).toEqual([
      '2024-03-12 | - | Letter sent.',
      '2024-04-01 | - | Tenant rang.\nLate May 2024 was quiet.',
      '2024-08-01 | - | Tenancy ended.',
    ]);
  });
});
