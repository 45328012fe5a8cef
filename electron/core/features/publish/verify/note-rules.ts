import { type Finding, placeOf } from './finding.ts';
import { attribute, scanXml } from './scan-xml.ts';

const NOTES: Readonly<Record<string, string>> = { 'w:footnote': 'footnote', 'w:endnote': 'endnote' };

/** Notes whose number no longer stands in any text: Word keeps them, no page shows them. */
export class NoteReader {
  readonly #referred = new Set<string>();
  readonly #notes: { part: string; key: string }[] = [];

  read(part: string, xml: string): void {
    if (!/footnote|endnote/i.test(xml)) return;
    let note: string | null = null;
    let words = false;
    scanXml(xml, {
      open: (name, raw) => {
        const reference = /^w:(footnote|endnote)Reference$/.exec(name)?.[1];
        if (reference) this.#referred.add(`${reference} ${attribute(raw, 'id') ?? ''}`);
        const kind = NOTES[name];
        if (kind === undefined || (attribute(raw, 'type') ?? 'normal') !== 'normal') return;
        const id = attribute(raw, 'id');
        // Settings list their separators under the same name.
        note = id === undefined ? null : `${kind} ${id}`;
        words = false;
      },
      close: (name) => {
        if (NOTES[name] === undefined) return;
        if (note !== null && words) this.#notes.push({ part, key: note });
        note = null;
      },
      text(text) {
        if (text.trim() !== '') words = true;
      },
      aside() {},
    });
  }

  findings(): Finding[] {
    return this.#notes
      .filter(({ key }) => !this.#referred.has(key))
      .slice(0, 1)
      .map(({ part }) => ({ part, kind: 'hiddenText', message: `In ${placeOf(part)} there is a note that no page shows.` }));
  }
}
