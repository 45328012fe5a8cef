import { sniffMark } from './csv/encoding.ts';

export type OtherKind = { kind: string; wanted: string };

const ANY = 'a Word document (.docx), an Excel workbook (.xlsx) or CSV';
const MAIL: OtherKind = { kind: 'e-mails', wanted: 'the file that was attached to it' };
export const PAGE: OtherKind = { kind: 'web pages and data files', wanted: ANY };
const PICTURE: OtherKind = { kind: 'pictures', wanted: 'a Word document (.docx), typed' };
const PDF: OtherKind = { kind: 'PDF files', wanted: 'a Word document (.docx): the file from which the PDF was made' };
const OTHER: OtherKind = { kind: 'this kind of file', wanted: ANY };

const LOOK_AT = 2_000;

/** By their first words, blanks and byte order mark aside. A page saved as .doc or .xls is a page, whatever it is called. */
const TEXTS: readonly (readonly [RegExp, OtherKind])[] = [
  [/^%PDF-/, PDF],
  [/^\{\\rtf/, { kind: 'RTF files', wanted: 'a Word document (.docx)' }],
  [
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|table|meta|style|h[1-6]|p|div|ul|ol|section|article|\?xml|\w+ xmlns)\b/i,
    PAGE,
  ],
  [/^[[{]\s*(?:[[{]\s*)*"[^"\n]*"\s*:/, PAGE],
  [/^BEGIN:V(?:CALENDAR|CARD)/i, OTHER],
  [/^%!PS/, OTHER],
  [/^From \S+@\S+ .*\d{4}/, MAIL],
];
const HEADER_LINE = /^(?:[!-9;-~]+:[ \t].*|[ \t].+)$/;
const MAIL_NAME = /^(?:from|to|sent|subject|date|cc|received|return-path|message-id|mime-version|delivered-to|x-[\w-]+):[ \t]/i;

const BYTES: readonly (readonly [readonly number[], number, OtherKind])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 0, PICTURE],
  [[0xff, 0xd8, 0xff], 0, PICTURE],
  [[0x47, 0x49, 0x46, 0x38], 0, PICTURE],
  [[0x49, 0x49, 0x2a, 0x00], 0, PICTURE],
  [[0x4d, 0x4d, 0x00, 0x2a], 0, PICTURE],
  [[0x66, 0x74, 0x79, 0x70], 4, PICTURE],
  [[0x1f, 0x8b], 0, OTHER],
  [[0x4d, 0x5a, 0x90, 0x00], 0, OTHER],
];

/** What a file is by what stands in it, where that is nothing that can be read; null otherwise. */
export function kindByContents(bytes: Uint8Array): OtherKind | null {
  const byBytes = BYTES.find(([mark, at]) => mark.every((byte, i) => bytes[at + i] === byte));
  if (byBytes) return byBytes[2];
  const { label, skip } = sniffMark(bytes);
  const text = new TextDecoder(label).decode(bytes.subarray(skip, skip + LOOK_AT)).trimStart();
  const byText = TEXTS.find(([begins]) => begins.test(text));
  if (byText) return byText[1];
  return isMail(text) ? MAIL : null;
}

/** Header lines from the first on, two of them of e-mails at least. A form in a text file has "Date:" and none of the others. */
function isMail(text: string): boolean {
  const lines = text.split(/\r\n?|\n/);
  const end = lines.findIndex((line) => !HEADER_LINE.test(line));
  const head = lines.slice(0, end < 0 ? lines.length : end).filter((line) => MAIL_NAME.test(line));
  const names = new Set(head.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()));
  return names.has('from') ? names.size >= 2 : names.has('received') || names.has('return-path');
}
