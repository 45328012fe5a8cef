import { KINDS, type PublicationKind } from '#shared/model/publication-kinds.ts';
import { printedDay } from '../compose/printed-day.ts';
import type { ModelBlock, PublicationModel } from '../model.ts';
import { ownHeading } from './chapters/own-heading.ts';
import { summaryBlocks } from './chapters/summary.ts';
import { framed, type Frame } from './frame.ts';

export type WebEntryFacts = Frame & {
  summary: string;
  /** What has been published of this review, newest first. */
  published: { kind: PublicationKind; on: string }[];
};

/** A few sentences, and what there is to read: the partnership's own page links to the files. */
export function webEntry(facts: WebEntryFacts): PublicationModel {
  const files = facts.published.map(
    ({ kind, on }): ModelBlock => ({
      t: 'listItem',
      ordered: false,
      words: [{ t: 'own', text: `${KINDS[kind].label}, published ${printedDay(on)}` }],
    }),
  );
  const body = [
    ...summaryBlocks(facts, 'webEntry', facts.summary, null),
    ...(files.length === 0 ? [] : [ownHeading('To read'), ...files]),
  ];
  return framed(facts, 'webEntry', { body, concerns: [] });
}
