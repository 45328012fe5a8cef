import { attribute, attributesOf, scanXml, type XmlHandler } from './scan-xml.ts';

/**
 * How a piece of text stands in its part. `joined` is a paragraph with what is hidden or deleted read along;
 * `flat` is all text of a part that has no paragraphs, as if it had no marks.
 */
export type PieceKind = 'paragraph' | 'joined' | 'flat' | 'fieldCode' | 'attribute' | 'aside' | 'value';
export type TextPiece = { kind: PieceKind; text: string; paragraph: number | null };

type Open = { visible: string; all: string; code: string; number: number };
/** Where text of an element is part of a paragraph's reading. */
const PARAGRAPHS = new Set(['w:p', 'a:p']);
const BREAKS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'a:br': '\n',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '\u00ad',
  'w:ptab': '\t',
};

/**
 * All text of an XML part, joined as Word joins it: runs into paragraphs, whatever element lies between.
 * Attributes are told once each. Values of other vocabularies are told element by element.
 */
export function extractText(xml: string): TextPiece[] {
  const { handler, pieces } = textCollector();
  scanXml(xml, handler);
  return pieces();
}

/** The same as a reader of a pass that others share. */
export function textCollector(): { handler: XmlHandler; pieces(): TextPiece[] } {
  const pieces: TextPiece[] = [];
  const attributes = new Set<string>();
  const tags = new Set<string>();
  const open: Open[] = [];
  const values: string[] = [];
  const stack: string[] = [];
  let away = 0;
  let hidden = false;
  let number = 0;
  let flat = '';
  const add = (text: string, name: string): void => {
    const p = open.at(-1);
    if (!p) {
      if (values.length > 0) values[values.length - 1] += text;
      flat += text;
      return;
    }
    if (name === 'w:instrText' || name === 'w:delInstrText') {
      p.code += text;
      return;
    }
    p.all += text;
    if (away === 0 && !hidden && name !== 'w:delText') p.visible += text;
  };
  const handler: XmlHandler = {
    open(name, raw) {
      const parent = stack.at(-1);
      stack.push(name);
      if (raw !== '' && !tags.has(raw)) {
        if (tags.size < 50_000) tags.add(raw);
        for (const [key, value] of attributesOf(raw)) if (!key.startsWith('xmlns')) attributes.add(value);
      }
      // Phonetic text stands above its word, not in it: run together with it, a name in either would be lost.
      if (name === 'w:rt' && open.length > 0) open.push({ visible: '', all: '', code: '', number });
      else if (PARAGRAPHS.has(name)) open.push({ visible: '', all: '', code: '', number: ++number });
      else if (open.length === 0) values.push('');
      if (name === 'w:del' || name === 'w:moveFrom') away += 1;
      else if (name === 'w:r') hidden = false;
      else if (name === 'w:vanish' && stack.at(-3) === 'w:r') hidden = isOn(raw);
      else if (name === 'w:tab' && parent === 'w:r') add('\t', name);
      else if (name === 'w:fldChar') endCode(pieces, open.at(-1));
      else if (name === 'w:sym') add(symbol(raw), name);
      else if (name === 'w:fldSimple')
        pieces.push({ kind: 'fieldCode', text: attribute(raw, 'instr') ?? '', paragraph: open.at(-1)?.number ?? null });
      else if (BREAKS[name] !== undefined) add(BREAKS[name], name);
    },
    close(name) {
      stack.pop();
      if (name === 'w:del' || name === 'w:moveFrom') away -= 1;
      else if (name === 'w:r') hidden = false;
      if (PARAGRAPHS.has(name) || (name === 'w:rt' && open.length > 1)) {
        const p = open.pop();
        if (p) tell(pieces, p);
      } else if (open.length === 0) {
        const value = values.pop() ?? '';
        if (value.trim() !== '') pieces.push({ kind: 'value', text: value, paragraph: null });
      }
    },
    text(text) {
      const name = stack.at(-1) ?? '';
      // Between elements of a paragraph a pretty-printer's spaces are no text.
      if (open.length > 0 && text.trim() === '' && !TEXTS.test(name)) return;
      add(text, name);
    },
    aside(_kind, text) {
      if (text.trim() !== '') pieces.push({ kind: 'aside', text, paragraph: null });
    },
  };
  return {
    handler,
    pieces: () => {
      if (number === 0 && pieces.length > 1) pieces.push({ kind: 'flat', text: flat, paragraph: null });
      for (const text of attributes) {
        if (/\p{L}{2}|\d{4}/u.test(text)) pieces.push({ kind: 'attribute', text, paragraph: null });
      }
      return pieces;
    },
  };
}

const TEXTS = /:(t|delText|instrText|delInstrText)$/;

function tell(pieces: TextPiece[], p: Open): void {
  pieces.push({ kind: 'paragraph', text: p.visible, paragraph: p.number });
  if (p.all !== p.visible) pieces.push({ kind: 'joined', text: p.all, paragraph: p.number });
  endCode(pieces, p);
}

/** One field's instruction may be split over runs; the next mark of a field ends it. */
function endCode(pieces: TextPiece[], p: Open | undefined): void {
  if (!p || p.code.trim() === '') return;
  pieces.push({ kind: 'fieldCode', text: p.code, paragraph: p.number });
  p.code = '';
}

/** An on-off property: on when bare, off for 0, false, off (ISO/IEC 29500-1, 17.17.4). */
export function isOn(raw: string): boolean {
  const value = attribute(raw, 'val');
  return value === undefined || !/^(0|false|off)$/i.test(value);
}

/** Symbol fonts put the letter in the low byte of a private character (17.3.3.30): a name can be spelt with them. */
function symbol(raw: string): string {
  const code = Number.parseInt(attribute(raw, 'char') ?? '', 16);
  if (!(code > 0) || code > 0xffff) return '';
  return String.fromCharCode(code >= 0xf000 && code <= 0xf0ff ? code & 0xff : code);
}
