import type { PublicationKind } from '#shared/model/publication-kinds.ts';
import type { ModelBlock } from '../../model.ts';
import { blank, fieldText } from '../field-text.ts';
import { type Frame, publicationOwner } from '../frame.ts';
import { ownHeading } from './own-heading.ts';

/** What happened, as it was written for this kind's readers; said to be missing where it is. */
export function summaryBlocks(frame: Frame, kind: PublicationKind, text: string, heading: string | null): ModelBlock[] {
  const owner = publicationOwner(frame, 'The summary');
  const field = `${kind}.summary`;
  const empty = {
    code: 'summaryMissing',
    blocks: kind === 'webEntry',
    message: `Nothing is written about what happened. ${kind === 'webEntry' ? 'It is what this entry is for.' : 'Does not block.'}`,
    where: { ...owner, field },
    fix: 'Write the summary',
  };
  const lines: ModelBlock = { t: 'lines', text: fieldText(owner, field, text), empty };
  return heading === null || blank(text) ? [lines] : [ownHeading(heading), lines];
}
