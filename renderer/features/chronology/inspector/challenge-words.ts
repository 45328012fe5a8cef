import type { ChallengeState } from '#shared/contract/discussion.ts';

export const CHALLENGE_STATES: Record<ChallengeState, string> = {
  open: 'Open',
  accepted: 'Accepted',
  partly: 'Accepted in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
