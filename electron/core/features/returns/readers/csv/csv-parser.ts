/** How a record was written where it was not written as it should be. */
export type CsvFault = 'unclosedQuote' | 'looseQuote';
export type CsvRow = (cells: string[], fault: CsvFault | null) => void;
export type CsvOptions = {
  delimiter: string;
  onRow: CsvRow;
  /** Called for each field as it is found, so that a caller can stop a row that has no end. */
  onCell?: (inRow: number) => void;
};

const QUOTE = '"';
const ENOUGH = 100_000;

/**
 * Delimited text by RFC 4180, read leniently and in pieces: quotes doubled, line ends in quotes, any line end, stray quotes.
 * A quoted field that never ends would swallow the rest of the file: its row is read again with the quote as a letter.
 */
export class CsvParser {
  readonly #options: CsvOptions;
  readonly #delimiter: number;
  #buffer = '';
  #waiting: string[] = [];
  #waitingLength = 0;
  /** A long record is looked at again only when twice as much is there, so that it costs no more than twice. */
  #need = 0;
  /** Set for good once a quote that never ends was met twice. */
  #literal = false;
  #unclosed = 0;
  #newline = '';
  /** Where the next delimiter stands in the buffer: looked for once, as a text may have none for miles. */
  #delimiterAt = -1;

  constructor(options: CsvOptions) {
    this.#options = options;
    this.#delimiter = options.delimiter.charCodeAt(0);
  }

  push(text: string): void {
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    if (this.#buffer.length + this.#waitingLength < this.#need) return;
    this.#gather();
    this.#parse(false);
  }

  end(): void {
    this.#gather();
    this.#parse(true);
    this.#buffer = '';
  }

  #gather(): void {
    this.#buffer += this.#waiting.join('');
    this.#waiting = [];
    this.#waitingLength = 0;
  }

  #parse(final: boolean): void {
    const s = this.#buffer;
    // Old Mac files end lines with a carriage return alone. Decided once, by as much as is enough to tell.
    if (this.#newline === '') {
      const first = s.indexOf('\n');
      if (first >= 0 && first < ENOUGH) this.#newline = '\n';
      else if (final || s.length >= ENOUGH) this.#newline = '\r';
      else {
        this.#need = s.length * 2;
        return;
      }
    }
    let at = 0;
    this.#delimiterAt = -1;
    while (at < s.length) {
      const next = this.#record(s, at, final);
      if (next < 0) break;
      at = next;
    }
    this.#buffer = at === 0 ? s : s.slice(at);
    this.#need = this.#buffer.length * 2;
  }

  /** Reads one record; returns where the next begins, or −1 where more text is needed. */
  #record(s: string, start: number, final: boolean, found: CsvFault | null = null): number {
    const { delimiter, onRow, onCell } = this.#options;
    const newline = this.#newline;
    const cells: string[] = [];
    let fault = found;
    let at = start;
    let lineEnd = -1;
    for (;;) {
      onCell?.(cells.length + 1);
      const quote = this.#literal ? -1 : quoteAt(s, at, this.#delimiter);
      if (quote >= 0) {
        const close = closingQuote(s, quote);
        if (close === -1 || (close === s.length - 1 && !final)) {
          if (!final) return -1;
          if (close === -1) return this.#recover(s, start);
        }
        let text = s.slice(quote + 1, close);
        if (text.includes(QUOTE)) text = text.replaceAll('""', QUOTE);
        if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
        at = close + 1;
        const stop = this.#fieldEnd(s, at);
        const tail = s.slice(at, stop < 0 ? s.length : stop).trimEnd();
        if (stop < 0 && !final) return -1;
        if (tail !== '') {
          text += tail;
          fault ??= 'looseQuote';
        }
        cells.push(text);
        at = stop < 0 ? s.length : stop;
      } else {
        if (lineEnd < at) {
          lineEnd = s.indexOf(newline, at);
          if (lineEnd === -1) {
            if (!final) return -1;
            lineEnd = s.length;
          }
        }
        if (this.#delimiterAt < at) {
          const found = s.indexOf(delimiter, at);
          this.#delimiterAt = found === -1 ? Number.POSITIVE_INFINITY : found;
        }
        const stop = Math.min(this.#delimiterAt, lineEnd);
        const cut = stop === lineEnd && s.charCodeAt(stop - 1) === 0x0d && stop > at ? stop - 1 : stop;
        cells.push(s.slice(at, cut));
        at = stop;
      }
      if (at >= s.length || s.charCodeAt(at) !== this.#delimiter) break;
      at++;
    }
    if (at === s.length - 1 && s.charCodeAt(at) === 0x0d && !final) return -1;
    onRow(cells, fault);
    if (s.charCodeAt(at) === 0x0d && s.charCodeAt(at + 1) === 0x0a) at++;
    return at + 1;
  }

  #fieldEnd(s: string, from: number): number {
    for (let i = from; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === this.#delimiter || c === 0x0a || c === 0x0d) return i;
    }
    return -1;
  }

  #recover(s: string, start: number): number {
    this.#literal = true;
    this.#delimiterAt = -1;
    const next = this.#record(s, start, true, 'unclosedQuote');
    this.#literal = ++this.#unclosed > 1;
    return next;
  }
}

/** Where a field that begins at `at` opens a quote, blanks before it passed over; −1 if it does not. */
function quoteAt(s: string, at: number, delimiter: number): number {
  let i = at;
  for (let c = s.charCodeAt(i); (c === 0x20 || c === 0x09) && c !== delimiter; c = s.charCodeAt(++i));
  return s.charCodeAt(i) === 0x22 ? i : -1;
}

function closingQuote(s: string, open: number): number {
  for (let i = s.indexOf(QUOTE, open + 1); i !== -1; i = s.indexOf(QUOTE, i + 2)) {
    if (s.charCodeAt(i + 1) !== 0x22) return i;
  }
  return -1;
}
