import { isMark, isNumber, isTight, lexAt, skipMarks, type Tokens } from './scan.ts';

export type ClockAt = {
  readonly minutes: number;
  readonly endMinutes: number;
  readonly wrong: boolean;
  readonly bare: boolean;
  readonly next: number;
};

/** `form`: what marks it as a time. `sure` has a colon, am/pm, hrs or a word; `likely` could be a date or number; `hour` is a bare hour. */
type One = { minutes: number; next: number; form: 'sure' | 'likely' | 'hour'; meridiem: boolean; wrong: boolean; bare: boolean };

/** A clock time, or a stretch from one to another. `loose`: something before it ("at") says that it is a time. */
export function clockAt(tokens: Tokens, at: number, loose = false): ClockAt | null {
  const first = oneClock(tokens, at);
  if (!first) return null;
  const join = joinAt(tokens, first.next);
  const second = join > 0 ? oneClock(tokens, join) : null;
  if (second && (second.form === 'sure' || (second.form === 'likely' && first.form === 'sure')) && !runsOn(tokens, second.next)) {
    let minutes = first.minutes;
    if (!first.meridiem && second.meridiem && minutes < 720 && second.minutes >= 720 && minutes + 720 <= second.minutes)
      minutes += 720;
    return { minutes, endMinutes: second.minutes, wrong: first.wrong || second.wrong, bare: false, next: second.next };
  }
  if (second && loose && second.form !== 'hour' && first.form !== 'hour' && !runsOn(tokens, second.next))
    return {
      minutes: first.minutes,
      endMinutes: second.minutes,
      wrong: first.wrong || second.wrong,
      bare: false,
      next: second.next,
    };
  if (first.form !== 'sure' && (!loose || runsOn(tokens, first.next))) return null;
  return { minutes: first.minutes, endMinutes: -1, wrong: first.wrong, bare: first.bare, next: first.next };
}

/** More figures follow at once, so it was part of a date. */
function runsOn(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, './-') && isTight(tokens, at) && isNumber(tokens, at + 1) && isTight(tokens, at + 1);
}

function joinAt(tokens: Tokens, at: number): number {
  if (isMark(tokens, at, '-')) return at + 1;
  // 1430/1545
  if (isMark(tokens, at, '/') && tokens[at - 1]?.digits === 4 && tokens[at + 1]?.digits === 4) return at + 1;
  const found = lexAt(tokens, at);
  const joins = found?.lex.is === 'join' ? found.lex.join === 'to' || found.lex.join === 'and' : false;
  return found && (joins || (found.lex.is === 'bound' && found.lex.bound === 'until')) ? found.next : -1;
}

function oneClock(tokens: Tokens, at: number): One | null {
  const token = tokens[at];
  if (token?.kind === 'word') return spokenClock(tokens, at);
  if (token?.kind !== 'number' || token.ordinal || token.value < 0 || token.digits > 4) return null;
  // "12 noon", "12 midnight"
  if (token.value === 12 && lexAt(tokens, at + 1)?.lex.is === 'clock') return spokenClock(tokens, at + 1);
  // "5 past 9"; "10 to 12" may be days
  if (token.digits <= 2 && minutesWord(tokens, at + 1) === 'past') return minutesOf(tokens, at + 1, token.value);
  if (token.digits > 2) {
    const hour = Math.floor(token.value / 100);
    return ended(tokens, at + 1, hour, token.value % 100, 'likely');
  }
  const after = tokens[at + 1];
  if (isMark(tokens, at + 1, ':;') && tokens[at + 2]?.digits === 2) {
    // 12:10:2010 is a date with the wrong marks
    if (isMark(tokens, at + 3, ':;') && tokens[at + 4]?.digits === 4) return null;
    const next = seconds(tokens, at + 3);
    return ended(tokens, next, token.value, tokens[at + 2]?.value ?? 0, 'sure');
  }
  if (isMark(tokens, at + 1, '.') && isTight(tokens, at + 1) && tokens[at + 2]?.digits === 2 && isTight(tokens, at + 2))
    return ended(tokens, at + 3, token.value, tokens[at + 2]?.value ?? 0, 'likely');
  if (after?.text === 'h' && !after.gap && tokens[at + 2]?.digits === 2 && isTight(tokens, at + 2))
    return ended(tokens, at + 3, token.value, tokens[at + 2]?.value ?? 0, 'sure');
  if (after?.kind === 'number' && after.digits === 2 && token.digits === 2 && lexAt(tokens, at + 2)?.lex.is === 'hours')
    return ended(tokens, at + 2, token.value, after.value, 'sure');
  return ended(tokens, at + 1, token.value, 0, 'hour');
}

/** Seconds, fractions and a zone add nothing: the local day and minute stay as written. */
function seconds(tokens: Tokens, from: number): number {
  if (isMark(tokens, from, '+') && isTight(tokens, from) && isNumber(tokens, from + 1) && isTight(tokens, from + 1))
    return isMark(tokens, from + 2, ':') && isNumber(tokens, from + 3) ? from + 4 : from + 2;
  if (!isMark(tokens, from, ':.') || tokens[from + 1]?.digits !== 2 || !isTight(tokens, from + 1)) return from;
  let at = from + 2;
  if (isMark(tokens, at, '.,') && isNumber(tokens, at + 1) && isTight(tokens, at + 1)) at += 2;
  if (isMark(tokens, at, '+-') && isNumber(tokens, at + 1) && isTight(tokens, at + 1)) {
    at += 2;
    if (isMark(tokens, at, ':') && isNumber(tokens, at + 1)) at += 2;
  }
  return at;
}

/** What may follow the figures: am, pm, hrs, o'clock, a zone. */
function ended(tokens: Tokens, from: number, hour: number, minute: number, form: One['form']): One | null {
  let next = from;
  let sure = form === 'sure';
  let meridiem = false;
  let inHours = false;
  let hours = hour;
  for (let found = lexAt(tokens, skipMarks(tokens, next, '.')); found; found = lexAt(tokens, skipMarks(tokens, next, '.'))) {
    const lex = found.lex;
    if (lex.is === 'meridiem' && !meridiem) {
      meridiem = true;
      if (lex.pm && hours < 12) hours += 12;
      else if (!lex.pm && hours === 12) hours = 0;
    } else if (lex.is === 'zone' && !sure) break;
    else if (lex.is !== 'hours' && lex.is !== 'oclock' && lex.is !== 'zone') break;
    else if (
      lex.is === 'hours' &&
      form === 'hour' &&
      from === next &&
      tokens[found.next - 1]?.text !== 'hrs' &&
      tokens[found.next - 1]?.text !== 'hours'
    )
      break;
    if (lex.is === 'hours') inHours = true;
    sure = true;
    next = found.next;
  }
  const wrong = hours > 23 || minute > 59;
  if (wrong && !sure) return null;
  const bare = !meridiem && hour < 12 && form === 'hour' && !inHours;
  return { minutes: hours * 60 + minute, next, form: sure ? 'sure' : form, meridiem, wrong, bare };
}

/** Noon, midnight, half past three, quarter to four. */
function spokenClock(tokens: Tokens, at: number): One | null {
  const spoken = spokenMinutes(tokens, at);
  if (spoken) return minutesOf(tokens, spoken.next, spoken.minutes);
  const found = lexAt(tokens, at);
  if (!found) return null;
  // "half two" is half past
  if (found.lex.is === 'half') return lexAt(tokens, found.next)?.lex.is === 'count' ? pastHour(tokens, found.next, 30) : null;
  if (found.lex.is === 'clock')
    return { minutes: found.lex.minutes, next: found.next, form: 'sure', meridiem: true, wrong: false, bare: false };
  if (found.lex.is === 'halfPast') return pastHour(tokens, found.next, 30);
  if (found.lex.is !== 'quarter') return null;
  const word = tokens[found.next]?.text;
  if (word === 'past') return pastHour(tokens, found.next + 1, 15);
  return word === 'to' ? pastHour(tokens, found.next + 1, -15) : null;
}

const MINUTES: Readonly<Record<string, number>> = { five: 5, ten: 10, twenty: 20 };

/** "Ten past three", "twenty-five to four". */
function spokenMinutes(tokens: Tokens, at: number): { minutes: number; next: number } | null {
  const minutes = MINUTES[tokens[at]?.text ?? ''];
  if (minutes === undefined) return null;
  const after = skipMarks(tokens, at + 1, '-');
  const next = minutes === 20 && tokens[after]?.text === 'five' ? after + 1 : at + 1;
  return minutesWord(tokens, next) === null ? null : { minutes: next > at + 1 ? 25 : minutes, next };
}

/** Where "past" or "to" stands, perhaps behind "minutes". */
function minutesWord(tokens: Tokens, at: number): 'past' | 'to' | null {
  const text = tokens[pastMinutes(tokens, at)]?.text;
  return text === 'past' || text === 'to' ? text : null;
}

function pastMinutes(tokens: Tokens, at: number): number {
  const unit = lexAt(tokens, at)?.lex;
  return unit?.is === 'unit' && unit.unit === 'minute' ? at + 1 : at;
}

function minutesOf(tokens: Tokens, at: number, minutes: number): One | null {
  const side = minutesWord(tokens, at) === 'to' ? -1 : 1;
  return minutes < 60 ? pastHour(tokens, pastMinutes(tokens, at) + 1, side * minutes) : null;
}

function pastHour(tokens: Tokens, at: number, minutes: number): One | null {
  const lex = lexAt(tokens, at)?.lex;
  const hour = lex?.is === 'count' ? lex.count : (tokens[at]?.value ?? -1);
  if (hour < 1 || hour > 12) return null;
  const one = ended(tokens, at + 1, hour, 0, 'sure');
  return one && { ...one, minutes: (one.minutes + minutes + 1440) % 1440, bare: !one.meridiem };
}
