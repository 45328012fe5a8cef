import type { Item } from './atoms.ts';

/** What a mark between words and figures says. */
export const MARKS: Readonly<Record<string, Item>> = {
  '-': { is: 'join', join: 'to' },
  '→': { is: 'join', join: 'to' },
  '/': { is: 'join', join: 'slash' },
  '&': { is: 'join', join: 'and' },
  '+': { is: 'join', join: 'and' },
  ',': { is: 'join', join: 'comma' },
  ';': { is: 'join', join: 'comma' },
  '?': { is: 'doubt' },
  '~': { is: 'approx' },
  '≈': { is: 'approx' },
  '"': { is: 'ditto' },
  '^': { is: 'ditto' },
  '↑': { is: 'ditto' },
  '<': { is: 'bound', bound: 'before' },
  '>': { is: 'bound', bound: 'after' },
  '≤': { is: 'bound', bound: 'until' },
  '≥': { is: 'bound', bound: 'from' },
};
/** Marks that say nothing. */
export const SILENT = "`()[]{}.:*#|_!='•·…\\";
