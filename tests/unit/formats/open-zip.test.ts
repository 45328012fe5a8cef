import { openZip } from '#core/formats/open-zip.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const plain = (): Uint8Array => zipSync({ 'a.xml': strToU8('<a/>'), 'b/c.txt': [strToU8('stored'), { level: 0 }] });
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'nothing';
};
/** Applies an edit to each place where a four-byte signature stands. */
function edit(bytes: Uint8Array, signature: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

describe('opening a zip', () => {
  it('lists and reads its parts, deflated or stored, in any case of letters', () => {
    const zip = openZip(plain());
    expect(zip.names).toEqual(['a.xml', 'b/c.txt']);
    expect(Buffer.from(zip.read('B/C.txt')).toString()).toBe('stored');
    expect(Buffer.from(zip.read('a.xml')).toString()).toBe('<a/>');
    expect([zip.has('a.xml'), zip.has('z'), zip.sizeOf('b/c.txt')]).toEqual([true, false, 6]);
  });
  it('works on a view into a larger buffer', () => {
    const bytes = plain();
    const large = new Uint8Array(bytes.length + 20);
    large.set(bytes, 7);
    expect(openZip(large.subarray(7, 7 + bytes.length)).names).toHaveLength(2);
  });

  const bomb = zipSync({ 'x.xml': new Uint8Array(20_000_000) });
  const lying = edit(zipSync({ 'x.xml': new Uint8Array(100_000) }), CENTRAL, (v, at) => v.setUint32(at + 24, 10, true));
  it.each<[string, () => unknown, string]>([
    ['no zip', () => openZip(strToU8('no zip at all, only some words in a row')), 'unreadableFile'],
    ['nothing', () => openZip(new Uint8Array()), 'unreadableFile'],
    ['cut short', () => openZip(plain().subarray(0, 60)), 'unreadableFile'],
    ['its middle cut out', () => openZip(Buffer.concat([plain().subarray(0, 20), plain().subarray(50)])), 'unreadableFile'],
    ['a bomb', () => openZip(bomb), 'hostileFile'],
    ['sizes that lie', () => openZip(lying).read('x.xml'), 'hostileFile'],
    [
      'a sum that is wrong',
      () => openZip(edit(plain(), CENTRAL, (v, at) => v.setUint32(at + 16, 1, true))).read('a.xml'),
      'unreadableFile',
    ],
    ['a password', () => openZip(edit(plain(), CENTRAL, (v, at) => v.setUint16(at + 8, 1, true))), 'encryptedFile'],
    ['two parts of one name', () => openZip(zipSync({ 'a.xml': strToU8('1'), 'A.xml': strToU8('2') })), 'hostileFile'],
    ['another name in the header', () => openZip(edit(plain(), LOCAL, (v, at) => v.setUint8(at + 30, 0x7a))), 'hostileFile'],
    ['parts over one another', () => openZip(edit(plain(), CENTRAL, (v, at) => v.setUint32(at + 42, 0, true))), 'hostileFile'],
    ['too many parts', () => openZip(plain(), { maxEntries: 1 }), 'hostileFile'],
    ['a part too large', () => openZip(plain(), { maxPartBytes: 5 }).read('b/c.txt'), 'fileTooLarge'],
    ['a missing part', () => openZip(plain()).read('nope'), 'unreadableFile'],
    ['another packing', () => openZip(edit(plain(), CENTRAL, (v, at) => v.setUint16(at + 10, 12, true))), 'unreadableFile'],
  ])('refuses %s', (_, work, code) => {
    expect(codeOf(work)).toBe(code);
  });
  it('minds a part that is too large only when it is asked for', () => {
    const zip = openZip(zipSync({ a: strToU8('1'), b: strToU8('22222222') }), { maxPartBytes: 5 });
    expect(zip.read('a')).toHaveLength(1);
  });
});
