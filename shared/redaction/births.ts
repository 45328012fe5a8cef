import { fromParts, isoDay } from '../kernel/clock.ts';
import type { Found } from './found.ts';
import type { Identifiers } from './pattern.ts';

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'january jan ionawr ion|february feb febr chwefror|march mar mawrth|april apr ebrill|may mai|june jun mehefin|july jul gorffennaf|august aug awst|september sept sep medi|' +
    'october oct hydref|november nov tachwedd|december dec rhagfyr'
  )
    .split('|')
    .flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twentyfirst twentysecond twentythird twentyfourth twentyfifth twentysixth twentyseventh twentyeighth twentyninth thirtieth thirtyfirst'.split(
    ' ',
  );

const MONTH =
  '(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)';
const D = '([0-3OolI]?[0-9OolI])';
const Y = "(['’]?(?:\\d{4}|\\d{2}))";
/** "DOB14/03/2020" and "2020-03-14T00:00" run on; other letters beside the figures make them something else. */
const LEFT = '(?<!\\p{N})(?:(?<!\\p{L})|(?<=dob|born))';
const RIGHT = '(?!\\p{N}|\\p{L}(?!(?<=T)\\d))';
const SEP = '\\s{0,2}[./\\\\\\-–—,_ ]\\s{0,2}';
type Shape = { pattern: RegExp; read: (m: RegExpExecArray) => [year: string, month: number, day: number]; weak?: boolean };
const number = (s: string | undefined): number => Number((s ?? '').replace(/[Oo]/g, '0').replace(/[lI]/g, '1'));
const month = (s: string | undefined): number => MONTHS[(s ?? '').toLowerCase().replace(/\.$/, '')] ?? 0;

/** Spellings of one day. Day before month, as the British write; month first only where it cannot be the day. */
const SHAPES: readonly Shape[] = [
  {
    pattern: new RegExp(`${LEFT}${D}(${SEP})([01OolI]?[0-9OolI])\\2${Y}${RIGHT}`, 'giu'),
    read: (m) => [m[4] ?? '', number(m[3]), number(m[1])],
  },
  {
    pattern: new RegExp(`${LEFT}(\\d{4})(${SEP})([01]?\\d)\\2([0-3]?\\d)${RIGHT}`, 'giu'),
    read: (m) => [m[1] ?? '', number(m[3]), number(m[4])],
  },
  {
    pattern: new RegExp(`${LEFT}(0?[1-9]|1[0-2])(${SEP})(1[3-9]|2\\d|3[01])\\2${Y}${RIGHT}`, 'giu'),
    read: (m) => [m[4] ?? '', number(m[1]), number(m[3])],
  },
  {
    pattern: new RegExp(
      `${LEFT}${D}(?:\\s?(?:st|nd|rd|th))?(?:\\s{1,2}(?:day\\s)?of)?[\\s./,_-]{0,3}(${MONTH})\\.?[\\s./,_-]{0,3}${Y}${RIGHT}`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', month(m[2]), number(m[1])],
  },
  {
    pattern: new RegExp(
      `${LEFT}(${MONTH})\\.?[\\s./_-]{0,3}(?:the\\s)?${D}(?:\\s?(?:st|nd|rd|th))?[\\s.,/_-]{1,3}${Y}${RIGHT}`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', month(m[1]), number(m[2])],
  },
  {
    pattern: new RegExp(`${LEFT}(\\d{4})[\\s./_-]{1,3}(${MONTH})\\.?[\\s./_-]{1,3}${D}(?:st|nd|rd|th)?${RIGHT}`, 'giu'),
    read: (m) => [m[1] ?? '', month(m[2]), number(m[3])],
  },
  {
    pattern: new RegExp(`${LEFT}${D}[\\s./-]{1,3}(x?(?:iv|ix|v?i{1,3}|v|x)|xii?)[\\s./-]{1,3}${Y}${RIGHT}`, 'giu'),
    read: (m) => [m[3] ?? '', ROMAN.indexOf((m[2] ?? '').toLowerCase()) + 1, number(m[1])],
  },
  {
    pattern: /(?<![\p{L}\p{N}./-])([0-3]\d)([01]\d)(\d{4}|\d{2})(?![\p{L}\p{N}./-]\d|\d)/giu,
    read: (m) => [m[3] ?? '', number(m[2]), number(m[1])],
    weak: true,
  },
  { pattern: /(?<![\p{L}\p{N}./-])(\d{4})([01]\d)([0-3]\d)(?!\d)/giu, read: (m) => [m[1] ?? '', number(m[2]), number(m[3])] },
  {
    pattern: new RegExp(
      `(?<!\\p{L})((?:twenty|thirty)?[\\s-]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]{3,9}teenth|tenth|eleventh|twelfth|twentieth|thirtieth))(?:\\s(?:day\\s)?of)?\\s(${MONTH}),?\\s${Y}(?!\\d)`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', month(m[2]), ORDINALS.indexOf((m[1] ?? '').toLowerCase().replace(/[\s-]/g, '')) + 1],
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${MONTH})\\s(?:the\\s)?((?:twenty|thirty)?[\\s-]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]{3,9}teenth|tenth|eleventh|twelfth|twentieth|thirtieth)),?\\s${Y}(?!\\d)`,
      'giu',
    ),
    read: (m) => [m[3] ?? '', month(m[1]), ORDINALS.indexOf((m[2] ?? '').toLowerCase().replace(/[\s-]/g, '')) + 1],
  },
];
const NO_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${D}(?:st|nd|rd|th)?(?:\\sof)?\\s?(${MONTH})|(${MONTH})\\s?${D}(?:st|nd|rd|th)?|${D}[./]([01]?\\d))(?![\\p{L}\\p{N}]|[./]\\d)`,
  'giu',
);
const BIRTH = /\b(?:birthday|born|birth|d\.?o\.?b|turned|turns|turning|b\.)/iu;

export type FigureRun = { start: number; end: number };
export type BirthFinder = (text: string, runs: readonly FigureRun[], found: Found[]) => void;

/** How far the parts of one date may lie apart. */
const REACH = 30;

/**
 * Dates of birth in any usual spelling. One day for two people (twins) is asked about.
 * Only where a year and a day that go together stand near each other are the spellings tried at all.
 */
export function birthFinder(ids: Identifiers): BirthFinder {
  if (ids.births.size === 0) return () => {};
  /** Year in two figures → bit set of days. */
  const days = new Int32Array(100);
  for (const day of ids.births.keys())
    days[Number(day.slice(2, 4))] = (days[Number(day.slice(2, 4))] ?? 0) | (1 << (Number(day.slice(8)) - 1));
  const anyDay = days.reduce((all, bits) => all | bits, 0);

  return (text, runs, found) => {
    if (runs.length === 0) return;
    let plain: string | undefined;
    let from = -1;
    let to = -1;
    const look = (start: number, end: number): void => {
      if (start > to) {
        if (from >= 0) search(from, to);
        from = start;
      } else from = Math.min(from, start);
      to = Math.max(to, end);
    };
    const search = (start: number, end: number): void => {
      plain ??= plainFigures(text);
      findIn(plain, start, end, ids, found);
    };
    let birth: boolean | undefined;
    for (let i = 0; i < runs.length; i++) {
      const { start, end } = runs[i] as FigureRun;
      const size = end - start;
      if (size === 6 || size >= 8) look(start - 2, end + 2);
      else if (size === 2 || size === 4) {
        const bits = days[valueOf(text, end - 2, end)] ?? 0;
        if (bits !== 0 && dayNear(text, runs, i, bits, size))
          look(Math.max(0, start - REACH), Math.min(text.length, end + REACH));
      }
      if (
        size <= 2 &&
        (anyDay & (1 << (valueOf(text, start, end) - 1))) !== 0 &&
        (birth ??= BIRTH.test(text)) &&
        nearBirth(text, start, end)
      ) {
        plain ??= plainFigures(text);
        findWithoutYear(text, plain, Math.max(0, start - 14), Math.min(text.length, end + 16), ids, found);
      }
    }
    if (from >= 0) search(from, to);
  };
}

/** Whether a day of one of that year's births stands near, in figures, in words, or with letters for figures. */
function dayNear(text: string, runs: readonly FigureRun[], at: number, bits: number, size: number): boolean {
  const own = runs[at] as FigureRun;
  for (let j = Math.max(0, at - 3); j < runs.length && j <= at + 3; j++) {
    const run = runs[j] as FigureRun;
    if (j === at || run.end - run.start > 2 || run.start - own.end > REACH || own.start - run.end > REACH) continue;
    const day = valueOf(text, run.start, run.end);
    if (day >= 1 && day <= 31 && (bits & (1 << (day - 1))) !== 0) return true;
  }
  const before = text.slice(Math.max(0, own.start - REACH), own.start);
  if (/[0-3OolI][0-9OolI]?[./-][01OolI]?[0-9OolI][./-]$/.test(before)) return /[OolI]/.test(before.slice(-6));
  return size === 4 && /(?:th|first|second|third|ieth)\b/i.test(before);
}

function valueOf(text: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    n = n * 10 + (c >= 0xff10 ? c - 0xff10 : c - 48);
  }
  return n;
}

function findIn(plain: string, from: number, to: number, ids: Identifiers, found: Found[]): void {
  // One letter more on each side, so that what stands directly beside still counts.
  const offset = Math.max(0, from - 1);
  const part = plain.slice(offset, to + 1);
  for (const { pattern, read, weak } of SHAPES) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(part); m !== null; m = pattern.exec(part)) {
      const [year, mm, dd] = read(m);
      const entries = entriesOn(ids, year, mm, dd);
      if (entries === undefined) {
        // "1 14.3.2020": the first figure may have hidden the date.
        pattern.lastIndex = m.index + 1;
        continue;
      }
      const start = offset + m.index + (/^\s*/.exec(m[0])?.[0].length ?? 0);
      const end = offset + m.index + m[0].length;
      const sixFigures = weak === true && m[0].length === 6 && !nearBirth(plain, start, end);
      push(plain, ids, found, start, end, entries, sixFigures);
    }
  }
}

/** "His birthday is 14 March": asked about. */
function findWithoutYear(text: string, plain: string, from: number, to: number, ids: Identifiers, found: Found[]): void {
  const part = plain.slice(from, to);
  NO_YEAR.lastIndex = 0;
  for (let m = NO_YEAR.exec(part); m !== null; m = NO_YEAR.exec(part)) {
    const mm = month(m[2] ?? m[3]) || number(m[6]);
    const dd = number(m[1] ?? m[4] ?? m[5]);
    const entries = [...ids.births]
      .filter(([day]) => Number(day.slice(5, 7)) === mm && Number(day.slice(8)) === dd)
      .flatMap(([, n]) => n);
    // A date cut off by the end of the piece may have a year after all.
    if (to < text.length && m.index + m[0].length > part.length - 3) continue;
    if (entries.length > 0) push(text, ids, found, from + m.index, from + m.index + m[0].length, entries, true);
  }
}

function push(text: string, ids: Identifiers, found: Found[], start: number, end: number, entries: number[], ask: boolean): void {
  const raw = text.slice(start, end);
  const written = entries.some((n) => ids.entries[n]?.dateOfBirth === raw);
  found.push({
    start,
    end,
    entries: [...entries],
    kind: 'dateOfBirth',
    spelling: written ? 'asWritten' : 'otherDateSpelling',
    sure: !ask && entries.length === 1,
  });
}

function entriesOn(ids: Identifiers, year: string, mm: number, dd: number): number[] | undefined {
  if (mm < 1 || mm > 12 || dd < 1 || dd > 31) return undefined;
  const y = year.replace(/\D/g, '');
  const years = y.length === 4 ? [Number(y)] : [1900 + Number(y), 2000 + Number(y)];
  for (const full of years) {
    const entries = ids.births.get(isoDay(fromParts(full, mm, dd)));
    if (entries !== undefined) return entries;
  }
  return undefined;
}

function nearBirth(text: string, start: number, end: number): boolean {
  return BIRTH.test(text.slice(Math.max(0, start - 40), end + 24));
}

/** Full-width and other figures as plain ones, unit for unit, so that offsets stay. */
function plainFigures(text: string): string {
  return text.replace(/[０-９／．－\u00a0\u2007-\u200a\u202f‐‑]/g, (ch) => {
    const c = ch.charCodeAt(0);
    if (c >= 0xff10 && c <= 0xff19) return String.fromCharCode(c - 0xff10 + 48);
    if (ch === '／') return '/';
    if (ch === '．') return '.';
    return /[－‐‑]/.test(ch) ? '-' : ' ';
  });
}
