import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { accessibilityReader } from '#core/features/publish/verify/accessibility.ts';
import { scanXml } from '#core/features/publish/verify/scan-xml.ts';
import { type Paper, wordPaper } from '#core/papers/word-paper.ts';
import { workbook } from '#core/papers/workbook.ts';
import { validated } from './support/validator.ts';

const PAPER: Paper = {
  title: 'What is asked & by when',
  madeOn: '2026-03-02',
  blocks: [
    { t: 'title', runs: [{ text: 'What is asked' }] },
    { t: 'paragraph', runs: [{ text: 'First line\nsecond line, with ' }, { text: 'a bold word', bold: true }] },
    { t: 'labelled', label: 'By', runs: [{ text: '31 March 2026' }] },
    { t: 'heading', level: 2, runs: [{ text: 'Rows' }] },
    { t: 'listItem', ordered: true, runs: [{ text: 'one' }] },
    { t: 'listItem', ordered: true, runs: [{ text: 'two' }] },
    { t: 'paragraph', runs: [{ text: 'between' }] },
    { t: 'listItem', ordered: true, runs: [{ text: 'a list of its own' }] },
    {
      t: 'table',
      caption: 'Rows that wait',
      header: ['Date', 'What was written', 'Needed'],
      widths: [1, 3, 2],
      rows: [
        ['14.02.25', 'First\r\n\r\nsecond\u0000 <b>', [{ text: 'The ' }, { text: 'year', bold: true }]],
        ['', '=1+1\tafter', { paragraphs: [[{ text: 'One' }], [{ text: 'Two', italic: true }]] }],
      ],
      blankRows: 2,
    },
  ],
};

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('a working paper in Word', () => {
  test.each([false, true])(
    'is a valid file that keeps the rules of an accessible document (landscape: %s)',
    async (landscape) => {
      const bytes = await wordPaper({ ...PAPER, landscape });
      expect(validated(bytes, 'docx')).toEqual([]);
      const reader = accessibilityReader();
      scanXml(part(bytes, 'word/document.xml'), reader.handler);
      const broken = reader.rules(part(bytes, 'word/styles.xml'), part(bytes, 'docProps/core.xml')).filter((rule) => !rule.ok);
      // Cells to be written in are empty by their nature.
      expect(broken.map((rule) => rule.rule)).toEqual(['cells']);
      expect(/<w:pgSz [^>]*w:orient="landscape"/.test(part(bytes, 'word/document.xml'))).toBe(landscape);
    },
  );

  test('another reader finds every line, paragraph and bold word in its place', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await wordPaper(PAPER)) });
    expect(value).toContain('<p>First line</p><p>second line, with <strong>a bold word</strong></p>');
    expect(value).toContain('<td><p>First</p><p>second\uFFFD &lt;b&gt;</p></td><td><p>The <strong>year</strong></p></td>');
    expect(value).toContain('<td><p>–</p></td><td><p>=1+1\tafter</p></td><td><p>One</p><p><em>Two</em></p></td>');
    expect(value.match(/<tr>/g)).toHaveLength(5);
    expect(value.match(/<ol>/g)).toHaveLength(2);
  });

  test('the same paper is the same bytes, and carries no person and no hour', async () => {
    const [one, other] = [await wordPaper(PAPER), await wordPaper(structuredClone(PAPER))];
    expect(Buffer.compare(one, other)).toBe(0);
    const core = part(one, 'docProps/core.xml');
    expect(core).toContain('<dc:title>What is asked &amp; by when</dc:title><dc:language>en-GB</dc:language>');
    expect(core).not.toMatch(/creator|lastModifiedBy|T(?!00:00:00Z)\d\d:/);
    expect(part(await wordPaper({ title: 'None', blocks: [] }), 'docProps/core.xml')).not.toContain('dcterms:created');
  });

  test('two tables without a caption between them stay two, and the file does not end with one', async () => {
    const table = { t: 'table', caption: 'Days', captionUnseen: true, header: ['A'], rows: [['x']] } as const;
    const bytes = await wordPaper({ title: 'Two', blocks: [table, table] });
    expect(validated(bytes, 'docx')).toEqual([]);
    const xml = part(bytes, 'word/document.xml');
    expect(xml).not.toContain('</w:tbl><w:tbl>');
    expect(xml).not.toContain('Days</w:t>');
    expect(xml).toMatch(/<\/w:tbl><w:p\/?>[^]*<w:sectPr/);
  });
});

describe('a workbook', () => {
  const odd = ['=1+1', '+44 7700', '-seen', '@home', '#N/A', '#REF!', 'a _x0041_ b', ' edge ', 'two\nlines', 'bell\u0007'];
  const book = (): Promise<Uint8Array> =>
    workbook('Rows & dates', [
      { name: 'How to', lines: [{ text: 'How to fill it in', heading: true }, { text: 'One row an event.' }] },
      {
        name: 'Chronology',
        columns: [
          { header: 'Date', width: 14, hint: 'As it stands in the record.' },
          { header: 'What happened', width: 60 },
          { header: 'No', width: 8, choice: ['Yes', 'No'] },
        ],
        rows: odd.map((text, i) => [text, text, i]),
        blankRows: 3,
      },
    ]);

  test('is valid, and no text in it is a formula or an error', async () => {
    const bytes = await book();
    expect(validated(bytes, 'xlsx')).toEqual([]);
    const sheet = part(bytes, 'xl/worksheets/sheet2.xml');
    expect(sheet).not.toMatch(/<f[ >/]|t="e"/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<dataValidation [^>]*type="list"/);
    // Format 49 is Excel's own for text: what somebody types into such a cell stays as typed.
    expect(part(bytes, 'xl/styles.xml')).toContain('numFmtId="49"');
  });

  test('another reading gives every text back', async () => {
    const { sheets } = await readXlsx(await book());
    const rows = sheets[1]?.rows.slice(1, 1 + odd.length).map((row) => row.slice(0, 3));
    expect(rows).toEqual(odd.map((text, i) => [text.replace('\u0007', '\uFFFD'), text.replace('\u0007', '\uFFFD'), i]));
  });

  test('the same sheets are the same bytes, without person or program', async () => {
    const [one, other] = [await book(), await book()];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(`${part(one, 'docProps/app.xml')}${part(one, 'docProps/core.xml')}`).not.toMatch(/hucre|creator|lastModifiedBy/);
  });

  test('a text longer than a cell goes on below it', async () => {
    const long = `${'x'.repeat(32_766)}😀end`;
    const { sheets } = await readXlsx(
      await workbook('Long', [{ name: 'A', columns: [{ header: 'T', width: 9 }], rows: [[long]] }]),
    );
    const rows = sheets[0]?.rows.slice(1).map((row) => String(row[0]));
    expect(rows?.map((text) => text.length <= 32_767)).toEqual([true, true]);
    expect(rows?.join('')).toBe(long);
  });
});
