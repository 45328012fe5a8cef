import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvParser } from '#core/features/returns/readers/csv/csv-parser.ts';
import { readCsvRows } from '#core/features/returns/readers/csv/read-csv.ts';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { AppError } from '#shared/kernel/app-error.ts';

type Read = { rows: string[][]; faults: (string | null)[]; delimiter: string; damaged: boolean };

/** Every piece is spoilt as soon as the next is asked for, as by a reader of files that has one buffer. */
function lent(bytes: Uint8Array) {
  let last: Uint8Array | null = null;
  return {
    length: bytes.length,
    subarray: (from: number, to: number): Uint8Array => {
      last?.fill(0x58);
      last = Uint8Array.from(bytes.subarray(from, to));
      return last;
    },
  };
}

function read(bytes: Uint8Array, size?: number): Read {
  const rows: string[][] = [];
  const faults: (string | null)[] = [];
  const told = readCsvRows(lent(bytes), READ_LIMITS, (texts, fault) => (rows.push(texts), faults.push(fault)), size);
  return { rows, faults, ...told };
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'no error';
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const latin = (text: string): Uint8Array => Buffer.from(text.replace(/[^\x01-\xff]/g, 'ü'), 'latin1');

const piece = fc.constantFrom(
  'a',
  ',',
  ';',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  'é',
  '–',
  '😀',
  ' ',
  '=',
  '"x, y"',
  '\t',
  "'",
  '\\"',
  'sep=;\n',
);
const text = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));

describe('delimited text in pieces', () => {
  it('gives the same rows one byte at a time as at one go', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(utf8, utf16, latin), fc.integer({ min: 1, max: 9 }), (words, encode, size) => {
        const bytes = encode(words);
        expect(read(bytes, size)).toEqual(read(bytes));
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['a field in quotes', utf8('Date,Event\n1/5/2024,"He said: ""no"", and\r\nleft"\n2/5/2024,b\n')],
    ['a letter of two, three and four bytes', utf8('Date,Event\n1/5/2024,é–😀\n')],
    ['a line end of two', utf8('Date,Event\r\n1/5/2024,a\r\n2/5/2024,b\r\n')],
    ['a letter of Windows', latin('Date,Event\n1/5/2024,caf\xe9 \x93quoted\x94\n')],
    ['the mark of UTF-8', utf8('\ufeffDate,Event\n1/5/2024,a\n')],
    ['letters of two bytes', utf16('Date,Event\n1/5/2024,é–😀\n')],
    ['the end mark of DOS', utf8('Date,Event\n1/5/2024,a\n\x1a')],
  ])('cut anywhere: %s', (_, bytes) => {
    const whole = read(bytes);
    expect(whole.rows.length).toBeGreaterThan(1);
    for (let size = 1; size <= bytes.length; size++) expect(read(bytes, size)).toEqual(whole);
  });

  it('of which only the last row is not UTF-8 loses no row and no letter', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `${(i % 28) + 1}/05/2024,Visit number ${i}`);
    const bytes = latin(['Date,Event', ...lines, '29/05/2024,Caf\xe9'].join('\r\n'));
    expect(bytes.length).toBeGreaterThan(1 << 16);
    const { rows, damaged } = read(bytes);
    expect(rows).toHaveLength(5_002);
    expect(rows.at(-1)).toEqual(['29/05/2024', 'Café']);
    expect(damaged).toBe(false);
  });

  it('is told as damaged where one letter of many is, wherever that stands', () => {
    const line = '1/05/2024,“Visit” – naïve\r\n';
    const bytes = Buffer.concat([
      utf8(`Date,Event\r\n${line.repeat(3_000)}`),
      Buffer.from('2/05/2024,broken \xc3\r\n', 'latin1'),
    ]);
    const { rows, damaged } = read(bytes);
    expect(damaged).toBe(true);
    expect(rows).toHaveLength(3_002);
    expect(rows[1]).toEqual(['1/05/2024', '“Visit” – naïve']);
    expect(rows.at(-1)).toEqual(['2/05/2024', 'broken \ufffd']);
  });

  it('is no text where a zero byte stands far down in the middle of a word', () => {
    const bytes = utf8(`Date,Event\n${'1/05/2024,Visit\n'.repeat(10_000)}2/05/2024,br\0ken\n`);
    expect(codeOf(() => read(bytes))).toBe('unreadableFile');
  });

  it('is no text either where letters of two bytes have such a zero, but for what fills the file up', () => {
    const words = 'Date,Event\n1/05/2024,Visit\n';
    for (const size of [undefined, 2, 10, 56]) {
      expect(read(utf16(`${words}\0\0\0`), size).rows).toEqual(read(utf16(words)).rows);
      expect(codeOf(() => read(utf16(`${words}\0${words}`), size))).toBe('unreadableFile');
    }
  });

  it('keeps its limits while rows go by', () => {
    const bytes = utf8('a,b\n'.repeat(1_000));
    let seen = 0;
    const limited = () => readCsvRows(bytes, { ...READ_LIMITS, maxRows: 500 }, () => seen++, 100);
    expect(codeOf(limited)).toBe('fileTooLarge');
    expect(seen).toBe(500);
  });

  it('is never asked for as a whole where it is plain to its end', () => {
    const letters = 'Date,Event\n'.concat('1/05/2024,“Visit” – naïve 😀\n'.repeat(6_000));
    for (let moved = 0; moved < 8; moved++) {
      const bytes = utf8('x'.repeat(moved) + letters);
      const source = lent(bytes);
      let most = 0;
      const subarray = (from: number, to: number): Uint8Array => {
        most = Math.max(most, to - from);
        return source.subarray(from, to);
      };
      readCsvRows({ length: bytes.length, subarray }, READ_LIMITS, () => {});
      expect(most).toBeLessThan(bytes.length / 4);
    }
  });

  it('ends its lines as its first hundred thousand letters do, however it is cut', () => {
    const text = `Date,Event\r${'1/05/2024,Visit\r'.repeat(7_000)}2/05/2024,"two\nlines"\r`;
    const rowsIn = (size: number): string[][] => {
      const rows: string[][] = [];
      const parser = new CsvParser({ delimiter: ',', onRow: (row) => rows.push(row) });
      for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
      parser.end();
      return rows;
    };
    expect(rowsIn(text.length)).toHaveLength(7_002);
    expect(rowsIn(1_000)).toEqual(rowsIn(text.length));
  });
});
