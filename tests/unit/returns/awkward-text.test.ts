import { describe, expect, it } from 'vitest';
import { type Awkward, readsAs } from './awkward.ts';
import { brief, problems, readRaw, stage } from './support.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const BOTH = ['2024-03-12 | File | Home visit by the worker.', '2024-03-14 | Log | Call from the school office.'];
const grid = (mark: string, end = '\r\n'): string =>
  [
    ['Date', 'Source', 'Event'],
    ['12/03/2024', 'File', 'Home visit by the worker.'],
    ['14/03/2024', 'Log', 'Call from the school office.'],
  ]
    .map((cells) => cells.join(mark) + end)
    .join('');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();
const macRoman = (text: string): Uint8Array =>
  Buffer.from([...text].map((c) => ({ '’': 0xd5, é: 0x8e, '–': 0xd0, '“': 0xd2, '”': 0xd3, ê: 0x90 })[c] ?? c.charCodeAt(0)));
const windows = (text: string): Uint8Array =>
  Buffer.from([...text].map((c) => ({ '’': 0x92, '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 })[c] ?? c.charCodeAt(0)));

const DELIMITERS: Awkward[] = [
  ...[',', ';', '\t', '|', '^', '~'].map((mark) => ({
    what: `cells between ${JSON.stringify(mark)}`,
    name: 'x.csv',
    file: grid(mark),
    events: BOTH,
    only: [],
  })),
  ...['\n', '\r\n', '\r'].map((end) => ({
    what: `lines ended by ${JSON.stringify(end)}`,
    name: 'x.csv',
    file: grid(';', end),
    events: BOTH,
    only: [],
  })),
  { what: 'the delimiter named on the first line', name: 'x.csv', file: `sep=;\r\n${grid(';')}`, events: BOTH, only: [] },
  { what: 'the delimiter named in quotes', name: 'x.csv', file: `"sep=|"\r\n${grid('|')}`, events: BOTH, only: [] },
  { what: 'a tab named as the delimiter', name: 'x.csv', file: `sep=\t\r\n${grid('\t')}`, events: BOTH, only: [] },
  {
    what: 'a delimiter behind every row',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event,',
      '12/03/2024,File,Home visit by the worker.,',
      '14/03/2024,Log,Call from the school office.,',
    ),
    events: BOTH,
    mapping: { Date: 'date', Source: 'source', Event: 'description' },
    only: [],
  },
  {
    what: 'a delimiter behind the rows and not behind the header',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by the worker.,',
      '14/03/2024,Log,Call from the school office.,',
    ),
    events: BOTH,
    only: [],
  },
  {
    what: 'comment and title lines above',
    name: 'x.csv',
    file: lines(
      '# exported 01/02/2026 by records',
      'Westmere chronology',
      '',
      'Date;Source;Event',
      '12/03/2024;File;Home visit by the worker.',
      '14/03/2024;Log;Call from the school office.',
    ),
    events: BOTH,
  },
  {
    what: 'commas in free text between semicolons',
    name: 'x.csv',
    file: lines(
      'Date;Source;Event',
      '12/03/2024;File;Visit, no reply, card left, neighbour asked.',
      '14/03/2024;Log;Call, then a second one, then a third.',
    ),
    events: [
      '2024-03-12 | File | Visit, no reply, card left, neighbour asked.',
      '2024-03-14 | Log | Call, then a second one, then a third.',
    ],
    only: [],
  },
  {
    what: 'blanks beside the delimiters',
    name: 'x.csv',
    file: lines(
      'Date , Source , Event',
      '12/03/2024 , File , Home visit by the worker.',
      '14/03/2024 , Log , Call from the school office.',
    ),
    events: BOTH,
    only: [],
  },
  {
    what: 'two blanks or more between the columns',
    name: 'x.txt',
    file: lines(
      'Date        Source    Event',
      '12/03/2024  File      Home visit by the worker.',
      '14/03/2024  Log       Call from the school office.',
    ),
    events: BOTH,
  },
  {
    what: 'bars on both sides and a line drawn under the header',
    name: 'x.txt',
    file: lines(
      '| Date | Source | Event |',
      '|------|:------|-------|',
      '| 12/03/2024 | File | Home visit by the worker. |',
      '| 14/03/2024 | Log | Call from the school office. |',
    ),
    events: BOTH,
    only: [],
  },
  { what: 'the end mark of DOS', name: 'x.csv', file: `${grid(',')}\x1a`, events: BOTH, only: [] },
  { what: 'no header', name: 'x.csv', file: grid(',').split('\r\n').slice(1).join('\r\n'), events: BOTH },
];

const QUOTES: Awkward[] = [
  {
    what: 'line ends, delimiters and quotes in quotes',
    name: 'x.csv',
    file: 'Date,Source,Event\r\n12/03/2024,File,"Visit, with aunt.\r\nShe said ""come in""."\r\n14/03/2024,"Log, duty","Call.\n\nSecond paragraph."\r\n',
    events: ['2024-03-12 | File | Visit, with aunt.\nShe said "come in".', '2024-03-14 | Log, duty | Call.\n\nSecond paragraph.'],
    only: [],
  },
  {
    what: 'a quote in the middle of a field',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,He said "no" and left.', '14/03/2024,Log,5" cut on arm.'),
    events: ['2024-03-12 | File | He said "no" and left.', '2024-03-14 | Log | 5" cut on arm.'],
    only: [],
  },
  {
    what: 'words behind a closing quote',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,"Visit" by the worker.', '14/03/2024,Log,Call.'),
    events: ['2024-03-12 | File | Visit by the worker.', '2024-03-14 | Log | Call.'],
    only: ['warning looseQuote 1:2'],
  },
  {
    what: 'a quote that never closes',
    name: 'x.csv',
    file: lines('Date,Source,Event', '12/03/2024,File,"Visit by the worker.', '14/03/2024,Log,Call.'),
    events: ['2024-03-12 | File | "Visit by the worker.', '2024-03-14 | Log | Call.'],
    only: ['error unclosedQuote 1:2'],
  },
  {
    what: 'every cell in quotes, the empty ones too',
    name: 'x.csv',
    file: lines('"Date","Time","Event"', '"12/03/2024","","Visit."', '"","","Second visit."'),
    events: ['2024-03-12 | - | Visit.', '2024-03-12 | - | Second visit.'],
    only: [],
  },
  {
    what: 'single quotes are letters',
    name: 'x.csv',
    file: lines('Date,Source,Event', "12/03/2024,File,'Visit' by the worker", "14/03/2024,Log,Mother's call"),
    events: ["2024-03-12 | File | 'Visit' by the worker", "2024-03-14 | Log | Mother's call"],
    only: [],
  },
];

const ENCODINGS: Awkward[] = (
  [
    ['UTF-8', Buffer.from('Mother’s café visit – “fine”')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFMother’s café visit – “fine”')],
    ['UTF-16, little end first, with its mark', Buffer.from('\uFEFFMother’s café visit – “fine”', 'utf16le')],
    ['UTF-16, big end first, with its mark', utf16be('\uFEFFMother’s café visit – “fine”')],
    ['UTF-16, little end first', Buffer.from('Mother’s café visit – “fine”', 'utf16le')],
    ['UTF-16, big end first', utf16be('Mother’s café visit – “fine”')],
    ['Windows-1252', windows('Mother’s café visit – “fine”')],
    ['Mac Roman', macRoman('Mother’s café visit – “fine”')],
  ] as [string, Uint8Array][]
).map(([what, words]) => {
  const wide = what.startsWith('UTF-16');
  const plain = (text: string): Uint8Array =>
    !wide ? Buffer.from(text) : what.includes('big') ? utf16be(text) : Buffer.from(text, 'utf16le');
  const marked =
    words[0] === 0xef ? 3 : (words[0] === 0xff && words[1] === 0xfe) || (words[0] === 0xfe && words[1] === 0xff) ? 2 : 0;
  return {
    what,
    name: 'x.csv',
    file: Buffer.concat([
      words.subarray(0, marked),
      plain('Date,Event\r\n12/03/2024,'),
      words.subarray(marked),
      plain('\r\n14/03/2024,Second visit by the worker.\r\n'),
    ]),
    events: ['2024-03-12 | - | Mother’s café visit – “fine”', '2024-03-14 | - | Second visit by the worker.'],
    only: [],
  };
});

const LINES: Awkward[] = [
  {
    what: 'dated lines in a text file, each with its text under it',
    name: 'x.txt',
    file: lines(
      'Westmere Trust',
      '',
      '12/03/2024',
      'Home visit by the worker.',
      '',
      '14/03/2024',
      'Call from the school office.',
      '',
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'dated lines with commas in them',
    name: 'x.txt',
    file: lines(
      '12/03/2024 - Visit, no reply, card left.',
      '14/03/2024 - Call, then a letter, then a visit.',
      '18/03/2024 - Letter.',
    ),
    events: [
      '2024-03-12 | - | Visit, no reply, card left.',
      '2024-03-14 | - | Call, then a letter, then a visit.',
      '2024-03-18 | - | Letter.',
    ],
  },
  {
    what: 'forms in a text file',
    name: 'x.txt',
    file: lines(
      'Date: 12/03/2024',
      'Source: File',
      'Event: Home visit by the worker.',
      '',
      'Date: 14/03/2024',
      'Source: Log',
      'Event: Call from the school office.',
    ),
    events: BOTH,
  },
  {
    what: 'a nil return in a text file',
    name: 'x.txt',
    file: lines('Nil return.', 'The family is not known to us.'),
    events: [],
    only: ['notice nilReturn -:-'],
  },
  { what: 'an empty text file of blank lines', name: 'x.csv', file: '\r\n\r\n', events: [], only: ['warning emptyFile -:-'] },
  {
    what: 'a letter in a text file',
    name: 'x.txt',
    file: lines('Dear Partnership,', 'We will write again, as soon as we can.'),
    events: [],
    only: ['warning noChronology -:-'],
  },
];

const RAGGED: Awkward[] = [
  {
    what: 'rows cut short',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event,Outcome',
      '12/03/2024,File,Home visit by the worker.',
      '14/03/2024,Log,Call from the school office.,None',
    ),
    events: BOTH,
  },
  {
    what: 'a row of commas and a total',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by the worker.',
      ',,',
      '14/03/2024,Log,Call from the school office.',
      ',,',
      'Total,,2',
    ),
    events: BOTH,
    only: ['notice notAnEvent 1:6'],
  },
  {
    what: 'the header again in the middle',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by the worker.',
      'Date,Source,Event',
      '14/03/2024,Log,Call from the school office.',
    ),
    events: BOTH,
    only: [],
  },
  {
    what: 'two tables one under the other',
    name: 'x.csv',
    file: lines(
      'Date,Source,Event',
      '12/03/2024,File,Home visit by the worker.',
      '',
      'Date,Source,Event',
      '14/03/2024,Log,Call from the school office.',
    ),
    events: BOTH,
  },
  {
    what: 'date and time as a database prints them',
    name: 'x.csv',
    file: lines(
      'event_date,event_type,event_description',
      '2024-03-12T10:30:00Z,Visit,Home visit by the worker.',
      '2024-03-14T00:00:00.000+00:00,Call,Call from the school office.',
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'headings in camel case and with underscores',
    name: 'x.csv',
    file: lines(
      'ContactDate,ContactTime,WorkerName,ContactDetails,Outcome_Of_Contact',
      '12/03/2024,10:30,A. Writer,Home visit by the worker.,Seen',
    ),
    events: ['2024-03-12 | A. Writer | Home visit by the worker.'],
    mapping: {
      ContactDate: 'date',
      ContactTime: 'time',
      WorkerName: 'source',
      ContactDetails: 'description',
      Outcome_Of_Contact: 'outcome',
    },
  },
];

describe('delimiters and line ends', () => readsAs(DELIMITERS));
describe('quotes', () => readsAs(QUOTES));
describe('encodings', () => readsAs(ENCODINGS));
describe('text that is no table', () => readsAs(LINES));
describe('ragged and printed tables', () => readsAs(RAGGED));

const REFUSED: [what: string, name: string, bytes: Uint8Array | string, says: RegExp][] = [
  ['PDF called CSV', 'x.csv', '%PDF-1.7 stuff', /PDF/],
  ['PDF behind a mark', 'x.txt', '\uFEFF\n%PDF-1.4', /PDF/],
  ['RTF called text', 'x.txt', '{\\rtf1\\ansi hello}', /RTF/],
  ['a web page called .doc', 'x.doc', '<html><body><table></table></body></html>', /web page/],
  ['a web page called .xls', 'x.xls', '<!doctype html><html></html>', /web page/],
  ['a web page with blanks before it', 'x.csv', '\r\n  <HTML><head></head>', /web page/],
  ['XML called CSV', 'x.csv', '<?xml version="1.0"?><Workbook/>', /data file/],
  ['an e-mail called text', 'x.txt', 'Return-Path: <a@b>\nFrom: x', /e-mail/],
  ['an e-mail', 'x.eml', 'X-Header: 1\nFrom: a@b\nSubject: s\n\nbody', /e-mail/],
  [
    'an e-mail saved as text by Outlook',
    'x.txt',
    'From:\tA. Writer\r\nSent:\t12 March 2024 10:30\r\nTo:\tB\r\nSubject:\tChronology\r\n\r\nHello',
    /e-mail/,
  ],
  ['a calendar', 'x.ics', 'BEGIN:VCALENDAR', /kind of file/],
  ['a web archive', 'x.mht', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', /e-mail|web page/],
  ['JSON', 'x.json', '{"a":1}', /data file/],
  ['JSON called CSV', 'x.csv', '[{"date":"12/03/2024"}]', /data file/],
  ['a picture called CSV', 'x.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), /picture/],
  ['a TIFF', 'x.tif', new Uint8Array([0x49, 0x49, 0x2a, 0x00, 8, 0]), /picture/],
  ['an executable called CSV', 'x.csv', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), /not a text file|kind of file/],
  ['zero bytes in text', 'x.csv', 'Date,Event\n12/03/2024,A\0B\n', /not a text file/],
  ['gzip', 'x.gz', new Uint8Array([0x1f, 0x8b, 8, 0]), /kind of file/],
  ['old Works', 'x.wps', 'x', /kind of file/],
  ['Pages', 'x.pages', new Uint8Array([0x50, 0x4b, 3, 4]), /./],
  ['a text file without an ending in its name', 'chronology', 'Date,Event\n', /kind of file/],
];

describe('files that are no returns', () => {
  it.each(REFUSED)('%s', (_, name, bytes, says) => {
    const started = performance.now();
    expect(() => readRaw(bytes, name)).toThrow(says);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('text is read whatever capitals its name has', () => {
    expect(brief(stage(grid(','), 'X.CSV'))).toEqual(BOTH);
    expect(problems(stage(grid('\t'), 'x.TSV'))).toEqual([]);
  });
});
