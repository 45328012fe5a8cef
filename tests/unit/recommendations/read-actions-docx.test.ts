import { readFileSync } from 'node:fs';
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readActions } from '#core/features/recommendations/read-actions/read-actions.ts';

type Read = ReturnType<typeof readActions>;
const file = (name: string): Read =>
  readActions({ kind: 'file', name, bytes: readFileSync(new URL(`../../fixtures/actions/${name}`, import.meta.url)) });
const built = async (
  children: (Paragraph | Table)[],
  numbering?: ConstructorParameters<typeof Document>[0]['numbering'],
): Promise<Read> => {
  const bytes = await Packer.toBuffer(new Document({ ...(numbering && { numbering }), sections: [{ children }] }));
  return readActions({ kind: 'file', name: 'built.docx', bytes });
};
const raw = (body: string, extra: Record<string, string> = {}): Read => {
  const w =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const parts = Object.fromEntries(Object.entries(extra).map(([name, xml]) => [name, strToU8(xml.replace('XMLNS', w))]));
  const document = strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`);
  return readActions({ kind: 'file', name: 'raw.docx', bytes: zipSync({ 'word/document.xml': document, ...parts }) });
};
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const texts = (read: Read): string[] => read.items.map((i) => i.text);

describe('files of other producers', () => {
  test('headings "Action n" with labelled lines (python-docx)', () => {
    const { items, preamble } = file('py-headings.docx');
    expect(items).toMatchObject([
      {
        number: '1',
        heading: 'Discharge letters',
        owners: ['Medical Director'],
        timescale: { due: '2027-03-31' },
        successMeasure: 'audit of 30 letters',
      },
      { number: '2', heading: 'Housing checks', owners: ['Medical Director'], successMeasure: 'audit of 30 letters' },
    ]);
    expect(items[0]?.text.split('\n\n')).toHaveLength(2);
    expect(preamble).toMatch(/^The full report cannot be published/);
  });
  test('list styles: the numbers are not in the text (python-docx)', () => {
    const { items } = file('py-listnumber.docx');
    expect(items.map((i) => `${i.kind} ${i.number}`)).toEqual(['recommendation 1', 'recommendation 2', 'recommendation 3']);
    expect(items[1]?.text).toBe(
      'The Head of Housing should join the checks.\n• with fire and rescue\n• with the council tax office',
    );
  });
  test.each(['py-table.docx', 'lo-table.docx'])('a table with merged cells and a heading over two rows (%s)', (name) => {
    const { items } = file(name);
    expect(items.map((i) => [i.kind, i.number, i.parent, i.owners[0] ?? null, i.timescale?.due ?? null])).toEqual([
      ['recommendation', '1', null, null, null],
      ['action', '1.1', 0, 'Designated Nurse', '2026-09-30'],
      ['action', '1.2', 0, 'Director of Nursing', '2027-01-29'],
      ['recommendation', '2', null, null, null],
      ['action', null, 3, 'Service Director', null],
      ['recommendation', '3', null, 'Director of Education', '2027-08-31'],
    ]);
  });
  test('a form for each action (python-docx)', () => {
    const { items } = file('py-forms.docx');
    expect(items).toHaveLength(2);
    for (const item of items)
      expect(item).toMatchObject({
        owners: ['Head of Service'],
        timescale: { due: '2027-06-30' },
        successMeasure: '80% of forms complete',
      });
  });
  test.each(['pandoc-list.docx', 'lo-list.docx'])('an automatic list with points inside (%s)', (name) => {
    const { items, preamble } = file(name);
    expect(items.map((i) => i.number)).toEqual(['1', '2', '3']);
    expect(items[1]?.text).toMatch(/^The Head of Housing should:\n.*join the checks\n.*sign the agreement$/);
    expect(preamble).toMatch(/^The trial has not been held/);
  });
  test('recommendations as headings with actions 1.1 below (pandoc)', () => {
    expect(file('pandoc-recs.docx').items.map((i) => [i.kind, i.number, i.parent, i.heading])).toEqual([
      ['recommendation', '1', null, 'Seeing the child'],
      ['action', '1.1', 0, null],
      ['action', '1.2', 0, null],
      ['recommendation', '2', null, 'Asking fathers'],
      ['action', '2.1', 3, null],
    ]);
  });
});

describe('files of the docx library', () => {
  test('numbers with words of their own, counted over two levels', async () => {
    const numbering = {
      config: [
        {
          reference: 'r',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: 'Recommendation %1:', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    };
    const item = (text: string, level: number): Paragraph => new Paragraph({ text, numbering: { reference: 'r', level } });
    const { items } = await built(
      [
        item('The Head of Housing should join.', 0),
        item('Sign the form', 1),
        item('Send it', 1),
        item('The Trust should change.', 0),
        item('Write it', 1),
      ],
      numbering,
    );
    expect(items.map((i) => `${i.kind[0]}${i.number}^${i.parent}`)).toEqual(['r1^null', 'a1.1^0', 'a1.2^0', 'r2^null', 'a2.1^3']);
  });
  test('headings with paragraphs, no numbers at all', async () => {
    const h = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
      new Paragraph({ text, heading });
    const { items } = await built([
      h('Child V: what will change', HeadingLevel.TITLE),
      h('Introduction', HeadingLevel.HEADING_2),
      new Paragraph('The review is finished, and the trial has yet to be held this year.'),
      h('Seeing the child', HeadingLevel.HEADING_2),
      new Paragraph('The Service Director should change the form.'),
      new Paragraph('It has no place for words.'),
      h('Asking fathers', HeadingLevel.HEADING_2),
      new Paragraph('The Head of Education should give each parent a line.'),
    ]);
    expect(items.map((i) => i.heading)).toEqual(['Seeing the child', 'Asking fathers']);
    expect(items[0]?.text).toBe('The Service Director should change the form.\n\nIt has no place for words.');
  });
  test('a table with numbers of its own, cells merged downwards', async () => {
    const cell = (text: string, verticalMerge?: (typeof VerticalMergeType)[keyof typeof VerticalMergeType]): TableCell =>
      new TableCell({ children: [new Paragraph({ children: [new TextRun(text)] })], ...(verticalMerge && { verticalMerge }) });
    const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells });
    const { items } = await built([
      new Table({
        rows: [
          row(
            cell('Recommendation'),
            cell('Scope (local/regional/national)'),
            cell('Action'),
            cell('Lead agency'),
            cell('Target date'),
            cell('Progress indicator'),
          ),
          row(
            cell('The trusts agree one pathway', VerticalMergeType.RESTART),
            cell('local'),
            cell('Compare'),
            cell('OHT'),
            cell('1.5.27'),
            cell('Green'),
          ),
          row(cell('', VerticalMergeType.CONTINUE), cell('local'), cell('Agree'), cell('OHT'), cell('1.6.27'), cell('Red')),
        ],
      }),
    ]);
    expect(items.map((i) => [i.kind, i.parent, i.text, i.leadAgency, i.timescale?.due])).toEqual([
      ['recommendation', null, 'The trusts agree one pathway', null, undefined],
      ['action', 0, 'Compare', 'OHT', '2027-05-01'],
      ['action', 0, 'Agree', 'OHT', '2027-06-01'],
    ]);
  });
});

test('a report: only its recommendations, up to the next heading of their rank', async () => {
  const h = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
    new Paragraph({ text, heading });
  const report = ['1. Introduction', '2. What happened', '3. Findings'].flatMap((t) => [
    h(t, HeadingLevel.HEADING_1),
    new Paragraph('The review looked at the work of seven agencies.'),
    new Paragraph('2.1 A numbered paragraph of the report.'),
  ]);
  const { items, preamble } = await built([
    ...report,
    h('4. Recommendations', HeadingLevel.HEADING_1),
    new Paragraph('The panel makes these recommendations to the partnership and its agencies.'),
    h('Health', HeadingLevel.HEADING_2),
    new Paragraph('Recommendation 1: The Named GP should write to practices.'),
    h('Housing', HeadingLevel.HEADING_2),
    new Paragraph('Recommendation 2: The Head of Housing should join the checks.'),
    new Paragraph('This follows from finding 3.'),
    h('5. Conclusion', HeadingLevel.HEADING_1),
    new Paragraph('The partnership should keep in touch with the family.'),
  ]);
  expect(items.map((i) => i.text)).toEqual([
    'The Named GP should write to practices.',
    'The Head of Housing should join the checks.\n\nThis follows from finding 3.',
  ]);
  expect(preamble).toMatch(/^The panel makes/);
});

test('odd column names, one column for who and when, numbers that only Word shows', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc>${
      text === ''
        ? p('', properties)
        : text
            .split('|')
            .map((t) => p(t))
            .join('')
    }</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const auto = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const numbering =
    '<w:numbering XMLNS><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const read = raw(
    `<w:tbl>${row(cell('No'), cell('Learning'), cell('What needs to change and how we will do it'), cell('Who and by when'))}${row(cell('', auto), cell('Fathers were not asked'), cell('Add a question.'), cell('Head of Service|by June 2027'))}${row(cell('', auto), cell('Forms had no room'), cell('Change the form.'), cell('Head of Front Door'))}</w:tbl>`,
    { 'word/numbering.xml': numbering },
  );
  expect(read.items).toMatchObject([
    {
      number: '1',
      heading: 'Fathers were not asked',
      text: 'Add a question.',
      owners: ['Head of Service'],
      timescale: { due: '2027-06-30' },
    },
    { number: '2', heading: 'Forms had no room', text: 'Change the form.', owners: ['Head of Front Door'], timescale: null },
  ]);
});

describe('what Word keeps under the text', () => {
  test('the final view: deletions and hidden text out, insertions in, field codes never', () => {
    const read = raw(
      `<w:p><w:r><w:t>1. The Head of </w:t></w:r><w:del><w:r><w:delText>Sales</w:delText></w:r></w:del><w:ins><w:r><w:t>Housing</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> DATE </w:instrText></w:r><w:r><w:t> should act.</w:t></w:r></w:p>${p('2. The Trust should act.')}`,
    );
    expect(texts(read)).toEqual(['The Head of Housing should act.', 'The Trust should act.']);
  });
  test('content controls are looked into, alternate content is read once, a text box after its paragraph', () => {
    const box =
      '<mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>';
    const read = raw(
      `<w:sdt><w:sdtContent><w:p><w:r><w:t>Actions</w:t></w:r><w:r>${box}</w:r></w:p>${p('1. The Trust should act.')}</w:sdtContent></w:sdt>${p('2. The Board should act.')}`,
    );
    expect(texts(read)).toEqual(['The Trust should act.', 'The Board should act.']);
  });
  test('automatic numbers by style, started anew by an override, letters inside', () => {
    const numbering =
      '<w:numbering XMLNS><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Action %1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>';
    const styles =
      '<w:styles XMLNS><w:style w:styleId="Act"><w:name w:val="Action"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>';
    const numbered = (n: number, level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${n}"/></w:numPr>`;
    const read = raw(
      p('The Trust should:', '<w:pStyle w:val="Act"/>') +
        p('write', numbered(3, 1)) +
        p('send', numbered(3, 1)) +
        p('The Board should act.', '<w:pStyle w:val="Act"/>') +
        p('The Head should act.', numbered(4, 0)),
      { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
    );
    expect(read.items.map((i) => `${i.number} ${i.text}`)).toEqual([
      '1 The Trust should:\n(a) write\n(b) send',
      '2 The Board should act.',
      '7 The Head should act.',
    ]);
  });
  test('a table of contents is not the list', () => {
    const read = raw(
      p('1. Introduction ........ 3') + p('2. Actions\t4') + p('1. The Trust should act.') + p('2. The Board should act.'),
    );
    expect(read.items).toHaveLength(2);
  });
  test('macros and document types are refused', () => {
    expect(() => raw(p('1. X'), { 'word/vbaProject.bin': 'x' })).toThrow(expect.objectContaining({ code: 'macroFile' }));
    const bytes = zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>') });
    expect(() => readActions({ kind: 'file', name: 'x.docx', bytes })).toThrow(expect.objectContaining({ code: 'hostileFile' }));
  });
});
