import type { AccountText } from './account.ts';

export type Sentence = { start: number; end: number };

/** Sentences and lines of a text, in order. A stop within a number, a time or an initial ends nothing. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (text.slice(start, end).trim()) found.push({ start, end });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n') close(i + 1);
    else if (
      /[.!?;]/.test(char) &&
      /\s/.test(text[i + 1] ?? ' ') &&
      !/(^|[\s.(])[A-Z]$|\b(Mr|Mrs|Ms|Dr|St|no|approx)$/.test(text.slice(Math.max(0, i - 7), i))
    )
      close(i + 1);
  }
  close(text.length);
  return found;
}

/**
 * A sentence with its names taken out: each stands as a word with its place in `ids`, "Xname0", or "Xadult0" where a title
 * stands before it. Nothing that is read from it can hold a name.
 */
export type NamelessSentence = { words: string; ids: (readonly string[])[] };

const TITLE = /\b(?:mr|mrs|ms|miss|mx|dr|prof|pc|dc|ds|di|sgt|sister|cllr)\.?\s*$/i;

export function withoutNames({ text, names }: AccountText, span: Sentence): NamelessSentence {
  const ids: (readonly string[])[] = [];
  let words = '';
  let at = span.start;
  for (const name of names) {
    if (name.start < at || name.end > span.end) continue;
    const before = text.slice(span.start, name.start);
    const said = text.slice(name.start, name.end);
    const adult = TITLE.test(before) || TITLE.test(said.split(/\s/)[0] ?? '');
    words += `${text.slice(at, name.start)}${adult ? 'Xadult' : 'Xname'}${ids.length}`;
    ids.push(name.entryIds ?? []);
    // "Toby's": whose it is still shows.
    if (/['’]s$/.test(said)) words += '’s';
    at = name.end;
  }
  return { words: words + text.slice(at, span.end), ids };
}
