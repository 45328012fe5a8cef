import type { FindingKind } from '#shared/model/analysis.ts';

/** What each kind of finding is called. */
export const KIND_WORDS: Record<FindingKind, string> = {
  practice: 'practice',
  goodPractice: 'good practice',
  systemic: 'systemic',
  keyPracticeEpisode: 'key practice episode',
};
