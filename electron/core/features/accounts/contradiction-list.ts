import type { Contradiction, ContradictionState } from '#shared/model/accounts.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { contradictionsAmong } from './compare.ts';
import { groupPlaces, memberIds } from './groups.ts';
import { eventsById } from './heads.ts';

const GROUPS_AT_ONCE = 20;

/** Contradictions group by group, from a place of the chronology on: a page ends with a whole group. */
export function contradictionPage(
  db: ReadDb,
  lens: Lens,
  input: { states: readonly ContradictionState[]; from: number | null; limit: number },
): { items: Contradiction[]; next: number | null } {
  const items: Contradiction[] = [];
  for (let from = input.from; ; ) {
    const groups = groupPlaces(db, from, GROUPS_AT_ONCE);
    for (const [i, id] of groups.ids.entries()) {
      if (items.length >= input.limit) return { items, next: groups.places[i]! };
      const events = eventsById(db, memberIds(db, id));
      items.push(...contradictionsAmong(db, lens, events, id).filter((one) => input.states.includes(one.state)));
    }
    if (groups.next === null) return { items, next: null };
    from = groups.next;
  }
}
