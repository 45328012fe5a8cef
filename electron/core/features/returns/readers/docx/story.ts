import { XML_CLOSE, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { FieldStack } from './field-stack.ts';
import { PLAIN_CELL, readCellProperties, readRowDeleted, readsAsPlaceholder, readControlProperties } from './properties.ts';
import { addPiece, raisedFigures, runText } from './run-text.ts';
import { type PlainRun, plainRun } from './plain-run.ts';
import { nothingRare, pickedDay, type Rare } from './rare.ts';
import type { StoryContext } from './story-context.ts';
import type { Story, StoryOptions } from './story-shape.ts';
import { storyMarks } from './story-marks.ts';
import { symbolToText } from './symbols.ts';

/** Reads the element just opened to its end as text. */
export function readStory(xml: XmlScanner, context: StoryContext, options: StoryOptions = AS_SHOWN): Story {
  const story = new StoryText(context, options, xml.depth);
  for (;;) {
    story.plainRuns(xml);
    const token = xml.next();
    if (token === XML_OPEN) story.open(xml);
    else if (token === XML_TEXT) {
      if (story.inText) story.append(runText(xml.text, story.font));
    } else if (token === XML_CLOSE) {
      if (xml.depth === story.base) return story.finish();
      story.close(xml);
    }
  }
}

/** One for all: it is used up before the next is looked for. */
const RUN: PlainRun = { text: '', next: 0 };
const AS_SHOWN: StoryOptions = {};
const NONE: readonly never[] = [];

/** The state of one story while its elements go by. */
class StoryText {
  readonly base: number;
  inText = false;
  font = '';
  readonly #context: StoryContext;
  readonly #options: StoryOptions;
  #out = '';
  /** As `#out`, with hidden text in its place; null until there is some. */
  #all: string | null = null;
  /** The rare things, made when first met: most cells have none, and there are very many cells. */
  #rare: Rare | null = null;
  #cell = PLAIN_CELL;
  #style = '';
  #runHidden = false;
  #paragraphHidden = false;
  #runStyle = '';
  #raised = false;
  #textDeleted = false;
  #deletedFrom = 0;
  #insertedFrom = 0;
  #placeholderFrom = 0;
  #started = false;
  #joinNext = false;
  #skipBreak = false;
  #fields: FieldStack | null = null;

  constructor(context: StoryContext, options: StoryOptions, base: number) {
    this.#context = context;
    this.#options = options;
    this.base = base;
  }

  open(xml: XmlScanner): void {
    switch (xml.name) {
      case 'w:r':
        this.#runHidden = this.#paragraphHidden;
        this.#runStyle = '';
        this.#raised = false;
        this.font = '';
        return;
      case 'w:t':
      case 'm:t':
        this.inText = true;
        return;
      case 'w:rPr':
        return this.#run(xml);
      case 'w:p':
        if (this.#started && !this.#joinNext && !this.#skipBreak) this.#break('\n');
        this.#started = true;
        this.#joinNext = false;
        this.#skipBreak = false;
        this.#paragraphHidden = false;
        return;
      case 'w:pPr':
        return this.#paragraph(xml);
      case 'w:tab':
      case 'w:ptab':
        return this.append('\t');
      case 'w:br':
      case 'w:cr':
        return this.append('\n');
      case 'w:noBreakHyphen':
        return this.append('-');
      case 'w:sym':
        return this.append(
          symbolToText(Number.parseInt(xml.attribute('w:char') ?? '', 16) || 0xfffd, xml.attribute('w:font') ?? ''),
        );
      case 'w:delText':
        this.inText = true;
        this.#textDeleted = true;
        return;
      case 'w:del':
      case 'w:moveFrom':
        this.#deletedFrom ||= xml.depth;
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#insertedFrom ||= xml.depth;
        return;
      case 'w:fldChar':
        return this.#field(xml);
      case 'w:footnoteReference':
        return this.#note(this.#context.footnotes.get(xml.attribute('w:id') ?? ''));
      case 'w:endnoteReference':
        return this.#note(this.#context.endnotes.get(xml.attribute('w:id') ?? ''));
      case 'w:commentReference':
        this.#noticed().comments.push(this.#context.comments.get(xml.attribute('w:id') ?? '') ?? '');
        return;
      default:
        return this.#openRare(xml);
    }
  }

  close(xml: XmlScanner): void {
    this.inText = false;
    this.#textDeleted = false;
    if (this.#deletedFrom === xml.depth) this.#deletedFrom = 0;
    if (this.#insertedFrom === xml.depth) this.#insertedFrom = 0;
    if (this.#placeholderFrom === xml.depth) this.#placeholderFrom = 0;
    if (this.#rare) {
      if (this.#rare.alternates.at(-1)?.depth === xml.depth) this.#rare.alternates.pop();
      if (this.#rare.tableFrom === xml.depth) this.#rare.tableFrom = 0;
      if (this.#rare.picked?.depth === xml.depth && this.#rare.picked.to < 0) this.#rare.picked.to = this.#out.length;
    }
    if (xml.name === 'w:txbxContent') {
      this.#break('\n');
      this.#skipBreak = true;
    }
  }

  append(text: string): void {
    if (this.#textDeleted || this.#deletedFrom > 0) {
      const rare = this.#noticed();
      rare.deletedAt = addPiece(rare.deleted, text, rare.deletedAt === this.#out.length, this.#out.length);
      return;
    }
    if (this.#placeholderFrom > 0 && readsAsPlaceholder(text, this.#runStyle)) return;
    if (this.#fields?.inCode) {
      this.#fields.lose(text);
      return;
    }
    if (this.#runHidden) {
      this.#noticed().hidden.push(text);
      this.#all = (this.#all ?? this.#out) + text;
      return;
    }
    if (this.#insertedFrom > 0) {
      const rare = this.#noticed();
      rare.insertedAt = addPiece(rare.inserted, text, rare.insertedAt === this.#out.length, this.#out.length + text.length);
    }
    const shown = this.#raised ? raisedFigures(text, this.#out) : text;
    this.#out += shown;
    if (this.#all !== null) this.#all += shown;
    this.#skipBreak = false;
  }

  /** Plain runs from here on, as many as there are, where nothing that is open bears on what they say. */
  plainRuns(xml: XmlScanner): void {
    if (this.inText || this.#deletedFrom > 0 || this.#insertedFrom > 0 || this.#placeholderFrom > 0) return;
    if (this.#paragraphHidden || this.#fields?.inCode) return;
    let { at } = xml;
    const { letters } = xml;
    if (at < 0 || !letters.startsWith('<w:r', at) || !xml.isCalled('w')) return;
    for (; plainRun(letters, at, this.#context.seen.runs, RUN); at = RUN.next) {
      this.#out += RUN.text;
      if (this.#all !== null) this.#all += RUN.text;
      this.#skipBreak = false;
    }
    xml.passTo(at);
  }

  finish(): Story {
    const lost = this.#fields?.unclosed() ?? '';
    if (lost !== '') {
      this.#break(lost);
      this.#noticed().lostField = true;
    }
    const shown = this.#options.showHidden === true && this.#all !== null;
    const rare = this.#rare;
    if (rare && shown) rare.hidden.length = 0;
    const text = shown ? this.#all! : this.#out;
    const notes: readonly string[] = rare?.notes ?? NONE;
    return {
      text,
      notes,
      letters: notes === NONE ? text.length : notes.reduce((sum, note) => sum + note.length + 10, text.length),
      cell: this.#cell,
      marks: rare ? storyMarks(rare) : NONE,
      style: this.#style,
      tables: rare?.tables ?? NONE,
      day: rare ? pickedDay(rare, text) : null,
    };
  }

  #noticed(): Rare {
    this.#rare ??= nothingRare();
    return this.#rare;
  }

  #openRare(xml: XmlScanner): void {
    switch (xml.name) {
      case 'mc:AlternateContent':
        this.#noticed().alternates.push({ depth: xml.depth, size: this.#size() });
        return;
      case 'mc:Choice':
      case 'mc:Fallback': {
        // The same matter in two forms: the first that has any is read, the others never.
        const alternate = this.#noticed().alternates.at(-1);
        if (alternate && this.#size() > alternate.size) xml.skip();
        return;
      }
      case 'w:rt':
      case 'w:tblPr':
      case 'w:tblGrid':
      case 'w:tblPrEx':
      case 'w:sectPr':
      case 'w:sdtEndPr':
        return xml.skip();
      case 'w:tcPr':
        if (xml.depth === this.base + 1) this.#cell = this.#context.seen.cells.take(xml, readCellProperties);
        else xml.skip();
        return;
      case 'w:tbl':
        return this.#nestedTable(xml);
      case 'w:trPr':
        return this.#nestedRow(xml);
      case 'w:tr':
        if (this.#started) this.#break('\n');
        this.#skipBreak = true;
        return;
      case 'w:tc':
        if (!this.#skipBreak) this.#break('\t');
        this.#skipBreak = true;
        return;
      case 'w:txbxContent':
        if (this.#out !== '' && !this.#out.endsWith('\n')) this.#break('\n');
        this.#skipBreak = true;
        return;
      case 'w:sdtPr':
        return this.#contentControl(xml);
      case 'pic:pic':
      case 'v:imagedata':
      case 'w:object':
        this.#noticed().pictures++;
        return;
      case 'w:altChunk':
      case 'w:subDoc':
        this.#noticed().foreign++;
        return;
      default:
    }
  }

  #size(): number {
    const rare = this.#rare;
    return this.#out.length + (rare ? rare.hidden.length + rare.deleted.length + rare.pictures : 0);
  }

  #break(text: string): void {
    this.#out += text;
    if (this.#all !== null) this.#all += text;
  }

  #note(text: string | undefined): void {
    if (this.#deletedFrom === 0 && text !== undefined && text !== '') this.#noticed().notes.push(text);
  }

  #run(xml: XmlScanner): void {
    const run = this.#context.seen.runs.take(xml, this.#context.readRun);
    this.#runStyle = run.style;
    this.#raised = run.raised;
    this.font = run.symbols;
    this.#runHidden = run.hidden ?? this.#paragraphHidden;
  }

  #paragraph(xml: XmlScanner): void {
    const paragraph = this.#context.seen.paragraphs.take(xml, this.#context.readParagraph);
    this.#style ||= paragraph.style;
    this.#paragraphHidden = paragraph.hidden;
    this.#joinNext = paragraph.markDeleted;
    if (paragraph.markDeleted) this.#noticed().deleted.push('¶');
  }

  #field(xml: XmlScanner): void {
    this.#fields ??= new FieldStack();
    const shown = this.#fields.mark(xml);
    if (shown !== '') this.append(shown);
  }

  #nestedTable(xml: XmlScanner): void {
    const rare = this.#noticed();
    if (rare.tableFrom > 0 || this.#deletedFrom > 0) return;
    rare.tableFrom = xml.depth;
    rare.tables.push(xml.fork());
  }

  #nestedRow(xml: XmlScanner): void {
    const row = xml.depth - 1;
    if (readRowDeleted(xml)) this.#deletedFrom ||= row;
  }

  #contentControl(xml: XmlScanner): void {
    const control = xml.depth - 1;
    const { prompt, day } = readControlProperties(xml);
    if (prompt) this.#placeholderFrom ||= control;
    if (day !== null) this.#noticed().picked = { day, depth: control, from: this.#out.length, to: -1 };
  }
}
