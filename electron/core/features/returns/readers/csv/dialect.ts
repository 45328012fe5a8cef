const QUOTE = '"';

/** Habits of writers that the parser does not know; each is put into the form that it does. */
export type Dialect = {
  /** A quote inside a field is written \" instead of "". */
  backslash: boolean;
  /** Fields are quoted with apostrophes. */
  apostrophes: boolean;
  /** Some rows end with a carriage return alone, others with a line feed. */
  mixedEnds: boolean;
};

const LOOK_AT = 200_000;
/** A first line of two cells or more, each between apostrophes. */
const APOSTROPHES = /^\s*'[^'"\r\n]*'(?:[,;\t|][ ]?'[^'"\r\n]*')+\s*(?:[\r\n]|$)/;
/** A quote behind a backslash that neither ends its field nor is the first of two. */
const BACKSLASH_QUOTE = /[^\\](?:\\\\)*\\"(?!["]|\s*(?:[,;\t|]|[\r\n]|$))/;

export function sniffDialect(text: string): Dialect {
  const head = text.slice(0, LOOK_AT);
  const apostrophes = APOSTROPHES.test(head);
  const lines = head.match(/\n/g)?.length ?? 0;
  const returns = lines === 0 ? 0 : (head.match(/\r(?!\n)/g)?.length ?? 0);
  return {
    backslash: !apostrophes && BACKSLASH_QUOTE.test(head),
    apostrophes,
    mixedEnds: returns > 1 && returns > lines * 0.3,
  };
}

/** The text in the form that the parser reads. */
export function* inDialect(pieces: Iterable<string>, { backslash, apostrophes, mixedEnds }: Dialect): Generator<string> {
  let held = '';
  for (const piece of pieces) {
    let text = held + piece;
    // What belongs together is not parted: \ and ", carriage return and line feed.
    const end = /(?:\\+|\r)$/.exec(text)?.[0].length ?? 0;
    held = end === 0 ? '' : text.slice(-end);
    if (end > 0) text = text.slice(0, -end);
    yield put(text);
  }
  if (held !== '') yield put(held);

  function put(text: string): string {
    let out = text;
    if (mixedEnds) out = out.replace(/\r\n?/g, '\n');
    if (backslash) out = out.replace(/\\([\\"])/g, (_, letter) => (letter === QUOTE ? '""' : '\\'));
    return apostrophes ? swapped(out) : out;
  }
}

/** Quotes and apostrophes change places; a second time puts them back. */
export function swapped(text: string): string {
  return text.replace(/['"]/g, (mark) => (mark === QUOTE ? "'" : QUOTE));
}
