/** What a scan of XML tells, in document order. Names are canonical: the prefix is ours, whatever the writer's. */
export type XmlHandler = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
  /** A comment, an instruction or a document type: Word writes none with words in it. */
  aside(kind: 'comment' | 'instruction' | 'doctype', text: string): void;
};

/** Namespaces → our prefix; transitional and strict forms of one vocabulary are one (ISO/IEC 29500). */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main$/, 'w'],
  [/^http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main$/, 'w'],
  [/^http:\/\/schemas\.openxmlformats\.org\/drawingml\/2006\/main$|^http:\/\/purl\.oclc\.org\/ooxml\/drawingml\/main$/, 'a'],
  [
    /^http:\/\/schemas\.openxmlformats\.org\/drawingml\/2006\/picture$|^http:\/\/purl\.oclc\.org\/ooxml\/drawingml\/picture$/,
    'pic',
  ],
  [/drawingml\/(2006\/)?wordprocessingDrawing$/, 'wp'],
  [/(officeDocument\/2006|ooxml\/officeDocument)\/relationships$/, 'r'],
  [/(officeDocument\/2006|ooxml\/officeDocument)\/math$/, 'm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/package\/2006\/relationships$/, 'rel'],
  [/package\/2006\/content-types$/, 'ct'],
  [/package\/2006\/metadata\/core-properties$/, 'cp'],
  [/extended-properties$|extendedProperties$/, 'ep'],
  [/custom-properties$|customProperties$/, 'custom'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc'],
  [/^http:\/\/purl\.org\/dc\/terms\/$/, 'dcterms'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/^urn:schemas-microsoft-com:office:office$/, 'o'],
  [/office\/word\/2010\/wordprocessingShape$/, 'wps'],
  [/office\/word\/2012\/wordml$/, 'w15'],
  [/office\/word\/2010\/wordml$/, 'w14'],
  [/officeDocument\/2006\/bibliography$|ooxml\/officeDocument\/bibliography$/, 'b'],
];

type Scope = { depth: number; prefixes: ReadonlyMap<string, string>; names: Map<string, string> };

/** One forward pass; throws a RangeError where tags do not match, so that a broken part is never half read. */
export function scanXml(xml: string, handler: XmlHandler): void {
  const scopes: Scope[] = [{ depth: 0, prefixes: new Map([['xml', 'xml']]), names: new Map() }];
  const stack: string[] = [];
  const raws: string[] = [];
  let scope = scopes[0] as Scope;
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (open < 0) {
      if (stack.length > 0) throw new RangeError('XML ends inside an element');
      return;
    }
    if (open > at) handler.text(decodeEntities(xml.slice(at, open)));
    const next = xml.charCodeAt(open + 1);
    if (next === 33 || next === 63) {
      at = special(xml, open, handler);
      continue;
    }
    const end = tagEnd(xml, open);
    if (next === 47) {
      const name = stack.pop();
      const raw = raws.pop();
      if (name === undefined || raw === undefined || !closes(xml, raw, open + 2, end))
        throw new RangeError('XML tags do not match');
      handler.close(name);
      if (scope.depth > stack.length) {
        scopes.pop();
        scope = scopes.at(-1) as Scope;
      }
    } else {
      const empty = xml.charCodeAt(end - 1) === 47;
      const inner = xml.slice(open + 1, empty ? end - 1 : end);
      const space = firstSpace(inner);
      const raw = space < 0 ? inner : inner.slice(0, space);
      const attributes = space < 0 ? '' : inner.slice(space);
      const outer = scope;
      if (attributes.includes('xmlns')) {
        scope = { depth: stack.length + 1, prefixes: declared(attributes, scope.prefixes), names: new Map() };
        scopes.push(scope);
      }
      const name = canonical(raw, scope);
      handler.open(name, attributes);
      if (empty) {
        handler.close(name);
        if (scope !== outer) {
          scopes.pop();
          scope = outer;
        }
      } else {
        stack.push(name);
        raws.push(raw);
      }
    }
    at = end + 1;
  }
}

function tagEnd(xml: string, open: number): number {
  let end = xml.indexOf('>', open);
  // A ">" may stand in a quoted value: go on while a quote is open.
  for (let from = open; end >= 0; ) {
    const quote = firstQuote(xml, from, end);
    if (quote < 0) return end;
    const close = xml.indexOf(xml[quote] ?? '"', quote + 1);
    if (close < 0) break;
    from = close + 1;
    if (close > end) end = xml.indexOf('>', close);
  }
  throw new RangeError('XML ends inside a tag');
}

/** The end tag repeats the name as it was opened; space may follow. */
function closes(xml: string, raw: string, from: number, to: number): boolean {
  if (!xml.startsWith(raw, from)) return false;
  const rest = from + raw.length;
  return rest === to || xml.slice(rest, to).trim() === '';
}

function firstSpace(tag: string): number {
  for (let i = 0; i < tag.length; i++) if (tag.charCodeAt(i) <= 32) return i;
  return -1;
}

function firstQuote(xml: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const c = xml.charCodeAt(i);
    if (c === 34 || c === 39) return i;
  }
  return -1;
}

function special(xml: string, open: number, handler: XmlHandler): number {
  const until = (mark: string, from: number): number => {
    const end = xml.indexOf(mark, from);
    if (end < 0) throw new RangeError('XML ends inside a comment');
    return end;
  };
  if (xml.startsWith('<!--', open)) {
    const end = until('-->', open + 4);
    handler.aside('comment', xml.slice(open + 4, end));
    return end + 3;
  }
  if (xml.startsWith('<![CDATA[', open)) {
    const end = until(']]>', open + 9);
    handler.text(xml.slice(open + 9, end));
    return end + 3;
  }
  if (xml.startsWith('<?', open)) {
    const end = until('?>', open + 2);
    const text = xml.slice(open + 2, end);
    if (!/^xml\s/i.test(text)) handler.aside('instruction', text);
    return end + 2;
  }
  const subset = xml.indexOf('[', open);
  const plain = until('>', open);
  const end = subset >= 0 && subset < plain ? until(']>', subset) + 1 : plain;
  handler.aside('doctype', xml.slice(open, end));
  return end + 1;
}

function canonical(raw: string, scope: Scope): string {
  const known = scope.names.get(raw);
  if (known !== undefined) return known;
  const colon = raw.indexOf(':');
  const prefix = colon < 0 ? '' : raw.slice(0, colon);
  const local = colon < 0 ? raw : raw.slice(colon + 1);
  const ours = scope.prefixes.get(prefix);
  const name = ours ? `${ours}:${local}` : raw;
  scope.names.set(raw, name);
  return name;
}

function declared(attributes: string, outer: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const map = new Map(outer);
  for (const [name, value] of attributesOf(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    // A namespace we do not know keeps the writer's prefix, marked so that it cannot pass for one of ours.
    const ours = PREFIXES.find(([pattern]) => pattern.test(value))?.[1];
    map.set(prefix, ours ?? (value === '' ? '' : `~${prefix}`));
  }
  return map;
}

const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** The attributes as written, values decoded; prefixes are the writer's. */
export function attributesOf(attributes: string): [string, string][] {
  const out: [string, string][] = [];
  for (const m of attributes.matchAll(ATTRIBUTE)) out.push([m[1] ?? '', decodeEntities(m[2] ?? m[3] ?? '')]);
  return out;
}

/** One attribute by its local name, whatever its prefix. */
export function attribute(attributes: string, local: string): string | undefined {
  if (!attributes.includes(local)) return undefined;
  for (const [name, value] of attributesOf(attributes)) if (name === local || name.endsWith(`:${local}`)) return value;
  return undefined;
}

/** Several readers of one pass. */
export function together(...handlers: readonly XmlHandler[]): XmlHandler {
  return {
    open: (name, attributes) => {
      for (const h of handlers) h.open(name, attributes);
    },
    close: (name) => {
      for (const h of handlers) h.close(name);
    },
    text: (text) => {
      for (const h of handlers) h.text(text);
    },
    aside: (kind, text) => {
      for (const h of handlers) h.aside(kind, text);
    },
  };
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi, (whole, ref: string) => {
    if (ref[0] !== '#') return NAMED[ref] ?? whole;
    const code = ref[1] === 'x' || ref[1] === 'X' ? Number.parseInt(ref.slice(2), 16) : Number.parseInt(ref.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
