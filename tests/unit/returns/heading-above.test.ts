import { expect, it } from 'vitest';
import { problems, stage } from './support.ts';

const read = (...rows: string[]): string[][] => {
  const staged = stage(['Date,Source,Event', '01/02/2024,File,First.', ...rows].join('\n'), 'x.csv');
  return staged.events
    .slice(1)
    .map(({ date, description }) => [date.earliest ?? '?', date.latest ?? '?', date.asWritten, description]);
};

it('a date over rows without one is written with each of them, until one has its own', () => {
  expect(read('12/03/2024,,', ',File,Visit.', ',Log,Call.', '14/03/2024,Log,Clinic.', ',Log,Second clinic.')).toEqual([
    ['2024-03-12', '2024-03-12', '12/03/2024', 'Visit.'],
    ['2024-03-12', '2024-03-12', '12/03/2024', 'Call.'],
    ['2024-03-14', '2024-03-14', '14/03/2024', 'Clinic.'],
    ['2024-03-14', '2024-03-14', '', 'Second clinic.'],
  ]);
});

it('a month over rows lends them its words and its days', () => {
  expect(
    read(
      'March 2024,,',
      ',File,Visit.',
      '12,Log,Call.',
      '12–14,Log,Stay.',
      '3/18/24,Log,Clinic.',
      '12/03,Log,Meeting.',
      '12/4,Log,Later.',
    ),
  ).toEqual([
    ['2024-03-01', '2024-03-31', 'March 2024', 'Visit.'],
    ['2024-03-12', '2024-03-12', '12', 'Call.'],
    ['2024-03-12', '2024-03-14', '12–14', 'Stay.'],
    ['2024-03-18', '2024-03-18', '3/18/24', 'Clinic.'],
    ['2024-03-12', '2024-03-12', '12/03', 'Meeting.'],
    ['2024-04-12', '2024-04-12', '12/4', 'Later.'],
  ]);
});

it('a heading that no entry under it bears out is told of; one that is borne out is not', () => {
  const told = (...rows: string[]): string[] =>
    problems(stage(['Date,Source,Event', '01/02/2024,File,First.', ...rows].join('\n'), 'x.csv'));
  expect(told('March 2024,,', '12/03/2024,File,Visit.')).toEqual([]);
  expect(told('March 2024,,', '12/05/2024,File,Visit.')).toEqual(['notice notAnEvent 1:3']);
  expect(told('12/05/2024,File,Visit.', 'June 2024,,')).toEqual(['notice notAnEvent 1:4']);
  // An open span says when something was, not what comes under it.
  expect(told('since 2023,,', '12/05/2024,File,Visit.')).toEqual(['warning noDescription 1:3:Event']);
});

it('the first entry under a date line is no instruction, whatever its first word', () => {
  expect(read('12/03/2024,,', ',,Name withheld: caller rang.')).toEqual([
    ['2024-03-12', '2024-03-12', '12/03/2024', 'Name withheld: caller rang.'],
  ]);
});

it('a row with an end date of its own is not joined to the one above', () => {
  const staged = stage(['Date,End date,Event', '01/02/2024,,First.', ',March 2024,and so on.'].join('\n'), 'x.csv');
  expect(staged.events.map(({ date }) => date.asWritten)).toEqual(['01/02/2024', '– March 2024']);
});
