import { linkTrouble } from './field-codes.ts';
import type { Finding } from './finding.ts';
import type { PackagePart } from './open-package.ts';
import type { PackageMap, Relation } from './package-map.ts';
import { isBlankPage } from './picture-rules.ts';
import { scanXml } from './scan-xml.ts';

type PartKind = readonly [pattern: RegExp, kind: string, about: string];
/** Parts that hold more than a page shows, by their content type or name. */
const KINDS: readonly PartKind[] = [
  [/vbaProject|vbaData|macrosheet|customizations\.xml/i, 'macro', 'The file carries macros.'],
  [/activeX/i, 'embedded', 'The file carries a control that runs when it is opened.'],
  [/oleObject|\/embeddings\/|officedocument\.package|x-?oleobject/i, 'embedded', 'The file carries another file inside it.'],
  [/^word\/afchunk|aFChunk|\/(afchunk)\.\w+$/i, 'altChunk', 'The file carries a whole other text, shown when it is opened.'],
  [
    /printerSettings/i,
    'printerSettings',
    'The file carries the settings of a printer, which can name a person, a room or a server.',
  ],
  [/glossary/i, 'glossary', 'The file carries stored building blocks of text.'],
  [/digital-signature|_xmlsignatures/i, 'people', 'The file carries the signature of a person.'],
  [/attachedToolbars|keyMapCustomizations/i, 'macro', 'The file carries commands of its own.'],
];

export function partFindings({ name, bytes }: PackagePart, type: string): Finding[] {
  if (/^docProps\/thumbnail|thumbnail\.\w+$/i.test(name)) {
    if (isBlankPage(bytes)) return [];
    return [{ part: name, kind: 'thumbnail', message: 'The file carries a small picture of its first page as it once was.' }];
  }
  const known = KINDS.find(([pattern]) => pattern.test(name) || pattern.test(type));
  return known && !/\.rels$/i.test(name) ? [{ part: name, kind: known[1], message: known[2] }] : [];
}

/** Data beside the text: an empty list of sources is what Word itself leaves; anything more is somebody's. */
export function customXmlFinding(part: string, xml: string): Finding[] {
  let words = false;
  let elements = 0;
  let plain = true;
  scanXml(xml, {
    open(name) {
      elements += 1;
      if (!/^b:Sources$/.test(name)) plain = false;
    },
    close() {},
    text(text) {
      if (text.trim() !== '') words = true;
    },
    aside() {},
  });
  // A part of properties of the data only names its schema.
  if (/itemProps\d*\.xml$/i.test(part)) return [];
  if (!words && (plain || elements <= 1)) return [];
  return [{ part, kind: 'customXml', message: 'The file carries data beside its text, which no page shows.' }];
}

/** Relations that lead out of the file, and those to what the text no longer uses. */
export function relationFindings(map: PackageMap, visibleText: string, usesId: (part: string, id: string) => boolean): Finding[] {
  const found: Finding[] = [];
  const tell = (part: string, kind: string, message: string): void => {
    if (!found.some((f) => f.part === part && f.message === message)) found.push({ part, kind, message });
  };
  const used = (relation: Relation): boolean => relation.from === '' || usesId(relation.from, relation.id);
  // A writer may list one link for several parts; it is left behind only where no text shows it at all.
  const shown = new Set(map.relations.filter(used).map((relation) => relation.target));
  for (const relation of map.relations) {
    const kind = /\/([^/]+)$/.exec(relation.type)?.[1] ?? '';
    if (relation.external) external(relation, kind, visibleText, tell);
    if (USED_BY_ID.test(kind) && !used(relation) && !shown.has(relation.target)) {
      const what = kind === 'hyperlink' ? 'a link that its text no longer shows' : 'something that its text no longer uses';
      tell(
        relation.external ? relation.relsPart : relation.target,
        kind === 'hyperlink' ? 'link' : 'unusedPart',
        `The file still carries ${what}.`,
      );
    }
  }
  return found;
}

const USED_BY_ID =
  /^(hyperlink|image|header|footer|chart|oleObject|package|video|audio|media|diagramData|aFChunk|control|subDocument)$/;

function external(
  relation: Relation,
  kind: string,
  text: string,
  tell: (part: string, kind: string, message: string) => void,
): void {
  if (kind === 'hyperlink') {
    const trouble = linkTrouble(relation.target);
    const address = /^mailto:([^?]*)/i.exec(relation.target)?.[1] ?? relation.target;
    // An address that the page shows in full hides nothing.
    if (trouble && !text.includes(address))
      tell(relation.relsPart, 'link', `Behind a link stands ${trouble}, which the page does not show.`);
  } else if (/^(attachedTemplate)$/.test(kind))
    tell(relation.relsPart, 'template', 'The file names the place of the template it was made from.');
  else if (/^(mailMergeSource|mailMergeHeaderSource|recipientData)$/.test(kind))
    tell(relation.relsPart, 'mailMerge', 'The file names the source of a mail merge.');
  else tell(relation.relsPart, 'link', `The file fetches something from elsewhere when it is opened (${kind || 'a relation'}).`);
}

/** Parts that nothing in the package leads to: no program shows them, and every copy carries them. */
export function orphanFindings(parts: readonly PackagePart[], map: PackageMap): Finding[] {
  return parts
    .filter(({ name }) => !map.reached.has(name) && !/(^|\/)_rels\/[^/]*\.rels$|^\[Content_Types\]\.xml$|^mimetype$/i.test(name))
    .map(({ name }) => ({ part: name, kind: 'unusedPart', message: 'The file carries a part that nothing in it leads to.' }));
}
