import { describe, expect, it } from 'vitest';
import { type CellValue, makeXlsx, rowsXml, rowXml, type SheetXml, type XlsxParts } from '../../fixtures/returns/make-xlsx.ts';
import { brief, problems, readRaw, stage } from './support.ts';

const HEAD = ['Date', 'Source', 'Event'];
const sheet = (rows: readonly (readonly CellValue[])[], more: Partial<SheetXml> = {}): SheetXml => ({
  name: 'Chronology',
  rows: rowsXml(rows),
  ...more,
});
const one = (rows: readonly (readonly CellValue[])[], more: Partial<SheetXml> = {}, parts: XlsxParts = {}): Uint8Array =>
  makeXlsx([sheet(rows, more)], parts);
const texts = (bytes: Uint8Array, at = 0): string[][] =>
  readRaw(bytes, 'a.xlsx').tables[at]!.rows.map((row) => row.cells.map((cell) => cell.text));
const day = (v: number, s = 1): CellValue => ({ v, s });
const PARTS: XlsxParts = { formats: ['dd/mm/yyyy', 'm/d/yyyy', 'hh:mm', 'mmm yyyy', 'dd/mm/yyyy hh:mm'] };
const DAY = 45_363; // 12 March 2024

describe('cells', () => {
  it('texts shared, rich, inline and of formulas, without reading aids, with their line ends and blanks', () => {
    const strings = [
      '<t>plain</t>',
      '<r><rPr><b/></rPr><t>Seen </t></r><r><t xml:space="preserve">alone</t></r><rPh sb="0" eb="1"><t>aid</t></rPh><phoneticPr fontId="1"/>',
      '<t>two_x000D_\nlines &amp; _x005F_x000D_ _x0007_bell_x0041_</t>',
      '<t xml:space="preserve">  kept </t>',
      '<t/>',
    ];
    const shared = (i: number): CellValue => ({ v: i, t: 's' });
    const rows = [
      [shared(0), shared(1), shared(2), shared(3), shared(4)],
      [
        { xml: '<c r="A2" t="str"><f>A1&amp;"!"</f><v>plain!</v></c>' },
        { xml: '<c r="B2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>' },
        { xml: '<c r="C2" t="b"><v>1</v></c>' },
        { xml: '<c r="D2"><f>1+1</f><v>2</v></c>' },
      ],
    ];
    expect(texts(one(rows, {}, { strings }))).toEqual([
      ['plain', 'Seen alone', 'two\nlines & _x000D_ bellA', '  kept '],
      ['plain!', 'inline', 'TRUE', '2'],
    ]);
  });
  it('without references, out of order, twice, with what nobody knows around them', () => {
    const rows =
      '<row><c t="inlineStr"><is><t>a</t></is></c><c/><c t="inlineStr"><is><t>c</t></is></c></row>' +
      '<row r="5"><c r="C5"><v>3</v></c><x:odd xmlns:x="urn:x"><x:c r="Z9"/></x:odd><c r="A5"><v>1</v></c><c r="A5"><v>9</v></c></row><row><c r="B6"><v>2</v></c></row>';
    const [table] = readRaw(makeXlsx([{ name: 'S', rows, before: '<dimension ref="A1:XFD1048576"/>' }]), 'a.xlsx').tables;
    expect(table!.rows.map((row) => [row.row, ...row.cells.map((cell) => cell.text)])).toEqual([
      [1, 'a', '', 'c'],
      [5, '1', '', '3'],
      [6, '', '2', ''],
    ]);
    expect(table!.rows[1]!.cells[0]!.marks?.[0]).toMatchObject({ code: 'twoContents', message: expect.stringContaining('“9”') });
  });
  it('a formula without its value and an error are problems that name the cell', () => {
    const staged = stage(
      one(
        [
          HEAD,
          [day(DAY), { xml: '<c r="B2"><f>X1</f></c>' }, 'Visit.'],
          [day(DAY), 'File', { xml: '<c r="C3" t="e"><f>1/0</f><v>#REF!</v></c>' }],
        ],
        {},
        PARTS,
      ),
      'a.xlsx',
    );
    expect(problems(staged)).toEqual(['warning noValue Chronology:2:Source', 'warning errorCell Chronology:3:Event']);
    expect(staged.problems[0]!.message).toContain('B2');
    expect(staged.events[1]!.description).toBe('#REF!');
  });
  it('a formula that the writing program left to Excel is doubted once', () => {
    const bytes = one(
      [HEAD, [day(DAY), 'File', { xml: '<c r="C2"><f>1+1</f><v>0</v></c>' }]],
      {},
      { ...PARTS, workbook: '<calcPr fullCalcOnLoad="1"/>' },
    );
    expect(problems(stage(bytes, 'a.xlsx'))).toEqual(['warning uncalculated -:-']);
  });
  it('a shared text that is not there is a problem', () => {
    const staged = stage(one([HEAD, [day(DAY), { v: 99, t: 's' }, 'Visit.']], {}, { ...PARTS, strings: ['<t>a</t>'] }), 'a.xlsx');
    expect(problems(staged)).toEqual(['warning lostText Chronology:2:Source']);
  });
});

describe('dates and times', () => {
  const readings = (rows: readonly (readonly CellValue[])[], parts: XlsxParts = PARTS): string[] =>
    stage(one([['Date', 'Time', 'Event'], ...rows], {}, parts), 'a.xlsx').events.map(({ date }) =>
      [
        date.earliest,
        date.latest === date.earliest ? '' : date.latest,
        date.precision,
        date.certainty,
        date.time,
        date.asWritten,
      ].join(' '),
    );
  it('a true date is certain in any order, beside dates that are texts', () => {
    expect(
      readings([
        [day(DAY), null, 'One.'],
        [day(45_416, 2), null, 'Two.'],
        ['05/06/2024', null, 'Three.'],
        [day(DAY + 845 / 1_440, 5), null, 'Four.'],
        [day(45_413, 4), null, 'Five.'],
        [null, null, 'Six.'],
      ]),
    ).toEqual([
      '2024-03-12  day certain  12/03/2024',
      '2024-05-04  day certain  5/4/2024',
      '2024-06-05  day certain  05/06/2024',
      '2024-03-12  time certain 14:05 12/03/2024 14:05',
      '2024-05-01 2024-05-31 month certain  May 2024',
      '2024-05-01 2024-05-31 month certain  ',
    ]);
  });
  it('a time in its own column, and midnight that no one wrote', () => {
    expect(
      readings([
        [day(DAY, 5), day(845 / 1_440, 3), 'One.'],
        [day(DAY, 5), 'afternoon', 'Two.'],
        [day(DAY + 1, 5), { v: 0.5 }, 'Three.'],
      ]),
    ).toEqual([
      '2024-03-12  time certain 14:05 12/03/2024 00:00 14:05',
      '2024-03-12  day certain  12/03/2024 00:00 afternoon',
      '2024-03-13  time certain 12:00 13/03/2024 00:00 0.5',
    ]);
  });
  it('bare day numbers in a column of dates, in both systems', () => {
    expect(readings([[DAY, null, 'One.']])).toEqual(['2024-03-12  day certain  45363']);
    expect(readings([[DAY - 1_462, null, 'One.']], { ...PARTS, is1904: true })).toEqual(['2024-03-12  day certain  43901']);
    expect(readings([[day(DAY - 1_462), null, 'One.']], { ...PARTS, is1904: true })).toEqual([
      '2024-03-12  day certain  12/03/2024',
    ]);
  });
  it('what a format does not show of a day is said once', () => {
    const staged = stage(
      one(
        [HEAD, [day(DAY), 'File', 'One.'], [day(DAY, 1), 'File', 'Two.'], [day(45_413, 2), 'File', 'Three.']],
        {},
        { formats: ['d-mmm', 'mmm-yy'] },
      ),
      'a.xlsx',
    );
    expect(problems(staged)).toEqual(['notice yearNotShown -:-']);
    expect(problems(stage(one([HEAD, [day(DAY), 'F', 'One.']], {}, { formats: ['mmm-yy'] }), 'a.xlsx'))).toEqual([
      'notice dayNotShown -:-',
    ]);
  });
  it('a true date on a line of its own over its rows', () => {
    const bytes = one(
      [HEAD, [day(45_416, 2)], [null, 'File', 'Visit.'], [null, 'File', 'Call.'], [day(45_417, 2), 'File', 'Letter.']],
      {},
      PARTS,
    );
    expect(brief(stage(bytes, 'a.xlsx'))).toEqual([
      '2024-05-04 | File | Visit.',
      '2024-05-04 | File | Call.',
      '2024-05-05 | File | Letter.',
    ]);
  });
  it('month headings, titles, totals and notes are no events', () => {
    const bytes = one(
      [
        ['Chronology of contacts'],
        ['Please complete every column'],
        [],
        HEAD,
        ['March 2024'],
        [day(DAY), 'File', 'Visit.'],
        ['Total', null, '1'],
      ],
      {},
      PARTS,
    );
    const staged = stage(bytes, 'a.xlsx');
    expect(brief(staged)).toEqual(['2024-03-12 | File | Visit.']);
    expect(staged.rows[staged.events[0]!.rows[0]!]!.row).toBe(6);
  });
});

describe('what is merged, hidden, commented', () => {
  it('merged cells across and down', () => {
    const bytes = one(
      [
        ['Chronology of the police'],
        ['Date', 'Contact', null, 'Action'],
        [null, 'Source', 'Event'],
        [day(DAY), 'File', 'Visit.', 'None.'],
        [null, 'Log', 'Call.'],
        ['May 2024'],
        [day(45_416), 'File', 'Letter.'],
      ],
      {
        after:
          '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/><mergeCell ref="A4:A5"/><mergeCell ref="D4:D5"/><mergeCell ref="A6:D6"/></mergeCells>',
      },
      PARTS,
    );
    const staged = stage(bytes, 'a.xlsx');
    expect(brief(staged)).toEqual(['2024-03-12 | File | Visit.', '2024-03-12 | Log | Call.', '2024-05-04 | File | Letter.']);
    expect(staged.events.map((event) => event.response)).toEqual(['None.', 'None.', null]);
    expect(staged.mapping).toEqual({
      Date: 'date',
      'Contact Source': 'source',
      'Contact Event': 'description',
      Action: 'response',
    });
  });
  it('what lies under a merged cell is left out and said', () => {
    const staged = stage(
      one(
        [HEAD, [day(DAY), 'File', 'Visit.'], ['ghost', 'Log', 'Call.']],
        { after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' },
        PARTS,
      ),
      'a.xlsx',
    );
    expect(brief(staged)).toEqual(['2024-03-12 | File | Visit.', '2024-03-12 | Log | Call.']);
    expect(staged.problems.map((p) => [p.code, p.message.includes('“ghost”') && p.message.includes('A3')])).toEqual([
      ['hiddenText', true],
    ]);
  });
  it('a hidden column is kept with the rows, in no entry, and flagged; its words are not remembered', () => {
    const staged = stage(
      one(
        [
          [...HEAD, 'Private'],
          [day(DAY), 'File', 'Visit.', 'not for you'],
          [null, null, null, 'nor this'],
        ],
        { before: '<cols><col min="4" max="16384" width="0" hidden="1"/></cols>' },
        PARTS,
      ),
      'a.xlsx',
    );
    expect(JSON.stringify(staged.events)).not.toContain('not for you');
    expect(staged.events).toHaveLength(1);
    expect(staged.rows[0]!.cells['Private']).toBe('not for you');
    expect(staged.mapping).not.toHaveProperty('Private');
    expect(staged.columns.at(-1)).toMatchObject({ name: 'Private', field: 'ignore' });
    expect(staged.problems.map((p) => p.message)).toEqual([expect.stringContaining('Column D, “Private”, is hidden')]);
    const given = stage(
      one(
        [
          [...HEAD, 'Private'],
          [day(DAY), 'File', 'Visit.', 'not for you'],
        ],
        { before: '<cols><col min="4" max="4" hidden="1"/></cols>' },
        PARTS,
      ),
      'a.xlsx',
      {
        given: { Private: 'outcome' },
      },
    );
    expect(given.events[0]!.outcome).toBe('not for you');
  });
  it('hidden rows are read and flagged, those that a filter hides as well', () => {
    const rows =
      rowXml(1, HEAD) + rowXml(2, [day(DAY), 'File', 'Visit.'], ' hidden="1"') + rowXml(4, [day(DAY), 'File', 'Call.']);
    const staged = stage(makeXlsx([{ name: 'S', rows, after: '<autoFilter ref="A1:C4"/>' }], PARTS), 'a.xlsx');
    expect(brief(staged)).toHaveLength(2);
    expect(problems(staged)).toEqual(['notice hiddenRow S:2']);
    expect(staged.rows.map((row) => row.row)).toEqual([2, 4]);
  });
  it('notes and threaded comments are said and never text', () => {
    const X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const bytes = one(
      [HEAD, [day(DAY), 'File', 'Visit.']],
      {
        links: [
          ['comments', '../comments1.xml'],
          ['threadedComment', '../threaded1.xml'],
        ],
      },
      {
        ...PARTS,
        extra: {
          'xl/comments1.xml': `<comments ${X}><authors><author>A Clerk</author></authors><commentList><comment ref="C2" authorId="0"><text><r><t>which </t></r><r><t>phone?</t></r></text></comment><comment ref="B2" authorId="0"><text><t>[Threaded comment] mirror</t></text></comment><comment ref="H40" authorId="0"><text><t>far off</t></text></comment></commentList></comments>`,
          'xl/threaded1.xml':
            '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" personId="{1}" id="{2}"><text>Is this the log?</text></threadedComment></ThreadedComments>',
        },
      },
    );
    const staged = stage(bytes, 'a.xlsx');
    expect(staged.events[0]).toMatchObject({ description: 'Visit.', sourceOfInformation: 'File' });
    expect(staged.problems.map((p) => `${p.code} ${p.row} ${p.message.replace(/,.*?:/, '')}`)).toEqual([
      'comment null Cell H40 has a comment “A Clerk: far off”.',
      'comment 2 Cell B2 has a comment “Is this the log?”.',
      'comment 2 Cell C2 has a comment “A Clerk: which phone?”.',
    ]);
  });
});

describe('sheets', () => {
  const rows = (what: string): (readonly CellValue[])[] => [HEAD, [day(DAY), 'File', what]];
  it('are tables by their names, of one return', () => {
    const staged = stage(
      makeXlsx([sheet(rows('One.'), { name: '2023' }), sheet(rows('Two.'), { name: '2024' })], PARTS),
      'a.xlsx',
    );
    expect(staged.tables).toBe(2);
    expect(staged.rows.map((row) => row.table)).toEqual(['2023', '2024']);
    expect(staged.agencies).toEqual(['Borough Services']);
  });
  it('named after agencies are each that agency’s, whatever was said', () => {
    const names = ['Police', 'Westmere NHS Trust', 'Education chronology', 'Brightways', 'Read me', 'Sheet6'];
    const staged = stage(
      makeXlsx(
        names.map((name) => sheet(rows(`From ${name}.`), { name })),
        PARTS,
      ),
      'a.xlsx',
    );
    expect(staged.events.map((event) => `${event.agency}: ${event.description}`)).toEqual([
      'Police: From Police.',
      'Westmere NHS Trust: From Westmere NHS Trust.',
      'Education: From Education chronology.',
      'Brightways: From Brightways.',
      'Borough Services: From Sheet6.',
    ]);
    expect(problems(staged)).toEqual(['notice tableNotRead Read me:-']);
  });
  it('a sheet that says less than what was said makes no second agency', () => {
    const read = (name: string, agency: string | null): string[] =>
      stage(makeXlsx([sheet(rows('One.'), { name })], PARTS), 'a.xlsx', { agency }).agencies;
    expect(read('Police', 'Westmere Police')).toEqual(['Westmere Police']);
    expect(read('Police', 'Westmere Housing')).toEqual(['Police']);
    expect(read('Police', null)).toEqual(['Police']);
    expect(read('School visits', 'Oak School')).toEqual(['Oak School']);
    expect(read('Chronology', 'Oak School')).toEqual(['Oak School']);
  });
  it('a blank date at the top of a sheet is not the last date of the sheet before', () => {
    const second = sheet([HEAD, [null, 'File', 'Undated.']], { name: 'B' });
    const staged = stage(makeXlsx([sheet(rows('One.'), { name: 'A' }), second], PARTS), 'a.xlsx');
    expect(brief(staged)[1]).toBe('? | File | Undated.');
  });
  it('of instructions or examples give no events, alone as well', () => {
    const staged = stage(makeXlsx([sheet(rows('An example.'), { name: 'Read me first' })], PARTS), 'a.xlsx');
    expect(staged.events).toEqual([]);
    expect(problems(staged)).toEqual(['warning noChronology -:-']);
  });
  it('hidden ones are read and flagged; a chart is not read and said', () => {
    const bytes = makeXlsx(
      [sheet(rows('One.'), { name: 'A', state: 'hidden' }), sheet(rows('Two.'), { name: 'B', state: 'veryHidden' })],
      {
        ...PARTS,
        workbook: '',
      },
    );
    const staged = stage(bytes, 'a.xlsx');
    expect(brief(staged)).toHaveLength(2);
    expect(problems(staged)).toEqual(['notice hiddenSheet A:-', 'notice hiddenSheet B:-']);
  });
  it('of unlike columns are each mapped, and take a mapping together', () => {
    const bytes = makeXlsx(
      [
        sheet(rows('One.'), { name: 'A' }),
        sheet(
          [
            ['When', 'Details', 'Colour'],
            [day(DAY), 'Two.', 'red'],
          ],
          { name: 'B' },
        ),
      ],
      PARTS,
    );
    const first = stage(bytes, 'a.xlsx');
    expect(first.mapping).toEqual({
      Date: 'date',
      Source: 'source',
      Event: 'description',
      When: 'date',
      Details: 'description',
      Colour: 'other',
    });
    expect(stage(bytes, 'a.xlsx', { given: { ...first.mapping, Colour: 'outcome' } }).events[1]!.outcome).toBe('red');
  });
  it('a filter’s or a table’s first row is its header, whatever it is called', () => {
    const odd = [
      ['Ymd', 'Blurb'],
      ['x', 'not an event'],
      [day(DAY), 'Visit to the home of the family.'],
    ] as const;
    const bytes = one(odd, { after: '<autoFilter ref="A1:B3"/>' }, PARTS);
    expect(readRaw(bytes, 'a.xlsx').tables[0]!.rows[0]!.header).toBe(true);
  });
  it('formatting down to the last row costs nothing and counts for nothing', () => {
    const far = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 3}" s="1" customFormat="1"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"/></row>`,
    ).join('');
    const bytes = makeXlsx(
      [{ name: 'S', rows: rowsXml(rows('One.')) + far + rowXml(1_048_576, [day(DAY), 'File', 'Last.']) }],
      PARTS,
    );
    const raw = readRaw(bytes, 'a.xlsx').tables[0]!;
    expect(raw.rows.map((row) => row.row)).toEqual([1, 2, 1_048_576]);
  });
});

describe('packages put together in odd ways', () => {
  it('the strict namespace, prefixes, a byte order mark, absolute and odd-case names, no styles, no texts, no content types', async () => {
    const { strToU8, zipSync } = await import('fflate');
    const S = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const R = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const P = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const bytes = zipSync({
      '_RELS/.RELS': strToU8(
        `<r:Relationships xmlns:r="${P}"><r:Relationship Id="a" Type="${R}/officeDocument" Target="/Book/Main.XML"/></r:Relationships>`,
      ),
      'book/main.xml': strToU8(
        `\uFEFF<x:workbook xmlns:x="${S}" xmlns:q="${R}"><x:sheets><x:sheet name="Häuser &amp; more" sheetId="1" q:id="z"/></x:sheets></x:workbook>`,
      ),
      'book/_rels/main.xml.rels': strToU8(
        `<Relationships xmlns="${P}"><Relationship Id="z" Type="${R}/worksheet" Target="../Sheets/One.xml"/></Relationships>`,
      ),
      'sheets/one.xml': strToU8(
        `<x:worksheet xmlns:x="${S}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Date</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Event</x:t></x:is></x:c></x:row>\n <x:row><x:c t="d"><x:v>2024-03-12</x:v></x:c><x:c t="inlineStr"><x:is><x:t>Visit.</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    });
    const staged = stage(bytes, 'export');
    expect(brief(staged)).toEqual(['2024-03-12 | - | Visit.']);
    expect(staged.rows[0]!.table).toBe('Häuser & more');
  });
  it('no namespace at all, and no links: parts stand where they usually do', async () => {
    const { strToU8, zipSync } = await import('fflate');
    const bytes = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A"/><sheet name=""/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>'),
    });
    const raw = readRaw(bytes, 'a.xlsx');
    expect(raw.tables.map((table) => [table.ref, table.rows.length])).toEqual([['A', 1]]);
    expect(raw.marks).toMatchObject([{ code: 'sheetNotRead', message: expect.stringContaining('Sheet 2') }]);
  });
  it('is known by what is inside, not by its name', () => {
    expect(readRaw(one([HEAD], {}, {}), 'return.docx').format).toBe('xlsx');
  });
});
