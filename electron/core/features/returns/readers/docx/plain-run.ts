import type { RunProperties } from './properties.ts';
import type { Remembered } from './remembered.ts';

/** The words of a plain run, and where what follows it begins. */
export type PlainRun = { text: string; next: number };

const NOT_PLAIN = /[&\r\n]/;

/**
 * Reads `<w:r w:rsidR="00A41B2C"><w:rPr>…</w:rPr><w:t xml:space="preserve">…</w:t></w:r>` straight from the letters, where its
 * properties are known to change nothing: a return is tens of thousands of these. Answers false for anything else, and
 * nothing is lost: the scanner reads it then.
 */
export function plainRun(source: string, at: number, properties: Remembered<RunProperties>, out: PlainRun): boolean {
  if (source.charCodeAt(at + 3) !== 0x72 || !source.startsWith('<w:r', at)) return false;
  let i = passIds(source, at + 4);
  if (source.charCodeAt(i) !== 0x3e) return false;
  i++;
  if (source.charCodeAt(i + 3) === 0x72) {
    i = properties.passed(source, i);
    if (i < 0 || !properties.last.plain) return false;
  }
  if (source.startsWith('<w:t xml:space="preserve">', i)) i += 26;
  else if (source.startsWith('<w:t>', i)) i += 5;
  else return false;
  const to = source.indexOf('<', i);
  if (to <= i || !source.startsWith('</w:t></w:r>', to)) return false;
  out.text = source.slice(i, to);
  out.next = to + 12;
  // Entities and line ends are the scanner's.
  return !NOT_PLAIN.test(out.text);
}

/** Past the marks of who typed what when, as ` w:rsidRPr="00A41B2C"` and ` w14:paraId="2F1C9A3B"`. */
export function passIds(source: string, from: number): number {
  let at = from;
  for (;;) {
    if (source.charCodeAt(at) !== 0x20) return at;
    let i: number;
    if (source.startsWith(' w:rsid', at)) i = at + 7;
    else if (source.startsWith(' w14:paraId', at) || source.startsWith(' w14:textId', at)) i = at + 11;
    else return at;
    for (let c = source.charCodeAt(i); (c >= 65 && c <= 90) || (c >= 97 && c <= 122); c = source.charCodeAt(++i));
    if (source.charCodeAt(i) !== 0x3d || source.charCodeAt(i + 1) !== 0x22) return at;
    i += 2;
    const end = source.indexOf('"', i);
    if (end < 0) return at;
    at = end + 1;
  }
}
