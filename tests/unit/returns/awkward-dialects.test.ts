import { describe, expect, it } from 'vitest';
import { type Awkward, readsAs } from './awkward.ts';
import { brief, problems, readRaw, stage } from './support.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const BOTH = ['2024-03-12 | File | Home visit.', '2024-03-14 | Log | Call.'];
const grid = (mark = ',', end = '\r\n'): string =>
  ['Date|Source|Event', '12/03/2024|File|Home visit.', '14/03/2024|Log|Call.']
    .map((row) => row.replaceAll('|', mark) + end)
    .join('');
/** Each letter as its one byte. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const HABITS: Awkward[] = [
  {
    what: 'quotes behind backslashes',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,"She said \\"no, never\\" and left."',
      '14/03/2024,Log,"He said \\"yes\\""',
      '15/03/2024,Log,"Kept in C:\\\\notes\\\\"',
    ),
    events: [
      '2024-03-12 | File | She said "no, never" and left.',
      '2024-03-14 | Log | He said "yes"',
      '2024-03-15 | Log | Kept in C:\\notes\\',
    ],
    only: [],
  },
  {
    what: 'a backslash at the end of a field is one',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,"In S:\\Files\\"', '14/03/2024,Log,"Call ""back""."'),
    events: ['2024-03-12 | File | In S:\\Files\\', '2024-03-14 | Log | Call "back".'],
    only: [],
  },
  {
    what: 'fields between apostrophes',
    name: 'x.csv',
    file: lines("'Date','Source','Event'", "'12/03/2024','File','Visit, mother''s \"friend\".'", "'14/03/2024','Log','Call.'"),
    events: ['2024-03-12 | File | Visit, mother\'s "friend".', '2024-03-14 | Log | Call.'],
    only: [],
  },
  {
    what: 'each row as one field in quotes',
    name: 'x.csv',
    file: lines('"Date,Source,Event"', '"12/03/2024,File,""Home, visit."""', '"14/03/2024,Log,Call."'),
    events: ['2024-03-12 | File | Home, visit.', '2024-03-14 | Log | Call.'],
    only: [],
  },
  {
    what: 'rows ended by a carriage return among rows ended by a line feed',
    name: 'x.csv',
    file: 'Date,Source,Event\r12/03/2024,File,Home visit.\r14/03/2024,Log,Call.\n15/03/2024,Log,Third.\r16/03/2024,Log,Fourth.\n',
    events: [...BOTH, '2024-03-15 | Log | Third.', '2024-03-16 | Log | Fourth.'],
    only: [],
  },
  {
    what: 'letters of code page 850',
    name: 'x.csv',
    file: bytes(
      'Date,Source,Event\r\n12/03/2024,Ren\x82e,Caf\x82 with Zo\x89, \x9c20 na\x8bve.\r\n14/03/2024,Log,Fa\x87ade \x84 la m\x83che.\r\n',
    ),
    events: ['2024-03-12 | Renée | Café with Zoë, £20 naïve.', '2024-03-14 | Log | Façade ä la mâche.'],
  },
  { what: 'zero bytes behind the last row', name: 'x.csv', file: `${grid()}${'\0'.repeat(512)}`, events: BOTH, only: [] },
  {
    what: 'zero bytes that fill up fields',
    name: 'x.csv',
    file: grid().replaceAll('File', 'File\0\0\0').replaceAll('Log', 'Log\0\0\0\0'),
    events: BOTH,
    only: [],
  },
  {
    what: 'UTF-16 filled up with zeros',
    name: 'x.csv',
    file: Buffer.concat([Buffer.from(`\ufeff${grid()}`, 'utf16le'), Buffer.alloc(64)]),
    events: BOTH,
    only: [],
  },
  { what: 'UTF-16 without a mark', name: 'x.csv', file: Buffer.from(grid('\t'), 'utf16le').swap16(), events: BOTH, only: [] },
  {
    what: 'semicolons, and commas in numbers',
    name: 'x.csv',
    file: lines('Date;Source;Event;Weight', '12/03/2024;File;Weighed, well;3,45', '14/03/2024;Log;Call, then visit;3,50'),
    events: ['2024-03-12 | File | Weighed, well', '2024-03-14 | Log | Call, then visit'],
    only: [],
  },
  ...['export.xls', 'export.xlsx', 'export.doc', 'export.docx', 'export.dat', 'export'].map((name) => ({
    what: `text called ${name}`,
    name,
    file: grid('\t'),
    events: BOTH,
    only: ['notice calledOtherwise -:-'],
  })),
];
describe('text as exporters of all kinds write it', () => readsAs(HABITS));

it('a zero byte inside a word is no text, whatever stands behind others', () => {
  expect(() => readRaw('Date,Event\n12/03/2024,A\0B\0\n', 'x.csv')).toThrow(/not a text file/);
});

const REFUSED: readonly (readonly [string, string, string, RegExp])[] = [
  [
    'a page called a workbook',
    'x.xls',
    '<html><table><tr><td>Date</td></tr></table></html>',
    /web pages that are called workbooks.*Excel Workbook/s,
  ],
  [
    'XML of Excel 2003',
    'x.xls',
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    /called workbooks/,
  ],
  ['a page called a document', 'x.doc', '<html><body><p>12/03/2024 Visit</p></body></html>', /called documents.*Word Document/s],
  ['a page', 'x.html', '<html><body></body></html>', /web pages and data files/],
  ['SYLK', 'x.xls', 'ID;PWXL;N;E\nC;Y1;X1;K"Date"\nC;Y1;X2;K"Event"\nE\n', /old Excel workbooks/],
  ['a letter', 'x.doc', 'Dear colleague\n\nNothing was found.\n', /old Word documents/],
  ['bytes that are no text', 'x.xls', 'a,b,c\n\u0001,\u0002,\u0003\n\u0004,\u0005,\u0006\n', /old Excel workbooks/],
];
it.each(REFUSED)('%s is refused, with what to ask for', (_, name, text, why) => {
  expect(() => readRaw(text, name)).toThrow(why);
});

it('nothing of a file called otherwise is different from the same file called by its name', () => {
  const [called, plain] = [stage(grid(';'), 'x.xls'), stage(grid(';'), 'x.csv')];
  expect(brief(called)).toEqual(brief(plain));
  expect(problems(called)).toEqual(['notice calledOtherwise -:-', ...problems(plain)]);
});
