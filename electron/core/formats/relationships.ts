import { OOXML_NAMESPACES } from './ooxml-namespaces.ts';
import type { ZipArchive } from './open-zip.ts';
import { XML_END, XML_OPEN, XmlScanner } from './xml-scanner.ts';
import { decodeXml } from './xml-text.ts';

/** A link from one part to another (ECMA-376 part 2, 9.3). External targets are not among them: nothing is fetched. */
export type Relationship = {
  id: string;
  /** The last word of its type, lower case: `worksheet`, `styles`. */
  kind: string;
  /** Name of the part, resolved; it may not be there. */
  part: string;
};

/** The links of a part, or with '' of the package, in the file's order. */
export function readRelationships(zip: ZipArchive, of: string): Relationship[] {
  const slash = of.lastIndexOf('/') + 1;
  const part = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const out: Relationship[] = [];
  if (!zip.has(part)) return out;
  const xml = new XmlScanner(decodeXml(zip.read(part)), { namespaces: OOXML_NAMESPACES, maxDepth: 20 });
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.attribute('TargetMode') === 'External') continue;
    const kind = xml.attribute('Type')?.split('/').at(-1)?.toLowerCase();
    const target = xml.attribute('Target');
    if (kind && target) out.push({ id: xml.attribute('Id') ?? '', kind, part: resolvePart(zip, of.slice(0, slash), target) });
  }
  return out;
}

function resolvePart(zip: ZipArchive, folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const steps = (plain.startsWith('/') ? plain.slice(1) : folder + plain).split('/');
  const out: string[] = [];
  for (const step of steps) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  const name = out.join('/');
  if (zip.has(name) || !name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
