import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as a writer with something to hide might write it; what is not said is honest. */
export type ZipEntry = {
  name: string;
  data: Uint8Array;
  localName?: string;
  localSize?: number;
  localMethod?: number;
  size?: number;
  crc?: number;
  flags?: number;
  comment?: string;
  extra?: Uint8Array;
  /** Bytes after the end of the packed stream, but inside the entry. */
  tail?: Uint8Array;
  /** Bytes after the entry, owned by none. */
  gap?: Uint8Array;
  offset?: number;
};
export type ZipOptions = { before?: Uint8Array; after?: Uint8Array; comment?: string; entries?: number };

/** Writes a zip byte by byte, independent of any library. */
export function packZip(entries: readonly ZipEntry[], options: ZipOptions = {}): Uint8Array {
  const chunks: Uint8Array[] = [options.before ?? new Uint8Array()];
  const central: Buffer[] = [];
  let at = chunks[0]?.length ?? 0;
  for (const entry of entries) {
    const packed = Buffer.concat([deflateRawSync(entry.data), entry.tail ?? new Uint8Array()]);
    const crc = entry.crc ?? crc32(entry.data);
    const size = entry.size ?? entry.data.length;
    const extra = entry.extra ?? new Uint8Array();
    const localName = Buffer.from(entry.localName ?? entry.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(entry.flags ?? 0, 6);
    local.writeUInt16LE(entry.localMethod ?? 8, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(entry.localSize ?? size, 22);
    local.writeUInt16LE(localName.length, 26);
    local.writeUInt16LE(extra.length, 28);
    const name = Buffer.from(entry.name);
    const comment = Buffer.from(entry.comment ?? '');
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(entry.flags ?? 0, 8);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(comment.length, 32);
    record.writeUInt32LE(entry.offset ?? at, 42);
    central.push(record, name, comment);
    const whole = Buffer.concat([local, localName, extra, packed, entry.gap ?? new Uint8Array()]);
    chunks.push(whole);
    at += whole.length;
  }
  const directory = Buffer.concat(central);
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(options.entries ?? entries.length, 8);
  end.writeUInt16LE(options.entries ?? entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...chunks, directory, end, comment, options.after ?? new Uint8Array()]);
}
