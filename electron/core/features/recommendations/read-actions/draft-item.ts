import type { StagedAction } from '#shared/model/recommendation.ts';
import type { ReadRecommendationOptions } from '#shared/recommendations/read-recommendation.ts';
import type { PlanField } from './field-names.ts';
import { type Given, stage } from './fields.ts';

type Part = { text: string /** What joins it to the part before. */; join: '\n\n' | '\n' | ' '; prose: boolean };

/** An item while its paragraphs go by. */
export type DraftItem = {
  kind: StagedAction['kind'];
  number: string | null;
  /** Index of its recommendation in the list. */
  parent: number | null;
  title: string;
  parts: Part[];
  given: Given;
  /** A label stood alone on its line: what follows is its value. */
  open: PlanField | null;
};

export const newItem = (kind: StagedAction['kind'], number: string | null, parent: number | null, title: string): DraftItem => ({
  kind,
  number,
  parent,
  title,
  parts: [],
  given: {},
  open: null,
});

export function giveField(item: DraftItem, field: PlanField, value: string): void {
  if (value === '') item.open = field;
  else {
    const before = item.given[field];
    item.given[field] =
      before === undefined ? value : `${before}${field === 'owners' || field === 'assurance' ? '; ' : '\n'}${value}`;
  }
}

const MAX_TEXT = 8000;

/** Items → staged actions. What does not fit is said, by the item's place in the list. */
export function finishItems(items: readonly DraftItem[], options: ReadRecommendationOptions, problems: string[]): StagedAction[] {
  return items.map((item, i) => {
    const { heading, text } = headingAndText(item);
    if (text.length > MAX_TEXT)
      problems.push(`Item ${i + 1} is longer than ${MAX_TEXT} characters. What is beyond was left out.`);
    if (text.trim() === '') problems.push(`Item ${i + 1} has a number but no text.`);
    const { kind, number, parent } = item;
    return stage({ kind, number, parent, heading, text: text.slice(0, MAX_TEXT) }, item.given, options);
  });
}

function headingAndText(item: DraftItem): { heading: string | null; text: string } {
  const parts = [...item.parts];
  let heading = item.given.heading ?? null;
  let title = item.title;
  if (heading === null && title !== '' && parts.some((p) => p.prose && isBody(p.text)) && isTitle(title)) {
    heading = title;
    title = '';
  } else if (
    heading === null &&
    title === '' &&
    parts.length > 1 &&
    parts[0]!.prose &&
    isTitle(parts[0]!.text) &&
    parts[1]!.prose
  ) {
    heading = parts.shift()!.text;
  }
  const body = title === '' ? parts : [{ text: title, join: '\n\n' as const, prose: true }, ...parts];
  if (body.length === 0 && heading !== null) return { heading: null, text: heading };
  const text = body.map((p, i) => (i === 0 ? p.text : p.join + p.text)).join('');
  return { heading: heading?.replace(/\s*[:.–—-]+$/, '').slice(0, 300) ?? null, text };
}

const isBody = (text: string): boolean => /[.!?:]$/.test(text) || text.split(/\s+/).length >= 10;

/** A few words that name a subject and ask nothing. */
function isTitle(text: string): boolean {
  if (text.length > 110 || /[.;?!]["'’”)]?$/.test(text) || text.includes('\n')) return false;
  return (
    text.split(/\s+/).length <= 14 &&
    !/\b(?:should|must|will|shall|needs? to|ought to)\b/i.test(text) &&
    !/^\p{Lu}[\w-]* to \p{Ll}/u.test(text)
  );
}
