import type { DateAnchor, DateReading } from '../model/event-date.ts';
import { asAbove, type Composed, compose, unread } from './compose.ts';
import type { DateConventions } from './conventions.ts';
import { readExcelSerial } from './excel-serial.ts';
import { type Frame, frameOf } from './frame.ts';
import { itemise } from './grammar/itemise.ts';
import { plainText, tokenise } from './grammar/tokens.ts';
import { readPlainNumeric } from './plain-numeric.ts';
import { problem, quoted } from './problems.ts';
import { repaired } from './repair.ts';
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

function composed(written: string, frame: Frame): Composed {
  return compose(statementOf(itemise(tokenise(written), frame.conventions.order)), frame, written);
}

function readWords(written: string, frame: Frame): DateReading {
  const first = composed(written, frame);
  if (first.whole) return first.reading;
  const repair = repaired(written);
  if (!repair) return first.reading.problems.length > 0 || first.reading.earliest !== null ? first.reading : unread(written);
  const second = composed(repair.text, frame);
  const better = second.whole || (first.reading.precision === 'unknown' && second.reading.precision !== 'unknown');
  return better ? flagged(second.reading, written, repair.what) : first.reading;
}

function flagged(reading: DateReading, written: string, what: string): DateReading {
  const slip = problem('slipRead', `${quoted(written)}: ${what}. Read as ${reading.earliest ?? reading.latest ?? 'no date'}.`);
  return { ...reading, certainty: 'uncertain', problems: [slip, ...reading.problems.filter((p) => p.code !== 'slipRead')] };
}
