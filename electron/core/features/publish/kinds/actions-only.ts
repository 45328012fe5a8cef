import type { ModelBlock, PublicationModel } from '../model.ts';
import { ownHeading } from './chapters/own-heading.ts';
import { fieldText } from './field-text.ts';
import { framed, nothing, publicationOwner, type Frame } from './frame.ts';
import { itemBlocks, type PublishedItem } from './items.ts';

export type ActionsOnlyFacts = Frame & {
  /** Why the report is not published: with it the actions may be published alone (Children Act 2004, s.16F). */
  reason: string;
  items: PublishedItem[];
};

/**
 * The actions alone: why no report, then each recommendation or action as a numbered heading. No text of the chronology, of an
 * annotation or of a finding is read at all.
 */
export function actionsOnly(facts: ActionsOnlyFacts): PublicationModel {
  const reason = publicationOwner(facts, 'The reason');
  const message = 'The reason for not publishing the report is missing. Say why only the actions are published.';
  const empty = {
    code: 'reasonMissing',
    blocks: true,
    message,
    where: { ...reason, field: 'actionsOnly.reason' },
    fix: 'Write the reason',
  };
  const body: ModelBlock[] = [
    ownHeading('Why only the actions are published'),
    { t: 'lines', text: fieldText(reason, 'actionsOnly.reason', facts.reason), empty },
    ...facts.items.flatMap((item) => itemBlocks(item, 2)),
  ];
  const none = nothing(
    facts,
    'Actions',
    'There is no action or recommendation to publish. Add or paste the actions first.',
    'Add actions',
  );
  return framed(facts, 'actionsOnly', { body, concerns: facts.items.length === 0 ? [none] : [] });
}
