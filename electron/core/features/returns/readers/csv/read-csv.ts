import { AppError } from '#shared/kernel/app-error.ts';
import { ReadCounter, type ReadLimits } from '../limits.ts';
import type { RawCell, RawMark, RawReturn, RawTable, RawTableRow, ReturnReader } from '../reader.ts';
import { alignedColumns } from './aligned-columns.ts';
import { type CsvFault, CsvParser } from './csv-parser.ts';
import { NO_DELIMITER, sniffDelimiter, withoutHint } from './delimiter.ts';
import { decodePieces, sniffEncoding } from './encoding.ts';

/** Delimited text: commas, semicolons, tabs, bars; UTF-8, UTF-16 or Windows-1252. */
export const csvReader: ReturnReader = {
  format: 'csv',
  accepts: (name) => /\.(csv|tsv|tab|txt|psv)$/i.test(name),
  read: (bytes, { limits }) => readCsv(bytes, limits),
};

const FAULTS: Readonly<Record<CsvFault, RawMark>> = {
  unclosedQuote: {
    severity: 'error',
    code: 'unclosedQuote',
    message:
      'A quotation mark is opened in this row and never closed, so where its cells end is not sure. Compare it with the file.',
  },
  looseQuote: {
    severity: 'warning',
    code: 'looseQuote',
    message: 'The quotation marks in this row are not as they should be. Compare it with the file.',
  },
};

/** Excel's way of keeping a cell as text, ="12/10/2010", shows as what is in the quotes. */
function asShown(text: string): string {
  const inside = /^="([\s\S]*)"\s*$/.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

export function readCsv(file: Uint8Array, limits: ReadLimits): RawReturn {
  // The end mark of DOS, which old exporters still write
  const bytes = file.at(-1) === 0x1a ? file.subarray(0, -1) : file;
  const encoding = sniffEncoding(bytes);
  const counter = new ReadCounter(limits);
  const rows: RawTableRow[] = [];
  const marks: RawMark[] = [];
  if (encoding.damaged) {
    marks.push({
      severity: 'warning',
      code: 'damagedLetters',
      message: 'Some letters in this file are damaged and show as \uFFFD. Ask for it saved as “CSV UTF-8”.',
    });
  }
  let parser: CsvParser | null = null;
  let delimiter = NO_DELIMITER;
  const onRow = (texts: string[], fault: CsvFault | null): void => {
    counter.row();
    const cells = texts.map((text, column): RawCell => {
      counter.cell(column + 1, text.length);
      return { text: text.charCodeAt(0) === 0x3d ? asShown(text) : text, column, span: 1 };
    });
    rows.push(fault ? { row: rows.length + 1, cells, marks: [FAULTS[fault]] } : { row: rows.length + 1, cells });
  };
  for (const piece of decodePieces(bytes, encoding)) {
    if (piece.includes('\0'))
      throw new AppError('unreadableFile', { why: 'it is not a text file', wanted: 'a CSV file saved as “CSV UTF-8”' });
    if (parser) parser.push(piece);
    else {
      delimiter = sniffDelimiter(piece, bytes.length < 1 << 20);
      parser = new CsvParser({ delimiter, onRow, onCell: (inRow) => counter.width(inRow) });
      // Excel's own hint names the delimiter and is no record of the table.
      parser.push(withoutHint(piece));
    }
  }
  parser?.end();
  const aligned = delimiter === NO_DELIMITER ? alignedColumns(rows) : null;
  const table: RawTable = aligned
    ? { ref: 1, rows: aligned, before: [], delimiter: '  ' }
    : { ref: 1, rows, before: [], delimiter };
  return { format: 'csv', tables: rows.length > 0 ? [table] : [], paragraphs: [], marks };
}
