import { AppError } from '#shared/kernel/app-error.ts';

/** One part as the central directory has it, its local header checked against it. */
export type ZipRecord = {
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  headerStart: number;
  dataStart: number;
};

const damaged = (): AppError => new AppError('unreadableFile', { why: 'it is cut short or damaged' });
const twoFaced = (): AppError => new AppError('hostileFile', { why: 'its parts contradict its table of contents' });

/**
 * The central directory of a zip (PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5), zip64 included.
 * The directory rules; a local header that says otherwise is how two programs are shown two files.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  let count = view.getUint16(end + 10, true);
  let start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff) {
    const large = readZip64End(bytes, view, end);
    if (large) ({ count, start } = large);
  }
  if (count > maxEntries) throw new AppError('hostileFile', { why: 'it holds far too many parts' });
  const records: ZipRecord[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    records.push(readRecord(bytes, view, at, nameLength, extraLength));
    at = next;
  }
  return records;
}

function readRecord(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipRecord {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  if (flags & 0x1 || method === 99) throw new AppError('encryptedFile', {});
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let headerStart = view.getUint32(at + 42, true);
  const extra = at + 46 + nameLength;
  if (packedSize === 0xffffffff || size === 0xffffffff || headerStart === 0xffffffff) {
    for (let e = extra; e + 4 <= extra + extraLength; e += 4 + view.getUint16(e + 2, true)) {
      if (view.getUint16(e, true) !== 1) continue;
      let v = e + 4;
      const take = (): number => {
        if (v + 8 > extra + extraLength) throw damaged();
        v += 8;
        return Number(view.getBigUint64(v - 8, true));
      };
      if (size === 0xffffffff) size = take();
      if (packedSize === 0xffffffff) packedSize = take();
      if (headerStart === 0xffffffff) headerStart = take();
      break;
    }
  }
  if (method !== 0 && method !== 8) throw new AppError('unreadableFile', { why: 'it is packed in an unusual way' });
  if (headerStart + 30 > bytes.length || view.getUint32(headerStart, true) !== 0x04034b50) throw damaged();
  const localNameLength = view.getUint16(headerStart + 26, true);
  const dataStart = headerStart + 30 + localNameLength + view.getUint16(headerStart + 28, true);
  if (dataStart + packedSize > bytes.length) throw damaged();
  const name = text(bytes, at + 46, nameLength);
  if (name !== text(bytes, headerStart + 30, localNameLength) || view.getUint16(headerStart + 8, true) !== method)
    throw twoFaced();
  // With bit 3 the sizes stand after the data and the header's are zero.
  const localSize = view.getUint32(headerStart + 22, true);
  if (!(flags & 0x8) && localSize !== 0xffffffff && localSize !== size) throw twoFaced();
  return { name, method, crc: view.getUint32(at + 16, true), packedSize, size, headerStart, dataStart };
}

/** Part names of office files are ASCII; some old writers put backslashes, which mean slashes. */
function text(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, length)
    .toString('utf8')
    .replaceAll('\\', '/')
    .replace(/^\//, '');
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function readZip64End(bytes: Uint8Array, view: DataView, end: number): { count: number; start: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > bytes.length || view.getUint32(at, true) !== 0x06064b50) throw damaged();
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}
