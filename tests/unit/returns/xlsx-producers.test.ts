import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { fromParts, isoDay } from '#shared/kernel/clock.ts';
import { makeXlsx } from '../../fixtures/returns/make-xlsx.ts';
import { brief, problems, readRaw, stage } from './support.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/returns/producers/${name}`, import.meta.url));
const EXPECTED = [
  '2024-03-12 | Case file | Visit to the home. Nobody answered; card left.',
  '2024-03-12 | Duty log | Mother rang back & asked for a later time.',
  '2024-03-14 | Duty log | Child seen at school: “I like the yard.”\nHe drew a van.',
  '2024-03-18 | Clinic | Not brought – letter sent to the wrong address.',
];

describe('the same return from several producers', () => {
  // openpyxl 3.1 and XlsxWriter 3.2, each by a script: a title merged across, a date merged down, true and text dates in
  // three formats, rich text, a note, a hidden row and column, a filter or a table, a "Read me" sheet.
  it.each([
    ['openpyxl.xlsx', ['3/12/2024', '3/12/2024', '14 March 2024', '18/03/2024']],
    ['xlsxwriter.xlsx', ['12/03/2024', '12/03/2024', 'Thu 14 Mar 24', '18/03/2024']],
  ])('%s', (name, written) => {
    const staged = stage(fixture(name), name, { agency: null });
    expect(brief(staged)).toEqual(EXPECTED);
    expect(staged.events.map((event) => event.date.asWritten)).toEqual(written);
    expect(staged.events.every((event) => event.date.certainty === 'certain')).toBe(true);
    expect(staged.agencies).toEqual(['Westmere Family Support']);
    expect(staged.mapping).toEqual({ Date: 'date', Source: 'source', Event: 'description', 'Action taken': 'response' });
    expect(staged.events.map((event) => event.response)).toEqual(['Card left.', 'Visit moved.', null, 'None.']);
    expect(staged.events.map((event) => staged.rows[event.rows[0]!]!.row)).toEqual([3, 4, 5, 6]);
    expect(problems(staged)).toEqual([
      'notice hiddenColumn Chronology:-',
      'notice comment Chronology:4',
      'notice hiddenRow Chronology:5',
      'notice tableNotRead Read me:-',
    ]);
    expect(JSON.stringify(staged.events)).not.toMatch(/kept aside|Which phone/);
  });
});

describe('shapes of producers, written by hand after what they write', () => {
  const head =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="inlineStr"><is><t>Event</t></is></c></row>';
  const read = (rows: string, before = '', after = ''): string[] =>
    brief(
      stage(
        makeXlsx([{ name: 'Sheet1', rows: head + rows, before, after }], { formats: ['dd/mm/yyyy'], strings: ['<t>Visit.</t>'] }),
        'a.xlsx',
      ),
    );
  const EVENT = ['2024-03-12 | - | Visit.'];
  it('LibreOffice: types said everywhere, false attributes, columns to the last', () => {
    expect(
      read(
        '<row r="2" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A2" s="1" t="n"><v>45363</v></c><c r="B2" s="0" t="str"><f aca="false">&quot;Visit.&quot;</f><v>Visit.</v></c></row>',
        '<cols><col collapsed="false" customWidth="false" hidden="false" outlineLevel="0" max="16384" min="1" style="0" width="11.53"/></cols>',
      ),
    ).toEqual(EVENT);
  });
  it('POI: days with a decimal point, no spans', () => {
    expect(read('<row r="2"><c r="A2" s="1"><v>45363.0</v></c><c r="B2" t="s"><v>0</v></c></row>')).toEqual(EVENT);
  });
  it('Google Sheets: empty rows down to the thousandth, a drawing that is always there', () => {
    const rest = Array.from({ length: 998 }, (_, i) => `<row r="${i + 3}" ht="15.75" customHeight="1"/>`).join('');
    expect(
      read(
        `<row r="2" ht="15.75" customHeight="1"><c r="A2" s="1"><v>45363.0</v></c><c r="B2" s="0" t="s"><v>0</v></c></row>${rest}`,
        '',
        '<drawing r:id="rId1"/>',
      ),
    ).toEqual(EVENT);
  });
  it('databases: every cell inline, dates as ISO text, pretty-printed', () => {
    expect(
      read(
        '\n  <row>\n    <c t="inlineStr">\n <is>\n<t>2024-03-12T00:00:00</t></is></c>\n<c t="inlineStr"><is><t>Visit.</t></is></c>\n</row>\n',
      ),
    ).toEqual(EVENT);
  });
});

/** Letters that XML and people make hard. */
const words = fc.string({
  unit: fc.constantFrom('a', 'B', '7', ' ', '&', '<', '>', '"', "'", 'é', 'Ł', '–', '“', '😀', ';', '\n', ']]>', '&amp;', '_x'),
  minLength: 1,
  maxLength: 20,
});
const FIRST = fromParts(1901, 1, 1);
const LAST = fromParts(2099, 12, 31);

describe('what hucre writes reads back the same', () => {
  it('texts, numbers and dates, in any rows', async () => {
    const row = fc.tuple(
      words.filter((text) => text.trim() !== ''),
      fc.oneof(
        fc.integer(),
        fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
      ),
      fc.integer({ min: FIRST, max: LAST }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const bytes = await writeXlsx({
          sheets: [
            {
              name: 'S',
              columns: [
                { header: 'Text', key: 'a' },
                { header: 'Number', key: 'b' },
                { header: 'Day', key: 'c', numFmt: 'd/m/yyyy' },
              ],
              data: rows.map(([a, b, c]) => ({ a, b, c: new Date(c * 86_400_000) })),
            },
          ],
        });
        const read = readRaw(bytes, 'a.xlsx').tables[0]!.rows.slice(1);
        expect(read.map(({ cells: [a, b, c] }) => [a!.text, Number(b!.text), c!.moment?.earliest])).toEqual(
          rows.map(([a, b, c]) => [a, b, isoDay(c)]),
        );
        expect(read.map((one) => one.row)).toEqual(rows.map((_, i) => i + 2));
      }),
      { numRuns: 60 },
    );
  });
});
