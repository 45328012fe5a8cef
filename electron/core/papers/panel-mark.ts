import { textHash } from '#shared/redaction/text-hash.ts';

/**
 * The mark of an entry in a file for comment: a bookmark, and the tag of a content control, around its reference number.
 * It names the file, the entry and its words as sent, and tells nobody anything: the sum is of the words printed there.
 * Word allows 40 characters in the name of a bookmark.
 */
export type PanelMark = { code: string; ref: number; sum: string };

const MARK = /^PL_([0-9A-Z]{8})_(\d{1,9})_([0-9a-f]{12})$/;
const FIELD = /^PLF_(\d{1,9})_([A-Za-z]{1,20})$/;

export const markName = ({ code, ref, sum }: PanelMark): string => `PL_${code}_${ref}_${sum}`;
export function readMark(name: string): PanelMark | null {
  const [, code, ref, sum] = MARK.exec(name) ?? [];
  return code && ref && sum ? { code, ref: Number(ref), sum } : null;
}

/** Where a field other than the first begins in the cell of an entry's words. */
export const fieldMarkName = (ref: number, field: string): string => `PLF_${ref}_${field}`;
export function readFieldMark(name: string): { ref: number; field: string } | null {
  const [, ref, field] = FIELD.exec(name) ?? [];
  return ref && field ? { ref: Number(ref), field } : null;
}

/** Spaces and line ends are what programs change first; the words are what counts. */
export const plainWords = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
export const sumOf = (cells: readonly string[]): string => textHash(cells.map(plainWords).join('\u0001')).slice(0, 12);

/** Of the file that only tries the way: what comes back with it is told and not kept. */
export const TEST_CODE = 'TEST0000';

/** As printed: "PL-7K3Q-92QX". Without the letters that are read as figures. */
export const printedCode = (code: string): string => `PL-${code.slice(0, 4)}-${code.slice(4)}`;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const newCode = (bytes: Uint8Array): string =>
  Array.from({ length: 8 }, (_, i) => ALPHABET[(bytes[i] ?? 0) % 32]).join('');
/** Codes that stand in a text, however its hyphens and spaces were changed. */
export function codesIn(text: string): string[] {
  return Array.from(text.matchAll(/\bPL[\s\p{Pd}]{0,3}([0-9A-Z]{4})[\s\p{Pd}]{0,3}([0-9A-Z]{4})\b/gu), (m) => `${m[1]}${m[2]}`);
}
