import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, makeDocx, paragraph, run } from '../../fixtures/returns/make-docx.ts';
import { readRaw } from './support.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STYLES = '<w:style w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Body"/>';

const words = fc.constantFrom('Visit', ' to the home', 'Tea & toast', '7', 'two\nlines', ' ', 'naïve – “yes”', '', '😀');
const ids = fc.constantFrom(
  '',
  ' w:rsidR="00A41B2C"',
  ' w14:paraId="2F1C9A3B" w14:textId="77777777" w:rsidRDefault="0"',
  ' w:other="1"',
);
const runProperties = fc.constantFrom(
  '',
  '<w:rPr><w:sz w:val="20"/></w:rPr>',
  '<w:rPr><w:rFonts w:ascii="Arial"/><w:b/></w:rPr>',
  '<w:rPr><w:vanish/></w:rPr>',
  '<w:rPr><w:vanish w:val="0"/></w:rPr>',
  '<w:rPr><w:rStyle w:val="Unseen"/></w:rPr>',
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>',
  '<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>',
  '<w:rPr/>',
);
const plainRun = fc
  .tuple(ids, runProperties, fc.constantFrom('<w:t>', '<w:t xml:space="preserve">', '<w:t >'), words)
  .map(([id, properties, open, text]) => `<w:r${id}>${properties}${open}${escapeXml(text)}</w:t></w:r>`);
const oddRun = fc.constantFrom(
  '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>',
  '<w:r><w:br/></w:r>',
  '<w:ins w:id="1"><w:r><w:t>put in</w:t></w:r></w:ins>',
  '<w:del w:id="2"><w:r><w:delText>struck out</w:delText></w:r></w:del>',
  '<w:del w:id="3"><w:r><w:t>struck out too</w:t></w:r></w:del>',
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>CODE</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
  '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>',
  '<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>',
  '<w:r><!-- aside --><w:t>beside</w:t></w:r>',
  '<w:r><w:t><![CDATA[as <it> is]]></w:t></w:r>',
);
const paragraphProperties = fc.constantFrom(
  '',
  '<w:pPr><w:spacing w:after="60"/><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr>',
  '<w:pPr><w:pStyle w:val="Body"/></w:pPr>',
  '<w:pPr><w:pStyle w:val="Unseen"/></w:pPr>',
  '<w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>',
  '<w:pPr/>',
);
const onePiece = fc.oneof({ arbitrary: plainRun, weight: 5 }, { arbitrary: oddRun, weight: 1 });
const oneParagraph = fc.oneof(
  fc
    .tuple(ids, paragraphProperties, fc.array(onePiece, { maxLength: 3 }))
    .map(([id, properties, runs]) => `<w:p${id}>${properties}${runs.join('')}</w:p>`),
  ids.map((id) => `<w:p${id}/>`),
);
const cellProperties = fc.constantFrom(
  '',
  '<w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr>',
  '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>',
  '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
  '<w:tcPr><w:vMerge/></w:tcPr>',
  '<w:tcPr><w:hMerge/></w:tcPr>',
  '<w:tcPr><w:cellDel w:id="5"/></w:tcPr>',
  '<w:tcPr/>',
);
const inner = `<w:tbl><w:tr><w:tc>${paragraph(run('inside'))}</w:tc></w:tr></w:tbl><w:p/>`;
const oneCell = fc
  .tuple(cellProperties, fc.array(oneParagraph, { maxLength: 3 }), fc.constantFrom('', '', '', inner))
  .map(([properties, paragraphs, nested]) => `<w:tc>${properties}${paragraphs.join('')}${nested}</w:tc>`);
const rows = fc.array(fc.array(oneCell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

/** The same matter in the file's own prefix, which is read mark by mark. */
const markByMark = (xml: string): string => xml.replace(/(<\/?|\s)w:/g, '$1x:').replace('<x:tbl>', `<x:tbl xmlns:x="${W}">`);
const tableOf = (cells: readonly (readonly string[])[]): string =>
  `<w:tbl>${cells.map((row) => `<w:tr>${row.join('')}</w:tr>`).join('')}</w:tbl>`;
const read = (body: string) => {
  const { tables, paragraphs } = readRaw(makeDocx(body, { styles: STYLES }));
  return {
    paragraphs,
    tables: tables.map(({ rows: own, inner: deeper }) => ({ rows: own, inner: deeper?.().map((one) => one.rows) })),
  };
};

describe('cells that are read at one go', () => {
  it('say the same as mark by mark', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const xml = tableOf([...cells, ...cells]);
        expect(read(xml)).toEqual(read(markByMark(xml)));
      }),
      { numRuns: 120 },
    );
  });

  it('wherever a long document is cut while it is read', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 64_300, max: 65_600 }), (cells, before) => {
        const xml = tableOf(cells);
        const long = paragraph(run('x'.repeat(before)));
        expect(read(long + xml)).toEqual(read(long + markByMark(xml)));
      }),
      { numRuns: 40 },
    );
  });

  it('are not mistaken where a prefix is given another meaning inside', () => {
    const own = `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p><w:r><w:rPr><w:sz w:val="1"/></w:rPr><w:t>seen</w:t></w:r></w:p></w:tc>`;
    const other = own.replace('<w:tc>', '<x:tc xmlns:x="urn:other" xmlns:w="urn:other">').replace('</w:tc>', '</x:tc>');
    const { tables } = read(`<w:tbl><w:tr>${own}${own}${other}${own}</w:tr></w:tbl>`);
    expect(tables[0]!.rows[0]!.cells.map((cell) => cell.text)).toEqual(['seen', 'seen', 'seen']);
  });
});
