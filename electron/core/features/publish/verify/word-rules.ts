import { isOn } from './extract-text.ts';
import { type Finding, placeOf } from './finding.ts';
import { attribute, scanXml, type XmlHandler } from './scan-xml.ts';
import { type Look, lookOf, type Styles, unseen } from './text-look.ts';

/** Tracked changes in every form Word keeps (ISO/IEC 29500-1, 17.13.5). */
const REVISIONS: Readonly<Record<string, string>> = {
  'w:ins': 'insertions',
  'w:del': 'deletions',
  'w:moveFrom': 'moves',
  'w:moveTo': 'moves',
  'w:cellIns': 'insertions',
  'w:cellDel': 'deletions',
  'w:cellMerge': 'merges',
  'w:numberingChange': 'changes of form',
};
const SETTINGS: Readonly<Record<string, readonly [string, string]>> = {
  'w:docVar': ['docVariable', 'a variable kept beside the text'],
  'w:mailMerge': ['mailMerge', 'the source of a mail merge'],
  'w:attachedTemplate': ['template', 'the place of an attached template'],
  'w:altChunk': ['altChunk', 'a whole other file, pulled in when it is opened'],
  'w:subDoc': ['link', 'a part that is another file'],
  'w:object': ['embedded', 'an embedded object'],
  'w:control': ['embedded', 'an embedded control'],
  'w15:person': ['people', 'a person who commented or changed it'],
  'w:comment': ['comment', 'a comment'],
  'w:dataBinding': ['customXml', 'a field bound to data beside the text'],
};

type Frame = { name: string; look: Look };
type Branches = { texts: string[]; open: boolean };

/** Elements within which properties hold: a property belongs to the nearest of them. */
const FRAMES = new Set(['w:tbl', 'w:tr', 'w:tc', 'w:p', 'w:r', 'w:txbxContent']);
/** Whose properties colour the ground of which frame. */
const GROUNDS: Readonly<Record<string, string>> = { 'w:pPr': 'w:p', 'w:tcPr': 'w:tc', 'w:tblPr': 'w:tbl' };
/** Beyond these, in EMU, a shape is on no page: a page's width to the left or above, or the largest page to the right or below. */
const OFF_PAGE = { before: -7_600_000, after: 20_000_000 };
/** The same in twentieths of a point, for frames, indents and tables. */
const OFF_PAGE_TWIPS = { before: -8000, after: 31_680 };
/** Attributes that begin with a place on somebody's computer or server. */
const LOCAL_PATH = /=\s*["'](?:[A-Za-z]:(?:\\|\/)|\\\\[\w.$-]+\\|file:\/|\/(?:Users|home|Volumes)\/)/;

/** What one part of WordprocessingML hides, counted by kind. */
export function wordFindings(part: string, xml: string, styles: Styles): Finding[] {
  const scan = new WordScan(part, styles);
  scanXml(xml, scan);
  return scan.tally.findings();
}

class WordScan implements XmlHandler {
  readonly tally: Tally;
  readonly #styles: Styles;
  readonly #frames: Frame[] = [];
  readonly #stack: string[] = [];
  readonly #branches: Branches[] = [];
  /** Properties as they were before a tracked change say nothing of how text looks now. */
  #former = 0;
  #contents = false;

  constructor(part: string, styles: Styles) {
    this.tally = new Tally(part);
    this.#styles = styles;
  }

  open(name: string, raw: string): void {
    const parent = this.#stack.at(-1) ?? '';
    this.#stack.push(name);
    // A text box has a ground of its own, which only its drawing knows.
    if (FRAMES.has(name)) this.#frames.push({ name, look: name === 'w:txbxContent' ? { fill: 'UNKNOWN' } : {} });
    if (isFormer(name)) this.#former += 1;
    this.#marks(name, raw, parent);
    this.#shapes(name, raw);
    if (this.#former === 0) this.#look(name, raw, parent);
    if (name === 'mc:AlternateContent') this.#branches.push({ texts: [], open: false });
    else if (name === 'mc:Choice' || name === 'mc:Fallback') this.#branch(true);
  }

  close(name: string): void {
    this.#stack.pop();
    if (FRAMES.has(name)) this.#frames.pop();
    if (isFormer(name)) this.#former -= 1;
    if (name === 'mc:Choice' || name === 'mc:Fallback') this.#branch(false);
    else if (name === 'mc:AlternateContent') {
      const texts = new Set((this.#branches.pop()?.texts ?? []).map((text) => text.replace(/\s+/g, ' ').trim()));
      if (texts.size > 1)
        this.tally.add('alternateContent', 'another version of one place, with other words, for other programs');
    }
  }

  text(text: string): void {
    if (text.trim() === '') return;
    const name = this.#stack.at(-1) ?? '';
    if (name === 'wp:posOffset' && isOff(Number(text), OFF_PAGE)) this.tally.add('hiddenText', 'a shape that lies off the page');
    if (name === 'w:instrText' && /^\s*TOC\b/.test(text)) this.#contents = true;
    if (name !== 'w:t' && name !== 'w:delText') return;
    for (const branch of this.#branches) if (branch.open) branch.texts[branch.texts.length - 1] += text;
    const look: Look = {};
    for (const frame of this.#frames) Object.assign(look, frame.look);
    const why = unseen(look);
    if (why) this.tally.add('hiddenText', `text that ${why}`);
  }

  aside(kind: 'comment' | 'instruction' | 'doctype'): void {
    if (kind === 'doctype') this.tally.add('container', 'a declaration that no Word file has');
  }

  #marks(name: string, raw: string, parent: string): void {
    const revision = REVISIONS[name] ?? (/^w:\w+Change$/.test(name) ? 'changes of form' : undefined);
    if (revision) this.tally.add('revision', `tracked changes (${revision})`);
    const setting = SETTINGS[name];
    if (setting) this.tally.add(setting[0], setting[1]);
    if (LOCAL_PATH.test(raw)) this.tally.add('link', 'the path of a file on a computer or server');
    this.#places(name, raw);
    if (name === 'w:hidden' && parent === 'w:trPr' && isOn(raw)) this.tally.add('hiddenRow', 'a table row that is hidden');
    if (name === 'w:trHeight' && attribute(raw, 'hRule') === 'exact' && Number(attribute(raw, 'val')) <= 40) {
      this.tally.add('hiddenRow', 'a table row too low to see');
    }
    // Word marks the page numbers of its own contents list so; elsewhere somebody did.
    if (name === 'w:webHidden' && this.#stack.includes('w:r') && isOn(raw) && !this.#contents) {
      this.tally.add('hiddenText', 'text that is hidden in a browser');
    }
  }

  /** Text may be moved off the page without being marked as hidden. */
  #places(name: string, raw: string): void {
    const off = (key: string): boolean => isOff(Number(attribute(raw, key) ?? 0), OFF_PAGE_TWIPS);
    const moved =
      (name === 'w:framePr' && (off('x') || off('y'))) ||
      (name === 'w:ind' && ['left', 'start', 'right', 'end', 'firstLine'].some(off)) ||
      (name === 'w:tblInd' && off('w')) ||
      (name === 'w:tblpPr' && (off('tblpX') || off('tblpY'))) ||
      // Raised or lowered, in half points.
      (name === 'w:position' && isOff(Number(attribute(raw, 'val') ?? 0) * 10, OFF_PAGE_TWIPS));
    if (moved) this.tally.add('hiddenText', 'text that is moved off the page');
  }

  #shapes(name: string, raw: string): void {
    if (name === 'a:srcRect') this.#cropped(raw, ['l', 't', 'r', 'b']);
    else if (name === 'v:imagedata') this.#cropped(raw, ['cropleft', 'croptop', 'cropright', 'cropbottom']);
    else if (/^(wp:docPr|pic:cNvPr|wps:cNvPr)$/.test(name)) {
      if (/^(1|true)$/.test(attribute(raw, 'hidden') ?? '')) this.tally.add('hiddenText', 'a picture or shape that is hidden');
    } else if (name.startsWith('v:')) {
      const style = attribute(raw, 'style') ?? '';
      const hides = /visibility\s*:\s*hidden|(?:left|top|margin-left|margin-top)\s*:\s*-\d{4,}/i;
      if (hides.test(style)) this.tally.add('hiddenText', 'a shape that is hidden or off the page');
    }
  }

  #cropped(raw: string, sides: readonly string[]): void {
    if (!sides.some((side) => Number.parseFloat(attribute(raw, side) ?? '0') > 0)) return;
    this.tally.add('croppedPicture', 'a picture that is cropped, with the rest of it still there');
  }

  #look(name: string, raw: string, parent: string): void {
    const id = attribute(raw, 'val') ?? null;
    if (name === 'w:pStyle') this.#add('w:p', this.#styles.look(id));
    else if (name === 'w:rStyle') this.#add('w:r', this.#styles.look(id));
    else if (name === 'w:tblStyle' && this.#styles.shaded(id)) this.#add('w:tbl', { fill: 'UNKNOWN' });
    const look = lookOf(name, raw);
    if (look === null) return;
    // The run properties of a paragraph are those of its mark, not of its text.
    if ((parent === 'w:rPr' && this.#stack.at(-3) === 'w:r') || this.#stack.includes('w14:textFill')) this.#add('w:r', look);
    else if (look.low !== undefined && parent === 'w:pPr') this.#add('w:p', look);
    else if (look.fill && GROUNDS[parent]) this.#add(GROUNDS[parent], { fill: look.fill });
  }

  #add(frame: string, look: Look): void {
    Object.assign(this.#frames.findLast((f) => f.name === frame)?.look ?? {}, look);
  }

  #branch(open: boolean): void {
    const branches = this.#branches.at(-1);
    if (!branches) return;
    branches.open = open;
    if (open) branches.texts.push('');
  }
}

function isOff(value: number, page: { before: number; after: number }): boolean {
  return value < page.before || value > page.after;
}

function isFormer(name: string): boolean {
  return name === 'w:rPrChange' || name === 'w:pPrChange' || name === 'w:tcPrChange' || name === 'w:tblPrChange';
}

/** Counts what was seen by kind and words; one finding for each. */
export class Tally {
  readonly #part: string;
  readonly #counts = new Map<string, { kind: string; about: string; count: number }>();
  constructor(part: string) {
    this.#part = part;
  }
  add(kind: string, about: string): void {
    const known = this.#counts.get(`${kind} ${about}`);
    if (known) known.count += 1;
    else this.#counts.set(`${kind} ${about}`, { kind, about, count: 1 });
  }
  findings(): Finding[] {
    return [...this.#counts.values()].map(({ kind, about, count }) => {
      const often = count > 1 ? `, ${count} times` : '';
      return { part: this.#part, kind, message: `In ${placeOf(this.#part)} there is ${about}${often}.` };
    });
  }
}
