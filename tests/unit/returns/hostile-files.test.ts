import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS, type ReadLimits } from '#core/features/returns/readers/limits.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { runReader } from '#core/workers/run-reader.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { cell, makeDocx, row, table, text } from '../../fixtures/returns/make-docx.ts';
import { CONTEXT } from './support.ts';

const documentXml = (xml: string | Uint8Array): Uint8Array => makeDocx('', { extra: { 'word/document.xml': xml } });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const good = makeDocx(
  table([
    ['Date', 'Event'],
    ['12/05/2024', 'Visit to the home.'],
  ]),
);
/** An OLE compound file as far as its first bytes and the name of a stream. */
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const bigXml = (): Uint8Array => {
  const one = `<w:p><w:r><w:t>${Array.from({ length: 60 }, (_, i) => `w${i * 7919}`).join(' ')}</w:t></w:r></w:p>`;
  return strToU8(`<w:document ${W}><w:body>${one.repeat(13_000_000 / one.length)}</w:body></w:document>`);
};

type Case = { what: string; name: string; bytes: () => Uint8Array; code: string; why: RegExp | undefined };
const LIST: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, code: string, why?: RegExp])[] = [
  ['nothing', 'a.docx', () => new Uint8Array(), 'unreadableFile'],
  ['not what its name says', 'a.docx', () => strToU8('hello'), 'unreadableFile'],
  ['cut short', 'a.docx', () => good.subarray(0, good.length / 2), 'unreadableFile'],
  ['bytes changed inside', 'a.docx', () => good.map((b, i) => (i > 700 && i < 720 ? b ^ 0x55 : b)), 'unreadableFile'],
  ['a zip of something else', 'a.docx', () => zipSync({ 'photo.jpg': strToU8('x') }), 'unsupportedFile'],
  ['no document inside', 'a.docx', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>') }), 'unreadableFile'],
  ['a zip with a password', 'a.docx', () => flagged(good, 1), 'encryptedFile', /password/],
  ['a Word file with a password', 'a.docx', () => compound('EncryptedPackage'), 'encryptedFile', /password/],
  ['an old Word file', 'a.doc', () => compound('WordDocument'), 'unsupportedFile', /Word document \(\.docx\)/],
  ['an old Word file called .docx', 'a.docx', () => compound('WordDocument'), 'unsupportedFile'],
  ['an old Excel file', 'a.xls', () => compound('Workbook'), 'unsupportedFile', /workbook \(\.xlsx\)/],
  ['a saved e-mail', 'a.msg', () => compound('__nameid_version1.0'), 'unsupportedFile', /attached/],
  [
    'an OpenDocument file',
    'a.odt',
    () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<a/>') }),
    'unsupportedFile',
    /OpenDocument/,
  ],
  ['RTF', 'a.rtf', () => strToU8('{\\rtf1 hello}'), 'unsupportedFile'],
  ['RTF called .docx', 'a.docx', () => strToU8('{\\rtf1 hello}'), 'unsupportedFile'],
  ['PDF', 'a.pdf', () => strToU8('%PDF-1.7 ...'), 'unsupportedFile', /PDF/],
  ['an e-mail', 'a.eml', () => strToU8('Received: from x\r\nSubject: y\r\n\r\n'), 'unsupportedFile', /attached/],
  ['a picture', 'a.jpg', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'unsupportedFile', /typed/],
  ['an unknown kind', 'a.xyz', () => strToU8('x'), 'unsupportedFile'],
  ['macros', 'a.docx', () => makeDocx('', { extra: { 'word/vbaProject.bin': 'x' } }), 'macroFile', /plain Word document/],
  ['macros by its name', 'a.docm', () => good, 'macroFile'],
  [
    'macros by its content type',
    'a.docx',
    () =>
      makeDocx('', {
        extra: {
          '[Content_Types].xml':
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
      }),
    'macroFile',
  ],
  ['a zip bomb', 'a.docx', () => documentXml(new Uint8Array(10_000_000)), 'hostileFile'],
  ['more XML than is read', 'a.docx', () => documentXml(bigXml()), 'fileTooLarge', /in parts/],
  [
    'a billion laughs',
    'a.docx',
    () => documentXml(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document ${W}>&b;</w:document>`),
    'hostileFile',
  ],
  [
    'an external entity',
    'a.docx',
    () =>
      documentXml(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document ${W}><w:body>&a;</w:body></w:document>`),
    'hostileFile',
  ],
  [
    'a DTD in a side part',
    'a.docx',
    () => makeDocx('', { footnotes: '', extra: { 'word/footnotes.xml': '<!DOCTYPE x><x/>' } }),
    'hostileFile',
  ],
  [
    '100,000 tables inside one another',
    'a.docx',
    () => documentXml(`<w:document ${W}><w:body>${'<w:tbl><w:tr><w:tc>'.repeat(100_000)}`),
    'hostileFile',
    /nested/,
  ],
  [
    '100,000 controls inside one another',
    'a.docx',
    () => documentXml(`<w:document ${W}><w:body>${'<w:sdt><w:sdtContent>'.repeat(100_000)}`),
    'hostileFile',
  ],
  ['no end tags', 'a.docx', () => documentXml(`<w:document ${W}><w:body><w:tbl><w:tr><w:tc><w:p>`), 'unreadableFile'],
  ['tags that cross', 'a.docx', () => documentXml(`<w:document ${W}><w:body></w:document></w:body>`), 'unreadableFile'],
  [
    'an attribute that never ends',
    'a.docx',
    () => documentXml(`<w:document ${W}><w:p w:val="${'x'.repeat(3_000_000)}`),
    'unreadableFile',
  ],
  ['a tag that never ends', 'a.docx', () => documentXml(`<w:document ${W} ${'a="1" '.repeat(500_000)}`), 'unreadableFile'],
  ['half a million open angles', 'a.docx', () => documentXml(`<w:document ${W}>${'<'.repeat(500_000)}`), 'unreadableFile'],
  ['comments that never end', 'a.docx', () => documentXml(`<w:document ${W}>${'<!--'.repeat(500_000)}`), 'unreadableFile'],
  [
    'bytes that are no letters',
    'a.docx',
    () => documentXml(new Uint8Array([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])),
    'unreadableFile',
  ],
  [
    'a row without end',
    'a.docx',
    () =>
      documentXml(
        `<w:document ${W}><w:body><w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100_000)}</w:tr></w:tbl></w:body></w:document>`,
      ),
    'hostileFile',
    /cells/,
  ],
  ['too many rows', 'a.docx', () => makeDocx(table(Array.from({ length: 600 }, () => ['a']))), 'fileTooLarge', /rows/],
  [
    'a cell without end',
    'a.docx',
    () =>
      makeDocx(
        table([
          ['Date', 'Event'],
          ['12/05/2024', 'x'.repeat(1_000_000)],
        ]),
      ),
    'hostileFile',
    /text/,
  ],
  ['a cell without end in CSV', 'a.csv', () => strToU8(`Date,Event\n12/05/2024,${'x'.repeat(1_000_000)}\n`), 'hostileFile'],
  ['a row without end in CSV', 'a.csv', () => strToU8(`a,b\n${','.repeat(1_000_000)}`), 'hostileFile', /cells/],
  ['zero bytes in CSV', 'a.csv', () => strToU8('Date,Event\n12/05/2024,a\0b\n'), 'unreadableFile', /text file/],
  ['a picture called .csv', 'a.csv', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'unsupportedFile'],
];
const CASES: readonly Case[] = LIST.map(([what, name, bytes, code, why]) => ({ what, name, bytes, code, why }));
const LIMITS: Partial<ReadLimits> = { maxRows: 500, maxPartBytes: 12_000_000 };
/** Read in a real worker; the others in this thread by the same code, as starting a worker from source takes a third of a second. */
const IN_WORKER = new Set([
  'nothing',
  'a zip bomb',
  'an old Word file',
  'a Word file with a password',
  'macros',
  '100,000 tables inside one another',
  'a row without end in CSV',
]);

function flagged(bytes: Uint8Array, flag: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 10 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, flag, true);
  return copy;
}

function directly(name: string, bytes: Uint8Array): AppError {
  try {
    readRawReturn(bytes, name, { ...READ_LIMITS, ...LIMITS });
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { code, details } = error as AppError;
    return new AppError(code, { ...details, file: name, agency: CONTEXT.agency });
  }
  throw new Error('it was read');
}

async function refusal(name: string, bytes: Uint8Array, limits: Partial<ReadLimits>, signal?: AbortSignal): Promise<AppError> {
  const answer = await runReader(bytes, name, CONTEXT, limits, signal).catch((error: unknown) => error);
  expect(answer).toBeInstanceOf(AppError);
  return answer as AppError;
}

describe('files that are refused', () => {
  it.each(CASES)('$what', { timeout: 8_000 }, async ({ what, name, bytes, code, why }) => {
    const error = IN_WORKER.has(what) ? await refusal(name, bytes(), LIMITS) : directly(name, bytes());
    expect(error.code).toBe(code);
    expect(error.details).toMatchObject({ file: name, agency: 'Borough Services' });
    expect(error.message).toContain('Borough Services');
    expect(error.message).toContain('Nothing was added');
    if (why) expect(error.message).toMatch(why);
    expect(error.message).not.toMatch(/undefined|\{|\bat \//);
  });

  it('a file that takes too long is given up', async () => {
    const slow = makeDocx(table(Array.from({ length: 4_000 }, (_, i) => [`${1 + (i % 28)}/05/2024`, text('words '.repeat(60))])));
    const error = await refusal('a.docx', slow, { seconds: 0.05 });
    expect([error.code, error.details['file']]).toEqual(['fileTooSlow', 'a.docx']);
  });
  it('a file that needs too much memory is given up', { timeout: 8_000 }, async () => {
    const large = makeDocx(
      table(Array.from({ length: 40_000 }, (_, i) => [`${1 + (i % 28)}/05/2024`, 'some words here', 'more'])),
    );
    const error = await refusal('a.docx', large, { heapMb: 24 });
    expect(['fileTooLarge', 'fileTooSlow']).toContain(error.code);
  });
  it('a person can stop it, before and while it reads', async () => {
    const stopped = new AbortController();
    stopped.abort();
    expect((await refusal('a.docx', good, {}, stopped.signal)).code).toBe('cancelled');
    const later = new AbortController();
    setTimeout(() => later.abort(), 20);
    expect((await refusal('a.docx', good, {}, later.signal)).code).toBe('cancelled');
  });
  it('an honest file is read, and the caller keeps its bytes', async () => {
    const staged = await runReader(good, 'a.docx', CONTEXT);
    expect(staged.events).toHaveLength(1);
    expect(good.length).toBeGreaterThan(0);
    expect(good[0]).toBe(0x50);
  });
  it('a merged cell that would repeat a long text in thousands of rows is refused', async () => {
    const merged = row(['12/05/2024', cell('x'.repeat(390_000), '<w:vMerge w:val="restart"/>')]);
    const rows = Array.from({ length: 3_000 }, () => row(['13/05/2024', cell('', '<w:vMerge/>')]));
    const error = await refusal('a.docx', makeDocx(table([['Date', 'Event'], merged, ...rows])), {});
    expect(error.code).toBe('fileTooLarge');
  });
  it('cells beyond what Word allows in a span are not made', async () => {
    const staged = await runReader(
      makeDocx(table([['Date', 'Event'], row([cell('12/05/2024'), cell('Visit.', '<w:gridSpan w:val="2147483647"/>')])])),
      'a.docx',
      CONTEXT,
    );
    expect(staged.events[0]!.description).toBe('Visit.');
  });
});
