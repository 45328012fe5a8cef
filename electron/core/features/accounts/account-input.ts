import type { AccountInput, AccountText } from '#shared/accounts/account.ts';
import { sortOfAgency, type AgencySort } from '#shared/accounts/agency-sorts.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { correctionsOf, EVENT_FIELDS, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';

export type Corrections = NonNullable<ReturnType<ReturnType<typeof correctionsOf>['get']>>;
export type AgencySorts = ReadonlyMap<string, AgencySort | null>;

export const agencySorts = (db: ReadDb): AgencySorts =>
  new Map(selectRows(db, 'agency').map((row) => [row.id, sortOfAgency(String(row['name']))]));

/** A text of an entry that is compared, and where it stands: a field, or a column that the agency named itself. */
export type PlacedText = AccountText & { at: { field: (typeof EVENT_FIELDS)[number] } | { column: string } };

/** The texts of an entry as they stand, with the names in them; always over the real words, whatever the session sees. */
export function placedTexts(lens: Lens, event: StoredEvent, corrections: Corrections): { texts: PlacedText[]; people: string[] } {
  const people = new Set<string>();
  const texts: PlacedText[] = [];
  for (const field of EVENT_FIELDS) {
    const text = standingText(event, field, corrections);
    if (!text) continue;
    const settled = lens.settle(placeOf(event.id, field), text);
    const names = settled
      .filter(({ decided }) => !(decided && decided.entryId === null))
      .map(({ mention, decided }) => (decided?.entryId ? { ...mention, entryIds: [decided.entryId] } : mention));
    for (const { mention, decided } of settled) {
      if (decided?.entryId) people.add(decided.entryId);
      else if (!decided && mention.status === 'sure') for (const id of mention.entryIds) people.add(id);
    }
    texts.push({ text, names, at: { field } });
  }
  for (const [column, text] of Object.entries(event.other)) {
    const names = lens.matcher().find(text);
    for (const mention of names) if (mention.status === 'sure') for (const id of mention.entryIds) people.add(id);
    texts.push({ text, names, at: { column } });
  }
  return { texts, people: [...people] };
}

export function accountInput(lens: Lens, event: StoredEvent, corrections: Corrections, sorts: AgencySorts): AccountInput {
  return {
    id: event.id,
    agencyId: event.agencyId,
    sort: sorts.get(event.agencyId) ?? null,
    earliest: event.earliest,
    latest: event.latest,
    time: event.time,
    ...placedTexts(lens, event, corrections),
  };
}
