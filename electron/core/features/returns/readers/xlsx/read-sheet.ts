import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReadCounter } from '../limits.ts';
import type { RawCell, RawMark } from '../reader.ts';
import { type Area, areaOf, columnLetters, columnOf, MOST_COLUMNS, MOST_ROWS } from './cell-ref.ts';
import type { NumberFormat } from './number-formats.ts';
import { newQuickCell, quickCell, quickIndex } from './quick-cell.ts';
import { plainText, readRichText } from './rich-text.ts';
import { showIso, type ShownValue, showText, showValue } from './show-value.ts';
import { isOn } from './workbook.ts';

export type SheetContext = {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  is1904: boolean;
  counter: ReadCounter;
};

/** Cells that hold something, by the row's own number. Formatting and empty rows are not here. */
export type SheetRow = { row: number; cells: RawCell[] };

/** A sheet's cells and what stands around them. */
export type SheetCells = {
  rows: SheetRow[];
  merges: Area[];
  /** First and last of each run of hidden columns. */
  hidden: (readonly [number, number])[];
  hiddenRows: Set<number>;
  /** The area that a filter stands over: its first row is a header. */
  filter: Area | null;
  formulas: number;
  /** Cells whose format does not show the day, or the year, that they hold. */
  unseen: { day: number; year: number };
};

const MOST_MERGES = 200_000;
/** Texts and numbers of a column that are kept to be used again. */
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 120;

type Known = { cell: RawCell | null; unseen: ShownValue['unseen'] };
/** The same few words, days and times come again and again in a column: one cell for all of them. */
type ColumnMemory = { texts: Map<string, RawCell | null>; numbers: Map<NumberFormat, Map<string, Known>> };

export function readSheet(xml: XmlScanner, context: SheetContext): SheetCells {
  return new SheetReader(xml, context).read();
}

class SheetReader {
  readonly #xml: XmlScanner;
  readonly #context: SheetContext;
  readonly #out: SheetCells = {
    rows: [],
    merges: [],
    hidden: [],
    hiddenRows: new Set(),
    filter: null,
    formulas: 0,
    unseen: { day: 0, year: 0 },
  };
  readonly #memory: ColumnMemory[] = [];
  readonly #quick = newQuickCell();
  readonly #cells: RawCell[] = [];
  #row = 0;
  /** Numbers of the rows so far, once one stood out of order. */
  #taken: Set<number> | null = null;

  constructor(xml: XmlScanner, context: SheetContext) {
    this.#xml = xml;
    this.#context = context;
  }

  read(): SheetCells {
    const xml = this.#xml;
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token !== XML_OPEN) continue;
      switch (xml.name) {
        case 'row':
          this.#readRow();
          break;
        case 'col':
          this.#readColumn();
          break;
        case 'mergeCell':
          this.#readMerge();
          break;
        case 'autoFilter':
          // The area is enough: the rows say themselves which of them the filter hides.
          this.#out.filter ??= areaOf(xml.attribute('ref') ?? '');
          xml.skip();
          break;
        // Looks, rules for typing and targets of links: no cell's value stands in them.
        case 'conditionalFormatting':
        case 'dataValidations':
        case 'sheetViews':
        case 'hyperlinks':
        case 'extLst':
          xml.skip();
          break;
        default:
      }
    }
    if (this.#taken) this.#out.rows.sort((a, b) => a.row - b.row);
    return this.#out;
  }

  #readColumn(): void {
    if (!isOn(this.#xml.attribute('hidden')) && Number(this.#xml.attribute('width') ?? 1) !== 0) return;
    const [from, to] = [Number(this.#xml.attribute('min')), Number(this.#xml.attribute('max'))];
    if (from >= 1 && to >= from && this.#out.hidden.length < MOST_COLUMNS) this.#out.hidden.push([from - 1, to - 1]);
  }

  #readMerge(): void {
    const area = areaOf(this.#xml.attribute('ref') ?? '');
    if (!area) return;
    this.#out.merges.push(area);
    if (this.#out.merges.length > MOST_MERGES) throw new AppError('hostileFile', { why: 'it has far too many merged cells' });
  }

  #readRow(): void {
    const xml = this.#xml;
    const told = Number(xml.attribute('r') ?? 0);
    this.#row = this.#rowNumber(told);
    if (this.#row > MOST_ROWS) throw new AppError('hostileFile', { why: 'it has more rows than a sheet can have' });
    const hidden = isOn(xml.attribute('hidden')) || xml.attribute('ht') === '0';
    const from = xml.depth;
    // One array for all rows: each row keeps a copy of just its length.
    const cells = this.#cells;
    cells.length = 0;
    const isPlain = xml.isUnprefixed;
    let column = -1;
    for (;;) {
      if (isPlain) column = this.#quickCells(cells, column);
      const token = xml.next();
      if (token === XML_CLOSE && xml.depth === from) break;
      if (token !== XML_OPEN || xml.name !== 'c') continue;
      const ref = xml.attribute('r');
      const own = ref === undefined ? column + 1 : columnOf(ref);
      if (own < 0 || own >= MOST_COLUMNS)
        throw new AppError('hostileFile', { why: 'a cell of it stands where no sheet has one' });
      column = own;
      this.#keep(cells, this.#readCell(column));
    }
    if (cells.length === 0) return;
    this.#context.counter.row();
    if (hidden) this.#out.hiddenRows.add(this.#row);
    this.#out.rows.push({ row: this.#row, cells: isInOrder(cells) ? cells.slice() : this.#inOrder(cells) });
  }

  /** Rows stand in rising order in nearly every file. In one where they do not each keeps its own number, once. */
  #rowNumber(told: number): number {
    if (told > this.#row && !this.#taken) return told;
    if (told === 0 && !this.#taken) return this.#row + 1;
    this.#taken ??= new Set(this.#out.rows.map(({ row }) => row));
    let row = Number.isInteger(told) && told > 0 && !this.#taken.has(told) ? told : this.#row + 1;
    while (this.#taken.has(row)) row++;
    this.#taken.add(row);
    return row;
  }

  #keep(cells: RawCell[], cell: RawCell | null): void {
    if (!cell) return;
    cells.push(cell);
    this.#context.counter.cell(cells.length, cell.text.length);
  }

  /** Plain cells from here on, as many as there are. Answers the column of the last. */
  #quickCells(cells: RawCell[], before: number): number {
    const xml = this.#xml;
    const { strings, formats } = this.#context;
    const quick = this.#quick;
    let at = xml.at;
    let column = before;
    if (at < 0) return column;
    const source = xml.letters;
    for (; quickCell(source, at, quick); at = quick.next) {
      if (quick.from >= 0) {
        const format = quick.style < 0 ? null : (formats[quick.style] ?? null);
        if (quick.isShared) {
          const text = strings[quickIndex(source, quick)];
          if (text === undefined || format !== null) break;
          this.#keep(cells, this.#repeated(text, quick.column));
        } else this.#keep(cells, this.#number(source.slice(quick.from, quick.to), format, quick.column));
      }
      ({ column } = quick);
    }
    xml.passTo(at);
    return column;
  }

  /** Cells out of order, or two for one place: the first counts, as it does where a file is opened, and the other is said. */
  #inOrder(cells: RawCell[]): RawCell[] {
    const out = new Map<number, RawCell>();
    for (const cell of cells) {
      const first = out.get(cell.column);
      if (!first) out.set(cell.column, cell);
      else if (first.text !== cell.text) {
        const message = `The file has two contents for cell ${this.#place(cell.column)}. The other one is: “${cell.text.slice(0, 300)}”.`;
        out.set(cell.column, {
          ...first,
          marks: [...(first.marks ?? []), { severity: 'warning', code: 'twoContents', message }],
        });
      }
    }
    return [...out.values()].sort((a, b) => a.column - b.column);
  }

  #place(column: number): string {
    return `${columnLetters(column)}${this.#row}`;
  }

  /** At a `c` just opened, to its end; null where it holds nothing. */
  #readCell(column: number): RawCell | null {
    const xml = this.#xml;
    const type = xml.attribute('t') ?? 'n';
    const style = xml.attribute('s');
    // Linked values of an error are pictures placed in the cell, and data that only Excel itself can show.
    const isLinked = type === 'e' && xml.attribute('vm') !== undefined;
    const from = xml.depth;
    let value: string | null = null;
    let inline: string | null = null;
    let isFormula = false;
    let inValue = false;
    for (;;) {
      const token = xml.next();
      if (token === XML_CLOSE) {
        if (xml.depth === from) break;
        if (xml.name === 'v') inValue = false;
      } else if (token === XML_TEXT) {
        if (inValue) value = value ? value + xml.text : xml.text;
      } else if (xml.name === 'v') {
        inValue = true;
        value ??= '';
      } else if (xml.name === 'is') inline = readRichText(xml);
      else if (xml.name === 'f') {
        // Its value is what Excel shows; how it is worked out is not what the agency tells.
        isFormula = true;
        xml.skip();
        // Extensions of a cell hold no value of it.
      } else if (xml.name === 'extLst') xml.skip();
    }
    if (isLinked && value === '#VALUE!') return marked(column, pictureAt(this.#place(column)));
    if (isFormula && value !== null && value !== '') this.#out.formulas++;
    if (inline !== null && (value === null || type === 'inlineStr')) return filled(inline, column);
    if (value === null || (value === '' && type !== 'str')) return isFormula ? this.#noValue(column) : null;
    return this.#valueCell(column, type, value, style === undefined ? null : (this.#context.formats[Number(style)] ?? null));
  }

  #valueCell(column: number, type: string, value: string, format: NumberFormat): RawCell | null {
    const { strings, is1904 } = this.#context;
    switch (type) {
      case 's': {
        const text = strings[Number(value)];
        if (text === undefined) return this.#lostText(column);
        return format === null ? this.#repeated(text, column) : this.#shown(showText(text, format), column);
      }
      case 'str':
      case 'inlineStr':
        return this.#shown(showText(plainText(value), format), column);
      case 'b':
        return filled(isOn(value) ? 'TRUE' : 'FALSE', column);
      case 'e':
        return filled(value, column);
      case 'd':
        return this.#shown(showIso(value, format, is1904), column);
      default:
        return this.#number(value, format, column);
    }
  }

  #repeated(text: string, column: number): RawCell | null {
    if (text.length > LONGEST_REMEMBERED) return filled(text, column);
    const { texts } = this.#memoryOf(column);
    const before = texts.get(text);
    if (before !== undefined) return before;
    const cell = filled(text, column);
    if (texts.size < MOST_REMEMBERED) texts.set(text, cell);
    return cell;
  }

  #number(value: string, format: NumberFormat, column: number): RawCell | null {
    const { numbers } = this.#memoryOf(column);
    let known = numbers.get(format);
    if (!known) numbers.set(format, (known = new Map<string, Known>()));
    let entry = known.get(value);
    if (entry) {
      if (entry.unseen) this.#out.unseen[entry.unseen]++;
      return entry.cell;
    }
    const shown = showValue(value, format, this.#context.is1904);
    const cell = this.#shown(shown, column);
    entry = { cell, unseen: shown.unseen };
    // A veiled one names its own place.
    if (known.size < MOST_REMEMBERED && shown.veiled === undefined) known.set(ownLetters(value), entry);
    return cell;
  }

  #memoryOf(column: number): ColumnMemory {
    return (this.#memory[column] ??= { texts: new Map(), numbers: new Map() });
  }

  #shown({ text, moment, unseen, veiled }: ShownValue, column: number): RawCell | null {
    if (unseen) this.#out.unseen[unseen]++;
    if (veiled !== undefined) {
      const message = `Hidden text was left out: “${veiled.slice(0, 300)}”. The format of cell ${this.#place(column)} keeps it out of sight.`;
      return { text: '', column, span: 1, marks: [{ severity: 'notice', code: 'hiddenText', message }] };
    }
    return moment ? { text, column, span: 1, moment } : filled(text, column);
  }

  #noValue(column: number): RawCell {
    const message = `Cell ${this.#place(column)} holds a formula whose value is not in the file. Ask the agency to open the workbook, save it and send it again.`;
    return marked(column, { severity: 'warning', code: 'noValue', message });
  }

  #lostText(column: number): RawCell {
    const message = `The text of cell ${this.#place(column)} is missing in the file. Ask the agency what stands there.`;
    return marked(column, { severity: 'warning', code: 'lostText', message });
  }
}

function isInOrder(cells: readonly RawCell[]): boolean {
  for (let i = 1; i < cells.length; i++) if (cells[i]!.column <= cells[i - 1]!.column) return false;
  return true;
}

/** A cut of a long text holds all of it: a number that is kept gets letters of its own. */
const ownLetters = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

function filled(text: string, column: number): RawCell | null {
  return text === '' ? null : { text, column, span: 1 };
}

function pictureAt(place: string): RawMark {
  const message = `A picture or linked data stands in cell ${place}. What it shows cannot be read.`;
  return { severity: 'notice', code: 'picture', message };
}

function marked(column: number, mark: RawMark): RawCell {
  return { text: '', column, span: 1, marks: [mark] };
}
