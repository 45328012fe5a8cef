import { strToU8, zipSync } from 'fflate';
import { assert } from '#shared/kernel/assert.ts';
import type { WordParts } from './word-parts.ts';
import { escapeXml } from './xml.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** DOS time begins in 1980; every entry carries its first moment, so that no clock reaches the file. */
export const NO_DATE = new Date(1980, 0, 1, 0, 0, 0);

/** What the file's properties say: a neutral title, and the day it was made, or no day at all. */
export type WordProperties = {
  title: string;
  day: string | null;
  /** Word then allows comments alone, or changes only as tracked ones. Without a password: a guard, not a lock. */
  protection?: 'comments' | 'trackedChanges';
};

/**
 * Puts the parts into a package that is the same bytes for the same content, in any process and on any day:
 * properties, relations and content types are written here, the library's own are left behind.
 */
export function packWord(parts: WordParts, properties: WordProperties): Uint8Array {
  const numbered = parts.numbering !== null;
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(numbered)],
    ['_rels/.rels', rels([`${R}/officeDocument word/document.xml`, CORE_RELATION, `${R}/extended-properties docProps/app.xml`])],
    ['docProps/app.xml', APP],
    ['docProps/core.xml', core(properties)],
    ['word/_rels/document.xml.rels', rels(DOCUMENT_RELATIONS.slice(0, numbered ? 4 : 3))],
    [
      'word/document.xml',
      numberedBookmarks(plainRoot(parts.document, 'w:document')).replace(/(<w:footerReference [^>]*r:id=")[^"]*"/g, '$1rId3"'),
    ],
    ['word/footer1.xml', plainRoot(parts.footer, 'w:ftr')],
    ...(parts.numbering === null ? [] : [['word/numbering.xml', numbering(parts.numbering)] satisfies [string, string]]),
    ['word/settings.xml', settings(properties.protection)],
    ['word/styles.xml', plainRoot(parts.styles, 'w:styles')],
  ];
  return zipSync(Object.fromEntries(files.map(([name, xml]) => [name, strToU8(xml)])), { level: 6, mtime: NO_DATE, os: 0 });
}

const CORE_RELATION = `${PACKAGE}/relationships/metadata/core-properties docProps/core.xml`;
/** In this order they are rId1 to rId4. */
const DOCUMENT_RELATIONS = [
  `${R}/styles styles.xml`,
  `${R}/settings settings.xml`,
  `${R}/footer footer1.xml`,
  `${R}/numbering numbering.xml`,
];

function rels(list: readonly string[]): string {
  const items = list.map((line, i) => {
    const [type = '', target = ''] = line.split(' ');
    return `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(numbered: boolean): string {
  const parts = [
    ['docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['word/document.xml', `${WORD_TYPE}.document.main+xml`],
    ['word/footer1.xml', `${WORD_TYPE}.footer+xml`],
    ...(numbered ? [['word/numbering.xml', `${WORD_TYPE}.numbering+xml`]] : []),
    ['word/settings.xml', `${WORD_TYPE}.settings+xml`],
    ['word/styles.xml', `${WORD_TYPE}.styles+xml`],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('');
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
  );
}

/** A neutral title, the language, at most a day; no person, no program, no clock. */
function core({ title, day }: WordProperties): string {
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language>` +
    `${day === null ? '' : `${dated('created')}${dated('modified')}`}</cp:coreProperties>`
  );
}

const APP = `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;

function settings(protection: WordProperties['protection']): string {
  const tracked = protection === 'trackedChanges' ? '<w:trackRevisions/>' : '';
  const held = protection ? `${tracked}<w:documentProtection w:edit="${protection}" w:enforcement="1"/>` : '';
  return (
    `${HEAD}<w:settings xmlns:w="${W}">${held}<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>` +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

/** The root with the two namespaces that the content uses, instead of the library's thirty. */
function plainRoot(xml: string, root: string): string {
  const start = xml.indexOf(`<${root}`);
  const end = xml.indexOf('>', start);
  assert(start >= 0 && end > start, `no ${root} to seal`);
  const rest = xml.slice(end + 1);
  const foreign = /<\/?(?!w:|\/)[A-Za-z0-9]+[:\s>]|<[^>]* (?!w:|r:|xml:)[A-Za-z0-9]+:[A-Za-z]+="/.exec(rest);
  assert(foreign === null, `${root} holds something of another namespace`);
  return `${HEAD}<${root} xmlns:w="${W}" xmlns:r="${R}">${rest}`;
}

/** The library counts bookmarks on through the whole process: here they begin at 1, so that the same content is the same bytes. */
function numberedBookmarks(xml: string): string {
  const ids = new Map<string, number>();
  return xml.replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/w:id="([^"]*)"/, (_, id: string) => {
      const n = ids.get(id) ?? ids.size + 1;
      ids.set(id, n);
      return `w:id="${n}"`;
    }),
  );
}

/** The library marks each list with attributes of a later Word; nothing needs them. */
function numbering(xml: string): string {
  return plainRoot(xml.replace(/ w15:[A-Za-z]+="[^"]*"/g, ''), 'w:numbering');
}
