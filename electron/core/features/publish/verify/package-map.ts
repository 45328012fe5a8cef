import { AppError } from '#shared/kernel/app-error.ts';
import { decodeXmlPart } from './decode-part.ts';
import type { PackagePart } from './open-package.ts';
import { attribute, scanXml } from './scan-xml.ts';

export type Relation = { id: string; type: string; target: string; external: boolean; from: string; relsPart: string };
/** Who points to whom in a package, and what each part says it is. */
export type PackageMap = {
  relations: Relation[];
  typeOf(part: string): string;
  main: string | null;
  reached: ReadonlySet<string>;
};

const MAX_RELATIONS = 50_000;
const why = 'it has far more links than an honest file';

export function mapPackage(parts: readonly PackagePart[]): PackageMap {
  const names = new Map(parts.map((part) => [part.name.toLowerCase(), part.name]));
  const { overrides, defaults } = contentTypes(parts);
  const relations = parts
    .filter((part) => /(^|\/)_rels\/[^/]*\.rels$/i.test(part.name))
    .flatMap((part) => relationsOf(part, names));
  const typeOf = (part: string): string => {
    const extension = /\.([^./]+)$/.exec(part)?.[1]?.toLowerCase() ?? '';
    return overrides.get(part.toLowerCase()) ?? defaults.get(extension) ?? '';
  };
  const first = relations.find((r) => r.from === '' && r.type.endsWith('/officeDocument') && !r.external);
  if (relations.length > MAX_RELATIONS) throw new AppError('hostileFile', { why }, `This file was refused because ${why}.`);
  const byFrom = new Map<string, Relation[]>();
  for (const relation of relations) {
    if (relation.external) continue;
    const list = byFrom.get(relation.from);
    if (list) list.push(relation);
    else byFrom.set(relation.from, [relation]);
  }
  const reached = new Set<string>();
  const next = [''];
  for (let from = next.pop(); from !== undefined; from = next.pop()) {
    for (const { target } of byFrom.get(from) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      next.push(target);
    }
  }
  return { relations, typeOf, main: first?.target ?? null, reached };
}

function contentTypes(parts: readonly PackagePart[]): { overrides: Map<string, string>; defaults: Map<string, string> } {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const part of parts) {
    if (part.name.toLowerCase() !== '[content_types].xml') continue;
    each(part, (name, raw) => {
      const type = attribute(raw, 'ContentType') ?? '';
      if (name === 'ct:Override') overrides.set((attribute(raw, 'PartName') ?? '').replace(/^\//, '').toLowerCase(), type);
      if (name === 'ct:Default') defaults.set((attribute(raw, 'Extension') ?? '').toLowerCase(), type);
    });
  }
  return { overrides, defaults };
}

function relationsOf(part: PackagePart, names: ReadonlyMap<string, string>): Relation[] {
  const at = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(part.name);
  const folder = at?.[1] ?? '';
  const from = names.get(`${folder}${at?.[2] ?? ''}`.toLowerCase()) ?? `${folder}${at?.[2] ?? ''}`;
  const out: Relation[] = [];
  each(part, (name, raw) => {
    if (name !== 'rel:Relationship') return;
    const target = attribute(raw, 'Target') ?? '';
    const external = attribute(raw, 'TargetMode')?.toLowerCase() === 'external';
    const inside = external ? target : resolve(folder, target);
    out.push({
      id: attribute(raw, 'Id') ?? '',
      type: attribute(raw, 'Type') ?? '',
      target: external ? target : (names.get(inside.toLowerCase()) ?? inside),
      external,
      from,
      relsPart: part.name,
    });
  });
  return out;
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const out: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
}

function each(part: PackagePart, see: (name: string, raw: string) => void): void {
  const xml = decodeXmlPart(part.bytes);
  if (xml === null) return;
  try {
    scanXml(xml, { open: see, close() {}, text() {}, aside() {} });
  } catch {
    // A broken list of relations is told by the scan of its text; here it only points nowhere.
  }
}
