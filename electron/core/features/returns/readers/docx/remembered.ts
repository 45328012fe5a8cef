import type { XmlScanner } from '#core/formats/xml-scanner.ts';

const MOST = 8;
const LONGEST = 2_000;
/** Its letters mean the same wherever they stand: elements of Word's own, and nothing renamed inside. */
const OTHER_NAMES = /<(?!\/?w:)|xmlns/;

/**
 * What an element of properties said, by its letters: Word writes the same few again and again, before every cell, paragraph
 * and run.
 */
export class Remembered<T> {
  readonly #known: { letters: string; end: number; value: T }[] = [];

  /** What the element just opened says; its CLOSE has been read afterwards, by `read` where it is new. */
  take(xml: XmlScanner, read: (xml: XmlScanner) => T): T {
    if (!xml.isCalled('w')) return read(xml);
    if (this.passed(xml.letters, xml.begin) >= 0) {
      const { end, value } = this.#known[0]!;
      xml.passTo(xml.begin + end);
      xml.next();
      return value;
    }
    const { mark } = xml;
    const value = read(xml);
    const letters = xml.since(mark);
    if (letters === null || letters.length > LONGEST || !letters.endsWith(`</${xml.name}>`) || OTHER_NAMES.test(letters)) {
      return value;
    }
    this.#known.unshift({ letters: Buffer.from(letters).toString(), end: letters.lastIndexOf('<'), value });
    if (this.#known.length > MOST) this.#known.pop();
    return value;
  }

  /** What the element said that `passed` has just found. */
  get last(): T {
    return this.#known[0]!.value;
  }

  /** Where a known element that begins at `at` ends, -1 where none does. */
  passed(letters: string, at: number): number {
    const known = this.#known;
    for (let i = 0; i < known.length; i++) {
      const one = known[i]!;
      if (!letters.startsWith(one.letters, at)) continue;
      if (i > 0) {
        known[i] = known[0]!;
        known[0] = one;
      }
      return at + one.letters.length;
    }
    return -1;
  }
}
