import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${OFFICE}" ` +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A part beside the document: its text, its content type, the relation that leads to it, and how far it leads. */
export type Extra = {
  path: string;
  data: string | Uint8Array;
  type?: string;
  relation?: string;
  from?: 'root' | 'document' | 'none';
};
export type WordFile = {
  /** Paragraphs and tables inside the body. */
  body?: string;
  /** Relations of the document that lead elsewhere: id, last word of the type, target, outside the file or not. */
  links?: { id: string; type: string; target: string; external?: boolean }[];
  extra?: Extra[];
  core?: string;
  app?: string;
  settings?: string;
  styles?: string;
  /** Turns the text of the document into its bytes; UTF-8 unless said. */
  encode?: (xml: string) => Uint8Array;
};

export const para = (inner: string): string => `<w:p>${inner}</w:p>`;
export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const text = (words: string): string => para(run(words));
/** An element of WordprocessingML with the namespaces that any of its content may need. */
export const rooted = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${name} ${NAMESPACES}>${inner}</${name}>`;

/** The parts of a small Word file, by name, in the order in which they are packed. */
export function wordParts(file: WordFile): Record<string, Uint8Array> {
  const extra = file.extra ?? [];
  const relations = [
    { id: 'rIdStyles', type: 'styles', target: 'styles.xml', external: false },
    { id: 'rIdSettings', type: 'settings', target: 'settings.xml', external: false },
    ...extra
      .filter((e) => (e.from ?? 'document') === 'document')
      .map((e, i) => ({ id: `rIdX${i}`, type: e.relation ?? 'unknown', target: `/${e.path}`, external: false })),
    ...(file.links ?? []),
  ];
  const roots = extra.filter((e) => e.from === 'root');
  const typed = extra.filter((e) => e.type !== undefined);
  const document = rooted('w:document', `<w:body>${file.body ?? text('Plain words.')}<w:sectPr/></w:body>`);
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/>' +
        `<Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/>` +
        `<Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
        `<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>` +
        `${typed.map((e) => `<Override PartName="/${e.path}" ContentType="${e.type ?? ''}"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>` +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/>` +
        `${roots.map((e, i) => `<Relationship Id="rIdR${i}" Type="${OFFICE}/${e.relation ?? 'unknown'}" Target="${e.path}"/>`).join('')}</Relationships>`,
    ),
    'docProps/core.xml': strToU8(
      `<?xml version="1.0"?><cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Actions</dc:title>${file.core ?? ''}</cp:coreProperties>`,
    ),
    'docProps/app.xml': strToU8(
      `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office Word</Application>${file.app ?? ''}</Properties>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${relations
        .map(
          (r) =>
            `<Relationship Id="${r.id}" Type="${OFFICE}/${r.type}" Target="${r.target}"${r.external ? ' TargetMode="External"' : ''}/>`,
        )
        .join('')}</Relationships>`,
    ),
    'word/document.xml': file.encode ? file.encode(document) : strToU8(document),
    'word/styles.xml': strToU8(rooted('w:styles', file.styles ?? '')),
    'word/settings.xml': strToU8(rooted('w:settings', file.settings ?? '')),
  };
  for (const e of extra) parts[e.path] = typeof e.data === 'string' ? strToU8(e.data) : e.data;
  return parts;
}

export function wordFile(file: WordFile = {}): Uint8Array {
  return zipSync(wordParts(file), { mtime: new Date(1980, 0, 1) });
}

export const bytesOf = (words: string): Uint8Array => strToU8(words);
export function utf16(xml: string, order: 'le' | 'be' = 'le', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + xml.replace('UTF-8', 'UTF-16'), 'utf16le');
  return Uint8Array.from(order === 'be' ? bytes.swap16() : bytes);
}
