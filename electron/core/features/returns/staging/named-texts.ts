import type { TextTable } from './text-table.ts';

/** Records of texts under names: thousands of them under the same few names. */
export type PackedNamedTexts = { names: string[][]; namesOf: Uint32Array; numbers: Uint32Array };

export class NamedTexts {
  readonly #texts: TextTable;
  readonly #names: string[][] = [];
  readonly #known = new Map<string, number>();
  #last = -1;
  readonly #namesOf: number[] = [];
  readonly #numbers: number[] = [];
  /** Where each record's texts begin among the numbers, and the last ends. */
  readonly #from: number[] = [0];

  constructor(texts: TextTable) {
    this.#texts = texts;
  }

  /** `shared` answers the number of a text that is there already, or -1. */
  add(record: Readonly<Record<string, string>>, shared?: (text: string) => number): void {
    const names = Object.keys(record);
    this.#namesOf.push(this.#numberOf(names));
    for (const name of names) {
      const text = record[name]!;
      const known = shared?.(text) ?? -1;
      this.#numbers.push(known >= 0 ? known : this.#texts.add(text));
    }
    this.#from.push(this.#numbers.length);
  }

  /** The number of a text that stands in a record, -1 where it does not. */
  find(record: number, text: string): number {
    const end = this.#from[record + 1]!;
    for (let i = this.#from[record]!; i < end; i++) {
      const number = this.#numbers[i]!;
      if (this.#texts.texts[number] === text) return number;
    }
    return -1;
  }

  pack(): PackedNamedTexts {
    return { names: this.#names, namesOf: Uint32Array.from(this.#namesOf), numbers: Uint32Array.from(this.#numbers) };
  }

  #numberOf(names: string[]): number {
    const last = this.#names[this.#last];
    if (last && last.length === names.length && last.every((name, i) => name === names[i])) return this.#last;
    const key = JSON.stringify(names);
    let number = this.#known.get(key);
    if (number === undefined) {
      number = this.#names.push(names) - 1;
      this.#known.set(key, number);
    }
    this.#last = number;
    return number;
  }
}

export function unpackNamedTexts(
  { names, namesOf, numbers }: PackedNamedTexts,
  texts: readonly string[],
): Record<string, string>[] {
  let at = 0;
  return Array.from(namesOf, (which) => {
    const out: Record<string, string> = {};
    for (const name of names[which]!) out[name] = texts[numbers[at++]!]!;
    return out;
  });
}
