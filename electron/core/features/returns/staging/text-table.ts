/** Texts by number, in few long strings: thousands of short ones cost more to write and to read than their letters. */
export type PackedTexts = { letters: string[]; counts: number[]; lengths: Uint32Array };

/** A long string of which one letter is not Latin takes twice the room: so no more than this goes into one. */
const MOST_LETTERS = 1 << 18;
const LONGEST_KNOWN = 24;
const MOST_KNOWN = 20_000;

export class TextTable {
  readonly texts: string[] = [];
  readonly #known = new Map<string, number>();

  /** The number of a text; a short one that was there before keeps its own. */
  add(text: string): number {
    const isShort = text.length <= LONGEST_KNOWN;
    const before = isShort ? this.#known.get(text) : undefined;
    if (before !== undefined) return before;
    const number = this.texts.push(text) - 1;
    if (isShort && this.#known.size < MOST_KNOWN) this.#known.set(text, number);
    return number;
  }

  pack(): PackedTexts {
    const out: PackedTexts = { letters: [], counts: [], lengths: new Uint32Array(this.texts.length) };
    for (let from = 0; from < this.texts.length; ) {
      let to = from;
      for (let letters = 0; to < this.texts.length && letters < MOST_LETTERS; to++) {
        letters += this.texts[to]!.length;
        out.lengths[to] = this.texts[to]!.length;
      }
      out.letters.push(this.texts.slice(from, to).join(''));
      out.counts.push(to - from);
      from = to;
    }
    return out;
  }
}

export function unpackTexts({ letters, counts, lengths }: PackedTexts): string[] {
  const out: string[] = [];
  letters.forEach((all, i) => {
    for (let left = counts[i]!, at = 0; left > 0; left--) {
      const end = at + lengths[out.length]!;
      out.push(all.slice(at, end));
      at = end;
    }
  });
  return out;
}
