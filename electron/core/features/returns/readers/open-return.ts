import { AppError } from '#shared/kernel/app-error.ts';
import { csvReader } from './csv/read-csv.ts';
import { docxReader } from './docx/read-docx.ts';
import { isPlainTable } from './csv/plain-table.ts';
import { kindByContents, type OtherKind, PAGE } from './kind-by-contents.ts';
import type { ReadLimits } from './limits.ts';
import type { RawReturn, ReturnReader } from './reader.ts';
import { xlsxReader } from './xlsx/read-xlsx.ts';

/** In the order in which they are asked: every zip that is no workbook goes to the reader of Word, which says what it is. */
const READERS: readonly ReturnReader[] = [xlsxReader, docxReader, csvReader];

const DOCX = 'a Word document (.docx)';
const XLSX = 'an Excel workbook (.xlsx)';
const ANY = 'a Word document (.docx), an Excel workbook (.xlsx) or CSV';

/** Other kinds of file that agencies send: how they are called, what to ask for, and by what their bytes begin. */
const OTHER_KINDS: readonly { names: RegExp; begins?: readonly string[]; kind: string; wanted: string }[] = [
  { names: /\.(xls|xlt|xlw)$/i, kind: 'old Excel workbooks (.xls)', wanted: `${XLSX}: opened in Excel and saved as one` },
  { names: /\.xlsb$/i, kind: 'binary Excel workbooks (.xlsb)', wanted: XLSX },
  { names: /\.(pdf)$/i, begins: ['%PDF'], kind: 'PDF files', wanted: `${DOCX}: the file from which the PDF was made` },
  { names: /\.(rtf)$/i, begins: ['{\\rtf'], kind: 'RTF files', wanted: DOCX },
  { names: /\.(doc|dot)$/i, kind: 'old Word documents (.doc)', wanted: DOCX },
  { names: /\.(odt|ott|ods)$/i, kind: 'OpenDocument files', wanted: ANY },
  {
    names: /\.(eml|msg|mht|mhtml)$/i,
    begins: ['Received:', 'MIME-Version:', 'Return-Path:', 'From: '],
    kind: 'e-mails',
    wanted: 'the file that was attached to it',
  },
  {
    names: /\.(html?|xml|json)$/i,
    begins: ['<!DOCTYPE', '<html', '<?xml'],
    kind: 'web pages and data files',
    wanted: ANY,
  },
  {
    names: /\.(png|jpe?g|tiff?|gif|heic|bmp)$/i,
    begins: ['\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8'],
    kind: 'pictures',
    wanted: `${DOCX}, typed`,
  },
  {
    names: /\.(pages|numbers|wps|wpd|one|pub|pptx?|zip|7z|rar)$/i,
    begins: ['7z\u00bc', 'Rar!'],
    kind: 'this kind of file',
    wanted: ANY,
  },
];

/** Reads a return by what it is. What it is not able to read is refused with the words for asking the agency. */
export function readRawReturn(bytes: Uint8Array, name: string, limits: ReadLimits): RawReturn {
  if (bytes.length === 0) throw new AppError('unreadableFile', { why: 'it is empty' });
  if (bytes.length > limits.maxBytes)
    throw new AppError('fileTooLarge', { limit: `${Math.round(limits.maxBytes / 1_000_000)} MB` });
  if (/\.(docm|dotm)$/i.test(name)) throw new AppError('macroFile', { wanted: 'a plain Word document (.docx)' });
  if (/\.(xlsm|xltm|xlam)$/i.test(name)) throw new AppError('macroFile', { wanted: 'an Excel workbook without macros (.xlsx)' });
  const head = bytes.subarray(0, 64);
  if (isCompoundFile(head)) throw compoundFile(bytes, name);
  const told = kindByContents(bytes);
  if (told) throw new AppError('unsupportedFile', told === PAGE ? pageCalled(name) : told);
  const text = Buffer.from(head).toString('latin1').trimStart();
  for (const { begins, kind, wanted } of OTHER_KINDS) {
    if (begins?.some((start) => text.startsWith(start))) throw new AppError('unsupportedFile', { kind, wanted });
  }
  const wanted = /\.(xlsx|xltx)$/i.test(name) ? XLSX : DOCX;
  try {
    const reader = READERS.find((candidate) => candidate.accepts(name, head, bytes));
    if (reader) return reader.read(bytes, { name, limits });
  } catch (error) {
    throw asking(error, wanted);
  }
  if (isPlainTable(bytes)) return calledOtherwise(csvReader.read(bytes, { name, limits }), name);
  if (/\.(docx|dotx)$/i.test(name)) throw new AppError('unreadableFile', { why: 'it is not a Word document inside', wanted });
  if (/\.(xlsx|xltx)$/i.test(name)) throw new AppError('unreadableFile', { why: 'it is not an Excel workbook inside', wanted });
  const other = OTHER_KINDS.find(({ names }) => names.test(name));
  throw new AppError('unsupportedFile', { kind: other?.kind ?? 'this kind of file', wanted: other?.wanted ?? ANY });
}

/** A page that a system exports under the name of a workbook or a document: the program of that name opens it and can save it as one. */
function pageCalled(name: string): OtherKind {
  if (/\.xl\w{1,2}$/i.test(name))
    return { kind: 'web pages that are called workbooks', wanted: `${XLSX}: opened in Excel and saved as “Excel Workbook”` };
  if (/\.do[ct]x?$/i.test(name))
    return { kind: 'web pages that are called documents', wanted: `${DOCX}: opened in Word and saved as “Word Document”` };
  return PAGE;
}

function calledOtherwise(read: RawReturn, name: string): RawReturn {
  const message = `The file is called “${/\.[^.]{1,8}$/.exec(name)?.[0] ?? name}” and is delimited text inside. It was read as that.`;
  return { ...read, marks: [...read.marks, { severity: 'notice', code: 'calledOtherwise', message }] };
}

/** A reader knows what is wrong with a file, and not always what to ask for. */
function asking(error: unknown, wanted: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'unreadableFile' || error.details['wanted'] !== undefined) return error;
  return new AppError('unreadableFile', { ...error.details, wanted });
}

/** OLE compound files: old Office, and the wrapping of a new one that has a password (MS-OFFCRYPTO). */
function isCompoundFile(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => head[i] === byte);
}

function compoundFile(bytes: Uint8Array, name: string): AppError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo') || holds('EncryptedSummary')) return new AppError('encryptedFile', {});
  if (/\.msg$/i.test(name) || holds('__nameid_version'))
    return new AppError('unsupportedFile', { kind: 'e-mails', wanted: 'the file that was attached to it' });
  if (holds('Workbook') || holds('Book')) {
    return new AppError('unsupportedFile', {
      kind: 'old Excel workbooks (.xls)',
      wanted: `${XLSX}: opened in Excel and saved as one`,
    });
  }
  return new AppError('unsupportedFile', { kind: 'old Word documents (.doc)', wanted: DOCX });
}
