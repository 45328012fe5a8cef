import { inflateRawSync } from 'node:zlib';

/** The cheapest reading of a Word table: inflate one part, look for three tags. Right for these files and for few others. */
export function scanTable(bytes: Buffer): string[][] {
  const xml = part(bytes, 'word/document.xml').toString('utf8');
  const rows: string[][] = [];
  for (let row = xml.indexOf('<w:tr '); row >= 0; ) {
    const next = xml.indexOf('</w:tr>', row);
    const cells: string[] = [];
    for (let cell = xml.indexOf('<w:tc>', row); cell >= 0 && cell < next; ) {
      const end = xml.indexOf('</w:tc>', cell);
      let text = '';
      for (let t = xml.indexOf('<w:t ', cell); t >= 0 && t < end; ) {
        const from = xml.indexOf('>', t) + 1;
        const to = xml.indexOf('</w:t>', from);
        text += xml.slice(from, to);
        t = xml.indexOf('<w:t ', to);
      }
      cells.push(text);
      cell = xml.indexOf('<w:tc>', end);
    }
    rows.push(cells);
    row = xml.indexOf('<w:tr ', next);
  }
  return rows;
}

/** A part by the central directory of a zip without surprises. */
export function part(bytes: Buffer, name: string): Buffer {
  for (const found of parts(bytes)) if (found.name === name) return found.data();
  throw new Error(`no ${name}`);
}

export function* parts(bytes: Buffer): Generator<{ name: string; data(): Buffer }> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const offset = bytes.readUInt32LE(at + 42);
    const size = bytes.readUInt32LE(at + 20);
    const stored = bytes.readUInt16LE(at + 10) === 0;
    const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      data: () => (stored ? bytes.subarray(from, from + size) : inflateRawSync(bytes.subarray(from, from + size))),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
