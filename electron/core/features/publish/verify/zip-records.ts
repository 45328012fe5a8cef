/** The records of a zip as PKWARE's APPNOTE 6.3 lays them out (sections 4.3.7, 4.3.12, 4.3.16). */
export type EndRecord = { at: number; entries: number; size: number; directory: number; commentLength: number };
export type CentralEntry = {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
  extra: Uint8Array;
  comment: Uint8Array;
};
export type LocalEntry = Omit<CentralEntry, 'offset' | 'comment'> & { data: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The last end record whose numbers fit; null where there is none, or where the file is of the large (zip64) kind. */
export function readEnd(view: DataView): EndRecord | null {
  const length = view.byteLength;
  for (let at = length - 22; at >= Math.max(0, length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const commentLength = view.getUint16(at + 20, true);
    const record = {
      at,
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      directory: view.getUint32(at + 16, true),
      commentLength,
    };
    const fits = at + 22 + commentLength <= length && record.directory + record.size <= at;
    if (fits && view.getUint16(at + 8, true) === record.entries && view.getUint16(at + 4, true) === 0) return record;
  }
  return null;
}

export function readDirectory(view: DataView, bytes: Uint8Array, end: EndRecord): CentralEntry[] | null {
  const entries: CentralEntry[] = [];
  let at = end.directory;
  const limit = end.directory + end.size;
  while (entries.length < end.entries) {
    if (at + 46 > limit || view.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > limit) return null;
    const flags = view.getUint16(at + 8, true);
    entries.push({
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      extra: bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
      comment: bytes.subarray(next - commentLength, next),
    });
    at = next;
  }
  return at === limit ? entries : null;
}

export function readLocal(view: DataView, bytes: Uint8Array, at: number): LocalEntry | null {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return null;
  const nameLength = view.getUint16(at + 26, true);
  const extraLength = view.getUint16(at + 28, true);
  const data = at + 30 + nameLength + extraLength;
  if (data > view.byteLength) return null;
  const flags = view.getUint16(at + 6, true);
  return {
    name: nameOf(bytes.subarray(at + 30, at + 30 + nameLength)),
    flags,
    method: view.getUint16(at + 8, true),
    crc: view.getUint32(at + 14, true),
    packed: view.getUint32(at + 18, true),
    size: view.getUint32(at + 22, true),
    extra: bytes.subarray(at + 30 + nameLength, data),
    data,
  };
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
