import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { codesIn, readFieldMark, readMark, type PanelMark } from '#core/papers/panel-mark.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** Who Word says made a change, and when. */
export type Claim = { author: string | null; at: string | null };
/** A stretch of the file twice: as it was before tracked changes, and as it stands with all of them taken. */
export type Words = { before: string; after: string; by: Claim[] };
export type BodyCell = Words & { fields: { field: string; at: number }[] };
export type BodyRow = {
  marks: PanelMark[];
  cells: BodyCell[];
  /** The whole row struck out, or put in, as a tracked change. */
  struck: Claim | null;
  put: Claim | null;
};
export type BodyParagraph = Words & { marks: PanelMark[] /** 0: it stands above every table. */; rowsAbove: number };
/** Where something stands: a row of a table, or a paragraph outside. */
export type BodyPlace = { row: number } | { paragraph: number };
export type CommentPlace = { quote: string; places: BodyPlace[] };
export type Body = {
  rows: BodyRow[];
  paragraphs: BodyParagraph[];
  comments: Map<string, CommentPlace>;
  /** Codes of files of ours, as printed and in marks, the commonest first. */
  codes: string[];
};

const MOST_ROWS = 200_000;
const MOST_LETTERS = 400_000;
const MOST_QUOTE = 1_000;
/** A comment on more entries than this is on all of them. */
const MOST_PLACES = 500;
const MOST_OPEN = 1_000;
/** Earlier looks, codes of fields, phonetic guides, and what is told once more for older programs: none of it is a member's own words. */
const SKIPPED = new Set([
  'w:rPrChange',
  'w:pPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:sectPrChange',
  'w:sectPr',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  'mc:Fallback',
  'w:tblPr',
  'w:tblGrid',
]);

/** Text, tracked changes, marks and the places of comments, in one pass over the document part. */
export function readBody(xml: XmlScanner, notes: ReadonlyMap<string, string> = new Map()): Body {
  return new BodyReader(xml, notes).read();
}

type Tracked = { depth: number; kind: 'put' | 'struck'; claim: Claim };

class BodyReader {
  readonly #xml: XmlScanner;
  readonly #notes: ReadonlyMap<string, string>;
  readonly #rows: BodyRow[] = [];
  readonly #paragraphs: BodyParagraph[] = [];
  readonly #comments = new Map<string, CommentPlace>();
  readonly #open = new Map<string, CommentPlace>();
  readonly #codes = new Map<string, number>();
  readonly #tracked: Tracked[] = [];
  #tables = 0;
  #row: BodyRow | null = null;
  #cell: BodyCell | null = null;
  #paragraph: BodyParagraph | null = null;
  /** Depth of the paragraph that `#paragraph` is: one in a text box inside it is no paragraph of its own. */
  #outer = 0;
  /** How the last paragraph of the cell in hand ended: its mark may itself be put in or struck out. */
  #ended: { put: boolean; struck: boolean } | null = null;
  #mark = { put: false, struck: false };
  #inText = false;

  constructor(xml: XmlScanner, notes: ReadonlyMap<string, string>) {
    this.#xml = xml;
    this.#notes = notes;
  }

  read(): Body {
    const xml = this.#xml;
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token === XML_TEXT) {
        if (this.#inText) this.#add(xml.text);
      } else if (token === XML_CLOSE) this.#close();
      else this.#start();
    }
    for (const { after } of this.#paragraphs) for (const code of codesIn(after)) this.#count(code, 3);
    const codes = [...this.#codes].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    return { rows: this.#rows, paragraphs: this.#paragraphs, comments: this.#comments, codes };
  }

  #start(): void {
    const xml = this.#xml;
    if (SKIPPED.has(xml.name)) return xml.skip();
    switch (xml.name) {
      case 'w:tbl':
        this.#tables += 1;
        return;
      case 'w:tr':
        if (this.#tables === 1) this.#newRow();
        return;
      case 'w:tc':
        if (this.#tables !== 1 || !this.#row) return;
        this.#cell = { before: '', after: '', by: [], fields: [] };
        this.#row.cells.push(this.#cell);
        this.#ended = null;
        return;
      case 'w:trPr':
        return this.#rowProperties();
      case 'w:p':
        return this.#newParagraph();
      case 'w:pPr':
        return this.#paragraphProperties();
      case 'w:ins':
      case 'w:moveTo':
        this.#tracked.push({ depth: xml.depth, kind: 'put', claim: this.#claim() });
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#tracked.push({ depth: xml.depth, kind: 'struck', claim: this.#claim() });
        return;
      case 'w:t':
      case 'w:delText':
        this.#inText = true;
        return;
      case 'w:tab':
        return this.#add('\t');
      case 'w:br':
      case 'w:cr':
        return this.#add('\n');
      case 'w:noBreakHyphen':
        return this.#add('-');
      case 'w:sym':
        return this.#add('[symbol]');
      case 'pic:pic':
      case 'v:imagedata':
        return this.#add('[picture]');
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const note = this.#notes.get(`${xml.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${xml.attribute('w:id')}`);
        if (note) this.#add(` [note: ${note}]`);
        return;
      }
      case 'w:bookmarkStart':
        return this.#take(xml.attribute('w:name') ?? '');
      case 'w:tag':
        return this.#take(xml.attribute('w:val') ?? '');
      case 'w:commentRangeStart':
        return this.#comment(xml.attribute('w:id') ?? '', true);
      case 'w:commentRangeEnd':
        this.#open.delete(xml.attribute('w:id') ?? '');
        return;
      case 'w:commentReference':
        return this.#comment(xml.attribute('w:id') ?? '', false);
      default:
    }
  }

  #close(): void {
    const { name, depth } = this.#xml;
    if (this.#tracked.at(-1)?.depth === depth) this.#tracked.pop();
    if (name === 'w:t' || name === 'w:delText') this.#inText = false;
    else if (name === 'w:p') {
      this.#ended = this.#mark;
      if (depth === this.#outer) this.#paragraph = null;
    } else if (name === 'w:tc' && this.#tables === 1) this.#cell = null;
    else if (name === 'w:tr' && this.#tables === 1) this.#row = null;
    else if (name === 'w:tbl') this.#tables -= 1;
  }

  #newRow(): void {
    if (this.#rows.length >= MOST_ROWS) throw new AppError('fileTooLarge', { limit: '200,000 rows' });
    this.#row = { marks: [], cells: [], struck: null, put: null };
    this.#rows.push(this.#row);
    this.#reach();
  }

  #newParagraph(): void {
    const ended = this.#ended;
    this.#mark = { put: false, struck: false };
    for (const comment of this.#open.values()) if (comment.quote !== '') comment.quote += ' ';
    if (this.#cell) {
      if (ended && !ended.put) this.#cell.before += '\n';
      if (ended && !ended.struck) this.#cell.after += '\n';
      return;
    }
    if (this.#paragraph) return this.#add('\n');
    if (this.#tables > 0) return;
    if (this.#paragraphs.length >= MOST_ROWS) throw new AppError('fileTooLarge', { limit: '200,000 paragraphs' });
    this.#paragraph = { before: '', after: '', by: [], marks: [], rowsAbove: this.#rows.length };
    this.#outer = this.#xml.depth;
    this.#paragraphs.push(this.#paragraph);
    this.#reach();
  }

  /** Every comment that is open when a row or a paragraph begins stands there too. */
  #reach(): void {
    const place = this.#place();
    if (place) for (const comment of this.#open.values()) addPlace(comment, place);
  }

  #place(): BodyPlace | null {
    if (this.#row) return { row: this.#rows.length - 1 };
    return this.#paragraph ? { paragraph: this.#paragraphs.length - 1 } : null;
  }

  #rowProperties(): void {
    const base = this.#xml.depth;
    const row = this.#tables === 1 ? this.#row : null;
    for (;;) {
      const token = this.#xml.next();
      if (token === XML_END || (token === XML_CLOSE && this.#xml.depth === base)) return;
      if (token !== XML_OPEN) continue;
      // What the row was before holds marks of the same names, which are not the row's own.
      if (this.#xml.name === 'w:trPrChange') this.#xml.skip();
      else if (row && this.#xml.name === 'w:del') row.struck = this.#claim();
      else if (row && this.#xml.name === 'w:ins') row.put = this.#claim();
    }
  }

  #paragraphProperties(): void {
    const base = this.#xml.depth;
    for (;;) {
      const token = this.#xml.next();
      if (token === XML_END || (token === XML_CLOSE && this.#xml.depth === base)) return;
      if (token !== XML_OPEN) continue;
      // As with rows: the earlier properties may hold marks of their own.
      if (SKIPPED.has(this.#xml.name)) this.#xml.skip();
      else if (this.#xml.name === 'w:ins' || this.#xml.name === 'w:moveTo') this.#mark.put = true;
      else if (this.#xml.name === 'w:del' || this.#xml.name === 'w:moveFrom') this.#mark.struck = true;
    }
  }

  #claim(): Claim {
    const author = (this.#xml.attribute('w:author') ?? '').trim().slice(0, 200);
    const at = (this.#xml.attribute('w:date') ?? '').trim().slice(0, 40);
    return { author: author === '' ? null : author, at: at === '' ? null : at };
  }

  #add(text: string): void {
    const words: Words | null = this.#cell ?? this.#paragraph;
    const put = this.#tracked.some(({ kind }) => kind === 'put');
    const struck = this.#tracked.some(({ kind }) => kind === 'struck');
    if (!struck) {
      for (const comment of this.#open.values()) if (comment.quote.length < MOST_QUOTE) comment.quote += text;
    }
    if (!words) return;
    // Put in by one and struck out by another: it stood neither before nor after.
    if (!put) words.before += text;
    if (!struck) words.after += text;
    if (words.before.length > MOST_LETTERS || words.after.length > MOST_LETTERS)
      throw new AppError('hostileFile', { why: 'a cell of it holds more text than any entry has' });
    const claim = this.#tracked.at(-1)?.claim;
    if (claim && !words.by.some(({ author, at }) => author === claim.author && at === claim.at)) words.by.push(claim);
  }

  #take(name: string): void {
    const mark = readMark(name);
    if (mark) {
      this.#count(mark.code, 1);
      const holder = this.#row ?? this.#paragraph;
      if (holder && !holder.marks.some(({ ref }) => ref === mark.ref)) holder.marks.push(mark);
      return;
    }
    const field = readFieldMark(name);
    if (field && this.#cell) this.#cell.fields.push({ field: field.field, at: this.#cell.before.length });
  }

  #count(code: string, by: number): void {
    this.#codes.set(code, (this.#codes.get(code) ?? 0) + by);
  }

  #comment(id: string, opens: boolean): void {
    const comment = this.#comments.get(id) ?? { quote: '', places: [] };
    const known = this.#comments.has(id);
    this.#comments.set(id, comment);
    if (opens) this.#open.set(id, comment);
    // Some programs forget the end of a range; the reference stands there too.
    else this.#open.delete(id);
    if (this.#open.size > MOST_OPEN)
      throw new AppError('hostileFile', { why: 'far too many of its comments lie over one another' });
    const place = this.#place();
    // The reference stands at the end of the range: only without a range does it say where.
    if (place && (opens || !known || comment.places.length === 0)) addPlace(comment, place);
  }
}

/** Places come in the order of the file, so only the last can be the same. */
function addPlace(comment: CommentPlace, place: BodyPlace): void {
  const last = comment.places.at(-1);
  const same =
    last &&
    ('row' in last ? 'row' in place && last.row === place.row : 'paragraph' in place && last.paragraph === place.paragraph);
  if (!same && comment.places.length < MOST_PLACES) comment.places.push(place);
}
