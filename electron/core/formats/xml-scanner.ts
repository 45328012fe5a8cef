import { AppError } from '#shared/kernel/app-error.ts';
import { decodeEntities } from './xml-text.ts';

export const XML_END = 0;
export const XML_OPEN = 1;
export const XML_CLOSE = 2;
export const XML_TEXT = 3;
export type XmlToken = typeof XML_END | typeof XML_OPEN | typeof XML_CLOSE | typeof XML_TEXT;

export type XmlScannerOptions = {
  /** Namespace → the prefix by which the caller calls it. Other namespaces keep the file's own prefix, marked `?`. */
  namespaces?: Readonly<Record<string, string>>;
  /** Elements inside one another; beyond it the file is refused as hostile. */
  maxDepth?: number;
};

type Name = { raw: string; name: string; generation: number };
type Binding = { depth: number; prefix: string; before: string | undefined };

const SLOTS = 1024;
const unreadable = (): AppError => new AppError('unreadableFile', { why: 'its XML is broken' });

/**
 * A pull scanner for the XML of office files: well-formedness that matters (matching tags, one root, known entities),
 * namespaces, CDATA; comments and processing instructions are passed over; a DTD is refused (no entities, nothing fetched).
 * Built for speed: names are interned by a hash of their place, attributes and text are decoded only when asked for.
 * Use: `while ((token = scanner.next()) !== XML_END)`, then `name`, `attribute('w:val')` (at OPEN only), `text`.
 */
export class XmlScanner {
  /** Of the last OPEN or CLOSE, with the caller's prefix: `w:tbl`. */
  name = '';
  /** Number of elements open; at an OPEN and at its CLOSE it counts the element itself. */
  depth = 0;

  readonly #source: string;
  readonly #namespaces: Readonly<Record<string, string>>;
  readonly #maxDepth: number;
  readonly #open: Name[] = [];
  readonly #slots: (Name | undefined)[] = Array.from({ length: SLOTS });
  readonly #prefixes = new Map<string, string>();
  readonly #bindings: Binding[] = [];
  #generation = 0;
  #at = 0;
  #from = 0;
  #to = 0;
  #literal = false;
  #selfClosed = false;
  #closing = false;
  #seenRoot = false;

  constructor(source: string, options: XmlScannerOptions = {}) {
    this.#source = source;
    this.#namespaces = options.namespaces ?? {};
    this.#maxDepth = options.maxDepth ?? 400;
  }

  next(): XmlToken {
    const s = this.#source;
    if (this.#closing) this.#leave();
    if (this.#selfClosed) {
      this.#selfClosed = false;
      return this.#close();
    }
    for (;;) {
      const at = this.#at;
      const lt = s.indexOf('<', at);
      if (lt !== at && this.depth > 0 && lt !== -1) {
        this.#from = at;
        this.#to = lt;
        this.#literal = false;
        this.#at = lt;
        return XML_TEXT;
      }
      if (lt === -1) {
        if (this.depth > 0 || !this.#seenRoot || s.slice(at).trim() !== '') throw unreadable();
        this.#at = s.length;
        return XML_END;
      }
      if (lt !== at && s.slice(at, lt).replace('\uFEFF', '').trim() !== '') throw unreadable();
      const c = s.charCodeAt(lt + 1);
      if (c === 0x2f) return this.#closeTag(lt);
      if (c === 0x3f) this.#at = this.#after('?>', lt + 2);
      else if (c !== 0x21) return this.#openTag(lt);
      else if (s.startsWith('<!--', lt)) this.#at = this.#after('-->', lt + 4);
      else if (s.startsWith('<![CDATA[', lt)) {
        if (this.depth === 0) throw unreadable();
        this.#at = this.#after(']]>', lt + 9);
        this.#from = lt + 9;
        this.#to = this.#at - 3;
        this.#literal = true;
        return XML_TEXT;
      } else throw new AppError('hostileFile', { why: 'its XML carries a document type, which office files never do' });
    }
  }

  /** Of the last TEXT, decoded, with line ends as `\n`. */
  get text(): string {
    const raw = this.#source.slice(this.#from, this.#to);
    const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    return this.#literal ? lines : decodeEntities(lines);
  }

  /** Value of an attribute of the element just opened, by the caller's prefix; an unprefixed one answers too. */
  attribute(wanted: string): string | undefined {
    for (const [raw, value] of this.#attributes()) {
      if (raw === wanted && !wanted.includes(':')) return value;
      const colon = raw.indexOf(':');
      const name = colon < 0 ? raw : this.#canonical(raw, colon);
      if (name === wanted || (colon < 0 && wanted.endsWith(`:${raw}`))) return value;
    }
    return undefined;
  }

  /** Passes over everything inside the element just opened; its CLOSE has been read afterwards. */
  skip(): void {
    const depth = this.depth;
    for (;;) {
      if (this.next() === XML_CLOSE && this.depth === depth) return;
    }
  }

  *#attributes(): Generator<[string, string]> {
    const pattern = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;
    const segment = this.#source.slice(this.#from, this.#to);
    let at = 0;
    while (at < segment.length) {
      while (at < segment.length && segment.charCodeAt(at) <= 0x20) at++;
      if (at >= segment.length) return;
      pattern.lastIndex = at;
      const found = pattern.exec(segment);
      if (!found) throw unreadable();
      at = pattern.lastIndex;
      yield [found[1]!, decodeEntities(found[2] ?? found[3] ?? '')];
    }
  }

  #openTag(lt: number): XmlToken {
    const s = this.#source;
    if (this.depth === 0 && this.#seenRoot) throw unreadable();
    let end = lt + 1;
    for (let c = s.charCodeAt(end); c > 0x20 && c !== 0x3e && c !== 0x2f; c = s.charCodeAt(++end));
    if (end === lt + 1 || end >= s.length) throw unreadable();
    let gt = end;
    let declares = false;
    for (; ; gt++) {
      const c = s.charCodeAt(gt);
      if (c === 0x3e) break;
      if (c === 0x22 || c === 0x27) {
        gt = s.indexOf(c === 0x22 ? '"' : "'", gt + 1);
        if (gt === -1) throw unreadable();
      } else if (c === 0x78) declares ||= s.startsWith('xmlns', gt);
      else if (c === 0x3c || Number.isNaN(c)) throw unreadable();
    }
    const selfClosed = s.charCodeAt(gt - 1) === 0x2f && gt > end;
    this.#from = end;
    this.#to = selfClosed ? gt - 1 : gt;
    this.#at = gt + 1;
    this.#seenRoot = true;
    if (++this.depth > this.#maxDepth) throw new AppError('hostileFile', { why: 'its parts are nested far too deep' });
    if (declares) this.#declare();
    const name = this.#intern(lt + 1, end);
    this.#open.push(name);
    this.name = name.name;
    this.#selfClosed = selfClosed;
    return XML_OPEN;
  }

  #closeTag(lt: number): XmlToken {
    const s = this.#source;
    const top = this.#open[this.depth - 1];
    if (!top || !s.startsWith(top.raw, lt + 2)) throw unreadable();
    let gt = lt + 2 + top.raw.length;
    for (let c = s.charCodeAt(gt); c !== 0x3e; c = s.charCodeAt(++gt)) if (!(c <= 0x20)) throw unreadable();
    this.#at = gt + 1;
    return this.#close();
  }

  #close(): XmlToken {
    this.name = this.#open[this.depth - 1]!.name;
    this.#closing = true;
    return XML_CLOSE;
  }

  /** The element counts as open until the token after its CLOSE is asked for. */
  #leave(): void {
    this.#closing = false;
    for (let last = this.#bindings.at(-1); last && last.depth === this.depth; last = this.#bindings.at(-1)) {
      this.#bindings.pop();
      if (last.before === undefined) this.#prefixes.delete(last.prefix);
      else this.#prefixes.set(last.prefix, last.before);
      this.#generation++;
    }
    this.#open.pop();
    this.depth--;
  }

  #declare(): void {
    for (const [raw, uri] of this.#attributes()) {
      if (raw !== 'xmlns' && !raw.startsWith('xmlns:')) continue;
      const prefix = raw === 'xmlns' ? '' : raw.slice(6);
      const before = this.#prefixes.get(prefix);
      if (before === uri) continue;
      this.#bindings.push({ depth: this.depth, prefix, before });
      this.#prefixes.set(prefix, uri);
      this.#generation++;
    }
  }

  #intern(from: number, to: number): Name {
    const s = this.#source;
    const length = to - from;
    const hash =
      (s.charCodeAt(to - 1) * 31 + s.charCodeAt(from + (length >> 1)) * 7 + s.charCodeAt(from + 2) * 3 + length) % SLOTS;
    const slot = Number.isNaN(hash) ? 0 : hash;
    const known = this.#slots[slot];
    if (known && known.generation === this.#generation && known.raw.length === length && s.startsWith(known.raw, from))
      return known;
    const raw = s.slice(from, to);
    const name = { raw, name: this.#canonical(raw, raw.indexOf(':')), generation: this.#generation };
    this.#slots[slot] = name;
    return name;
  }

  #after(ending: string, from: number): number {
    const at = this.#source.indexOf(ending, from);
    if (at === -1) throw unreadable();
    return at + ending.length;
  }

  #canonical(raw: string, colon: number): string {
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const uri = this.#prefixes.get(prefix);
    if (uri === undefined || uri === '') return raw;
    const ours = this.#namespaces[uri];
    return ours === undefined ? `?${raw}` : `${ours}:${raw.slice(colon + 1)}`;
  }
}
