import type { ModelBlock } from '../../model.ts';

/** The heading of a chapter in Plumbline's own words. */
export const ownHeading = (text: string, level: 2 | 3 | 4 = 2): ModelBlock => ({
  t: 'heading',
  level,
  words: [{ t: 'own', text }],
  concerns: [],
  empty: null,
});
