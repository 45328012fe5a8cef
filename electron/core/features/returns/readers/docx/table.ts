import { XML_CLOSE, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import type { ReadCounter } from '../limits.ts';
import type { RawCell, RawMark, RawMoment, RawTableRow } from '../reader.ts';
import { isOn } from './on-off.ts';
import { type PlainCell, plainCell } from './plain-cell.ts';
import { type CellProperties, columnCount, MOST_COLUMNS, PLAIN_CELL, showsMonthFirst } from './properties.ts';
import type { StoryContext } from './story-context.ts';
import type { Story, StoryOptions } from './story-shape.ts';
import { readStory } from './story.ts';

type RowProperties = { before: number; hidden: boolean; header: boolean; deleted: boolean; inserted: boolean };

const PLAIN_ROW: RowProperties = { before: 0, hidden: false, header: false, deleted: false, inserted: false };
type Words = Pick<Story, 'text' | 'notes' | 'marks' | 'day'>;
/** One for all: it is used up before the next is looked for. */
const PLAIN: PlainCell = { text: '', cell: PLAIN_CELL, next: 0 };
const NONE: readonly never[] = [];
const SHOW_HIDDEN: StoryOptions = { showHidden: true };

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
  let properties = PLAIN_ROW;
  const cells: RawCell[] = [];
  const struck: string[] = [];
  let column = 0;
  const from = xml.depth;
  const place = (story: Words, cell: CellProperties): void => {
    const last = cells.at(-1);
    if (cell.beside && last) last.span += cell.span;
    else cells.push(placeCell(story, cell, column, above));
    column = Math.min(column + cell.span, MOST_COLUMNS);
  };
  for (;;) {
    if (xml.at >= 0 && xml.isCalled('w')) {
      let { at } = xml;
      for (; plainCell(xml.letters, at, context.seen, PLAIN) && !PLAIN.cell.deleted; at = PLAIN.next) {
        counter.cell(cells.length + 1, PLAIN.text.length);
        place({ text: PLAIN.text, notes: NONE, marks: NONE, day: null }, PLAIN.cell);
      }
      xml.passTo(at);
    }
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:trPr') {
      properties = readRowProperties(xml);
      column = properties.before;
    } else if (xml.name === 'w:tblPrEx' || xml.name === 'w:sdtPr') xml.skip();
    else if (xml.name === 'w:tc') {
      const story = readStory(xml, context, properties.hidden ? SHOW_HIDDEN : undefined);
      const { cell } = story;
      counter.cell(cells.length + 1, story.letters);
      if (story.tables.length > 0 && inner.length < MOST_INNER) inner.push(...story.tables);
      if (cell.deleted) {
        struck.push(story.text);
        continue;
      }
      place(story, cell);
    }
  }
  const marks = rowMarks(properties, cells);
  const words = struck.filter((text) => text.trim() !== '');
  if (words.length > 0) {
    const message = `Cells of this row are struck out by a tracked change and were left out: “${words.join(' | ')}”.`;
    marks.push({ severity: 'notice', code: 'trackedChange', message });
  }
  const out: RawTableRow = { row, cells };
  if (properties.header) out.header = true;
  if (properties.deleted) out.deleted = true;
  if (marks.length > 0) out.marks = marks;
  return out;
}

function placeCell(story: Words, cell: CellProperties, column: number, above: Map<number, RawCell>): RawCell {
  const origin = cell.merge === 'continued' ? above.get(column) : undefined;
  if (origin) return { text: origin.text, column, span: cell.span, fromAbove: true };
  const placed: RawCell = { text: story.text, column, span: cell.span };
  if (story.notes.length > 0) placed.notes = story.notes;
  if (story.marks.length > 0) placed.marks = story.marks;
  if (story.day !== null && showsMonthFirst(story.text, story.day)) placed.moment = picked(story.day);
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

function readRowProperties(xml: XmlScanner): RowProperties {
  const out: RowProperties = { before: 0, hidden: false, header: false, deleted: false, inserted: false };
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return out;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:gridBefore') out.before = columnCount(xml.attribute('w:val'), 0);
    else if (xml.name === 'w:hidden') out.hidden = isOn(xml.attribute('w:val'));
    else if (xml.name === 'w:tblHeader') out.header = isOn(xml.attribute('w:val'));
    else if (xml.name === 'w:del') out.deleted = true;
    else if (xml.name === 'w:ins') out.inserted = true;
    else if (xml.name === 'w:trPrChange') xml.skip();
  }
}
