import type { Paragraph } from './blocks.ts';

/** What stands before an item: `style` tells one way of numbering from another. */
export type Marker = {
  style: string;
  kind: 'recommendation' | 'action' | null;
  /** As it will be shown: "3", "1.2". null for bullets. */
  number: string | null;
  /** [1, 2] for "1.2". */
  path: readonly number[];
  rest: string;
};

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NAMED = new RegExp(
  `^[\\[(]?(key |overview |single agency |multi-agency |smart )?(recommendations?|recs?|actions?|action points?|improvement actions?)(?=[\\s:#.(–-]|\\d)\\s*(?:no\\.?|number|nr\\.?|#|ref\\.?)?\\s*[:\\-–]?\\s*(\\d{1,3}(?:\\.\\d{1,3})*[a-z]?|[ivx]{1,5}|[a-z](?=\\s*[:.)|–—-])|${WORDS.join('|')})(?![\\w%])[\\])]?\\s*([:.,)|–—-]*)\\s*([\\s\\S]*)$`,
  'i',
);
const INITIAL = /^[[(]?([RA]|Rec|Act)\s?\.?(\d{1,3}(?:\.\d{1,3})*)[\])]?\s*([:.)–—-]*)(?:\s+([\s\S]*)|)$/;
const NUMERIC = /^(\(|\[)?#?(\d{1,3}(?:\.\d{1,3})*)([a-z]?)(\.\)|[.):\]]|\s*[–—-](?=\s))?(\s+|$)([\s\S]*)$/;
const LETTER = /^(\()?([a-z]|[ivx]{1,5})([.)])\)?\s+([\s\S]*)$/i;
/** Whatever Word, Outlook or a phone puts before a point: any one sign, a hyphen, or an "o" with its tab. */
const BULLET = /^(?:[•·▪■□●○◦‣⁃∙]\s*|[\p{So}\p{Sm}\p{Pd}\p{Co}*]\s+|o\t|o\s{2,})([\s\S]*)$/u;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const UNIT = /^(?:children|of the|per ?cent|%|days?|weeks?|months?|years?|hours?|working)\b/i;

/** The marker of a paragraph, typed or automatic; null: it has none. */
export function markerOf(p: Paragraph): Marker | null {
  if (p.bullet) return { style: `bullet:${p.level}`, kind: null, number: null, path: [], rest: p.text };
  if (p.label !== null) {
    const found = typed(`${p.label}\t${p.text}`, true);
    // what Word numbers is a list item whatever the number looks like
    const marker = found ?? { style: 'label', kind: null, number: p.label, path: [], rest: p.text };
    return {
      ...marker,
      style: marker.kind ? marker.style : `${marker.style}@${p.level}`,
      rest: marker.kind || found ? marker.rest : p.text,
    };
  }
  return typed(p.text, false);
}

function typed(text: string, automatic: boolean): Marker | null {
  let m = NAMED.exec(text);
  if (m && (m[4] !== '' || m[5] === '' || /^[\p{Lu}\d"“‘'([]/u.test(m[5]!) || text.includes('\n') || automatic)) {
    const path = pathOf(m[3]!);
    if (path.length > 0) {
      const kind = /^rec/i.test(m[2]!) ? 'recommendation' : 'action';
      return { style: `named:${kind}`, kind, number: path.join('.'), path, rest: m[5]!.trim() };
    }
  }
  m = INITIAL.exec(text);
  if (m) {
    const kind = /^r/i.test(m[1]!) ? 'recommendation' : 'action';
    return { style: `initial:${kind}`, kind, number: m[2]!, path: pathOf(m[2]!), rest: (m[4] ?? '').trim() };
  }
  m = NUMERIC.exec(text);
  if (m && (m[4] !== undefined || m[5]!.includes('\t') || m[2]!.includes('.') || m[5] === '' || /^\p{Lu}/u.test(m[6]!))) {
    const [open, digits, letter, close, , rest] = [m[1] ?? '', m[2]!, m[3]!, (m[4] ?? '').trim(), m[5], m[6]!.trim()];
    const path = pathOf(digits);
    const plain = close === '' && open === '' && !m[5]!.includes('\t');
    // "31 March 2027", "12.10.10", "90 per cent": no list number stands so
    const date = (plain && (MONTH.test(rest) || UNIT.test(rest))) || /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/.test(digits);
    if (!date && !(rest === '' && plain && !automatic)) {
      const depth = path.length > 1 ? 'dotted' : 'number';
      const style =
        open !== '' || close.includes(')') ? ')' : close === '' ? '' : close.includes('-') || /[–—]/.test(close) ? '-' : '.';
      return {
        style: `${depth}${path.length}:${depth === 'dotted' ? '' : style}`,
        kind: null,
        number: `${path.join('.')}${letter}`,
        path,
        rest,
      };
    }
  }
  m = LETTER.exec(text);
  if (m) return { style: `letter:${m[1] ?? ''}${m[3]!}`, kind: null, number: m[2]!, path: [], rest: m[4]!.trim() };
  m = BULLET.exec(text);
  if (m && m[1]!.trim() !== '') return { style: 'bullet:0', kind: null, number: null, path: [], rest: m[1]!.trim() };
  return null;
}

function pathOf(text: string): number[] {
  const word = WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return [word + 1];
  if (/^\d/.test(text))
    return text
      .replace(/[a-z]$/i, '')
      .split('.')
      .filter((p) => p !== '')
      .map(Number);
  if (/^[ivx]+$/i.test(text)) return [roman(text.toLowerCase())];
  return /^[a-z]$/i.test(text) ? [text.toUpperCase().charCodeAt(0) - 64] : [];
}

function roman(text: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  return [...text].reduce((sum, c, i) => sum + ((values[text[i + 1] ?? ''] ?? 0) > values[c]! ? -values[c]! : values[c]!), 0);
}
