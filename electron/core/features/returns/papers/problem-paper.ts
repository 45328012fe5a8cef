import { type Paper, wordPaper } from '#core/papers/word-paper.ts';
import { workbook } from '#core/papers/workbook.ts';
import type { Point } from './problem-points.ts';

/** One return's points, and whose it is: nothing of anybody else is known here. */
export type ProblemPaper = { agency: string; reference: string; file: string; points: readonly Point[] };

const HEADER = ['No.', 'Where', 'What was written', 'What is needed'];
const ASKED = 'Put them right in the file that you sent, keep its headings and rows in their order, and send it again.';

/** "Thank you" and what is asked, before the list. */
function opening({ agency, points }: ProblemPaper): string[] {
  const [what, they] = points.length === 1 ? ['One point', 'It needs'] : [`${points.length} points`, 'They need'];
  return [`Thank you for the chronology of ${agency}. ${what} could not be read with certainty. ${they} your eye.`, ASKED];
}

export const titleOf = ({ reference }: ProblemPaper): string =>
  reference === '' ? 'Points in your chronology' : `Points in your chronology for ${reference}`;

const line = (point: Point, index: number): [string, string, string, string] => [
  String(index + 1),
  point.where,
  point.written,
  point.needed,
];

export function problemDocx(paper: ProblemPaper): Promise<Uint8Array> {
  const title = titleOf(paper);
  return wordPaper({
    title,
    landscape: true,
    blocks: [
      { t: 'title', runs: [{ text: title }] },
      { t: 'labelled', label: 'Agency', runs: [{ text: paper.agency }] },
      { t: 'labelled', label: 'File', runs: [{ text: paper.file }] },
      ...opening(paper).map((text) => ({ t: 'paragraph' as const, runs: [{ text }] })),
      {
        t: 'table',
        caption: 'Points, by row',
        header: HEADER,
        widths: [0.5, 2, 4, 4],
        rows: paper.points.map(line),
      },
    ],
  } satisfies Paper);
}

export function problemXlsx(paper: ProblemPaper): Promise<Uint8Array> {
  const title = titleOf(paper);
  const widths = [6, 26, 52, 52];
  return workbook(title, [
    { name: 'Points', columns: HEADER.map((header, i) => ({ header, width: widths[i] ?? 20 })), rows: paper.points.map(line) },
    {
      name: 'Read me',
      lines: [
        { text: title, heading: true },
        { text: `Agency: ${paper.agency}` },
        { text: `File: ${paper.file}` },
        ...opening(paper).map((text) => ({ text })),
      ],
    },
  ]);
}

/** To be pasted into an e-mail: plain lines, no tabs. */
export function problemText(paper: ProblemPaper): string {
  const points = paper.points.map(({ where, written, needed }, i) => {
    const said = written === '' ? '' : ` Written: “${written}”.`;
    return `${i + 1}. ${where}.${said} Needed: ${needed}`;
  });
  return [titleOf(paper), '', `${paper.agency}: ${paper.file}`, '', ...opening(paper), '', ...points, ''].join('\n');
}
