import { readRecommendation, type ReadRecommendationOptions } from '#shared/recommendations/read-recommendation.ts';
import { readOwnerField, readTimescaleField } from '#shared/recommendations/labelled.ts';
import { FIELD_BY_NAME, type PlanField } from './field-names.ts';
import type { StagedAction } from '#shared/model/recommendation.ts';

export const plainName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’']s\b/g, 's')
    .replace(/[^a-z\d]+/g, ' ')
    .replace(/\b(?:the|please|this|it|has|worked|that)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The field that a column or label is called; null: not a name of any. `loose` also takes "Lead officer / agency". */
export function fieldOf(name: string, loose: boolean): PlanField | null {
  const plain = plainName(name);
  if (plain === '') return null;
  const exact = FIELD_BY_NAME.get(plain) ?? FIELD_BY_NAME.get(plain.replace(/s$/, ''));
  if (exact) return exact;
  if (!loose || plain.split(' ').length > 12) return null;
  for (let words = plain.split(' ').slice(0, -1); words.length > 0; words = words.slice(0, -1)) {
    const start = plain.split(' ').length > 7 && words.length < 3 ? undefined : FIELD_BY_NAME.get(words.join(' '));
    if (start && !(words.length === 1 && /^(?:by|when|what|how|who|no|date|test|so|in)$/.test(words[0]!))) return start;
  }
  const parts = name.split(/[/\n&]| or | and /);
  for (const part of parts.length > 1 ? parts : []) {
    const found = FIELD_BY_NAME.get(plainName(part));
    if (found) return found;
  }
  return null;
}

/** "Owner: Head of Midwifery" and the like: field and value; null for any other line. */
export function labelledLine(text: string): { field: PlanField; value: string } | null {
  const m = /^([A-Za-z][A-Za-z’'/&() -]{1,44}?)\s*(?::\s*-?|\t+|\s[–—-]\s)\s*(\S[\s\S]*)?$/.exec(text);
  if (!m) return null;
  const field = fieldOf(m[1]!, false) ?? (text.includes(':') ? fieldOf(m[1]!, true) : null);
  // "Action: …" and "Recommendation: …" open an item, and "Date: …" heads a paper: neither is a field here
  if (
    field === null ||
    /^(?:action|recommendation|number|other)$/.test(field) ||
    /^(?:date|partner|service|test|item|area|subject|title)$/i.test(m[1]!.trim())
  )
    return null;
  if (!text.includes(':') && field !== 'owners' && field !== 'timescale' && field !== 'successMeasure') return null;
  return { field, value: (m[2] ?? '').trim() };
}

export type Given = Partial<Record<PlanField, string>>;

/** An item with what was written for its fields; what was not is read from its own words, if they are plain. */
export function stage(
  item: { kind: StagedAction['kind']; number: string | null; parent: number | null; heading: string | null; text: string },
  given: Given,
  options: ReadRecommendationOptions,
): StagedAction {
  const reading = readRecommendation(item.text, options);
  const owners = given.owners === undefined ? reading.owners.map((o) => o.text) : readOwnerField(given.owners).map((o) => o.text);
  const agencies = reading.owners.filter((o) => o.type === 'agency');
  const plain = reading.timescale !== null && !/^(?:standard|vague)$/.test(reading.timescale.kind) ? reading.timescale : null;
  const written = blank(given.timescale) ?? plain?.text ?? null;
  const due = blank(given.timescale) === null ? plain?.due : readTimescaleField(given.timescale!, options)?.due;
  return {
    ...item,
    owners: [...new Set(owners)].slice(0, 20).map((o) => o.slice(0, 300)),
    leadAgency:
      (blank(given.leadAgency) ?? (given.owners === undefined && agencies.length === 1 ? agencies[0]!.text : null))?.slice(
        0,
        300,
      ) ?? null,
    timescale: written === null ? null : { asWritten: written.slice(0, 500), due: due ?? null },
    successMeasure: (blank(given.successMeasure) ?? reading.measure)?.slice(0, 4000) ?? null,
    assurance: (blank(given.assurance) ?? '')
      .split(/\s*(?:→|->|>|;|\n)\s*/)
      .filter((s) => s !== '')
      .slice(0, 10)
      .map((s) => s.slice(0, 300)),
  };
}

const blank = (value: string | undefined): string | null => {
  const text = value?.trim() ?? '';
  return text === '' || /^(?:n\/?a|none|-+|–|\?+)$/i.test(text) ? null : text;
};
