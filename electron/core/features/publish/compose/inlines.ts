import type { Inline } from '#shared/doc-blocks/blocks.ts';
import { inlineText } from '#shared/doc-blocks/text.ts';
import { assertNever } from '#shared/kernel/assert.ts';
import type { RedactedText } from '../redact-text.ts';
import type { RedactedWords } from '../redacted-content.ts';
import { printedDay } from './printed-day.ts';
import { cut, lineOf, own, trimmed } from './runs.ts';

/** The words of one line as runs. */
export function inlines(words: readonly RedactedWords[]): Inline[] {
  return words.flatMap((word) => {
    switch (word.t) {
      case 'own':
        return [own(word.text)];
      case 'text':
        return lineOf(word.text);
      case 'list':
        return listOf(word);
      case 'due':
        return dueOf(word.text, word.due);
      default:
        return assertNever(word);
    }
  });
}

/** A text that was left out whole leaves neither a separator nor its lead behind. */
function listOf({ lead, items, by, sentence, end }: Extract<RedactedWords, { t: 'list' }>): Inline[] {
  const lines = items.map(lineOf).filter((line) => line.length > 0);
  if (lines.length === 0) return [];
  const runs = lines.flatMap((line, i) => (i === 0 ? line : [own(by), ...line]));
  if (lead !== '') runs.unshift(own(lead));
  if (end !== undefined) runs.push(own(end));
  if (sentence) runs.push(own(/[.!?]$/.test(inlineText(runs)) ? ' ' : '. '));
  return runs;
}

/** Written as figures alone, a day is printed in words; anything else stands as it was written, without a second "By". */
const FIGURES = /^\s*(?:by\s+)?\d{1,4}[./\u2010-\u2013-]\d{1,2}[./\u2010-\u2013-]\d{1,4}\s*$/i;

function dueOf(asWritten: RedactedText, due: string | null): Inline[] {
  const { text } = asWritten;
  if (due !== null && (text.trim() === '' || (FIGURES.test(text) && asWritten.marks.length === 0))) return [own(printedDay(due))];
  const lead = /^\s*by\s+(?=\S)/i.exec(text);
  const runs = trimmed(cut(asWritten, lead?.[0].length ?? 0, text.length));
  const first = runs[0];
  if (first && !first.kept) first.text = first.text.replace(/^\p{Ll}/u, (c) => c.toUpperCase());
  return runs;
}
