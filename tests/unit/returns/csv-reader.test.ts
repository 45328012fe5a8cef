import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser } from '#core/features/returns/readers/csv/csv-parser.ts';
import { readRaw } from './support.ts';

const cells = (bytes: Uint8Array | string, name = 'a.csv'): string[][] =>
  (readRaw(bytes, name).tables[0]?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
const codes = (bytes: Uint8Array | string): string[] =>
  readRaw(bytes, 'a.csv').tables[0]!.rows.flatMap((row) =>
    (row.marks ?? []).map((mark) => `${row.row} ${mark.severity} ${mark.code}`),
  );

const WORDS = 'Date;Event;Who\n12/05/2024;Visit, no reply;A\n13/05/2024;Call, then letter;B\n';

describe('delimited text', () => {
  it.each<[string, string, string[][]]>([
    [
      'commas, quotes doubled, line ends in quotes',
      'a,b\r\n"1 ""x""","two\r\nlines"\r\n',
      [
        ['a', 'b'],
        ['1 "x"', 'two\nlines'],
      ],
    ],
    [
      'semicolons, commas in the text',
      WORDS,
      [
        ['Date', 'Event', 'Who'],
        ['12/05/2024', 'Visit, no reply', 'A'],
        ['13/05/2024', 'Call, then letter', 'B'],
      ],
    ],
    [
      'tabs',
      WORDS.replaceAll(';', '\t'),
      [
        ['Date', 'Event', 'Who'],
        ['12/05/2024', 'Visit, no reply', 'A'],
        ['13/05/2024', 'Call, then letter', 'B'],
      ],
    ],
    [
      'bars',
      'a|b|c\n1|2, 3|4\n',
      [
        ['a', 'b', 'c'],
        ['1', '2, 3', '4'],
      ],
    ],
    [
      "Excel's hint",
      'sep=;\r\na;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['empty cells and empty lines', 'a,b,c\n,,\n\n1,,3\n', [['a', 'b', 'c'], ['', '', ''], [''], ['1', '', '3']]],
    [
      'blanks round quotes',
      'a, "b, c" ,d\n1, "2" ,3\n',
      [
        ['a', 'b, c', 'd'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a quote inside a word',
      'a,b\n5\' 6" tall,x\n',
      [
        ['a', 'b'],
        ['5\' 6" tall', 'x'],
      ],
    ],
    [
      'letters after a closing quote',
      'a,b\n"x" y,z\n',
      [
        ['a', 'b'],
        ['x y', 'z'],
      ],
    ],
    ['one column', 'Note\nfirst\nsecond\n', [['Note'], ['first'], ['second']]],
    ['one row', 'a;b;c', [['a', 'b', 'c']]],
    [
      'ragged rows',
      'a,b,c\n1,2\n1,2,3,4\n',
      [
        ['a', 'b', 'c'],
        ['1', '2'],
        ['1', '2', '3', '4'],
      ],
    ],
  ])('%s', (_, file, expected) => {
    expect(cells(file)).toEqual(expected);
  });

  it('reads every way in which letters are stored', () => {
    const file = 'Date,Event\n12/05/2024,Łukasz’s café – £5\n';
    const western = 'Date,Event\n12/05/2024,Sinéad’s café – £5\n';
    const expected = [
      ['Date', 'Event'],
      ['12/05/2024', 'Łukasz’s café – £5'],
    ];
    const windows = Buffer.from(western.replace('’', '\u0092').replace('–', '\u0096'), 'latin1');
    expect(cells(Buffer.from(file))).toEqual(expected);
    expect(cells(Buffer.from(`\uFEFF${file}`))).toEqual(expected);
    expect(cells(Buffer.from(`\uFEFF${file}`, 'utf16le'))).toEqual(expected);
    expect(cells(Buffer.from(`\uFEFF${file}`, 'utf16le').swap16())).toEqual(expected);
    expect(cells(Buffer.from(file, 'utf16le'))).toEqual(expected);
    expect(cells(windows)).toEqual([
      ['Date', 'Event'],
      ['12/05/2024', 'Sinéad’s café – £5'],
    ]);
  });
  it('keeps the letters of a file with one damaged byte, and says so', () => {
    const bytes = Buffer.concat([
      Buffer.from('Date,Event\n12/05/2024,Łukasz Wójcik, Sinéad,'),
      Buffer.from([0xff]),
      Buffer.from('café\n'),
    ]);
    const raw = readRaw(bytes, 'a.csv');
    expect(raw.marks.map((mark) => mark.code)).toEqual(['damagedLetters']);
    expect(raw.tables[0]!.rows[1]!.cells[1]!.text).toContain('Łukasz Wójcik');
  });
  it('does not let a quote without end swallow the rest of the file', () => {
    const file = 'a,b\n1,"open\n2,"closed, well"\n3,x\n';
    expect(cells(file)).toEqual([
      ['a', 'b'],
      ['1', 'open\n2,closed', ' well"'],
      ['3', 'x'],
    ]);
    expect(codes(file)).toEqual(['2 warning looseQuote']);
    const last = 'a,b\n1,x\n2,"open, still\n3,y\n';
    expect(cells(last)).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', '"open', ' still'],
      ['3', 'y'],
    ]);
    expect(codes(last)).toEqual(['3 error unclosedQuote']);
    expect(cells('a,b,c\n1,2,"open\n3,4,5\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '"open'],
      ['3', '4', '5'],
    ]);
  });

  const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '\t', '|', 'x1'), maxLength: 12 });
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  it('reads back any table written with quotes, however the text arrives in pieces', () => {
    const rows = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (table, delimiter, end, piece) => {
          const file = table.map((row) => row.map(quote).join(delimiter) + end).join('');
          const out: string[][] = [];
          const parser = new CsvParser({ delimiter, onRow: (row) => out.push(row) });
          for (let at = 0; at < file.length; at += piece) parser.push(file.slice(at, at + piece));
          parser.end();
          expect(out).toEqual(table);
        },
      ),
    );
  });
  it('takes any text without failing, and every letter of it is somewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'z') }), (file) => {
        const out: string[] = [];
        const parser = new CsvParser({ delimiter: ',', onRow: (row) => out.push(...row) });
        parser.push(file);
        parser.end();
        const letters = (text: string): string => text.replace(/[^az]/g, '');
        expect(letters(out.join(''))).toBe(letters(file));
      }),
    );
  });
});
