import type { Grouping } from '#shared/contract/event-filter.ts';
import { fromBlob, marks, toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { dayAt } from './place.ts';
import type { StoredEvent } from './event-row.ts';

/** A heading of a grouped list: an agency's or a theme's id, a day, or null; how many stand under it, and their anchors. */
export type ListGroup = { key: string | null; total: number; anchors: number[] };
type GroupRow = { pos: number; id?: Uint8Array; agencyId?: Uint8Array };

/**
 * Counts under headings while a list is gone through in its order. By day the list keeps its order, so its own anchors
 * serve; by agency and theme each heading has a list of its own, and an entry of two themes stands in both.
 */
export class GroupCounts {
  /** What else the list's query must select. */
  readonly columns: string;
  readonly #group: Grouping;
  readonly #every: number;
  readonly #found = new Map<string | null, ListGroup>();
  readonly #order: readonly (string | null)[];
  readonly #themesOf: Map<string, string[]> | null;
  readonly #names = new Map<string, string>();

  constructor(db: ReadDb, group: Grouping, every: number) {
    this.#group = group;
    this.#every = every;
    this.columns = group === 'agency' ? ', e."agencyId" AS "agencyId"' : group === 'theme' ? ', e.id AS id' : '';
    this.#order = group === 'agency' ? idsInOrder(db, 'agency', 'ordinal') : group === 'theme' ? themesInOrder(db) : [];
    this.#themesOf = group === 'theme' ? allTags(db) : null;
  }

  /** A stored event as this counts it. */
  row(event: StoredEvent): GroupRow {
    return { pos: event.pos, id: toBlob(event.id), agencyId: toBlob(event.agencyId) };
  }

  take(row: GroupRow): void {
    if (this.#group === 'day') return this.#add(dayAt(row.pos), row.pos);
    if (this.#group === 'agency') return this.#add(this.#name(row.agencyId!), row.pos);
    const themes = this.#themesOf!.get(hex(row.id!));
    if (!themes) return this.#add(null, row.pos);
    for (const theme of themes) this.#add(theme, row.pos);
  }

  #name(bytes: Uint8Array): string {
    const key = hex(bytes);
    let name = this.#names.get(key);
    if (name === undefined) this.#names.set(key, (name = fromBlob(bytes)));
    return name;
  }

  #add(key: string | null, pos: number): void {
    let group = this.#found.get(key);
    if (!group) this.#found.set(key, (group = { key, total: 0, anchors: [] }));
    if (this.#group !== 'day' && group.total % this.#every === 0) group.anchors.push(pos);
    group.total += 1;
  }

  /** The headings that have entries, in their order. */
  list(): ListGroup[] {
    if (this.#group === 'day') return [...this.#found.values()];
    return [...this.#order, null].flatMap((key) => this.#found.get(key) ?? []);
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function idsInOrder(db: ReadDb, table: 'agency', by: string): string[] {
  return selectRows(db, table, `ORDER BY ${by}`).map((row) => row.id);
}

/** A theme, then those below it, as the tree is read. */
export function themesInOrder(db: ReadDb): string[] {
  const rows = selectRows(db, 'theme', 'ORDER BY position, name');
  const below = (parent: string | null): string[] =>
    rows.filter((row) => (row['parentId'] ?? null) === parent).flatMap((row) => [row.id, ...below(row.id)]);
  return below(null);
}

function allTags(db: ReadDb): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const row of db.iterate<{ eventId: Uint8Array; themeId: Uint8Array }>(`SELECT "eventId", "themeId" FROM "themeTag"`)) {
    const theme = hex(row.themeId);
    let name = names.get(theme);
    if (name === undefined) names.set(theme, (name = fromBlob(row.themeId)));
    const event = hex(row.eventId);
    const own = tags.get(event);
    if (own) own.push(name);
    else tags.set(event, [name]);
  }
  return tags;
}

/** The headings under which an entry stands, in their order; the day's is told by its place. */
export function headingsOf(db: ReadDb, event: StoredEvent, group: Exclude<Grouping, 'day'>): (string | null)[] {
  if (group === 'agency') return [event.agencyId];
  const own = db
    .all<{ themeId: Uint8Array }>(`SELECT "themeId" FROM "themeTag" WHERE "eventId" IN (${marks(1)})`, toBlob(event.id))
    .map((row) => fromBlob(row.themeId));
  return own.length === 0 ? [null] : themesInOrder(db).filter((id) => own.includes(id));
}
