import type { RawMoment } from '../reader.ts';
import { type FormatSection, parseFormatCode } from './format-code.ts';
import type { NumberFormat } from './number-formats.ts';
import { showMoment } from './show-moment.ts';
import { plainNumber, showNumber } from './show-number.ts';

/** A value as its cell shows it. */
export type ShownValue = {
  text: string;
  moment?: RawMoment;
  unseen?: 'day' | 'year';
  /** Kept out of sight by its format, as ";;;" does. */
  veiled?: string;
};

const DATE = parseFormatCode('dd/mm/yyyy')[0]!;
const DATE_TIME = parseFormatCode('dd/mm/yyyy hh:mm')[0]!;
const TIME = parseFormatCode('hh:mm')[0]!;
/** Days of 1950 to 2069 counted from 1904: elsewhere a bare number is no date. */
const FIRST_1904 = 16_802;
const LAST_1904 = 60_538;

export function showValue(written: string, format: NumberFormat, is1904: boolean): ShownValue {
  const value = Number(written);
  if (written.trim() === '' || Number.isNaN(value)) return { text: written };
  if (!format) {
    const text = plainNumber(value, written.trim());
    return is1904 && value >= FIRST_1904 && value <= LAST_1904 ? { text, ...bareSerial(value) } : { text };
  }
  const { section, bare } = sectionFor(value, format.sections);
  if (!section) return { text: plainNumber(value, written.trim()) };
  if (section.isDate) {
    const { text, moment, unseen } = showMoment(value, section, is1904);
    return { text: text.trim(), ...(moment ? { moment } : {}), ...(unseen ? { unseen } : {}) };
  }
  const text = showNumber(value, written.trim(), section, bare);
  const isVeiled = section.tokens.every((token) => token.is === 'text' && token.text.trim() === '') && value !== 0;
  return isVeiled ? { text: '', veiled: plainNumber(value, written.trim()) } : { text };
}

/** A text as its cell shows it: a format may stand around it or keep it out of sight. */
export function showText(text: string, format: NumberFormat): ShownValue {
  const last = format?.sections.at(-1);
  if (!format || !last || (format.sections.length < 4 && !last.tokens.some(({ is }) => is === 'cell'))) return { text };
  if (last.tokens.length === 0 && text.trim() !== '') return { text: '', veiled: text };
  if (!last.tokens.some(({ is }) => is === 'cell')) return { text };
  return { text: last.tokens.map((token) => (token.is === 'cell' ? text : token.is === 'text' ? token.text : '')).join('') };
}

/** A cell that holds its date as ISO 8601 text (t="d"): "2010-10-12T14:30:00". */
export function showIso(written: string, format: NumberFormat, is1904: boolean): ShownValue {
  const m = /^(?:(\d{4})-(\d{2})-(\d{2}))?T?(?:(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    written.trim(),
  );
  if (!m || (m[1] === undefined && m[4] === undefined)) return { text: written };
  const day = m[1] === undefined ? 0 : Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000;
  if (m[1] !== undefined && new Date(day * 86_400_000).toISOString().slice(0, 10) !== `${m[1]}-${m[2]}-${m[3]}`)
    return { text: written };
  const clock = m[4] === undefined ? 0 : (Number(m[4]) * 3600 + Number(m[5]) * 60 + Number(m[6] ?? 0)) / 86_400;
  const before1900March = day + 25_569 < 61 ? 1 : 0;
  const serial = m[1] === undefined ? clock : day + (is1904 ? 24_107 : 25_569 - before1900March) + clock;
  const found = format ? sectionFor(serial, format.sections).section : null;
  const midnight = m[4] === undefined || clock === 0;
  const section = found?.isDate ? found : m[1] === undefined ? TIME : midnight ? DATE : DATE_TIME;
  const { text, moment, unseen } = showMoment(serial, section, is1904);
  return { text, ...(moment ? { moment } : {}), ...(unseen ? { unseen } : {}) };
}

function bareSerial(value: number): { moment: RawMoment } | object {
  const { moment } = showMoment(value, Number.isInteger(value) ? DATE : DATE_TIME, true);
  return moment ? { moment: { ...moment, asNumber: true as const } } : {};
}

function sectionFor(value: number, sections: readonly FormatSection[]): { section: FormatSection | null; bare: boolean } {
  const [first, second, third] = sections;
  const conditional = sections.some(({ condition }) => condition !== null);
  if (conditional) {
    const fits = sections.find(({ condition }, at) => (condition ? holds(value, condition) : at > 0 && at < 3));
    return { section: fits ?? sections.find(({ condition }) => condition === null) ?? null, bare: false };
  }
  if (value < 0 && second) return { section: second, bare: true };
  if (value === 0 && third) return { section: third, bare: false };
  // "@" shows a number as it is.
  return { section: first ?? null, bare: false };
}

function holds(value: number, { sign, value: than }: { sign: string; value: number }): boolean {
  if (sign === '<') return value < than;
  if (sign === '<=') return value <= than;
  if (sign === '>') return value > than;
  if (sign === '>=') return value >= than;
  return sign === '=' ? value === than : value !== than;
}
