import type { Store } from '../../db/store.ts';

/** What a new review begins with. */
export type ReviewSeed = {
  id: string;
  title: string;
  reference: string;
  profile: 'lcspr' | 'localLearning' | 'rapidReview';
  partnership: string;
  subject: string;
  scopeFrom: string | null;
  scopeTo: string | null;
  authorName: string;
  authorPost: string;
};

export function seedReview(store: Store, seed: ReviewSeed): { reviewId: string } {
  store.insert('review', { ...seed, publishSettings: {} });
  return { reviewId: seed.id };
}
