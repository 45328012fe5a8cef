import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readXlsx } from 'hucre';
import { EXPECTED_RETURNS } from '#resources/sample/expected.ts';
import { entriesOf, finalText } from '#resources/sample/returns/sample-return.ts';
import { hasMergedEnd } from '#resources/sample/returns-xlsx.ts';
import { placedLines, sampleReturnOf } from '#resources/sample/rows-of.ts';
import { FIRST_VERSIONS } from '#resources/sample/returns/first-versions.ts';
import { firstReturnFiles, sampleReturnFiles } from '#resources/sample/write-returns.ts';

const files = sampleReturnFiles();
const docx = files.filter(({ name }) => name.endsWith('.docx'));
const csv = files.filter(({ name }) => name.endsWith('.csv'));
const xlsx = files.filter(({ name }) => name.endsWith('.xlsx'));

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

const two = (n: number): string => String(n).padStart(2, '0');
/** A cell as it is read: a real date by its day and its minute, where it has one. */
function shown(value: unknown): string {
  if (!(value instanceof Date)) return value === null || value === undefined ? '' : String(value);
  const at = new Date(Math.round(value.getTime() / 60_000) * 60_000);
  const day = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  return time === '00:00' ? day : `${day} ${time}`;
}

describe('the files of the sample review', () => {
  test('are four Word files, two workbooks and one of CSV, one of them named as no file should be', () => {
    expect(docx.map(({ code }) => code)).toEqual(['SC', 'AH', 'HV', 'HG']);
    expect(csv.map(({ code }) => code)).toEqual(['GP']);
    expect(xlsx.map(({ code }) => code)).toEqual(['PO', 'ED']);
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
      const { data, errors, meta } = Papa.parse<string[]>(text, { delimiter: ';', newline: '\r\n' });
      expect(errors).toEqual([]);
      expect(meta.linebreak).toBe('\r\n');
      const sample = sampleReturnOf(code);
      for (const { line, row } of placedLines(sample)) {
        const record = data[row - 1];
        if (line.kind === 'entry') expect(record).toEqual(line.cells.map(finalText));
      }
      expect(data.slice(0, -1).every((record) => record.length === sample.columns.length)).toBe(true);
    },
  );

  test.each(xlsx.map(({ code, bytes }) => [code, bytes] as const))(
    '%s: another reader of workbooks finds each row where it is said to be, days as real dates',
    async (code, bytes) => {
      for (const part of Object.values(unzipSync(bytes))) {
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(strFromU8(part)).close();
      }
      const sample = sampleReturnOf(code);
      const workbook = await readXlsx(bytes);
      expect(workbook.sheets.map(({ name }) => name)).toEqual(sample.tables.map(({ name }) => name));
      for (const { line, table, row } of placedLines(sample)) {
        const sheet = workbook.sheets[table - 1]!;
        const cells = sample.columns.map((_, at) => shown(sheet.rows[row - 1]?.[at]));
        const merged = sheet.merges?.some(({ startRow }) => startRow === row - 1) ?? false;
        if (line.kind === 'heading') expect([cells[0], merged]).toEqual([line.text, true]);
        if (line.kind !== 'entry') continue;
        expect(cells).toEqual(line.cells.map(finalText));
        expect(merged).toBe(hasMergedEnd(sample, line));
        expect(sheet.rowDefs?.get(row - 1)?.hidden ?? false).toBe(line.hidden === true);
      }
    },
  );

  test('keep as text what Excel could not take for a date, and as a bare number what lost its format', () => {
    const part = (code: string, name: string): string =>
      strFromU8(unzipSync(xlsx.find((file) => file.code === code)!.bytes)[name] ?? new Uint8Array());
    expect(part('PO', 'xl/sharedStrings.xml')).toContain('>3/15/2025 22:50<');
    expect(part('PO', 'xl/sharedStrings.xml')).not.toContain('16/03/2025 11:20<');
    expect(part('PO', 'xl/worksheets/sheet1.xml').match(/<row [^>]*hidden="1"/g)).toHaveLength(1);
    expect(part('PO', 'xl/worksheets/sheet1.xml').match(/<mergeCell ref="B\d+:C\d+"/g)).toHaveLength(3);
    expect(part('ED', 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A\d+"><v>45663<\/v>/);
    expect(part('ED', 'xl/sharedStrings.xml')).toContain('>Sat 25/05/2024<');
  });

  test('came twice from three agencies: a nil return, a return with a row twice, one without its paper notes', () => {
    const again = firstReturnFiles();
    expect(again.map(({ code, returnVersion }) => [code, returnVersion])).toEqual([
      ['SC', 1],
      ['HV', 1],
      ['HG', 1],
    ]);
    expect(FIRST_VERSIONS.map((sample) => entriesOf(sample).length)).toEqual([59, 38, 0]);
    for (const first of FIRST_VERSIONS) {
      const latest = sampleReturnOf(first.code);
      expect(first.received < latest.received && first.file !== latest.file).toBe(true);
    }
  });

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
