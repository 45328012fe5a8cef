import { partsOf } from '../kernel/clock.ts';
import type { Frame } from './frame.ts';

/**
 * A year with a figure too many ("20101", the mark of a footnote; "20010") or missing ("210") as the only year that it can
 * be near the period under review or the row above; unchanged where there are several, or nothing to lean on.
 */
export function mendedYear(figures: string, frame: Frame): string {
  if (frame.scopeFrom === null && frame.scopeTo === null && frame.previousFrom === null) return figures;
  const candidates = figures.length === 5 ? without(figures) : withOneMore(figures);
  const years = [...new Set(candidates)].filter((year) => isPossible(Number(year), frame));
  if (years.length === 1) return years[0] ?? figures;
  const whole = figures.slice(0, 4);
  if (figures.length === 5) return years.includes(whole) && !/^\d(\d)\1|(\d)\2\d$/.test(figures) ? whole : figures;
  // "12/10/102": two figures and the mark of a footnote
  return years.length === 0 ? figures.slice(0, 2) : figures;
}

function isPossible(year: number, { scopeFrom, scopeTo, previousFrom, previousTo }: Frame): boolean {
  const first = scopeFrom ?? scopeTo ?? previousFrom ?? 0;
  const last = scopeTo ?? scopeFrom ?? previousTo ?? 0;
  return year >= partsOf(first).year - 1 && year <= partsOf(last).year + 1;
}

function without(figures: string): string[] {
  return [...figures].map((_, i) => figures.slice(0, i) + figures.slice(i + 1));
}

function withOneMore(figures: string): string[] {
  return [0, 1, 2, 3].flatMap((at) => [...'0123456789'].map((figure) => figures.slice(0, at) + figure + figures.slice(at)));
}
