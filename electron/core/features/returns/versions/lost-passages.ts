import { carrySpans } from '#shared/text-diff/carry-span.ts';
import { standsIn, type PassageRow } from '../../passages/reads.ts';
import type { KeptEntry } from './kept-entry.ts';

/** Passages whose words this version changes: they are asked about. Where a correction stands, its words stay. */
export function lostPassages({ old, changes }: Pick<KeptEntry, 'old' | 'changes'>): PassageRow[] {
  if (old.passages.length === 0) return [];
  return changes.flatMap(({ field, before, after }) => {
    if (field === 'agency' || field === 'other' || field === 'date' || old.corrections.has(field)) return [];
    const own = old.passages.filter((row) => row.field === field && standsIn(before, row));
    if (own.length === 0) return [];
    const spans = carrySpans(before ?? '', after ?? '', own);
    return own.filter((_, i) => spans[i] === null);
  });
}
