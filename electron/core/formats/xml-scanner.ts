import { AppError } from '#shared/kernel/app-error.ts';
import { findAttribute } from './xml-attribute.ts';
import { decodeEntities, type XmlPieces } from './xml-text.ts';

export const XML_END = 0;
export const XML_OPEN = 1;
export const XML_CLOSE = 2;
export const XML_TEXT = 3;
export type XmlToken = typeof XML_END | typeof XML_OPEN | typeof XML_CLOSE | typeof XML_TEXT;

export type XmlScannerOptions = {
  /** Namespace → the prefix by which the caller calls it, '' for none. Others keep the file's own prefix, marked `?`. */
  namespaces?: Readonly<Record<string, string>>;
  /** Elements inside one another; beyond it the file is refused as hostile. */
  maxDepth?: number;
};

type Name = { raw: string; name: string; generation: number };
type Binding = { depth: number; prefix: string; before: string | undefined };

const SLOTS = 1024;
const REST = 1 << 30;
const CDATA = '<![CDATA[';
/** The engine keeps one copy of each key: names that are keys are compared by where they are, not letter by letter. */
const asKey = (name: string): string => Object.keys({ [name]: 0 })[0]!;
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

  #source: string;
  readonly #pieces: XmlPieces | null;
  readonly #namespaces: Readonly<Record<string, string>>;
  readonly #maxDepth: number;
  readonly #open: Name[] = [];
  readonly #slots: (Name | undefined)[] = Array.from({ length: SLOTS });
  readonly #prefixes = new Map<string, string>();
  readonly #bindings: Binding[] = [];
  #generation = 0;
  #at = 0;
  /** Where the last OPEN begins. */
  #begin = 0;
  /** Letters that were let go of, before those at hand. */
  #passed = 0;
  #plainly = { generation: -1, prefix: '', is: false };
  #from = 0;
  #to = 0;
  #literal = false;
  #selfClosed = false;
  #closing = false;
  #seenRoot = false;
  /** The tag at hand; one object for all of them. */
  readonly #tag = { end: 0, gt: 0, declares: false };

  constructor(source: string | XmlPieces, options: XmlScannerOptions = {}) {
    this.#source = typeof source === 'string' ? source : source.next(0);
    this.#pieces = typeof source === 'string' ? null : source;
    this.#namespaces = options.namespaces ?? {};
    this.#maxDepth = options.maxDepth ?? 400;
  }

  next(): XmlToken {
    if (this.#closing) this.#leave();
    if (this.#selfClosed) {
      this.#selfClosed = false;
      return this.#close();
    }
    for (;;) {
      let lt = this.#source.indexOf('<', this.#at);
      while (lt === -1 && this.#more(this.#at)) lt = this.#source.indexOf('<', this.#at);
      const s = this.#source;
      const at = this.#at;
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
      this.#at = lt;
      if (lt + CDATA.length >= s.length && this.#more(lt)) continue;
      const c = s.charCodeAt(lt + 1);
      if (c === 0x2f) return this.#closeTag();
      if (c === 0x3f) this.#at = this.#after('?>', 2);
      else if (c !== 0x21) return this.#openTag();
      else if (s.startsWith('<!--', lt)) this.#at = this.#after('-->', 4);
      else if (s.startsWith(CDATA, lt)) {
        if (this.depth === 0) throw unreadable();
        const end = this.#after(']]>', CDATA.length);
        this.#from = this.#at + CDATA.length;
        this.#to = end - 3;
        this.#at = end;
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
    return findAttribute(this.#source, this.#from, this.#to, wanted, this.#called);
  }

  /**
   * For a caller that knows the commonest shape of what comes next and reads it by hand: the letters fetched so far. `at`
   * tells where the next token begins, or -1 where none can be read so; `passTo` goes on behind whole elements.
   */
  get letters(): string {
    return this.#source;
  }
  get at(): number {
    if (this.#selfClosed) return -1;
    if (this.#closing) this.#leave();
    return this.#at;
  }
  passTo(at: number): void {
    this.#at = at;
  }
  /** Whether the element just opened goes without a prefix, as its children then do. */
  get isUnprefixed(): boolean {
    return !this.#open[this.depth - 1]?.raw.includes(':');
  }

  /** Whether a prefix in the file is the caller's own, here and below, until it is said otherwise. */
  isCalled(prefix: string): boolean {
    if (this.#plainly.generation !== this.#generation || this.#plainly.prefix !== prefix) {
      const is = this.#namespaces[this.#prefixes.get(prefix) ?? ''] === prefix;
      this.#plainly = { generation: this.#generation, prefix, is };
    }
    return this.#plainly.is;
  }
  /** Where the element just opened begins among `letters`. */
  get begin(): number {
    return this.#begin;
  }
  /** The same place, to be named to `since` later. */
  get mark(): number {
    return this.#passed + this.#begin;
  }
  /** The letters from a mark up to here, null where they are no longer at hand. */
  since(mark: number): string | null {
    return mark < this.#passed ? null : this.#source.slice(mark - this.#passed, this.#at);
  }

  /** Passes over everything inside the element just opened; its CLOSE has been read afterwards. */
  skip(): void {
    const depth = this.depth;
    for (;;) {
      if (this.next() === XML_CLOSE && this.depth === depth) return;
    }
  }

  /** A scanner of its own that stands where this one does, for reading the same matter twice in different ways. */
  fork(): XmlScanner {
    // What both read is fetched as a whole.
    for (let piece = this.#pieces?.next(REST) ?? ''; piece !== ''; piece = this.#pieces?.next(REST) ?? '') this.#source += piece;
    const twin = new XmlScanner(this.#source, { namespaces: this.#namespaces, maxDepth: this.#maxDepth });
    twin.name = this.name;
    twin.depth = this.depth;
    twin.#open.push(...this.#open);
    for (const [prefix, uri] of this.#prefixes) twin.#prefixes.set(prefix, uri);
    twin.#bindings.push(...this.#bindings);
    twin.#generation = this.#generation;
    twin.#at = this.#at;
    twin.#begin = this.#begin;
    twin.#from = this.#from;
    twin.#to = this.#to;
    twin.#literal = this.#literal;
    twin.#selfClosed = this.#selfClosed;
    twin.#closing = this.#closing;
    twin.#seenRoot = this.#seenRoot;
    return twin;
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

  #openTag(): XmlToken {
    if (this.depth === 0 && this.#seenRoot) throw unreadable();
    let tag = this.#tagEnd();
    while (tag === null) {
      if (!this.#more(this.#at)) throw unreadable();
      tag = this.#tagEnd();
    }
    const { end, gt, declares } = tag;
    const lt = this.#at;
    this.#begin = lt;
    const selfClosed = this.#source.charCodeAt(gt - 1) === 0x2f && gt > end;
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

  /** Where the name and the whole of the tag at hand end; null where the rest of it has not been fetched yet. */
  #tagEnd(): { end: number; gt: number; declares: boolean } | null {
    const s = this.#source;
    const lt = this.#at;
    let end = lt + 1;
    for (let c = s.charCodeAt(end); c > 0x20 && c !== 0x3e && c !== 0x2f; c = s.charCodeAt(++end));
    if (end >= s.length) return null;
    if (end === lt + 1) throw unreadable();
    let declares = false;
    for (let gt = end; ; gt++) {
      const c = s.charCodeAt(gt);
      if (c === 0x3e) {
        this.#tag.end = end;
        this.#tag.gt = gt;
        this.#tag.declares = declares;
        return this.#tag;
      }
      if (c === 0x22 || c === 0x27) {
        gt = s.indexOf(c === 0x22 ? '"' : "'", gt + 1);
        if (gt === -1) return null;
      } else if (c === 0x78) declares ||= s.startsWith('xmlns', gt);
      else if (c === 0x3c) throw unreadable();
      else if (Number.isNaN(c)) return null;
    }
  }

  #closeTag(): XmlToken {
    const top = this.#open[this.depth - 1];
    for (;;) {
      const s = this.#source;
      let gt = this.#at + 2 + (top?.raw.length ?? 0);
      if (gt < s.length) {
        if (!top || !s.startsWith(top.raw, this.#at + 2)) throw unreadable();
        let c = s.charCodeAt(gt);
        while (c <= 0x20) c = s.charCodeAt(++gt);
        if (c === 0x3e) {
          this.#at = gt + 1;
          return this.#close();
        }
        if (!Number.isNaN(c)) throw unreadable();
      }
      if (!this.#more(this.#at)) throw unreadable();
    }
  }

  /** Fetches the next piece and lets go of what stands before `keep`. Answers false where there is no more. */
  #more(keep: number): boolean {
    const piece = this.#pieces?.next(this.#source.length - keep) ?? '';
    if (piece === '') return false;
    this.#source = this.#source.slice(keep) + piece;
    this.#at -= keep;
    this.#passed += keep;
    return true;
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
    const name = { raw, name: asKey(this.#canonical(raw, raw.indexOf(':'))), generation: this.#generation };
    this.#slots[slot] = name;
    return name;
  }

  /** End of what the mark at hand opens, looked for from so many letters behind it. */
  #after(ending: string, skip: number): number {
    for (;;) {
      const at = this.#source.indexOf(ending, this.#at + skip);
      if (at !== -1) return at + ending.length;
      if (!this.#more(this.#at)) throw unreadable();
    }
  }

  readonly #called = (raw: string, colon: number): string => this.#canonical(raw, colon);

  #canonical(raw: string, colon: number): string {
    const prefix = colon < 0 ? '' : raw.slice(0, colon);
    const uri = this.#prefixes.get(prefix);
    if (uri === undefined || uri === '') return raw;
    const ours = this.#namespaces[uri];
    if (ours === '') return raw.slice(colon + 1);
    return ours === undefined ? `?${raw}` : `${ours}:${raw.slice(colon + 1)}`;
  }
}
