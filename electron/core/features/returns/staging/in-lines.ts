import type { RawParagraph, RawReturn, RawTable } from '../readers/reader.ts';
import { formEntries } from './form-entries.ts';
import { formOfParagraphs } from './find-forms.ts';
import { nonBlank } from './layout.ts';
import { paragraphTable, splitDated } from './paragraph-table.ts';
import { looksLikeDate } from './read-dates.ts';

/** What might be a chronology that is no table: a form or dated lines in paragraphs, in a text file, in a cell for layout. */
export function* inLines(raw: RawReturn): Generator<RawTable> {
  const isWord = raw.format === 'docx';
  const ref = isWord ? 0 : (raw.tables[0]?.ref ?? 1);
  const paragraphs = isWord ? inBrokenLines(raw.paragraphs) : raw.tables.slice(0, 1).flatMap(linesOf);
  const form = formOfParagraphs(paragraphs);
  if (form && formEntries(form)) yield { ...form, ref };
  const written = paragraphTable(paragraphs);
  if (written) yield { ...written, ref };
  for (const table of isWord ? raw.tables : []) {
    const lines = linesInCells(table);
    const inCells = lines && paragraphTable(lines);
    if (inCells) yield { ...inCells, ref: table.ref };
  }
}

/** Entries parted by line breaks, as in a text box or pasted from a mail: each line read by itself, in the place of its paragraph. */
function inBrokenLines(paragraphs: readonly RawParagraph[]): readonly RawParagraph[] {
  const dated = paragraphs.some(({ text }) => text.includes('\n') && text.split('\n').filter(beginsWithDate).length > 1);
  if (!dated) return paragraphs;
  return paragraphs.flatMap((paragraph) =>
    paragraph.text
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text, i): RawParagraph => (i === 0 ? { ...paragraph, text } : { row: paragraph.row, heading: false, text })),
  );
}

function beginsWithDate(line: string): boolean {
  return splitDated(line) !== null || looksLikeDate(line.split('\t')[0]!);
}

/** A text file that is no table but lines. They keep their numbers. */
function linesOf({ delimiter, rows }: RawTable): RawParagraph[] {
  const mark = delimiter?.length === 1 ? delimiter : ' ';
  return rows.flatMap(({ row, cells, marks }): RawParagraph[] => {
    const text = cells
      .map((cell) => cell.text)
      .join(mark)
      .trim();
    return text === '' ? [] : [{ row, text, heading: false, ...(marks ? { marks } : {}) }];
  });
}

/** A table of one column as paragraphs: each row one, or each line of its only cell. */
function linesInCells(table: RawTable): RawParagraph[] | null {
  const rows = table.rows.filter((row) => !row.deleted && nonBlank(row).length > 0);
  if (rows.length === 0 || rows.some((row) => nonBlank(row).length > 1)) return null;
  const whole = rows.map((row): RawParagraph => {
    const { text, notes, marks } = nonBlank(row)[0]!;
    return { row: row.row, text, heading: false, ...(notes ? { notes } : {}), ...(marks ? { marks } : {}) };
  });
  if (whole.length > 1) return whole;
  const lines = whole[0]!.text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((text, i): RawParagraph => ({ ...(i === 0 ? whole[0]! : { heading: false }), text, row: i + 1 }));
}
