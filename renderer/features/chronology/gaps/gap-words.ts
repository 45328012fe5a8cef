import type { Gap, GapExplanation } from '#shared/contract/gaps.ts';

const WORDS: Record<GapExplanation, string> = {
  noContact: 'There was no contact',
  elsewhere: 'The record is elsewhere',
  holiday: 'School holiday or leave',
  notInvolved: 'The agency was not involved',
  asked: 'Asked of the agency',
  notExplained: 'Not explained',
};

export const explanationWords = (explanation: GapExplanation): string => WORDS[explanation];
export const GAP_EXPLANATIONS: readonly GapExplanation[] = [
  'noContact',
  'elsewhere',
  'holiday',
  'notInvolved',
  'asked',
  'notExplained',
];
/** What can be said of an agency that is named and sent nothing. */
export const NAMED_EXPLANATIONS: readonly GapExplanation[] = ['asked', 'elsewhere', 'notInvolved', 'notExplained'];

/** How it is known that there was none. */
export function gapKindWords(gap: Gap): string {
  if (gap.kind === 'byHand') return 'stated here';
  if (gap.kind === 'stated') return 'stated by the agency';
  return gap.statedBy.length > 0 ? 'found, and stated by the agency' : 'found';
}
