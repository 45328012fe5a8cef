import { contradictionsOf, type ComparedAccount, type FoundContradiction } from '#shared/accounts/contradictions.ts';
import { readAccount } from '#shared/accounts/read-account.ts';
import { readFacts, type Fact } from '#shared/accounts/read-facts.ts';
import { sentencesOf } from '#shared/accounts/sentences.ts';
import { dateLabel, timeLabel } from '#shared/dates/format.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { dayNumber, type IsoDay } from '#shared/kernel/clock.ts';
import type { Contradiction, ContradictionKind, ContradictionState, ShownAccount } from '#shared/model/accounts.ts';
import { selectRows } from '../../db/store.ts';
import { marks, toBlob, type ReadDb } from '../../db/sql.ts';
import { labelOf, type Lens } from '../../kernel/lens.ts';
import { correctionsOf, dateOf, EVENT_FIELDS, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';
import { accountInput, agencySorts, placedTexts, type AgencySorts, type Corrections, type PlacedText } from './account-input.ts';

/** An account as it is compared, with what is needed to show where a fact stands. */
type Read = { event: StoredEvent; corrections: Corrections; texts: PlacedText[]; people: string[]; compared: ComparedAccount };

export type Comparison = { accounts: ShownAccount[]; contradictions: Contradiction[] };

/** Entries side by side, in the order given. `groupId` names them to the list of contradictions. */
export function compareEvents(
  db: ReadDb,
  lens: Lens,
  events: readonly StoredEvent[],
  groupId: string,
  reliedId: string | null,
): Comparison {
  const reads = readAll(db, lens, events);
  const days = reads.map((read) => read.compared.from).filter((day): day is number => day !== null);
  const relied = reads.find((read) => read.event.id === reliedId)?.compared.from ?? null;
  const happened = relied ?? (days.length > 0 ? Math.min(...days) : null);
  return {
    accounts: reads.map((read) => shownAccount(lens, read, happened)),
    contradictions: withDecisions(db, lens, reads, groupId),
  };
}

/** The contradictions alone, for the list over all groups. */
export function contradictionsAmong(db: ReadDb, lens: Lens, events: readonly StoredEvent[], groupId: string): Contradiction[] {
  return withDecisions(db, lens, readAll(db, lens, events), groupId);
}

function readAll(db: ReadDb, lens: Lens, events: readonly StoredEvent[]): Read[] {
  const corrections = correctionsOf(db, events);
  const sorts = agencySorts(db);
  return events.map((event) => readOne(lens, event, corrections.get(event.id) ?? new Map(), sorts));
}

function readOne(lens: Lens, event: StoredEvent, corrections: Corrections, sorts: AgencySorts): Read {
  const { texts, people } = placedTexts(lens, event, corrections);
  const { from, to, time, receives, namedDays, sort } = readAccount(accountInput(lens, event, corrections, sorts));
  const compared = { eventId: event.id, sort, from, to, time, receives, namedDays, facts: readFacts(texts) };
  return { event, corrections, texts, people, compared };
}

function shownAccount(lens: Lens, read: Read, happened: number | null): ShownAccount {
  const { event, corrections } = read;
  const date = dateOf(event);
  const source = standingText(event, 'sourceOfInformation', corrections);
  const said = new Set<string>();
  return {
    eventId: event.id,
    ref: event.ref,
    agencyId: event.agencyId,
    date,
    dateLabel: dateLabel(date),
    source: source === null ? null : lens.see(placeOf(event.id, 'sourceOfInformation'), source).text,
    fields: EVENT_FIELDS.flatMap((field) => {
      const text = field === 'sourceOfInformation' ? null : standingText(event, field, corrections);
      if (!text) return [];
      const seen = lens.see(placeOf(event.id, field), text);
      return [{ field, text: seen.text, marks: seen.marks }];
    }),
    people: lens
      .register()
      .filter((entry) => entry.kind === 'person' && read.people.includes(entry.id))
      .map(labelOf)
      .sort((a, b) => a.localeCompare(b, 'en-GB')),
    knew: knewOf(read, happened),
    facts: read.compared.facts.flatMap((fact) => {
      const key = `${fact.topic} ${fact.key} ${fact.value}`;
      if (fact.topic === 'number' || said.has(key)) return [];
      said.add(key);
      return [{ topic: fact.topic, value: fact.topic === 'manner' ? '' : fact.value, words: wordsOf(lens, read, fact) }];
    }),
    rowVersion: event.rowVersion,
  };
}

/** Columns in which systems keep when a record was made or a message opened. */
const MADE =
  /^(date )?(logged|entered|recorded|received|opened|read|record made|entry made|date of entry|created)( on| at| date)?$/i;

function knewOf({ event, compared }: Read, happened: number | null): ShownAccount['knew'] {
  const how = compared.receives ? 'wasTold' : 'ownAccount';
  for (const [column, text] of Object.entries(event.other)) {
    if (!MADE.test(column.trim())) continue;
    const reading = readDate(text, event.earliest === null ? {} : { previousEarliest: event.earliest });
    if (reading.earliest === null || reading.earliest !== reading.latest) continue;
    return { how, dateLabel: dateLabel(reading), column, daysAfter: after(reading.earliest, happened) };
  }
  return { how, dateLabel: dateLabel(dateOf(event)), column: null, daysAfter: after(event.earliest, happened) };
}

const after = (day: IsoDay | null, happened: number | null): number | null =>
  day === null || happened === null ? null : dayNumber(day) - happened;

/** The sentence of a fact as this session sees it: of the text as shown where its sentences are the same, else by itself. */
function wordsOf(lens: Lens, { event, texts }: Read, fact: Fact): string {
  const source = texts[fact.text]!;
  const spans = sentencesOf(source.text);
  const span = spans[fact.sentence]!;
  const own = source.text.slice(span.start, span.end).trim();
  if (!('field' in source.at)) return lens.prose(own);
  const seen = lens.see(placeOf(event.id, source.at.field), source.text).text;
  const shown = sentencesOf(seen);
  if (shown.length !== spans.length) return lens.prose(own);
  return seen.slice(shown[fact.sentence]!.start, shown[fact.sentence]!.end).trim();
}

type Decision = {
  id: string;
  kind: ContradictionKind;
  aId: string;
  bId: string;
  key: string;
  words: string | null;
  state: ContradictionState;
  note: string | null;
  person: string;
  at: string;
  rowVersion: number;
};

const identity = (aId: string, bId: string, kind: string, key: string): string =>
  aId < bId ? `${aId} ${bId} ${kind} ${key}` : `${bId} ${aId} ${kind} ${key}`;

/** What was found, each with what a person decided of it; and what a person noted or decided that is not found now. */
function withDecisions(db: ReadDb, lens: Lens, reads: readonly Read[], groupId: string): Contradiction[] {
  const byId = new Map(reads.map((read) => [read.event.id, read]));
  const ids = [...byId.keys()];
  const decisions = new Map(
    selectRows<Decision>(
      db,
      'contradiction',
      `WHERE "aId" IN (${marks(ids.length)}) AND "bId" IN (${marks(ids.length)}) ORDER BY id`,
      ...ids.map(toBlob),
      ...ids.map(toBlob),
    ).map((row) => [identity(row.aId, row.bId, row.kind, row.key), row]),
  );
  const found = contradictionsOf(reads.map((read) => read.compared));
  const list = found.map((one): Contradiction => {
    const key = identity(one.aId, one.bId, one.kind, one.key);
    const decision = decisions.get(key);
    decisions.delete(key);
    return shown(lens, byId, groupId, one, decision, true);
  });
  for (const row of decisions.values()) {
    list.push(shown(lens, byId, groupId, { ...row, a: null, b: null }, row, row.kind === 'other'));
  }
  return list;
}

function shown(
  lens: Lens,
  byId: ReadonlyMap<string, Read>,
  groupId: string,
  one: FoundContradiction,
  decision: Decision | undefined,
  stands: boolean,
): Contradiction {
  const side = (id: string, fact: Fact | null): Contradiction['a'] => {
    const read = byId.get(id)!;
    const date = dateOf(read.event);
    const when = [dateLabel(date), timeLabel(date)].filter(Boolean).join(', ');
    const words = fact ? wordsOf(lens, read, fact) : when;
    return { eventId: id, ref: read.event.ref, agencyId: read.event.agencyId, words };
  };
  const sides = [side(one.aId, one.a), side(one.bId, one.b)] as const;
  const inOrder = byId.get(one.aId)!.event.pos <= byId.get(one.bId)!.event.pos;
  return {
    kind: one.kind,
    key: one.key,
    groupId,
    a: sides[inOrder ? 0 : 1],
    b: sides[inOrder ? 1 : 0],
    words: decision?.words ?? null,
    state: decision?.state ?? 'open',
    note: decision?.note ?? null,
    person: decision?.person ?? null,
    at: decision?.at ?? null,
    id: decision?.id ?? null,
    rowVersion: decision?.rowVersion ?? null,
    stands,
  };
}
