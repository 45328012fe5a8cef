import type { DateAnchor, DateReading } from '../model/event-date.ts';
import { asAbove, type Composed, compose, unread } from './compose.ts';
import type { DateConventions } from './conventions.ts';
import { readExcelSerial } from './excel-serial.ts';
import { spanLabel } from './format.ts';
import { type Frame, frameOf } from './frame.ts';
import { itemise } from './grammar/itemise.ts';
import { plainText, tokenise } from './grammar/tokens.ts';
import { readPlainNumeric } from './plain-numeric.ts';
import { problem, quoted } from './problems.ts';
import { repaired } from './repair.ts';
import { withoutSpokenYears } from './spoken-years.ts';
import { statementOf } from './statement.ts';
import { withUnknownDay } from './unknown-day.ts';

/** Reads a date as people write them. Pure, and total: every string gets a reading, if only that it cannot be read. */
export function readDate(text: string, anchor?: DateAnchor, conventions?: DateConventions): DateReading {
  const frame = frameOf(anchor, conventions);
  const plain = readPlainNumeric(text, frame);
  if (plain) return plain;
  const written = plainText(text).trim();
  if (written === '') return asAbove(frame, text);
  return (
    readExcelSerial(written) ?? withUnknownDay(written, (rest) => composed(rest, frame).reading) ?? readWords(written, frame)
  );
}

const WELSH_MONTH =
  /\b(?:ionawr|[cg]hwefror|[fm]awrth|ebrill|mai|[fm]ehefin|g?orffennaf|awst|[fm]edi|hydref|[dt]achwedd|rh?agfyr)\b/i;

/** Forms that are no slip but that tokens cannot tell: 12/10/'10, 20101012T143000. */
function straightened(written: string): string {
  let text = withoutSpokenYears(written.includes("'") ? written.replace(/(?<=[/.-])\s?'(?=\d\d\b)/g, '') : written);
  // "1. 12/10/2010": the number of a list
  if (/^\(?\d{1,3}[.)]\s/.test(text))
    text = text.replace(/^\(?\d{1,3}[.)]\s+(?=\d{1,2}(?:[/.-]\d{1,2}[/.-]\d|(?:st|nd|rd|th)?\s+[a-z]{3}))/i, '');
  // "12/10/10 / 14:30"
  if (text.includes(':')) text = text.replace(/(?<=\d[/.-]\d{1,2}[/.-]\d{2,4})\s*\/\s*(?=\d{1,2}:\d\d)/, ' ');
  // "Apr 2010 – date"
  if (text.endsWith('ate')) text = text.replace(/(?<=\d)\s*(?:-|to)\s*date$/i, ' to date');
  // "o 12 i 14 Hydref": from the 12th to the 14th
  if (/\si(?:'r)?\s/.test(text) && WELSH_MONTH.test(text)) text = text.replace(/(?<=[\d\p{L}])\s+i(?:'r)?\s+(?=\d)/iu, ' - ');
  // "12 (or 13) October", "(12th) October"
  if (text.includes('('))
    text = text.replace(/\(\s*((?:or|and|to|&|-|\/)?\s*\d{1,2}(?:st|nd|rd|th)?)\s*\)(?=\s*[a-z]{3})/gi, ' $1 ');
  if (text.includes("'s")) text = text.replace(/(?<=\d0)'s\b/g, 's');
  if (text.length >= 12)
    text = text.replace(/^(\d{4})(\d{2})(\d{2})T?([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?=Z?$)/i, '$1-$2-$3 $4:$5');
  return text;
}

function composed(written: string, frame: Frame): Composed {
  return compose(statementOf(itemise(tokenise(straightened(written)), frame.conventions.order)), frame, written);
}

function readWords(written: string, frame: Frame): DateReading {
  // "12/10/20??": the figures that are not known are of the year
  if (written.includes('??') && /(?<!\d)(?:19|20)\?\?/.test(written)) return unread(written);
  const first = composed(written, frame);
  if (first.whole) return first.reading;
  const repair = repaired(written, frame);
  if (!repair) return first.reading.problems.length > 0 || first.reading.earliest !== null ? first.reading : unread(written);
  const second = composed(repair.text, frame);
  const better = second.whole || (first.reading.precision === 'unknown' && second.reading.precision !== 'unknown');
  return better ? flagged(second.reading, written, repair.what) : first.reading;
}

function flagged(reading: DateReading, written: string, what: string): DateReading {
  const slip = problem('slipRead', `${quoted(written)}: ${what}. Read as ${spanLabel(reading)}.`);
  return { ...reading, certainty: 'uncertain', problems: [slip, ...reading.problems.filter((p) => p.code !== 'slipRead')] };
}
