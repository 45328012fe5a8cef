import type { AgencyRecord, Gap } from '#shared/contract/gaps.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { dateLabel } from '#shared/dates/format.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import { selectRows } from '../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import { dateOf, startOfDay, type StoredEvent } from '../chronology/reads.ts';
import { kindOfName } from './agency-kinds.ts';
import { type Contacts, contactsByAgency, type Statement } from './contacts.ts';
import { type Days, gapLength, joined, lengthOf, overlap, type Stretch, stretchesWithout, usualInterval } from './find-gaps.ts';
import { inSchoolHolidays } from './school-holidays.ts';
import { gapNotes, type KeptNote, noteOf } from './notes.ts';

type Listed = OutputOf<'gaps.list'>;
type Draft = Gap & { days_: Days };

/** Every stretch without contact in the period under review: found, stated by an entry, or stated by a person. */
export function listGaps(db: ReadDb): Listed {
  const contacts = contactsByAgency(db);
  const period = periodOf(db, contacts);
  const notes = gapNotes(db);
  const rows = selectRows(db, 'agency', 'ORDER BY ordinal').filter((row) => contacts.has(row.id));
  if (period === null)
    return { period: null, agencies: rows.map((row) => recordOf(row, contacts.get(row.id)!, null)), gaps: [], filled: [] };
  const agencies = rows.map((row) => recordOf(row, contacts.get(row.id)!, period));
  const drafts = rows.flatMap((row, i) => gapsOfAgency(db, agencies[i]!, contacts.get(row.id)!, period));
  drafts.push(...notes.filter((note) => note.byHand).map((note) => byHand(note, contacts)));
  const left = attachNotes(
    drafts,
    notes.filter((note) => !note.byHand),
  );
  const order = new Map(rows.map((row, i) => [row.id, i]));
  drafts.sort((a, b) => (order.get(a.agencyId ?? '') ?? -1) - (order.get(b.agencyId ?? '') ?? -1) || a.days_.from - b.days_.from);
  return {
    period: { from: isoDay(period.from), to: isoDay(period.to) },
    agencies,
    gaps: drafts.map(({ days_: _days, ...gap }) => gap),
    filled: left.map((note) => ({ agencyId: note.agencyId, note: noteOf(note) })),
  };
}

/** The detailed period of the review; where none is set, from the first entry to the last. */
function periodOf(db: ReadDb, contacts: ReadonlyMap<string, Contacts>): Days | null {
  const review = selectRows(db, 'review')[0];
  const from = review?.['scopeFrom'] as string | null | undefined;
  const to = review?.['scopeTo'] as string | null | undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { contact } of contacts.values()) {
    for (const days of contact) {
      first = Math.min(first, days.from);
      last = Math.max(last, days.to);
    }
  }
  const period = { from: from ? dayNumber(from) : first, to: to ? dayNumber(to) : last };
  return Number.isFinite(period.from) && Number.isFinite(period.to) && period.from <= period.to ? period : null;
}

function recordOf(row: Row, of: Contacts, period: Days | null): AgencyRecord {
  const contact = joined(of.contact);
  const usual = period === null ? null : usualInterval(contact, period);
  const daysSet = row['gapDays'] as number | null;
  const kind = row['kind'] as AgencyRecord['kind'] | null;
  const inPeriod = period === null ? [] : contact.filter((days) => days.to >= period.from && days.from <= period.to);
  const first = contact[0];
  const last = contact.at(-1);
  const firstIn = inPeriod[0];
  const lastIn = inPeriod.at(-1);
  return {
    agencyId: row.id,
    kind: kind ?? kindOfName(String(row['name'])),
    kindSet: kind !== null,
    entries: of.entries,
    first: first ? isoDay(first.from) : null,
    last: last ? isoDay(last.to) : null,
    startsAfter: period && firstIn ? Math.max(0, firstIn.from - period.from) : null,
    endsBefore: period && lastIn ? Math.max(0, period.to - lastIn.to) : null,
    usual,
    days: daysSet ?? gapLength(usual),
    daysSet,
    rowVersion: row['rowVersion'] as number,
  };
}

function gapsOfAgency(db: ReadDb, agency: AgencyRecord, of: Contacts, period: Days): Draft[] {
  const found = stretchesWithout(of.contact, period).filter((stretch) => lengthOf(stretch) >= agency.days);
  const stated = of.stated.filter((days) => overlap(days, period) > 0);
  const drafts = found.map((stretch) =>
    draftOf(
      db,
      agency,
      of,
      stretch,
      'found',
      stated.filter((days) => overlap(days, stretch) > 0),
    ),
  );
  for (const days of stated) {
    // A statement that a found stretch holds whole is said there.
    if (found.some((stretch) => stretch.from <= days.from && stretch.to >= days.to)) continue;
    drafts.push(draftOf(db, agency, of, { ...days, edge: null }, 'stated', [days]));
  }
  return drafts;
}

function draftOf(
  db: ReadDb,
  agency: AgencyRecord,
  of: Contacts,
  stretch: Stretch,
  kind: 'found' | 'stated',
  stated: readonly Statement[],
): Draft {
  const { agencyId } = agency;
  const days = { from: stretch.from, to: stretch.to };
  return {
    key: `${agencyId}:${isoDay(days.from)}:${isoDay(days.to)}:${kind}`,
    kind,
    agencyId,
    from: isoDay(days.from),
    to: isoDay(days.to),
    days: lengthOf(days),
    edge: stretch.edge,
    schoolHoliday: agency.kind === 'education' && inSchoolHolidays(days),
    statedBy: stated.flatMap((one) => besideOf(db, one.id)),
    inside: kind === 'stated' ? insideOf(of, days) : 0,
    vague: of.vague.filter((span) => overlap(span, days) > 0).length,
    before: neighbour(db, agencyId, days.from, 'before'),
    after: neighbour(db, agencyId, days.to + 1, 'after'),
    note: null,
    days_: days,
  };
}

/** Days of contact within a stretch that was stated to have none. */
const insideOf = (of: Contacts, days: Days): number => of.contact.filter((span) => overlap(span, days) > 0).length;

function byHand(note: KeptNote, contacts: ReadonlyMap<string, Contacts>): Draft {
  const days = { from: dayNumber(note.fromDay!), to: dayNumber(note.toDay!) };
  const of = note.agencyId === null ? [...contacts.values()] : [contacts.get(note.agencyId)].filter((one) => one !== undefined);
  return {
    key: note.id,
    kind: 'byHand',
    agencyId: note.agencyId,
    from: note.fromDay!,
    to: note.toDay!,
    days: lengthOf(days),
    edge: null,
    schoolHoliday: false,
    statedBy: [],
    inside: of.reduce((sum, one) => sum + insideOf(one, days), 0),
    vague: 0,
    before: null,
    after: null,
    note: noteOf(note),
    days_: days,
  };
}

/**
 * What was said of a gap holds for the gap of that agency which it overlaps most: entries that come later may narrow or
 * widen it. Answers the notes whose gap is gone.
 */
function attachNotes(drafts: Draft[], notes: readonly KeptNote[]): KeptNote[] {
  return notes.filter((note) => {
    const days = { from: dayNumber(note.fromDay!), to: dayNumber(note.toDay!) };
    const best = drafts
      .filter((draft) => draft.kind !== 'byHand' && draft.agencyId === note.agencyId && draft.note === null)
      .map((draft) => ({ draft, shared: overlap(draft.days_, days) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)[0];
    if (best) best.draft.note = noteOf(note);
    return best === undefined;
  });
}

type Beside = NonNullable<Gap['before']>;
const labelled = (event: StoredEvent): Beside => ({ id: event.id, ref: event.ref, dateLabel: dateLabel(dateOf(event)) });

function besideOf(db: ReadDb, id: string): Beside[] {
  return selectRows<StoredEvent>(db, 'event', 'WHERE id = ?', toBlob(id)).map(labelled);
}

/** The agency's entry next to a stretch, by its place in the one order; a statement of no contact is not contact. */
function neighbour(db: ReadDb, agencyId: string, day: number, side: 'before' | 'after'): Beside | null {
  const found = db.get<{ id: Uint8Array }>(
    `SELECT id FROM event WHERE "agencyId" = ? AND hidden = 0 AND pos ${side === 'before' ? '<' : '>='} ? AND "noContact" = 0
       AND coalesce(earliest, latest) IS NOT NULL ORDER BY pos ${side === 'before' ? 'DESC' : 'ASC'} LIMIT 1`,
    toBlob(agencyId),
    startOfDay(isoDay(day)),
  );
  return found ? (besideOf(db, fromBlob(found.id))[0] ?? null) : null;
}
