import { XML_CLOSE, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { isOn } from './on-off.ts';
import { isSymbolFont } from './symbols.ts';

/** `hidden` is null where neither they nor their style say. Plain ones change nothing of what stands in their run. */
export type RunProperties = { hidden: boolean | null; style: string; symbols: string; raised: boolean; plain: boolean };
export type ParagraphProperties = { style: string; markDeleted: boolean; hidden: boolean; plain: boolean };

export type CellProperties = { span: number; merge: 'start' | 'continued' | null; beside: boolean; deleted: boolean };
export const PLAIN_CELL: CellProperties = { span: 1, merge: null, beside: false, deleted: false };

/** Word's own limit is 63 columns; what claims more is not placed beyond this. */
export const MOST_COLUMNS = 1_000;

/** `w:rPr` just opened, to its end. What it was before a tracked change of format (`…Change`) does not count. */
export function readRunProperties(xml: XmlScanner, hiddenStyles: ReadonlySet<string>): RunProperties {
  const out: RunProperties = { hidden: null, style: '', symbols: '', raised: false, plain: false };
  let font = '';
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:vanish') out.hidden = isOn(xml.attribute('w:val'));
    else if (xml.name === 'w:vertAlign') out.raised = xml.attribute('w:val') === 'superscript';
    else if (xml.name === 'w:rStyle') out.style = xml.attribute('w:val') ?? '';
    else if (xml.name === 'w:rFonts') font = xml.attribute('w:ascii') ?? xml.attribute('w:hAnsi') ?? '';
    else if (xml.name === 'w:rPrChange') xml.skip();
  }
  if (isSymbolFont(font)) out.symbols = font;
  if (hiddenStyles.has(out.style)) out.hidden ??= true;
  out.plain = out.hidden !== true && !out.raised && out.symbols === '';
  return out;
}

/** `w:pPr` just opened, to its end. A paragraph whose mark is deleted or moved away runs on into the next. */
export function readParagraphProperties(xml: XmlScanner, hiddenStyles: ReadonlySet<string>): ParagraphProperties {
  const out: ParagraphProperties = { style: '', markDeleted: false, hidden: false, plain: false };
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:pStyle') out.style = xml.attribute('w:val') ?? '';
    else if (xml.name === 'w:del' || xml.name === 'w:moveFrom') out.markDeleted = true;
    else if (xml.name.endsWith('Change') || xml.name === 'w:sectPr') xml.skip();
  }
  out.hidden = hiddenStyles.has(out.style);
  out.plain = !out.hidden && !out.markDeleted;
  return out;
}

/** `w:tcPr` just opened, to its end. */
export function readCellProperties(xml: XmlScanner): CellProperties {
  const out: CellProperties = { span: 1, merge: null, beside: false, deleted: false };
  const from = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return out;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:gridSpan') out.span = columnCount(xml.attribute('w:val'), 1);
    else if (xml.name === 'w:vMerge') out.merge = xml.attribute('w:val') === 'restart' ? 'start' : 'continued';
    else if (xml.name === 'w:hMerge') out.beside = xml.attribute('w:val') !== 'restart';
    else if (xml.name === 'w:cellDel') out.deleted = true;
    // How the cell was before a tracked change of its look: no words are in it, and its merges no longer hold.
    else if (xml.name === 'w:tcPrChange') xml.skip();
  }
}

export function columnCount(value: string | undefined, least: number): number {
  const n = Number(value ?? least);
  return Number.isInteger(n) && n >= least ? Math.min(n, MOST_COLUMNS) : least;
}

/** `w:trPr` just opened, to its end: whether a tracked change strikes the row out. */
export function readRowDeleted(xml: XmlScanner): boolean {
  const from = xml.depth;
  let deleted = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return deleted;
    if (token === XML_OPEN && xml.name === 'w:del') deleted = true;
  }
}

export type ControlProperties = {
  /** It says that it shows its prompt. */
  prompt: boolean;
  /** The day picked from its calendar. */
  day: string | null;
};

/** `w:sdtPr` just opened, to its end. */
export function readControlProperties(xml: XmlScanner): ControlProperties {
  const from = xml.depth;
  const out: ControlProperties = { prompt: false, day: null };
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE && xml.depth === from) return out;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:showingPlcHdr' && isOn(xml.attribute('w:val'))) out.prompt = true;
    else if (xml.name === 'w:date') out.day = /^\d{4}-\d\d-\d\d/.exec(xml.attribute('w:fullDate') ?? '')?.[0] ?? null;
  }
}

/** Whether a picked day shows month first, as its control may be set: then its text must not be read day first. */
export function showsMonthFirst(text: string, day: string): boolean {
  const [month, date, year] = text.trim().split(/\s*[/.-]\s*/);
  const [ownYear, ownMonth, ownDay] = day.split('-').map(Number);
  const sameYear = year !== undefined && /^\d{2}(?:\d\d)?$/.test(year) && Number(year) % 100 === ownYear! % 100;
  return sameYear && Number(month) === ownMonth && Number(date) === ownDay;
}

/**
 * Whether text in a content control that says it shows its prompt is that prompt. Programs that fill in controls
 * sometimes leave the flag on, so what does not look like a prompt stays.
 */
export function readsAsPlaceholder(text: string, runStyle: string): boolean {
  return (
    /placeholder/i.test(runStyle) || text.trim() === '' || /^\W*(click|tap|choose|select|enter|type|insert|pick)\b/i.test(text)
  );
}
