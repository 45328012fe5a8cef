/** Words as they count for likeness: small letters, no accents apart from the letter, no marks between. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/(?<=\p{L})['’](?=\p{L})/gu, '')
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}

/** A text without spacing, capitals and punctuation: two that differ in these alone are slightly different. */
export const plainText = (text: string): string => wordsOf(text).join(' ');

/** A row's words as ascending numbers, with what they weigh together: a rare word says more than a common one. */
export type WeighedRow = { words: Int32Array; weight: number; count: number };

/** All rows of both versions, weighed against each other. */
export function weighRows(texts: readonly string[]): { rows: WeighedRow[]; weightOf: Float64Array } {
  const numbers = new Map<string, number>();
  const documents: number[] = [];
  const sets = texts.map((text) => {
    const own = new Set<number>();
    for (const word of wordsOf(text)) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        documents.push(0);
      }
      if (!own.has(number)) {
        own.add(number);
        documents[number] = documents[number]! + 1;
      }
    }
    return own;
  });
  const weightOf = Float64Array.from(documents, (n) => Math.log(1 + texts.length / n));
  const rows = sets.map((own): WeighedRow => {
    const words = Int32Array.from(own).sort();
    let weight = 0;
    for (const word of words) weight += weightOf[word]!;
    return { words, weight, count: words.length };
  });
  return { rows, weightOf };
}

/** Weight of the words that both have. */
export function shared(a: WeighedRow, b: WeighedRow, weightOf: Float64Array): number {
  let weight = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const left = a.words[i]!;
    const right = b.words[j]!;
    if (left === right) {
      weight += weightOf[left]!;
      i += 1;
      j += 1;
    } else if (left < right) i += 1;
    else j += 1;
  }
  return weight;
}

/** Threes of letters of a text, as ascending numbers: they see through slips of typing, which words do not. */
export function lettersOf(text: string): Int32Array {
  const plain = ` ${plainText(text)} `;
  const out = new Set<number>();
  for (let i = 0; i + 3 <= plain.length; i++)
    out.add(((plain.charCodeAt(i) * 31 + plain.charCodeAt(i + 1)) * 31 + plain.charCodeAt(i + 2)) | 0);
  return Int32Array.from(out).sort();
}

/** Share of the numbers that both have, 0 to 1. */
export function alike(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) both += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return (2 * both) / (a.length + b.length);
}
