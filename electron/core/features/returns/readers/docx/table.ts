import { XML_CLOSE, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import type { ReadCounter } from '../limits.ts';
import type { RawCell, RawMark, RawMoment, RawTableRow } from '../reader.ts';
import { isOn } from './on-off.ts';
import { showsMonthFirst } from './properties.ts';
import type { StoryContext } from './story-context.ts';
import { type Story, readStory } from './story.ts';

type RowProperties = { before: number; hidden: boolean; header: boolean; deleted: boolean; inserted: boolean };
type CellProperties = { span: number; merge: 'start' | 'continued' | null; beside: boolean; deleted: boolean };

/** Word's own limit is 63 columns; what claims more is not placed beyond this. */
const MOST_COLUMNS = 1_000;

/** Tables in cells that are kept for a second look; a return laid out in tables has a few hundred at most. */
const MOST_INNER = 2_000;

export type ReadTable = { rows: RawTableRow[]; inner: XmlScanner[] };

/** `w:tbl` just opened, to its end. Rows in content controls and other wrappers count like any other. */
export function readTable(xml: XmlScanner, context: StoryContext, counter: ReadCounter, before = 0): ReadTable {
  const rows: RawTableRow[] = [];
  const inner: XmlScanner[] = [];
  const above = new Map<number, RawCell>();
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return { rows, inner };
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:tr') {
      counter.row();
      rows.push(readRow(xml, { context, counter, above, inner, row: before + rows.length + 1 }));
    } else if (xml.name === 'w:tblPr' || xml.name === 'w:tblGrid' || xml.name === 'w:sdtPr') xml.skip();
  }
}

type RowContext = {
  context: StoryContext;
  counter: ReadCounter;
  above: Map<number, RawCell>;
  inner: XmlScanner[];
  row: number;
};

function readRow(xml: XmlScanner, { context, counter, above, inner, row }: RowContext): RawTableRow {
  let properties: RowProperties = { before: 0, hidden: false, header: false, deleted: false, inserted: false };
  const cells: RawCell[] = [];
  const struck: string[] = [];
  let column = 0;
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:trPr') {
      properties = readRowProperties(xml);
      column = properties.before;
    } else if (xml.name === 'w:tblPrEx' || xml.name === 'w:sdtPr') xml.skip();
    else if (xml.name === 'w:tc') {
      const { story, cell } = readCell(xml, context, properties.hidden);
      counter.cell(cells.length + 1, story.letters);
      if (story.tables.length > 0 && inner.length < MOST_INNER) inner.push(...story.tables);
      if (cell.deleted) {
        struck.push(story.text);
        continue;
      }
      const last = cells.at(-1);
      if (cell.beside && last) last.span += cell.span;
      else cells.push(placeCell(story, cell, column, above));
      column = Math.min(column + cell.span, MOST_COLUMNS);
    }
  }
  const marks = rowMarks(properties, cells);
  const words = struck.filter((text) => text.trim() !== '');
  if (words.length > 0) {
    const message = `Cells of this row are struck out by a tracked change and were left out: “${words.join(' | ')}”.`;
    marks.push({ severity: 'notice', code: 'trackedChange', message });
  }
  return {
    row,
    cells,
    ...(properties.header ? { header: true as const } : {}),
    ...(properties.deleted ? { deleted: true as const } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function placeCell(story: Story, cell: CellProperties, column: number, above: Map<number, RawCell>): RawCell {
  const origin = cell.merge === 'continued' ? above.get(column) : undefined;
  if (origin) return { text: origin.text, column, span: cell.span, fromAbove: true };
  const placed: RawCell = {
    text: story.text,
    column,
    span: cell.span,
    ...(story.notes.length > 0 ? { notes: story.notes } : {}),
    ...(story.marks.length > 0 ? { marks: story.marks } : {}),
    ...(story.day !== null && showsMonthFirst(story.text, story.day) ? { moment: picked(story.day) } : {}),
  };
  if (cell.merge === 'start') above.set(column, placed);
  else above.delete(column);
  return placed;
}

function picked(day: string): RawMoment {
  return { earliest: day, latest: day, precision: 'day', time: null };
}

function rowMarks(properties: RowProperties, cells: readonly RawCell[]): RawMark[] {
  const marks: RawMark[] = [];
  if (properties.hidden)
    marks.push({ severity: 'notice', code: 'hiddenRow', message: 'This row is hidden in the file. It was read.' });
  if (properties.deleted) {
    const words = cells
      .flatMap((cell) => [cell.text, ...(cell.marks ?? []).map((mark) => mark.message)])
      .filter((text) => text.trim() !== '');
    marks.push({
      severity: 'notice',
      code: 'trackedChange',
      message: `This row is struck out by a tracked change and was left out: “${words.join(' | ')}”.`,
    });
  } else if (properties.inserted) {
    marks.push({ severity: 'notice', code: 'trackedChange', message: 'This row was put in by a tracked change. It was read.' });
  }
  return marks;
}

function readCell(xml: XmlScanner, context: StoryContext, showHidden: boolean): { story: Story; cell: CellProperties } {
  const cell: CellProperties = { span: 1, merge: null, beside: false, deleted: false };
  const story = readStory(xml, context, { showHidden, cellProperties: (at) => readCellProperties(at, cell) });
  return { story, cell };
}

function readCellProperties(xml: XmlScanner, cell: CellProperties): void {
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:gridSpan') cell.span = count(xml.attribute('w:val'), 1);
    else if (xml.name === 'w:vMerge') cell.merge = xml.attribute('w:val') === 'restart' ? 'start' : 'continued';
    else if (xml.name === 'w:hMerge') cell.beside = xml.attribute('w:val') !== 'restart';
    else if (xml.name === 'w:cellDel') cell.deleted = true;
    else if (xml.name === 'w:tcPrChange') xml.skip();
  }
}

function readRowProperties(xml: XmlScanner): RowProperties {
  const out: RowProperties = { before: 0, hidden: false, header: false, deleted: false, inserted: false };
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return out;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:gridBefore') out.before = count(xml.attribute('w:val'), 0);
    else if (xml.name === 'w:hidden') out.hidden = isOn(xml.attribute('w:val'));
    else if (xml.name === 'w:tblHeader') out.header = isOn(xml.attribute('w:val'));
    else if (xml.name === 'w:del') out.deleted = true;
    else if (xml.name === 'w:ins') out.inserted = true;
    else if (xml.name === 'w:trPrChange') xml.skip();
  }
}

function count(value: string | undefined, least: number): number {
  const n = Number(value ?? least);
  return Number.isInteger(n) && n >= least ? Math.min(n, MOST_COLUMNS) : least;
}
