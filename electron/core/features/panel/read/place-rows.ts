import { plainWords } from '#core/papers/panel-mark.ts';
import type { PlacedBy } from '#shared/model/panel.ts';
import type { Body, BodyRow } from './read-body.ts';
import { AS_SENT, type Columns, headOf, rowWords, type SentCopy } from './sent-copy.ts';

/** A row of a copy that came back: which entries it holds and how that is known, or what else it is. */
export type PlacedRow = { refs: number[]; by: PlacedBy; columns: Columns } | { refs: []; by: 'head' | 'none'; columns: Columns };

/** Least likeness of a row's words to an entry's by which it is taken for it, and how far ahead of the next it must be. */
const LEAST = 0.7;
const AHEAD = 0.15;

/** Each row by its mark, else by its number, else by its words; what fits nothing is said to be placed nowhere. */
export function placeRows(body: Body, sent: SentCopy | null, codes: ReadonlySet<string>): PlacedRow[] {
  let columns = AS_SENT;
  const likeness = sent ? new Likeness(sent) : null;
  return body.rows.map((row): PlacedRow => {
    const head = headOf(row);
    if (head) {
      columns = head;
      return { refs: [], by: 'head', columns };
    }
    const known = (ref: number): boolean => sent === null || sent.entries.has(ref);
    const marked = row.marks.filter((mark) => codes.has(mark.code) && known(mark.ref)).map(({ ref }) => ref);
    if (marked.length > 0) return { refs: marked, by: 'mark', columns };
    const number = numberOf(row, columns);
    if (number !== null && known(number)) return { refs: [number], by: 'reference', columns };
    if (sent?.heads.has(rowWords(row))) return { refs: [], by: 'head', columns };
    const alike = likeness?.find(wordsOf(row, columns)) ?? null;
    return alike === null ? { refs: [], by: 'none', columns } : { refs: [alike], by: 'words', columns };
  });
}

function numberOf(row: BodyRow, columns: Columns): number | null {
  const cell = row.cells[columns.number ?? 0];
  const found = /^(?:no\.?|entry|ref\.?)?\s*0*(\d{1,9})\.?$/i.exec(plainWords(cell?.after || cell?.before || ''));
  return found?.[1] === undefined ? null : Number(found[1]);
}

const wordsOf = (row: BodyRow, columns: Columns): string => {
  const cell = row.cells[columns.words ?? 3];
  // A row struck out stands only before.
  return cell ? cell.before || cell.after : rowWords(row);
};

/** Finds the one entry whose words a text most nearly has. Built when first asked for. */
class Likeness {
  readonly #sent: SentCopy;
  #byWord: Map<string, number[]> | null = null;
  readonly #sizes = new Map<number, number>();

  constructor(sent: SentCopy) {
    this.#sent = sent;
  }

  find(text: string): number | null {
    const line = this.#sent.lines.get(plainWords(text));
    if (line !== undefined) return line;
    const words = distinct(text);
    if (words.size < 4) return null;
    const shared = new Map<number, number>();
    for (const word of words) {
      const refs = this.#index().get(word) ?? [];
      // A word of everywhere says nothing of where.
      if (refs.length <= 200) for (const ref of refs) shared.set(ref, (shared.get(ref) ?? 0) + 1);
    }
    const ranked = [...shared]
      .map(([ref, n]) => ({ ref, like: (2 * n) / (words.size + (this.#sizes.get(ref) ?? 0)) }))
      .sort((a, b) => b.like - a.like);
    const [best, next] = ranked;
    if (!best || best.like < LEAST || (next && best.like - next.like < AHEAD)) return null;
    return best.ref;
  }

  #index(): Map<string, number[]> {
    if (this.#byWord) return this.#byWord;
    const index = new Map<string, number[]>();
    for (const { ref, texts } of this.#sent.entries.values()) {
      const words = distinct(texts.words);
      this.#sizes.set(ref, words.size);
      for (const word of words) {
        const refs = index.get(word);
        if (refs) refs.push(ref);
        else index.set(word, [ref]);
      }
    }
    this.#byWord = index;
    return index;
  }
}

const distinct = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
