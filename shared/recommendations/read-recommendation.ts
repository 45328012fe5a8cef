import type { IsoDay } from '../kernel/clock.ts';
import type { RecommendationReading } from '../model/recommendation.ts';
import { readLabelled } from './labelled.ts';
import { findMeasures } from './measure.ts';
import { findOwners } from './owners.ts';
import { splitSentences, within } from './sentences.ts';
import { findTimescale } from './timescale.ts';
import { findWeakness } from './weak.ts';

export type ReadRecommendationOptions = { today?: IsoDay; publishedOn?: IsoDay };

/**
 * What a recommendation says of owner, timescale and measure, each an exact part of the text, and what is weak in it.
 * Pure; never throws. It reads the sentence as it stands and invents nothing: what is not said is null.
 */
export function readRecommendation(text: string, options: ReadRecommendationOptions = {}): Omit<RecommendationReading, 'id'> {
  const labelled = readLabelled(text, options);
  const sentences = splitSentences(text).filter((s) => !within(labelled.spans, s.start));
  const measures = findMeasures(text, sentences);
  const asked = findOwners(sentences, measures);
  const owners: RecommendationReading['owners'] = [...labelled.owners];
  if (owners.length === 0) {
    for (const { actors } of asked) {
      for (const { text: name, type } of actors) {
        if (type !== 'people' && !owners.some((o) => o.text === name)) owners.push({ text: name, type });
      }
    }
  }
  const timescale = labelled.timescale ?? findTimescale(text, sentences, asked, measures, options);
  const first = measures[0];
  const measure = labelled.measure ?? (first ? text.slice(first.start, first.end) : null);
  return { owners, timescale, measure, ...findWeakness(sentences, asked, owners, timescale, measure) };
}
