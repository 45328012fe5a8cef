import type { CorpusCategory } from './category.ts';
export const FRESH: readonly CorpusCategory[] = [];
