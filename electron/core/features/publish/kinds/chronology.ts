import type { PublicationModel } from '../model.ts';
import { entryBlocks, type PublishedEntry } from './chapters/entries.ts';
import { framed, type Frame, nothing } from './frame.ts';

export type ChronologyFacts = Frame & { entries: PublishedEntry[] };

/** The integrated chronology alone, year by year. */
export function chronology(facts: ChronologyFacts): PublicationModel {
  const none = nothing(facts, 'Chronology', 'The chronology has no entry to publish. Add the returns first.', 'Add returns');
  return framed(facts, 'chronology', { body: entryBlocks(facts.entries), concerns: facts.entries.length === 0 ? [none] : [] });
}
