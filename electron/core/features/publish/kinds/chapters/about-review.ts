import { printedDay } from '../../compose/printed-day.ts';
import type { ModelBlock } from '../../model.ts';
import { fieldText } from '../field-text.ts';
import { ownHeading } from './own-heading.ts';

export type ReviewFacts = {
  scopeFrom: string | null;
  scopeTo: string | null;
  agencies: { id: string; name: string }[];
};

/** The period and the agencies that the review looked at. */
export function aboutReviewBlocks({ scopeFrom, scopeTo, agencies }: ReviewFacts): ModelBlock[] {
  const blocks: ModelBlock[] = [];
  const period = periodWords(scopeFrom, scopeTo);
  if (period !== null) blocks.push({ t: 'paragraph', words: [{ t: 'own', text: period }] });
  if (agencies.length > 0) {
    blocks.push({ t: 'paragraph', words: [{ t: 'own', text: 'These agencies gave their records:' }] });
    for (const { id, name } of agencies) {
      const text = fieldText({ table: 'agency', id, number: null, label: 'An agency' }, 'name', name);
      blocks.push({ t: 'listItem', ordered: false, words: [{ t: 'text', text }], source: text.source });
    }
  }
  return blocks.length === 0 ? [] : [ownHeading('About this review'), ...blocks];
}

function periodWords(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `The review looked at the time until ${printedDay(to ?? '')}.`;
  if (to === null) return `The review looked at the time from ${printedDay(from)}.`;
  return `The review looked at the time from ${printedDay(from)} to ${printedDay(to)}.`;
}
