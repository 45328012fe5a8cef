import { describe, expect, it } from 'vitest';
import { type CellValue, makeXlsx, rowsXml, type SheetXml } from '../../fixtures/returns/make-xlsx.ts';
import { brief, problems, stage } from './support.ts';

const PARTS = { formats: ['dd/mm/yyyy'] };
const day = (serial: number): CellValue => ({ v: serial, s: 1 });
const MARCH_12 = 45_363;
const sheet = (name: string, rows: readonly (readonly CellValue[])[], more: Partial<SheetXml> = {}): SheetXml => ({
  name,
  rows: rowsXml(rows),
  ...more,
});
const HEAD = ['Date', 'Source', 'Event'] as const;
const VISIT = [day(MARCH_12), 'Case file', 'Visit to the home.'] as const;

describe('one heading that means two things', () => {
  const LONG = 'A long account of what the visitor saw and heard at the house, told in several sentences. ';
  const bytes = makeXlsx(
    [
      sheet('Calls', [
        ['Date', 'Details', 'Notes'],
        [day(MARCH_12), `${LONG}First.`, 'n/a'],
        [day(MARCH_12 + 1), `${LONG}Second.`, 'n/a'],
      ]),
      sheet('Clinic', [
        ['Date', 'Details', 'Notes'],
        [day(MARCH_12 + 2), 'Room 2', `${LONG}Third.`],
        [day(MARCH_12 + 3), 'Room 4', `${LONG}Fourth.`],
      ]),
    ],
    PARTS,
  );
  const first = stage(bytes, 'a.xlsx');

  it('is mapped for each sheet, and the second sheet’s own meaning stands under its name', () => {
    expect(first.mapping).toEqual({
      Date: 'date',
      Details: 'description',
      Notes: 'other',
      'Clinic!Details': 'other',
      'Clinic!Notes': 'description',
    });
    expect(first.events.map((event) => event.description.split('. ').at(-1))).toEqual(['First.', 'Second.', 'Third.', 'Fourth.']);
  });
  it('the mapping as answered reads the file the same way again, given or remembered', () => {
    for (const context of [{ given: first.mapping }, { remembered: first.mapping }]) {
      const again = stage(bytes, 'a.xlsx', context);
      expect(again.mapping).toEqual(first.mapping);
      expect(again.events).toEqual(first.events);
    }
  });
  it('placed for one sheet it leaves the other alone; for both, as mappings always did, it holds for both', () => {
    const one = stage(bytes, 'a.xlsx', { given: { 'Clinic!Details': 'source' } });
    expect(one.events.map((event) => event.sourceOfInformation)).toEqual([null, null, 'Room 2', 'Room 4']);
    const both = stage(bytes, 'a.xlsx', { given: { Details: 'source', Notes: 'description' } });
    expect(both.events.map((event) => event.sourceOfInformation?.slice(0, 6))).toEqual(['A long', 'A long', 'Room 2', 'Room 4']);
  });
  it('a sheet or a column that is not there is refused by name', () => {
    expect(() => stage(bytes, 'a.xlsx', { given: { 'Wards!Details': 'source' } })).toThrow(/Wards!Details/);
  });
  it('a heading hidden in one sheet stays hidden when the answer is given back', () => {
    const hidden = makeXlsx(
      [
        sheet('A', [[...HEAD], [...VISIT]]),
        sheet('B', [[...HEAD], [day(MARCH_12), 'Not for sharing', 'Second visit.']], {
          before: '<cols><col min="2" max="2" hidden="1"/></cols>',
        }),
      ],
      PARTS,
    );
    const { mapping } = stage(hidden, 'a.xlsx');
    expect(mapping).toEqual({ Date: 'date', Source: 'source', Event: 'description', 'B!Source': 'ignore' });
    expect(JSON.stringify(stage(hidden, 'a.xlsx', { given: mapping }).events)).not.toContain('Not for sharing');
  });
});

describe('what lies over the cells', () => {
  const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
  const anchor = (column: number, row: number, inner: string): string =>
    `<x:oneCellAnchor><x:from><x:col>${column}</x:col><x:row>${row}</x:row></x:from>${inner}</x:oneCellAnchor>`;
  const box = (text: string, hidden = ''): string =>
    `<x:sp><x:nvSpPr><x:cNvPr id="2" name="Box"${hidden}/></x:nvSpPr><x:txBody><d:p><d:r><d:t>${text}</d:t></d:r></d:p><d:p><d:r><d:t>More.</d:t></d:r></d:p></x:txBody></x:sp>`;
  const withDrawing = (drawing: string) =>
    makeXlsx([sheet('Log', [[...HEAD], [...VISIT]], { links: [['drawing', '../drawings/drawing1.xml']] })], {
      ...PARTS,
      extra: { 'xl/drawings/drawing1.xml': `<x:wsDr xmlns:x="${XDR}" xmlns:d="${A}" xmlns:mc="${MC}">${drawing}</x:wsDr>` },
    });

  it('pictures, charts and text boxes are said with their sheet and place, and are in no entry', () => {
    const staged = stage(
      withDrawing(
        anchor(2, 1, '<x:pic/>') +
          anchor(5, 30, '<x:grpSp><x:pic/><x:pic/></x:grpSp>') +
          anchor(3, 1, '<x:graphicFrame/>') +
          anchor(4, 1, box('The worker was a locum.')) +
          `<x:absoluteAnchor>${box('Held in place.')}</x:absoluteAnchor>`,
      ),
      'a.xlsx',
    );
    expect(brief(staged)).toEqual(['2024-03-12 | Case file | Visit to the home.']);
    expect(problems(staged)).toEqual([
      'notice picture Log:-',
      'notice textBox Log:-',
      'notice picture Log:2',
      'notice picture Log:2',
      'notice textBox Log:2',
    ]);
    expect(staged.problems.map(({ message }) => message)).toEqual([
      'A picture stands at cell F31. What it shows cannot be read.',
      'A text box stands on this sheet. It was left out of the entries: “Held in place. More.”.',
      'A picture stands at cell C2. What it shows cannot be read.',
      'A chart or drawing stands at cell D2 and was not read.',
      'A text box stands at cell E2. It was left out of the entries: “The worker was a locum. More.”.',
    ]);
  });
  it('buttons and what an older program would show are passed over; a text box without words is nothing', () => {
    const control = `<mc:AlternateContent><mc:Choice Requires="a14">${anchor(1, 1, box('Press', ' hidden="1"'))}</mc:Choice><mc:Fallback>${anchor(1, 1, box('This shape is a button.'))}</mc:Fallback></mc:AlternateContent>`;
    const empty = anchor(1, 1, '<x:sp><x:txBody><d:p/></x:txBody></x:sp>');
    expect(problems(stage(withDrawing(control + empty), 'a.xlsx'))).toEqual([]);
  });
  it('a picture placed in a cell is no error; an embedded document is warned of', () => {
    const cell = { xml: '<c r="D2" t="e" vm="1"><v>#VALUE!</v></c>' };
    const bytes = makeXlsx(
      [
        sheet(
          'Log',
          [
            [...HEAD, 'Photo'],
            [...VISIT, cell],
          ],
          {
            links: [
              ['oleObject', '../embeddings/a.bin'],
              ['package', '../embeddings/b.docx'],
            ],
          },
        ),
      ],
      PARTS,
    );
    expect(problems(stage(bytes, 'a.xlsx'))).toEqual(['warning embeddedDocument Log:-', 'notice picture Log:2:Photo']);
  });
});

describe('rows that are no entries', () => {
  const log = (...rows: readonly (readonly CellValue[])[]) =>
    stage(makeXlsx([sheet('Log', [[...HEAD], [...VISIT], ...rows])], PARTS), 'a.xlsx');

  it('an entry whose source could not be worked out is an entry', () => {
    const staged = log(
      [day(MARCH_12 + 1), { v: '#NAME?', t: 'e' }, 'Mother rang.'],
      [day(MARCH_12 + 2), '# seen', 'My own note.'],
    );
    expect(brief(staged)).toEqual(['2024-03-12 | Case file | Visit to the home.', '2024-03-13 | #NAME? | Mother rang.']);
    expect(problems(staged)).toEqual(['warning errorCell Log:3:Source', 'notice authorNote Log:4:Source']);
  });
  it('when it was signed or printed, where it ends, what it adds up to', () => {
    const staged = log(['Date completed: 20/03/2024'], ['Printed on 21/03/2024'], ['END'], ['Grand Total', null, { v: 1 }]);
    expect(brief(staged)).toEqual(['2024-03-12 | Case file | Visit to the home.']);
    expect(staged.problems.map(({ code, row }) => `${code} ${row}`)).toEqual([
      'notAnEvent 3',
      'notAnEvent 4',
      'notAnEvent 5',
      'notAnEvent 6',
    ]);
  });
  it('a second header in other words is told of, and what stands under it is read by it', () => {
    const staged = log(['When', 'Who', 'What happened'], [day(MARCH_12 + 9), 'Nurse', 'Weighed at the clinic.']);
    expect(brief(staged)).toEqual(['2024-03-12 | Case file | Visit to the home.', '2024-03-21 | Nurse | Weighed at the clinic.']);
    expect(problems(staged)).toEqual(['notice otherColumns Log:-']);
  });
  it('a day number of nought is no date', () => {
    const staged = log([day(0), 'Case file', 'Linked to an empty cell.']);
    expect(staged.events[1]!.date).toMatchObject({ earliest: null, precision: 'unknown', asWritten: '00/01/1900' });
    expect(problems(staged)).toEqual(['warning impossible Log:3:Date']);
  });
  it('a pivot table says again what another sheet tells', () => {
    const bytes = makeXlsx(
      [
        sheet('Log', [[...HEAD], [...VISIT]]),
        sheet(
          'Counted',
          [
            ['Date', 'Event', 'Count of Source'],
            [day(MARCH_12), 'Visit to the home.', { v: 1 }],
            ['Grand Total', null, { v: 1 }],
          ],
          {
            links: [['pivotTable', '../pivotTables/one.xml']],
          },
        ),
      ],
      {
        ...PARTS,
        extra: {
          'xl/pivotTables/one.xml':
            '<pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><location ref="A1:C3"/></pivotTableDefinition>',
        },
      },
    );
    const staged = stage(bytes, 'a.xlsx');
    expect(brief(staged)).toEqual(['2024-03-12 | Case file | Visit to the home.']);
    expect(problems(staged)).toEqual(['notice tableNotRead Counted:-']);
  });
});
