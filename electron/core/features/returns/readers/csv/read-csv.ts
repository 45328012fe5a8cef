import { ReadCounter, type ReadLimits } from '../limits.ts';
import type { RawCell, RawMark, RawReturn, RawTable, RawTableRow, ReturnReader } from '../reader.ts';
import { alignedColumns } from './aligned-columns.ts';
import type { ByteSource } from './byte-source.ts';
import { type CsvFault, CsvParser } from './csv-parser.ts';
import { NO_DELIMITER, sniffDelimiter, withoutHint } from './delimiter.ts';
import { inDialect, sniffDialect, swapped } from './dialect.ts';
import { decodePieces, isPlainUtf8, noText, sniffEncoding, sniffMark, type TextEncoding, withoutPadding } from './encoding.ts';

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

/** Takes each row as it is read; nothing of it is kept here. */
export type TakeCsvRow = (texts: string[], fault: CsvFault | null) => void;

/** Reads delimited text row by row, in pieces of a size, so that of a file of any length only a little is held at a time. */
export function readCsvRows(
  file: ByteSource,
  limits: ReadLimits,
  take: TakeCsvRow,
  size?: number,
): { delimiter: string; damaged: boolean } {
  const { source, to, encoding } = openText(file);
  const delimiter = readText(textPieces(decodePieces(source, encoding, to, size)), limits, take);
  return { delimiter, damaged: encoding.damaged };
}

function openText(file: ByteSource): { source: ByteSource; to: number; encoding: TextEncoding } {
  const { length } = file;
  // The end mark of DOS, which old exporters still write
  const to = length > 0 && file.subarray(length - 1, length)[0] === 0x1a ? length - 1 : length;
  const { label, skip } = sniffMark(file.subarray(0, Math.min(3, to)));
  if (!label.startsWith('utf-16') && isPlainUtf8(file, to))
    return { source: file, to, encoding: { label: 'utf-8', skip, damaged: false } };
  // What tells how such a text is stored may stand anywhere in it.
  const bytes = withoutPadding(file.subarray(0, to));
  return { source: bytes, to: bytes.length, encoding: sniffEncoding(bytes) };
}

/** A cell that says the same as one above it in its column is that cell. */
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 60;

/** Keeps the rows: a short text that comes again in its column is kept once. */
class KeptCells {
  readonly rows: RawTableRow[] = [];
  readonly #known: Map<string, RawCell>[] = [];

  readonly take: TakeCsvRow = (texts, fault) => {
    const row: RawTableRow = { row: this.rows.length + 1, cells: texts.map(this.#cell) };
    if (fault) row.marks = [FAULTS[fault]];
    this.rows.push(row);
  };

  readonly #cell = (written: string, column: number): RawCell => {
    const text = written.charCodeAt(0) === 0x3d ? asShown(written) : written;
    if (text.length > LONGEST_REMEMBERED) return { text, column, span: 1 };
    const known = (this.#known[column] ??= new Map<string, RawCell>());
    const before = known.get(text);
    if (before) return before;
    const cell: RawCell = { text, column, span: 1 };
    if (known.size < MOST_REMEMBERED) known.set(text, cell);
    return cell;
  };
}

export function readCsv(file: ByteSource, limits: ReadLimits): RawReturn {
  let kept = new KeptCells();
  let { delimiter, damaged } = readCsvRows(file, limits, kept.take);
  const inner = delimiter === NO_DELIMITER ? unwrapped(kept.rows) : null;
  if (inner !== null) {
    kept = new KeptCells();
    delimiter = readText([inner], limits, kept.take);
  }
  const { rows } = kept;
  const aligned = delimiter === NO_DELIMITER ? alignedColumns(rows) : null;
  const table: RawTable = aligned
    ? { ref: 1, rows: aligned, before: [], delimiter: '  ' }
    : { ref: 1, rows, before: [], delimiter };
  return { format: 'csv', tables: rows.length > 0 ? [table] : [], paragraphs: [], marks: damaged ? [DAMAGED] : [] };
}

/** So much is looked at before anything is decided. */
const WHOLE = 1 << 20;

/** Answers the delimiter. */
function readText(pieces: Iterable<string>, limits: ReadLimits, take: TakeCsvRow): string {
  const text = pieces[Symbol.iterator]();
  let head = '';
  let isWhole = false;
  while (head.length < WHOLE && !isWhole) {
    const { value, done } = text.next();
    if (done) isWhole = true;
    else head += value;
  }
  const counter = new ReadCounter(limits);
  const dialect = sniffDialect(withoutHint(head));
  const onRow = (texts: string[], fault: CsvFault | null): void => {
    counter.row();
    const shown = dialect.apostrophes ? texts.map(swapped) : texts;
    for (let i = 0; i < shown.length; i++) counter.cell(i + 1, shown[i]!.length);
    take(shown, fault);
  };
  const hasHabits = dialect.backslash || dialect.apostrophes || dialect.mixedEnds;
  let parser: CsvParser | null = null;
  let delimiter = NO_DELIMITER;
  const all = thenRest(head, text);
  head = '';
  for (const piece of hasHabits ? inDialect(all, dialect) : all) {
    if (parser) parser.push(piece);
    else {
      delimiter = sniffDelimiter(piece, isWhole);
      parser = new CsvParser({ delimiter, onRow, onCell: (inRow) => counter.width(inRow) });
      // Excel's own hint names the delimiter and is no record of the table.
      parser.push(withoutHint(piece));
    }
  }
  parser?.end();
  return delimiter;
}

function* thenRest(head: string, rest: Iterator<string>): Generator<string> {
  yield head;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function* textPieces(pieces: Iterable<string>): Generator<string> {
  let ended = false;
  for (const piece of pieces) {
    // Two bytes a letter, and filled up with zeros behind the last
    const text = piece.includes('\0') ? piece.replace(/\0+$/, '') : piece;
    if (text.includes('\0') || (ended && text !== '')) throw noText();
    ended ||= text.length < piece.length;
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
