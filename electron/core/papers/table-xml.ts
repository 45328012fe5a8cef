import { assert } from '#shared/kernel/assert.ts';
import type { PaperCell, PaperRun, PaperTable } from './paper.ts';
import { escapeXml, printable } from './xml.ts';

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="C9C9C3"/>`)
  .join('');
const TEXT_STYLE = '<w:pStyle w:val="TableText"/>';
const NOTHING: PaperRun = { text: '–' };

/**
 * A table as WordprocessingML. Written as text, because a tree of objects for 10,000 rows costs the `docx` library
 * 2.7 s and 727 MB where text takes a sixth. Header row repeats, rows do not split, no cell is merged.
 */
export function tableXml(table: PaperTable, textWidth: number): string {
  const widths = columnWidths(table, textWidth);
  const starts = widths.map((width) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>`);
  const parts = [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>` +
      `<w:tblBorders>${EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
      `<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
      `<w:tblCaption w:val="${escapeXml(printable(table.caption))}"/></w:tblPr>` +
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...table.header.map(
      (text, i) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="E9EEF4"/></w:tcPr>` +
        `<w:p><w:pPr>${TEXT_STYLE}<w:keepNext/></w:pPr>${runXml({ text, bold: true })}</w:p></w:tc>`,
    ),
    '</w:tr>',
  ];
  for (const row of table.rows) {
    assert(row.length === widths.length, 'a table row with missing or merged cells');
    parts.push('<w:tr><w:trPr><w:cantSplit/></w:trPr>');
    for (const [i, cell] of row.entries()) parts.push(starts[i] ?? '', cellXml(cell), '</w:tc>');
    parts.push('</w:tr>');
  }
  const blank = starts.map((start) => `${start}<w:p><w:pPr>${TEXT_STYLE}</w:pPr></w:p></w:tc>`).join('');
  parts.push(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${blank}</w:tr>`.repeat(table.blankRows ?? 0), '</w:tbl>');
  return parts.join('');
}

function columnWidths(table: PaperTable, textWidth: number): number[] {
  const shares = table.widths ?? table.header.map(() => 1);
  assert(shares.length === table.header.length, 'a width for every column');
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / all));
}

function cellXml(cell: PaperCell): string {
  return cellParagraphs(cell)
    .map((runs) => {
      const said = runs.some((run) => run.text.trim() !== '') ? runs : [NOTHING];
      return `<w:p><w:pPr>${TEXT_STYLE}</w:pPr>${said.map(runXml).join('')}</w:p>`;
    })
    .join('');
}

/** Empty lines between paragraphs are left to the spacing of the style. */
function cellParagraphs(cell: PaperCell): readonly (readonly PaperRun[])[] {
  if (typeof cell !== 'string') return 'paragraphs' in cell ? cell.paragraphs : [cell];
  const lines = printable(cell)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.length === 0 ? [[NOTHING]] : lines.map((text) => [{ text }]);
}

function runXml(run: PaperRun): string {
  const look = `${run.bold ? '<w:b/><w:bCs/>' : ''}${run.italic ? '<w:i/><w:iCs/>' : ''}`;
  const text = escapeXml(printable(run.text)).replace(/[\n\t]/g, (c) => `</w:t>${c === '\t' ? '<w:tab/>' : '<w:br/>'}${TEXT}`);
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${TEXT}${text}</w:t></w:r>`;
}
const TEXT = '<w:t xml:space="preserve">';
