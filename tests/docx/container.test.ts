import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { AppError } from '#shared/kernel/app-error.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { REGISTER } from './support/register.ts';
import { bytesOf, text, wordFile, wordParts } from './support/word-file.ts';
import { packZip, type ZipEntry, type ZipOptions } from './support/zip.ts';

const NAME = 'Tamsin Oyelaran';
const honest = (): ZipEntry[] => Object.entries(wordParts({})).map(([name, data]) => ({ name, data }));
const changed = (name: string, change: Partial<ZipEntry>): ZipEntry[] =>
  honest().map((entry) => (entry.name === name ? { ...entry, ...change } : entry));

test('a zip written by hand and honest is clean', () => {
  expect(checkWordFile(packZip(honest()), 'a.docx', REGISTER)).toEqual({ clean: true, findings: [] });
});

/** Where two readers would see two files, or none would see what is there. */
const ODD: [what: string, entries: ZipEntry[], options?: ZipOptions, named?: boolean][] = [
  [
    'two parts of one name, the second with a name in it',
    [...honest(), { name: 'word/document.xml', data: bytesOf(text(NAME)) }],
    {},
    true,
  ],
  ['two parts of one name but for capitals', [...honest(), { name: 'word/Document.xml', data: bytesOf(text(NAME)) }], {}, true],
  ['a part named twice, differently', changed('word/styles.xml', { localName: 'word/stylez.xml' })],
  ['two lengths for one part', changed('word/styles.xml', { localSize: 7 })],
  ['two methods for one part', changed('word/styles.xml', { localMethod: 0 })],
  ['data after the end of a part', changed('word/styles.xml', { tail: bytesOf(NAME) })],
  ['data between two parts', changed('word/styles.xml', { gap: bytesOf(`xx ${NAME} xx`) }), {}, true],
  ['data before the first part', honest(), { before: bytesOf(`${NAME} was here`) }, true],
  ['data after the end', honest(), { after: bytesOf(`and ${NAME} too`) }, true],
  ['a comment on the archive', honest(), { comment: `for ${NAME}` }, true],
  ['a comment on a part', changed('word/styles.xml', { comment: `for ${NAME}` }), {}, true],
  ['the name of a path', [...honest(), { name: '../up.xml', data: bytesOf('<a/>') }]],
];

describe('a container that is not as an honest one', () => {
  test.each(ODD)('%s', (_what, entries, options, named) => {
    const { clean, findings } = checkWordFile(packZip(entries, options), 'a.docx', REGISTER);
    expect(clean).toBe(false);
    expect(
      findings.map((f) => f.kind),
      JSON.stringify(findings),
    ).toContain('container');
    if (named)
      expect(
        findings.some((f) => f.entryId === 'child'),
        JSON.stringify(findings),
      ).toBe(true);
  });
});

test('a name in the extra data of a part is found', () => {
  const extra = Buffer.concat([Buffer.from([0x75, 0x70, 20, 0]), Buffer.from('by T. Tamsin Oyelaran')]);
  expect(checkWordFile(packZip(changed('word/styles.xml', { extra })), 'a.docx', REGISTER).clean).toBe(false);
});

const bomb = (): Uint8Array => zipSync({ ...wordParts({}), 'word/big.xml': new Uint8Array(8_000_000) });
const encrypted = (): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);

/** A file that cannot be read is refused with its reason; nothing passes unread. */
const REFUSED: [what: string, bytes: () => Uint8Array, code: string][] = [
  ['nothing', () => new Uint8Array(), 'unsupportedFile'],
  ['words', () => bytesOf('Dear colleague'), 'unsupportedFile'],
  ['a file with a password', encrypted, 'encryptedFile'],
  ['a part with a password', () => packZip(changed('word/document.xml', { flags: 1 })), 'encryptedFile'],
  ['an old Word file', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'unsupportedFile'],
  ['a workbook', () => zipSync({ 'xl/workbook.xml': bytesOf('<workbook/>') }), 'unsupportedFile'],
  ['half a file', () => wordFile().subarray(0, 900), 'unreadableFile'],
  ['a part whose check fails', () => packZip(changed('word/document.xml', { crc: 1 })), 'unreadableFile'],
  ['a part longer than it says', () => packZip(changed('word/document.xml', { size: 10, localSize: 10 })), 'unreadableFile'],
  ['more parts than there are', () => packZip(honest(), { entries: 99 }), 'unreadableFile'],
  ['tags that do not match', () => wordFile({ body: '<w:p><w:r></w:p></w:r>' }), 'unreadableFile'],
  ['a part that unpacks without end', bomb, 'hostileFile'],
];

describe('a file that cannot be read', () => {
  test.each(REFUSED)('%s', (_what, bytes, code) => {
    const read = (): unknown => checkWordFile(bytes(), 'a.docx', REGISTER);
    expect(read).toThrow(AppError);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code });
      expect((error as AppError).message).not.toMatch(/added|agency/);
    }
  });
});

test('a deep nesting does not exhaust the reader', () => {
  const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${text('x')}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`;
  expect(checkWordFile(wordFile({ body: deep }), 'a.docx', REGISTER).clean).toBe(true);
});

test('a name in the middle of a very long blob is found, and the blob does not exhaust the reader', () => {
  const words = (n: number): string => 'and so on it goes '.repeat(n);
  const blob = Buffer.from(`${words(2_730)}Tamsin Oyelaran${words(20_000)}`).toString('base64');
  const wrapped = blob.replace(/(.{76})/g, '$1\n');
  for (const one of [blob, wrapped]) expect(checkWordFile(wordFile({ body: text(one) }), 'a.docx', REGISTER).clean).toBe(false);
  const long = 'QWxhZGRpbjpvcGVuIHNlc2FtZQ'.repeat(400_000);
  expect(checkWordFile(zipSync(wordParts({ body: text(long) }), { level: 0 }), 'a.docx', REGISTER).clean).toBe(true);
});
