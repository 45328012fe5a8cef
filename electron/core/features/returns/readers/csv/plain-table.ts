import { NO_DELIMITER, sniffDelimiter } from './delimiter.ts';
import { decodePieces, sniffEncoding, withoutPadding } from './encoding.ts';

const LOOK_AT = 50_000;
/** What no text has: control characters other than tab, line ends, page breaks and the end mark of DOS. */
const CONTROLS = /[\x00-\x08\x0e-\x19\x1b-\x1f\ufffd]/;
/** Formats written in letters and semicolons that are no table of texts. */
const OTHER_TEXTS = /^(?:ID;P|TABLE\s+0,1|BEGIN[: ]|%|\{|\[|<)/i;

/** Whether a file is plainly delimited text, whatever it is called: exports are often given the name of a workbook. */
export function isPlainTable(file: Uint8Array): boolean {
  const bytes = withoutPadding(file.subarray(0, LOOK_AT));
  let head = '';
  try {
    const { label, skip } = sniffEncoding(bytes);
    for (const piece of decodePieces(bytes, { label, skip, damaged: false }, bytes.length)) head += piece;
  } catch {
    return false;
  }
  // The last letter may be cut in two.
  const text = file.length > LOOK_AT ? head.slice(0, head.lastIndexOf('\n') + 1) : head;
  if (CONTROLS.test(text) || OTHER_TEXTS.test(text.trimStart())) return false;
  const delimiter = sniffDelimiter(text, true);
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return delimiter !== NO_DELIMITER && lines.filter((line) => line.includes(delimiter)).length >= Math.max(2, lines.length * 0.5);
}
