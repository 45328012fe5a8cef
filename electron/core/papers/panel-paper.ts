import type { PaperBlock } from './paper.ts';
import { fieldMarkName, markName, printedCode, sumOf } from './panel-mark.ts';
import { packWord } from './word-package.ts';
import { wordParts } from './word-parts.ts';
import { textWidth } from './word-styles.ts';
import { escapeXml, printable } from './xml.ts';

/** A part of an entry as printed; the first has no label. `field` names it to the reader of what comes back. */
export type PanelPart = { field: string; label: string | null; text: string };
export type PanelEntry = { ref: number; date: string; source: string; parts: readonly PanelPart[] };
export type PanelProtection = 'comments' | 'trackedChanges';
/** The chronology as it goes out for comment, told as values. */
export type PanelPaper = {
  /** Stands at the foot of each page and in the properties, with the code. Never a name. */
  title: string;
  code: string;
  protection: PanelProtection;
  firstPage: readonly PaperBlock[];
  heading: string;
  entries: readonly PanelEntry[];
};

export const PANEL_COLUMNS = ['No.', 'Date', 'Agency and source', 'What was recorded', 'Your comment'] as const;
const SHARES = [0.7, 1.7, 2, 6.2, 3.4];

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="C9C9C3"/>`)
  .join('');
const START = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>';
const widths = SHARES.map((share) => Math.floor((textWidth('landscape') * share) / SHARES.reduce((a, b) => a + b, 0)));
const cells = widths.map((width) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>`);

/**
 * The Word file of a copy. Word holds its rows against any change but comments (or tracked changes); only the last column
 * is open to everybody. Rows never split, the head repeats, and each entry carries its mark.
 */
export async function panelPaper(paper: PanelPaper): Promise<Uint8Array> {
  const title = `${paper.title}, ${printedCode(paper.code)}`;
  const parts = await wordParts({ title, landscape: true, blocks: paper.firstPage });
  const at = parts.document.lastIndexOf('<w:sectPr');
  const document = `${parts.document.slice(0, at)}${chronology(paper)}${parts.document.slice(at)}`;
  return packWord({ ...parts, document }, { title, day: null, protection: paper.protection });
}

function chronology(paper: PanelPaper): string {
  const out = [
    `<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:pageBreakBefore/></w:pPr>${run(paper.heading)}</w:p>`,
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblBorders>${EDGES}</w:tblBorders>` +
      `<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
      `<w:tblCaption w:val="${escapeXml(printable(paper.heading))}"/></w:tblPr>` +
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...PANEL_COLUMNS.map(
      (text, i) =>
        `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="E9EEF4"/></w:tcPr>` +
        `<w:p><w:pPr><w:pStyle w:val="TableText"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b/><w:bCs/></w:rPr>${words(text)}</w:r></w:p></w:tc>`,
    ),
    '</w:tr>',
  ];
  const ids = { next: 1 };
  for (const entry of paper.entries) out.push(row(entry, paper, ids));
  // A file may not end with a table.
  out.push('</w:tbl><w:p/>');
  return out.join('');
}

function row(entry: PanelEntry, { code, protection }: PanelPaper, ids: { next: number }): string {
  const [date, source] = [linesOf(entry.date), linesOf(entry.source)];
  const parts = entry.parts.map((part) => partLines(part));
  const name = markName({ code, ref: entry.ref, sum: sumOf([date, source, parts.flat()].map((all) => all.join('\n'))) });
  const number = String(entry.ref).padStart(4, '0');
  const id = ids.next++;
  // In a locked control the number can be commented on, but not typed over.
  const mark =
    `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:sdt><w:sdtPr><w:alias w:val="Entry ${number}"/><w:tag w:val="${name}"/>` +
    `<w:id w:val="${10_000 + id}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${run(number)}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="${id}"/>`;
  // A range of one blank: Word opens no empty one to typing.
  const open =
    protection === 'comments'
      ? `<w:permStart w:id="${id}" w:edGrp="everyone"/>${run('\u00a0')}<w:permEnd w:id="${id}"/>`
      : run('\u00a0');
  const body = entry.parts.map((part, i) => partXml(entry.ref, part, parts[i] ?? [], ids)).join('');
  return (
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells[0]}${START}${mark}</w:p></w:tc>` +
    `${cells[1]}${paragraphs(date)}</w:tc>${cells[2]}${paragraphs(source)}</w:tc>` +
    `${cells[3]}${body}</w:tc>${cells[4]}${START}${open}</w:p></w:tc></w:tr>`
  );
}

/** The lines of a part as they are printed, its label on the first. */
export function partLines({ label, text }: PanelPart): string[] {
  const [first = '–', ...rest] = linesOf(text);
  return [label === null ? first : `${label}: ${first}`, ...rest];
}

function partXml(ref: number, part: PanelPart, all: readonly string[], ids: { next: number }): string {
  if (part.label === null) return paragraphs(all);
  const [first = '', ...rest] = all;
  const label = `${part.label}: `;
  const id = ids.next++;
  const start = `<w:bookmarkStart w:id="${id}" w:name="${fieldMarkName(ref, part.field)}"/><w:bookmarkEnd w:id="${id}"/>`;
  return `${START}${start}<w:r><w:rPr><w:b/><w:bCs/></w:rPr>${words(label)}</w:r>${run(first.slice(label.length))}</w:p>${paragraphs(rest)}`;
}

function linesOf(text: string): string[] {
  const said = printable(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return said.length === 0 ? ['–'] : said;
}
const paragraphs = (all: readonly string[]): string => all.map((line) => `${START}${run(line)}</w:p>`).join('');

const run = (text: string): string => `<w:r>${words(text)}</w:r>`;
const words = (text: string): string =>
  `<w:t xml:space="preserve">${escapeXml(printable(text)).replace(/\t/g, '</w:t><w:tab/><w:t xml:space="preserve">').replace(/\n/g, ' ')}</w:t>`;
