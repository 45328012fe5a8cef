import type { CheckSheet } from '#shared/contract/publish.ts';
import type { Numbered } from './numbered.ts';

export type WhereLine = { name: string; found: number | null; none?: string };

/** Parts of a Word file by what a reader would call them. The first that fits has it. */
const PLACES: readonly [name: string, of: RegExp][] = [
  ['Headers, footers, notes', /header|footer|footnote|endnote|comment/i],
  ['Properties and title', /docprops|core\.xml|app\.xml|custom|property|properties|title|name/i],
  ['Links, pictures, alt text', /rels|media|embed|theme|drawing|link/i],
  ['Styles and settings', /styles|settings|font|numbering|content_types|web/i],
];
const TEXT = 'Text, headings and lists';

/** Where it was looked: in the text now, in every part of the file once it is made. */
export function whereOf(sheet: CheckSheet | null, issues: readonly Numbered[]): WhereLine[] {
  if (sheet === null) {
    const found = issues.filter(({ blocks, issue }) => blocks && issue.words !== null).length;
    return [{ name: TEXT, found }, ...PLACES.map(([name]) => ({ name, found: null }))];
  }
  const lines = new Map<string, { found: number; characters: number; parts: number }>();
  for (const part of sheet.parts) {
    const name = PLACES.find(([, of]) => of.test(part.part))?.[0] ?? TEXT;
    const line = lines.get(name) ?? { found: 0, characters: 0, parts: 0 };
    lines.set(name, {
      found: line.found + part.found,
      characters: line.characters + part.characters,
      parts: line.parts + 1,
    });
  }
  return [TEXT, ...PLACES.map(([name]) => name)].map((name) => {
    const line = lines.get(name);
    return line ? { name, found: line.found } : { name, found: 0, none: 'None in file' };
  });
}
