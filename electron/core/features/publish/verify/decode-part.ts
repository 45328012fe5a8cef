/** A part's bytes as text, by its mark, its declaration, or the shape of its first bytes. Null: it is no text. */
export function decodeXmlPart(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const as = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  if (a === 0xef && b === 0xbb && c === 0xbf) return as('utf-8');
  if (a === 0xff && b === 0xfe) return as('utf-16le');
  if (a === 0xfe && b === 0xff) return as('utf-16be');
  if (a === 0x3c && b === 0 && d === 0) return as('utf-16le');
  if (a === 0 && b === 0x3c && c === 0) return as('utf-16be');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).toString('latin1');
  const label = /^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return as('utf-8');
  }
}

export function looksLikeXml(name: string, bytes: Uint8Array): boolean {
  if (/\.(xml|rels|vml|xhtml|svg)$/i.test(name) || name === '[Content_Types].xml') return true;
  const text = decodeXmlPart(bytes.subarray(0, 200 - (bytes.length % 2)))?.trimStart() ?? '';
  return /^\ufeff?<[?!A-Za-z]/.test(text);
}

const RUNS = /[\t\x20-\x7e\xa0-\xff]{5,32768}/g;
const LETTERS = /[\p{L}\p{M}\p{N}\p{P}\p{Zs}]{5,32768}/gu;
const WORDS = /[A-Za-z0-9+/_-]{8,65536}={0,2}/g;

/**
 * Matches of a pattern whose length is bounded (an unbounded one can exhaust the engine's stack on a hostile part);
 * a match of full length is followed by one that begins a little before its end, so that no name is cut unseen.
 */
function* stretches(pattern: RegExp, text: string, most: number, overlap: number): Generator<string> {
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
    yield m[0];
    if (m[0].length >= most) pattern.lastIndex -= overlap;
  }
}

/** What a person could read in bytes that are no text: runs of letters in one byte, in UTF-8, in UTF-16 of both orders. */
export function readableRuns(bytes: Uint8Array): string[] {
  const out = new Set<string>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const text of [buffer.toString('latin1'), ...wide(buffer)]) {
    for (const run of stretches(RUNS, text, 32_768, 400)) out.add(run);
  }
  for (const run of stretches(LETTERS, buffer.toString('utf8'), 32_768, 400)) out.add(run);
  return [...out];
}

function wide(buffer: Buffer): string[] {
  const texts: string[] = [];
  // A wide text may begin at an odd place among other bytes.
  for (const from of [0, 1]) {
    const even = buffer.subarray(from, buffer.length - ((buffer.length - from) % 2));
    texts.push(even.toString('utf16le'), Buffer.from(even).swap16().toString('utf16le'));
  }
  return texts;
}

/** What no ordinary prose has: a figure or a capital inside a word, an equals sign, a per-cent code. */
const WRAPPED = /[a-z][A-Z]|[A-Za-z+/]\d|\d[A-Za-z+/]|=|%[\dA-Fa-f]{2}|\\['u]/;
/** Texts that are wrapped in another spelling: base64, hexadecimal, per-cent signs. */
export function unwrapped(text: string): string[] {
  if (!WRAPPED.test(text)) return [];
  const out: string[] = [];
  // Mail's quoted-printable, as in a saved web page, and the escapes of RTF: either may stand in a text that is pulled in.
  if (/=(?:[0-9A-F]{2}|\r?\n)/.test(text)) {
    const plain = text
      .replace(/=\r?\n/g, '')
      .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'));
    out.push(plain);
  }
  if (text.includes("\\'") || text.includes('\\u')) {
    const plain = text
      .replace(/\\'([0-9a-f]{2})/gi, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))
      .replace(/\\u(\d{1,5}) ?\??/g, (_, code: string) => String.fromCharCode(Number(code)));
    out.push(plain);
  }
  if (text.includes('%')) {
    const plain = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
    if (plain !== text) out.push(plain);
  }
  // Wrapped over lines, as writers of base64 like to do.
  if (text.includes('\n') && text.length >= 40 && !/[^A-Za-z0-9+/=\s]/.test(text)) words(text.replace(/\s+/g, ''), out);
  words(text, out);
  return out;
}

function words(text: string, out: string[]): void {
  // The overlap is a whole number of groups, of base64 and of hexadecimal.
  for (const word of stretches(WORDS, text, 65_536, 1_024)) {
    // An ordinary word has no digit and no capital inside; its decoding would be noise.
    if (!/\d|[a-z][A-Z]|=$/.test(word)) continue;
    if (word.length >= 16 && !/[^0-9a-f]/i.test(word) && word.length % 2 === 0) readable(Buffer.from(word, 'hex'), out);
    readable(Buffer.from(word, 'base64'), out);
  }
}

const UNREADABLE = /[^\t\n\r\x20-\x7e\u00a0-\u024f\u2010-\u201f]/;
function readable(bytes: Buffer, out: string[]): void {
  for (const text of [bytes.toString('utf8'), bytes.toString('utf16le')]) {
    if (text.length < 4 || UNREADABLE.test(text)) continue;
    out.push(text);
    return;
  }
}
