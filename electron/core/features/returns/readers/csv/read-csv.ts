import { ReadCounter, type ReadLimits } from '../limits.ts';
import type { RawCell, RawMark, RawReturn, RawTable, RawTableRow, ReturnReader } from '../reader.ts';
import { alignedColumns } from './aligned-columns.ts';
import { type CsvFault, CsvParser } from './csv-parser.ts';
import { NO_DELIMITER, sniffDelimiter, withoutHint } from './delimiter.ts';
import { inDialect, sniffDialect, swapped } from './dialect.ts';
import { decodePieces, noText, sniffEncoding, type TextEncoding, withoutPadding } from './encoding.ts';

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

const DAMAGED: RawMark = {
  severity: 'warning',
  code: 'damagedLetters',
  message: 'Some letters in this file are damaged and show as \uFFFD. Ask for it saved as “CSV UTF-8”.',
};

/** Excel's way of keeping a cell as text, ="12/10/2010", shows as what is in the quotes. */
function asShown(text: string): string {
  const inside = /^="([\s\S]*)"\s*$/.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

export function readCsv(file: Uint8Array, limits: ReadLimits): RawReturn {
  // The end mark of DOS, which old exporters still write
  const bytes = withoutPadding(file.at(-1) === 0x1a ? file.subarray(0, -1) : file);
  const encoding = sniffEncoding(bytes);
  const marks: RawMark[] = encoding.damaged ? [DAMAGED] : [];
  const pieces = (): Generator<string> => textPieces(bytes, encoding);
  const read = readText(pieces, bytes.length < WHOLE, limits);
  const inner = read.delimiter === NO_DELIMITER ? unwrapped(read.rows) : null;
  const { rows, delimiter } = inner === null ? read : readText(() => [inner], true, limits);
  const aligned = delimiter === NO_DELIMITER ? alignedColumns(rows) : null;
  const table: RawTable = aligned
    ? { ref: 1, rows: aligned, before: [], delimiter: '  ' }
    : { ref: 1, rows, before: [], delimiter };
  return { format: 'csv', tables: rows.length > 0 ? [table] : [], paragraphs: [], marks };
}

/** So much is looked at before anything is decided. */
const WHOLE = 1 << 20;

type TextRows = { rows: RawTableRow[]; delimiter: string };

function readText(pieces: () => Iterable<string>, isWhole: boolean, limits: ReadLimits): TextRows {
  const counter = new ReadCounter(limits);
  const rows: RawTableRow[] = [];
  let head = '';
  for (const piece of pieces()) {
    head = withoutHint(piece);
    break;
  }
  const dialect = sniffDialect(head);
  const onRow = (texts: string[], fault: CsvFault | null): void => {
    counter.row();
    const cells = texts.map((text, column): RawCell => {
      counter.cell(column + 1, text.length);
      const shown = dialect.apostrophes ? swapped(text) : text;
      return { text: shown.charCodeAt(0) === 0x3d ? asShown(shown) : shown, column, span: 1 };
    });
    rows.push(fault ? { row: rows.length + 1, cells, marks: [FAULTS[fault]] } : { row: rows.length + 1, cells });
  };
  const hasHabits = dialect.backslash || dialect.apostrophes || dialect.mixedEnds;
  let parser: CsvParser | null = null;
  let delimiter = NO_DELIMITER;
  for (const piece of hasHabits ? inDialect(pieces(), dialect) : pieces()) {
    if (parser) parser.push(piece);
    else {
      delimiter = sniffDelimiter(piece, isWhole);
      parser = new CsvParser({ delimiter, onRow, onCell: (inRow) => counter.width(inRow) });
      // Excel's own hint names the delimiter and is no record of the table.
      parser.push(withoutHint(piece));
    }
  }
  parser?.end();
  return { rows, delimiter };
}

function* textPieces(bytes: Uint8Array, encoding: TextEncoding): Generator<string> {
  for (const piece of decodePieces(bytes, encoding)) {
    // Two bytes a letter, and filled up with zeros behind the last
    const text = piece.includes('\0') ? piece.replace(/\0+$/, '') : piece;
    if (text.includes('\0')) throw noText();
    yield text;
  }
}

/** Each row as one field in quotes, with its cells inside: the text of the rows. Null where the file is not so. */
function unwrapped(rows: readonly RawTableRow[]): string | null {
  const texts = rows.map(({ cells }) => cells[0]?.text ?? '');
  const filled = texts.filter((text) => text.trim() !== '');
  if (filled.length < 2 || !filled.every((text) => /[,;\t|]/.test(text))) return null;
  const inner = texts.join('\n');
  return sniffDelimiter(inner, true) === NO_DELIMITER ? null : inner;
}
