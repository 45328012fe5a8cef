import { atom, type Found, found, type Shift } from './atoms.ts';
import type { Unit } from './lex.ts';
import { isMark, isNumber, isTight, lexAt, skipMarks, skipOf, type Tokens } from './scan.ts';

const DAYS: Readonly<Partial<Record<Unit, number>>> = { day: 1, week: 7, fortnight: 14 };

type Count = {
  readonly count: number;
  readonly few: boolean;
  readonly counted: boolean;
  readonly unit: Unit;
  readonly next: number;
};

/** Dates that lean on the row above ("two days later", "the following Friday") or on one beside them ("the day after 12/10/10"). */
export function relativeAt(tokens: Tokens, at: number): Found | null {
  const lex = lexAt(tokens, at);
  if (lex?.lex.is === 'direction') return directed(tokens, lex.next, lex.lex.direction);
  if (lex?.lex.is === 'the') return relativeAt(tokens, lex.next);
  if (lex?.lex.is === 'later') return restOfWeek(tokens, lex.next);
  if (lex?.lex.is === 'neighbour') return leaning({ by: 'days', from: lex.lex.days, to: lex.lex.days, vague: false }, lex.next);
  const count = countAt(tokens, at);
  return count && counted(tokens, count);
}

function leaning(shift: Shift, next: number): Found {
  const date = atom('relative');
  date.shift = shift;
  return found(next, { is: 'date', atom: date });
}

/** next day, the following Friday, same week. */
function directed(tokens: Tokens, at: number, direction: -1 | 0 | 1): Found | null {
  const lex = lexAt(tokens, at);
  if (!lex) return null;
  if (lex.lex.is === 'weekday') return leaning({ by: 'weekday', weekday: lex.lex.weekday, direction }, lex.next);
  // "next noon": the time is read after
  if (lex.lex.is === 'clock') return leaning({ by: 'days', from: direction, to: direction, vague: false }, at);
  if (lex.lex.is === 'dayPart') return leaning({ by: 'days', from: direction, to: direction, vague: false }, lex.next);
  if (lex.lex.is === 'week' && lex.lex.week === 'weekend') return leaning({ by: 'weekend', count: direction }, lex.next);
  const unit = lex.lex.is === 'unit' ? lex.lex.unit : lex.lex.is === 'year' ? 'year' : null;
  if (unit === null) return null;
  if (unit === 'day') return leaning({ by: 'days', from: direction, to: direction, vague: false }, lex.next);
  if (unit === 'week' || unit === 'month' || unit === 'year' || unit === 'weekend')
    return leaning({ by: unit, count: direction }, lex.next);
  return null;
}

function restOfWeek(tokens: Tokens, at: number): Found | null {
  const at2 = skipOf(tokens, at);
  const same = lexAt(tokens, at2);
  const unitAt = same?.lex.is === 'direction' && same.lex.direction === 0 ? same.next : at2;
  const unit = lexAt(tokens, unitAt);
  const isWeek = unit?.lex.is === 'unit' && unit.lex.unit === 'week' && unitAt > at;
  return isWeek ? leaning({ by: 'restOfWeek' }, unit.next) : null;
}

/** "two days", "a week", "10 days", "a few days", and the doctors' 2/7, 3/52, 6/12. */
function countAt(tokens: Tokens, at: number): Count | null {
  const token = tokens[at];
  if (token?.kind === 'number' && token.digits <= 2 && isMark(tokens, at + 1, '/') && isTight(tokens, at + 1)) {
    const unit = MEDICAL[tokens[at + 2]?.value ?? 0];
    return unit ? { count: token.value, few: false, counted: true, unit, next: at + 3 } : null;
  }
  let at2 = at;
  let counted = false;
  if (token?.text === 'a') {
    at2++;
    counted = true;
  }
  const word = lexAt(tokens, at2);
  let count = 1;
  let few = false;
  if (isNumber(tokens, at2) && (tokens[at2]?.digits ?? 9) <= 3) count = tokens[at2++]?.value ?? 0;
  else if (word?.lex.is === 'count') {
    count = word.lex.count;
    at2 = word.next;
  } else if (word?.lex.is === 'few') {
    few = true;
    at2 = word.next;
  }
  const unit = lexAt(tokens, at2);
  const name =
    unit?.lex.is === 'unit' ? unit.lex.unit : unit?.lex.is === 'year' ? 'year' : unit?.lex.is === 'hours' ? 'hour' : null;
  counted ||= at2 > at;
  return unit && name ? { count, few, counted, unit: name, next: unit.next } : null;
}

const MEDICAL: Readonly<Record<number, Unit>> = { 7: 'day', 52: 'week', 12: 'month' };

function counted(tokens: Tokens, { count, few, counted: isCounted, unit, next }: Count): Found | null {
  const direction = directionAt(tokens, next);
  if (!direction) return null;
  const { sign } = direction;
  if (unit === 'hour' || unit === 'minute') return hoursOn(isCounted, few, unit, count, sign, direction.next);
  const days = DAYS[unit];
  if (direction.beside) {
    // leaning on the date that follows, where one does; else on the row above
    if (days === undefined) return null;
    const date = atom('relative');
    if (few) {
      date.vague = true;
      date.offset = sign > 0 ? 2 * days : -6 * days;
      date.offsetTo = sign > 0 ? 6 * days : -2 * days;
      date.shift = { by: 'days', from: date.offset, to: date.offsetTo, vague: true };
      return found(direction.next, { is: 'date', atom: date });
    }
    const far = sign * count * days;
    // "the week before Christmas" is seven days, "a week before" a day
    const whole = !isCounted && days > 1;
    date.offset = whole && sign > 0 ? 1 : far;
    date.offsetTo = whole && sign < 0 ? -1 : far;
    date.shift = whole && unit === 'week' ? { by: 'week', count: sign } : { by: 'days', from: far, to: far, vague: false };
    return found(direction.next, { is: 'date', atom: date });
  }
  if (few) {
    const least = 2 * (days ?? 30);
    const most = 6 * (days ?? 30);
    return leaning({ by: 'days', from: sign > 0 ? least : -most, to: sign > 0 ? most : -least, vague: true }, direction.next);
  }
  if (days !== undefined)
    return leaning({ by: 'days', from: sign * count * days, to: sign * count * days, vague: false }, direction.next);
  return leaning({ by: 'months', count: sign * count * (unit === 'year' ? 12 : 1) }, direction.next);
}

/** "24 hours later" is a day later; a shorter while is the day above, which midnight may have ended. */
function hoursOn(counted: boolean, few: boolean, unit: Unit, count: number, sign: 1 | -1, next: number): Found | null {
  if (!counted) return null;
  const days = unit === 'hour' && !few && count % 24 === 0 ? (sign * count) / 24 : 0;
  const isLong = unit === 'hour' && !few && count > 24 && days === 0;
  return isLong ? null : leaning({ by: 'days', from: days, to: days, vague: days === 0 }, next);
}

function directionAt(tokens: Tokens, from: number): { sign: 1 | -1; beside: boolean; next: number } | null {
  const at = skipMarks(tokens, from, "'");
  const lex = lexAt(tokens, at);
  if (lex?.lex.is === 'later') return { sign: 1, beside: false, next: lex.next };
  if (lex?.lex.is === 'earlier') return { sign: -1, beside: false, next: lex.next };
  if (lex?.lex.is !== 'bound') return null;
  if (lex.lex.bound === 'after') return { sign: 1, beside: true, next: lex.next };
  return lex.lex.bound === 'before' ? { sign: -1, beside: true, next: lex.next } : null;
}
