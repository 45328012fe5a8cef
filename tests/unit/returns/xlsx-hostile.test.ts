import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS, type ReadLimits } from '#core/features/returns/readers/limits.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { makeXlsx, rowsXml, rowXml } from '../../fixtures/returns/make-xlsx.ts';
import { stage } from './support.ts';

const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LIMITS: ReadLimits = { ...READ_LIMITS, maxRows: 500, maxSheetBytes: 12_000_000 };
const good = makeXlsx(
  [
    {
      name: 'S',
      rows: rowsXml([
        ['Date', 'Event'],
        ['12/05/2024', 'Visit to the home.'],
      ]),
    },
  ],
  { strings: ['<t>a</t>'] },
);
const sheetXml = (xml: string | Uint8Array): Uint8Array =>
  makeXlsx([{ name: 'S', rows: '' }], { extra: { 'xl/worksheets/sheet1.xml': xml } });
const inSheet = (rows: string, after = ''): Uint8Array => makeXlsx([{ name: 'S', rows, after }]);
const stringsXml = (xml: string): Uint8Array =>
  makeXlsx([{ name: 'S', rows: '' }], { strings: [], extra: { 'xl/sharedStrings.xml': xml } });
const typed = (type: string): Uint8Array =>
  makeXlsx([{ name: 'S', rows: '' }], {
    extra: { '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>` },
  });
const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** An OLE compound file as far as its first bytes and the name of a stream. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
/** A zip whose directory has a second entry of the same name. */
function twice(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}

const CASES: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, code: string, why?: RegExp])[] = [
  [
    'cut short',
    'a.xlsx',
    () => good.subarray(0, good.length / 2),
    'unreadableFile',
    /save it again as an Excel workbook \(\.xlsx\)/,
  ],
  ['not what its name says', 'a.xlsx', () => strToU8('hello'), 'unreadableFile', /not an Excel workbook inside/],
  ['no sheets', 'a.xlsx', () => makeXlsx([]), 'unreadableFile', /no sheets/],
  [
    'macros',
    'a.xlsx',
    () => makeXlsx([{ name: 'S', rows: '' }], { extra: { 'xl/vbaProject.bin': 'x' } }),
    'macroFile',
    /without macros/,
  ],
  ['macros by its name', 'a.xlsm', () => good, 'macroFile', /without macros/],
  ['macros by its content type', 'a.xlsx', () => typed('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'macroFile'],
  ['the binary form', 'a.xlsb', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), 'unsupportedFile', /\.xlsb/],
  ['the binary form called .xlsx', 'a.xlsx', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), 'unsupportedFile', /\.xlsb/],
  ['an old workbook', 'a.xls', () => compound('Workbook'), 'unsupportedFile', /Excel workbook \(\.xlsx\)/],
  ['an old workbook called .xlsx', 'a.xlsx', () => compound('Workbook'), 'unsupportedFile', /\.xls\)/],
  ['a workbook with a password', 'a.xlsx', () => compound('EncryptedPackage'), 'encryptedFile', /password/],
  [
    'an OpenDocument sheet',
    'a.ods',
    () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }),
    'unsupportedFile',
    /Excel workbook \(\.xlsx\)/,
  ],
  [
    'two sheets of one part name',
    'a.xlsx',
    () =>
      twice(
        makeXlsx([
          { name: 'A', rows: '' },
          { name: 'B', rows: '' },
        ]),
        'sheet2.xml',
        'sheet1.xml',
      ),
    'hostileFile',
    /same name/,
  ],
  ['a zip bomb', 'a.xlsx', () => sheetXml(new Uint8Array(10_000_000)), 'hostileFile', /enormous/],
  [
    'a billion laughs',
    'a.xlsx',
    () =>
      sheetXml(
        `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet ${X}><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      ),
    'hostileFile',
  ],
  ['an entity of its own', 'a.xlsx', () => inSheet('<row><c t="str"><v>&b;</v></c></row>'), 'hostileFile', /abbreviations/],
  ['a document type among the texts', 'a.xlsx', () => stringsXml(`<!DOCTYPE sst SYSTEM "http://x/"><sst ${X}/>`), 'hostileFile'],
  ['a row without end', 'a.xlsx', () => inSheet(`<row>${cell('a').repeat(2_000)}</row>`), 'hostileFile', /cells/],
  [
    'too many columns in all',
    'a.xlsx',
    () =>
      inSheet(
        Array.from(
          { length: 300 },
          (_, r) =>
            `<row>${Array.from({ length: 5 }, (_u, c) => `<c r="${letters(r * 50 + c * 7)}${r + 1}"><v>1</v></c>`).join('')}</row>`,
        ).join(''),
      ),
    'hostileFile',
    /cells/,
  ],
  ['too many rows', 'a.xlsx', () => inSheet(`<row>${cell('a')}</row>`.repeat(600)), 'fileTooLarge', /rows/],
  ['a row beyond the last', 'a.xlsx', () => inSheet(`<row r="2000000">${cell('a')}</row>`), 'hostileFile', /rows/],
  ['a cell beyond the last column', 'a.xlsx', () => inSheet('<row><c r="ZZZZ1"><v>1</v></c></row>'), 'hostileFile'],
  ['a cell without end', 'a.xlsx', () => inSheet(`<row>${cell('x'.repeat(1_000_000))}</row>`), 'hostileFile', /text/],
  ['texts without end', 'a.xlsx', () => stringsXml(`<sst ${X}>${'<si/>'.repeat(1_000)}`), 'unreadableFile'],
  ['elements inside one another', 'a.xlsx', () => inSheet('<row><c>'.repeat(100_000)), 'hostileFile', /nested/],
  ['runs inside one another', 'a.xlsx', () => stringsXml(`<sst ${X}><si>${'<r>'.repeat(100_000)}`), 'hostileFile', /nested/],
  ['no end tags', 'a.xlsx', () => sheetXml(`<worksheet ${X}><sheetData><row><c r="A1"><v>1</v>`), 'unreadableFile'],
  ['tags that cross', 'a.xlsx', () => inSheet('<row><c r="A1"><v>1</c></v></row>'), 'unreadableFile'],
  ['half a million open angles', 'a.xlsx', () => sheetXml(`<worksheet ${X}>${'<'.repeat(500_000)}`), 'unreadableFile'],
  [
    'bytes that are no letters',
    'a.xlsx',
    () => sheetXml(new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])),
    'unreadableFile',
  ],
  [
    'merged cells over one another',
    'a.xlsx',
    () =>
      inSheet(
        Array.from({ length: 400 }, (_, i) => rowXml(i + 1, ['a', 'b', 'c', 'd'])).join(''),
        `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
      ),
    'hostileFile',
    /over one another/,
  ],
];

function letters(column: number): string {
  let out = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}

describe('workbooks that are refused', () => {
  it.each(CASES.map(([what, name, bytes, code, why]) => ({ what, name, bytes, code, why })))(
    '$what',
    ({ name, bytes, code, why }) => {
      let error: unknown = null;
      try {
        readRawReturn(bytes(), name, LIMITS);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(AppError);
      const { code: got, message } = error as AppError;
      expect(got).toBe(code);
      if (why) expect(message).toMatch(why);
      expect(message).toContain('Nothing was added');
      expect(message).not.toMatch(/undefined|\{|\bat \//);
    },
  );
});

describe('no workbook makes the reader fail in any other way than by a refusal', () => {
  const settle = (bytes: Uint8Array): void => {
    try {
      stage(bytes, 'a.xlsx');
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  };
  it('bytes changed anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = good.slice();
        for (const [at, value] of changes) bytes[at] = value;
        settle(bytes);
      }),
      { numRuns: 120 },
    );
  });
  it('XML of any shape, with any number format', () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<row r="3" hidden="1">',
      '<c>',
      '</c>',
      '<c r="B2" s="1" t="s">',
      '<c r="A1" s="2">',
      '<c r="C9" t="d">',
      '<v>',
      '</v>',
      '<v>0</v>',
      '<v>-1</v>',
      '<v>45363.5</v>',
      '<v>1e308</v>',
      '<v>2024-13-45</v>',
      '<f/>',
      '<is>',
      '</is>',
      '<t>',
      '</t>',
      'words',
      '_xD83D_',
      '<rPh/>',
    );
    const code = fc.string({
      unit: fc.constantFrom(
        'd',
        'm',
        'y',
        'h',
        's',
        '0',
        '#',
        '?',
        '.',
        ',',
        '%',
        ';',
        '[',
        ']',
        '"',
        '\\',
        '_',
        '*',
        '@',
        'E+',
        'AM/PM',
        '[h]',
        '[>1]',
        '$-',
        'General',
        '/',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.array(code, { minLength: 2, maxLength: 2 }), (parts, formats) => {
        settle(makeXlsx([{ name: 'S', rows: parts.join('') }], { formats, strings: ['<t>a</t>'] }));
        const values = [0, -1, 0.5, 45_363.25, 1e9, -2.5].map((v) => `<c s="1"><v>${v}</v></c>`).join('');
        stage(makeXlsx([{ name: 'S', rows: `<row>${values}</row>` }], { formats }), 'a.xlsx');
      }),
      { numRuns: 120 },
    );
  });
});
