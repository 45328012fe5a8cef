import type { MentionKind } from '../model/register.ts';
import type { SpellingClass } from './spelling-classes.ts';

/** A mention before overlaps are settled; entries by their place in the register. */
export type Found = { start: number; end: number; entries: number[]; kind: MentionKind; spelling: SpellingClass; sure: boolean };
