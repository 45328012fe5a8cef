import type { FormatSection, FormatToken } from './format-code.ts';

/** A number without a format: its fifteen good figures, never with an exponent, as a long reference number must stay. */
export function plainNumber(value: number, written: string): string {
  if (/^-?\d{1,40}$/.test(written)) return written.replace(/^(-?)0+(?=\d)/, '$1');
  if (!Number.isFinite(value)) return written;
  const good = Number(value.toPrecision(15));
  const text = String(good);
  if (!text.includes('e')) return text;
  if (Math.abs(good) >= 1) return BigInt(good).toString();
  return good.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

/** A number as a section of its format shows it; `bare` where the section is the one for negative numbers. */
export function showNumber(value: number, written: string, { tokens }: FormatSection, bare: boolean): string {
  if (tokens.some(({ is }) => is === 'general')) {
    const number = plainNumber(bare ? Math.abs(value) : value, bare ? written.replace(/^-/, '') : written);
    return tokens
      .map((token) => (token.is === 'general' ? number : literal(token)))
      .join('')
      .trim();
  }
  if (!tokens.some(({ is }) => is === 'digit')) {
    const text = tokens.map((token) => (token.is === 'cell' ? plainNumber(value, written) : literal(token))).join('');
    return text.trim();
  }
  // Fractions and exponents lose figures; a reference number must keep them.
  if (tokens.some(({ is }) => is === 'exponent' || is === 'slash')) return plainNumber(value, written);
  const point = tokens.findIndex(({ is }) => is === 'point');
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const rest = point < 0 ? [] : tokens.slice(point + 1);
  const last = tokens.findLastIndex(({ is }) => is === 'digit');
  const scale = tokens.slice(last + 1).filter(({ is }) => is === 'comma').length;
  const percents = tokens.filter(({ is }) => is === 'percent').length;
  const decimals = Math.min(rest.filter(({ is }) => is === 'digit').length, 30);
  const scaled = Number((Math.abs(value) * 100 ** percents * 1000 ** -scale).toPrecision(15));
  const fixed = /^\d{16,}$/.test(written) && scale === 0 && percents === 0 ? written : fixedText(scaled, decimals);
  const [figures = '0', parts = ''] = fixed.split('.');
  const shown = wholeText(whole, figures) + decimalText(rest, parts, point >= 0);
  return (value < 0 && !bare && /[1-9]/.test(shown) ? `-${shown}` : shown).trim();
}

function fixedText(value: number, decimals: number): string {
  return value >= 1e21 ? BigInt(value).toString() : value.toFixed(decimals);
}

function literal(token: FormatToken): string {
  return token.is === 'text' ? token.text : token.is === 'percent' ? '%' : token.is === 'slash' ? '/' : '';
}

/** Figures set into their places from the right; what is over stands before the first place. */
function wholeText(tokens: readonly FormatToken[], figures: string): string {
  const places = tokens.filter(({ is }) => is === 'digit').length;
  const first = tokens.findIndex(({ is }) => is === 'digit');
  const last = tokens.findLastIndex(({ is }) => is === 'digit');
  const grouped = tokens.some(({ is }, at) => is === 'comma' && at > first && at < last);
  let left = figures.replace(/^0+/, '');
  let place = 0;
  let out = '';
  let count = 0;
  const put = (figure: string): void => {
    if (grouped && count > 0 && count % 3 === 0) out = `,${out}`;
    out = figure + out;
    count++;
  };
  for (const token of tokens.toReversed()) {
    if (token.is !== 'digit') {
      out = literal(token) + out;
      continue;
    }
    place++;
    const figure = left.at(-1);
    left = left.slice(0, -1);
    if (figure !== undefined) put(figure);
    else if (token.sign === '0') put('0');
    if (place === places) for (const over of [...left].reverse()) put(over);
  }
  return out;
}

function decimalText(tokens: readonly FormatToken[], figures: string, hasPoint: boolean): string {
  let at = 0;
  let shown = '';
  let keep = 0;
  for (const token of tokens) {
    if (token.is === 'digit') {
      const figure = figures[at++] ?? '0';
      shown += figure;
      if (token.sign === '0' || figure !== '0') keep = shown.length;
    }
  }
  const signs = tokens
    .filter(({ is }) => is !== 'digit')
    .map(literal)
    .join('');
  return (hasPoint && keep > 0 ? `.${shown.slice(0, keep)}` : '') + signs;
}
