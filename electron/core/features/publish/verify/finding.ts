/** What `check` tells: where, what kind, whom it is about if that is known, and plain words. */
export type Finding = { part: string; kind: string; entryId?: string; message: string };

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, 'the text'],
  [/^word\/header\d*\.xml$/, 'a header'],
  [/^word\/footer\d*\.xml$/, 'a footer'],
  [/^word\/footnotes\.xml$/, 'a footnote'],
  [/^word\/endnotes\.xml$/, 'an endnote'],
  [/^word\/comments\w*\.xml$/, 'a comment'],
  [/^word\/people\.xml$/, 'the list of people who commented'],
  [/^word\/glossary\//, 'the stored building blocks'],
  [/^docProps\/thumbnail/, 'the small picture of the first page'],
  [/^docProps\/custom\.xml$/, "the file's own custom properties"],
  [/^docProps\//, "the file's properties"],
  [/^customXml\//, 'data stored beside the text'],
  [/\.rels$/, 'the list of links'],
  [/^word\/settings\.xml$/, "the file's settings"],
  [/^word\/(numbering|styles|stylesWithEffects)\.xml$/, 'the styles and lists'],
  [/^word\/(media|embeddings|charts|diagrams|activeX)\//, 'something placed in the text'],
  [/^\(file name\)$/, "the file's name"],
  [/^\(/, 'the file itself, outside its parts'],
];

/** A part's name as a person would say it. */
export function placeOf(part: string): string {
  const inner = part.split(' › ');
  const known = PLACES.find(([pattern]) => pattern.test(inner[0] ?? part))?.[1] ?? 'another part of the file';
  return inner.length > 1 ? `${known} (inside a file placed there)` : known;
}
