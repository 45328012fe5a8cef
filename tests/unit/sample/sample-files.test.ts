import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { EXPECTED_RETURNS } from '#resources/sample/expected.ts';
import { entriesOf, finalText } from '#resources/sample/returns/sample-return.ts';
import { placedLines, sampleReturnOf } from '#resources/sample/rows-of.ts';
import { sampleReturnFiles } from '#resources/sample/write-returns.ts';

const files = sampleReturnFiles();
const docx = files.filter(({ name }) => name.endsWith('.docx'));
const csv = files.filter(({ name }) => name.endsWith('.csv'));

/** Cells of the top-level tables as the final view shows them, read by a parser that is not the product's. */
function tablesOf(bytes: Uint8Array): string[][][] {
  const tables: string[][][] = [];
  let cell: string | null = null;
  let deleted = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'w:tbl') tables.push([]);
    if (name === 'w:tr') tables.at(-1)?.push([]);
    if (name === 'w:tc') cell = '';
    if (name === 'w:br' && cell !== null) cell += '\n';
    if (name === 'w:del') deleted++;
  });
  parser.on('text', (text) => {
    if (cell !== null && deleted === 0) cell += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:del') deleted--;
    if (name !== 'w:tc' || cell === null) return;
    tables.at(-1)?.at(-1)?.push(cell);
    cell = null;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).close();
  return tables;
}

describe('the files of the sample review', () => {
  test('are four Word files and three of CSV, one of them named as no file should be', () => {
    expect(docx.map(({ code }) => code)).toEqual(['SC', 'AH', 'HV', 'HG']);
    expect(csv.map(({ code }) => code)).toEqual(['PO', 'GP', 'ED']);
    expect(files.filter(({ name }) => /wojcik|pryce|eyres|rowan/i.test(name)).map(({ name }) => name)).toEqual([
      'Wojcik_R_chron_FINAL2.docx',
    ]);
  });

  test('are the same bytes each time', () => {
    const again = sampleReturnFiles();
    for (const [at, file] of files.entries())
      expect(Buffer.from(again[at]?.bytes ?? []).equals(Buffer.from(file.bytes)), file.name).toBe(true);
  });

  test.each(docx.map(({ code, bytes }) => [code, bytes] as const))(
    '%s: every part is well-formed and each row is where it is said to be',
    (code, bytes) => {
      for (const part of Object.values(unzipSync(bytes))) {
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(strFromU8(part)).close();
      }
      const sample = sampleReturnOf(code);
      const tables = tablesOf(bytes);
      expect(tables).toHaveLength(sample.tables.length);
      for (const { line, table, row } of placedLines(sample)) {
        const cells = tables[table - 1]?.[row - 1];
        if (line.kind === 'entry') expect(cells).toEqual(line.cells.map(finalText));
        if (line.kind === 'header') expect(cells).toEqual(sample.columns);
      }
    },
  );

  test('the deleted word of the tracked change is in the file and not in its final view', () => {
    const file = docx.find(({ code }) => code === 'SC');
    const xml = strFromU8(unzipSync(file?.bytes ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText[^>]*>partner</);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>brother</);
  });

  test.each(csv.map(({ code, bytes }) => [code, bytes] as const))(
    '%s: every record is as wide as the header and stands where it is said to',
    (code, bytes) => {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter: code === 'GP' ? ';' : ',', newline: '\r\n' });
      expect(errors).toEqual([]);
      expect(meta.linebreak).toBe('\r\n');
      const sample = sampleReturnOf(code);
      for (const { line, row } of placedLines(sample)) {
        const record = data[row - 1];
        if (line.kind === 'entry') expect(record).toEqual(line.cells.map(finalText));
        if (line.kind === 'heading') expect(record?.[0]).toBe(line.text);
      }
      expect(data.slice(0, -1).every((record) => record.length === sample.columns.length)).toBe(true);
    },
  );

  test('hold every blemish of the brief', () => {
    const planted = (code: string) =>
      new Set(EXPECTED_RETURNS.find((expected) => expected.code === code)?.blemishes.map(({ kind }) => kind));
    expect([...planted('SC')].sort()).toEqual(['asAbove', 'blankDate', 'headerRepeated', 'trackedChange']);
    expect([...planted('PO')].sort()).toEqual(['hiddenRow', 'mergedEnd', 'monthOnly', 'partOfYear', 'preface', 'usOrder']);
    expect([...planted('AH')].sort()).toEqual(['circa', 'continuation', 'weekCommencing', 'wrongWeekday']);
    expect([...planted('GP')].sort()).toEqual([
      'circa',
      'dateTypedWrong',
      'lineBreakInCell',
      'season',
      'unknownColumn',
      'writersDoubt',
    ]);
    expect([...planted('HV')].sort()).toEqual(['partOfMonth', 'weekCommencing', 'wrongAge']);
    expect([...planted('ED')].sort()).toEqual([
      'asAbove',
      'dateTypedWrong',
      'duplicateRow',
      'excelSerial',
      'monthHeading',
      'partOfMonth',
    ]);
    expect([...planted('HG')].sort()).toEqual(['circa', 'dotted', 'partOfMonth', 'range']);
  });

  test('repeat one row of education exactly, beneath itself', () => {
    const rows = entriesOf(sampleReturnOf('ED'));
    const at = rows.findIndex(({ duplicate }) => duplicate === true);
    expect(rows[at - 1]?.t).toBe(59);
    expect(rows[at]?.cells).toEqual(rows[at - 1]?.cells);
  });
});
