import type { DateProblem } from '../model/event-date.ts';
import { clockText } from './frame.ts';
import { type ClockAt, clockAt } from './grammar/clock.ts';
import { isMark, lexAt, type Tokens } from './grammar/scan.ts';
import { plainText, tokenise } from './grammar/tokens.ts';
import { problem, quoted } from './problems.ts';
import { figuresForLetters } from './repair.ts';

/** A clock time as written in a column of its own. Words like "pm" give no clock time and no problem. */
export type TimeReading = { time: string | null; endTime: string | null; approximate: boolean; problems: DateProblem[] };

/** Reads a time cell as people write it. Null for a blank cell. Pure, and total: what cannot be read is a problem. */
export function readTime(text: string): TimeReading | null {
  const written = plainText(text).trim();
  if (written === '') return null;
  const fraction = dayFraction(written);
  if (fraction) return fraction;
  const plain = withoutEpoch(written);
  const repaired = figuresForLetters(plain);
  const second = repaired === plain ? null : readTokens(tokenise(repaired), written);
  if (!second || second.time === null || second.problems.length > 0) return readTokens(tokenise(plain), written);
  const message = `${quoted(written)}: letters stand for figures. Read as ${second.time}.`;
  return { ...second, problems: [problem('slipRead', message), ...second.problems] };
}

/** A spreadsheet keeps a time of day as part of a day: 0.6875 is 16:30. Two figures are rather minutes: 0.30. */
function dayFraction(written: string): TimeReading | null {
  const m = /^0?\.(\d+)$/.exec(written);
  if (!m || (m[1]?.length === 2 && Number(m[1]) < 60)) return null;
  const minutes = Math.round(Number(`0.${m[1]}`) * 1440) % 1440;
  const message = `${quoted(written)} is a spreadsheet’s time of day. Read as ${clockText(minutes)}.`;
  return { time: clockText(minutes), endTime: null, approximate: false, problems: [problem('excelSerial', message)] };
}

/** A spreadsheet's time exported with the day it counts from. */
function withoutEpoch(written: string): string {
  return written
    .replace(/^(\d{2}) (\d{2})$/, '$1:$2')
    .replace(/^(?:1899-12-3[01]|1900-01-0[01]|3[01]\/12\/1899|0[01]\/01\/1900)[T ]+/, '');
}

function readTokens(tokens: Tokens, written: string): TimeReading {
  const reading: TimeReading = { time: null, endTime: null, approximate: false, problems: [] };
  let speaks = false;
  let text = false;
  let silent = false;
  for (let at = 0; at < tokens.length; ) {
    const clock = clockAt(tokens, at, true);
    if (clock) {
      take(reading, clock, written);
      speaks = true;
      at = clock.next;
      continue;
    }
    const lex = lexAt(tokens, at);
    if (lex?.lex.is === 'approx' || lex?.lex.is === 'doubt' || isMark(tokens, at, '~?')) reading.approximate = true;
    else if (lex?.lex.is === 'dayPart' || lex?.lex.is === 'meridiem' || lex?.lex.is === 'overnight' || lex?.lex.is === 'part')
      silent = true;
    else if (lex?.lex.is === 'undated' || lex?.lex.is === 'ditto' || isMark(tokens, at, '-"')) silent = true;
    else if (!lex && tokens[at]?.kind !== 'mark') text = true;
    if (lex?.lex.is === 'count') text = true;
    at = lex?.next ?? at + 1;
  }
  const isHourAlone = reading.problems.some((p) => p.code === 'bareHour');
  if (isHourAlone && text) return { ...reading, time: null, endTime: null, problems: [unreadTime(written)] };
  if (!speaks && !silent) reading.problems.push(unreadTime(written));
  else if (speaks && text)
    reading.problems.push(
      problem('textBeside', `${quoted(written)} says more than a time. Read as ${reading.time ?? 'no time'}.`),
    );
  return reading;
}

function unreadTime(written: string): DateProblem {
  return problem('unreadTime', `${quoted(written)} could not be read as a time. What was written is kept.`);
}

function take(reading: TimeReading, { minutes, endMinutes: end, wrong, bare }: ClockAt, written: string): void {
  if (wrong) {
    reading.problems.push(problem('impossibleTime', `${quoted(written)} is not a time on the clock. It was not read.`));
    return;
  }
  if (reading.time !== null) {
    if (reading.endTime === null && end < 0) reading.endTime = clockText(minutes);
    else reading.problems.push(problem('severalTimes', `${quoted(written)} holds several times. The first was taken.`));
    return;
  }
  reading.time = clockText(minutes);
  if (end >= 0 && end !== minutes) reading.endTime = clockText(end);
  if (bare)
    reading.problems.push(problem('bareHour', `${quoted(written)} is an hour without am or pm. Read as ${reading.time}.`));
}
