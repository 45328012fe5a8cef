import { isUtf8 } from 'node:buffer';
import { AppError } from '#shared/kernel/app-error.ts';

/** The text of an XML part: byte order mark, else declaration, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b, c] = [buffer[0], buffer[1], buffer[2]];
  if (a === 0xff && b === 0xfe) return decodeAs('utf-16le', buffer.subarray(2));
  if (a === 0xfe && b === 0xff) return decodeAs('utf-16be', buffer.subarray(2));
  if (a === 0x3c && b === 0) return decodeAs('utf-16le', buffer);
  if (a === 0 && b === 0x3c) return decodeAs('utf-16be', buffer);
  const from = a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(buffer.toString('latin1', from, from + 200));
  const encoding = declared?.[1]?.toLowerCase() ?? 'utf-8';
  if (from === 0 && encoding !== 'utf-8' && encoding !== 'utf8' && encoding !== 'utf-16') return decodeAs(encoding, buffer);
  const body = from === 0 ? buffer : buffer.subarray(from);
  if (!isUtf8(body)) throw unreadable();
  return body.toString('utf8');
}

/** A text that comes in pieces, so that only a little of it is held at a time. */
export type XmlPieces = {
  /** The next piece, at least as long as `least` where there is so much; '' at the end. */
  next(least: number): string;
};

const PIECE = 1 << 16;

/** Elements at whose ends a large part is best cut: what is read at one go is then seldom parted. */
const ENDS = ['</row>', '</si>', '</w:tr>'] as const;

/** As `decodeXml`, in pieces where the part is plain UTF-8; whatever is taken from them does not hold the whole. */
export function decodeXmlPieces(bytes: Uint8Array, size = PIECE): XmlPieces {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPlain = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml(?![^>]*\sencoding\s*=\s*["'](?!utf-?8["']))|[^?\0])/i.test(
    buffer.toString('latin1', 0, 200),
  );
  if (!isPlain) {
    let whole = decodeXml(bytes);
    return {
      next: () => {
        const out = whole;
        whole = '';
        return out;
      },
    };
  }
  if (!isUtf8(buffer)) throw unreadable();
  let at = buffer[0] === 0xef ? 3 : 0;
  const last = Buffer.from(ENDS.find((one) => buffer.subarray(0, size).includes(one)) ?? '>');
  return {
    next: (least) => {
      let end = Math.min(buffer.length, at + Math.max(size, least));
      // Behind a tag, so that nothing is left over; at least never in the middle of a letter.
      const tag = end < buffer.length ? buffer.lastIndexOf(last, end - last.length) : -1;
      if (tag - at > size / 2 && tag - at >= least) end = tag + last.length;
      while (end < buffer.length && (buffer[end]! & 0xc0) === 0x80) end++;
      const out = buffer.toString('utf8', at, end);
      at = end;
      return out;
    },
  };
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable();
  }
}

const unreadable = (): AppError => new AppError('unreadableFile', { why: 'its letters are stored in a way that cannot be read' });

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Puts the five named entities and character references back into letters. There are no others without a DTD,
 * and a DTD is refused; a reference to what is no character becomes the replacement character, so that the loss shows.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))|(\w{1,8}));|&/g,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const letter = NAMED[name];
        if (letter === undefined) throw new AppError('hostileFile', { why: 'it defines abbreviations of its own' });
        return letter;
      }
      const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
      if (code < 0) throw new AppError('unreadableFile', { why: 'its XML is broken' });
      return isXmlCharacter(code) ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
