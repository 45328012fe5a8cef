import type { StagedEvent } from '#shared/model/agency-return.ts';
import type { EventDate } from '#shared/model/event-date.ts';
import { NamedTexts, type PackedNamedTexts, unpackNamedTexts } from './named-texts.ts';
import type { TextTable } from './text-table.ts';

/** Entries field by field. In `texts` and `dates` nought stands for nothing, and a text's number is one more than its own. */
export type PackedEvents = {
  texts: Uint32Array;
  dates: Uint32Array;
  orders: Int32Array;
  noContact: Uint8Array;
  rowCounts: Uint32Array;
  rows: Uint32Array;
  other: PackedNamedTexts;
  /** Those whose date has other readings, or something to say: few. */
  doubts: [number, Pick<EventDate, 'alternatives' | 'problems'>][];
};

const TEXTS = [
  'agency',
  'description',
  'sourceOfInformation',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
] as const satisfies (keyof StagedEvent)[];
const DATES = [
  'earliest',
  'latest',
  'precision',
  'certainty',
  'time',
  'endTime',
  'asWritten',
] as const satisfies (keyof EventDate)[];

export function packEvents(events: readonly StagedEvent[], cells: NamedTexts, texts: TextTable): PackedEvents {
  const others = new NamedTexts(texts);
  const rows: number[] = [];
  const out = {
    texts: new Uint32Array(events.length * TEXTS.length),
    dates: new Uint32Array(events.length * DATES.length),
    orders: new Int32Array(events.length),
    noContact: new Uint8Array(events.length),
    rowCounts: new Uint32Array(events.length),
    doubts: [] as PackedEvents['doubts'],
  };
  events.forEach((event, n) => {
    const { date } = event;
    const inRow = (text: string): number => cells.find(event.rows[0]!, text);
    const numberOf = (text: string | null): number => {
      if (text === null) return 0;
      const known = inRow(text);
      return 1 + (known >= 0 ? known : texts.add(text));
    };
    TEXTS.forEach((field, i) => (out.texts[n * TEXTS.length + i] = numberOf(event[field])));
    DATES.forEach((field, i) => {
      const text = date[field];
      out.dates[n * DATES.length + i] = text === null ? 0 : 1 + texts.add(text);
    });
    out.orders[n] = date.order;
    out.noContact[n] = event.noContact ? 1 : 0;
    out.rowCounts[n] = event.rows.length;
    rows.push(...event.rows);
    others.add(event.other, inRow);
    const { alternatives, problems } = date;
    if (alternatives.length > 0 || problems.length > 0) out.doubts.push([n, { alternatives, problems }]);
  });
  return { ...out, rows: Uint32Array.from(rows), other: others.pack() };
}

export function unpackEvents(packed: PackedEvents, texts: readonly string[]): StagedEvent[] {
  const others = unpackNamedTexts(packed.other, texts);
  const doubts = new Map(packed.doubts);
  const textAt = (number: number): string | null => (number === 0 ? null : texts[number - 1]!);
  let row = 0;
  return others.map((other, n): Required<StagedEvent> => {
    const text = (i: number): string | null => textAt(packed.texts[n * TEXTS.length + i]!);
    const of = (i: number): string | null => textAt(packed.dates[n * DATES.length + i]!);
    const from = row;
    row += packed.rowCounts[n]!;
    const date: Required<EventDate> = {
      earliest: of(0),
      latest: of(1),
      precision: of(2) as EventDate['precision'],
      certainty: of(3) as EventDate['certainty'],
      time: of(4),
      endTime: of(5),
      asWritten: of(6)!,
      order: packed.orders[n]!,
      alternatives: doubts.get(n)?.alternatives ?? [],
      problems: doubts.get(n)?.problems ?? [],
    };
    return {
      rows: Array.from(packed.rows.subarray(from, row)),
      agency: text(0)!,
      date,
      description: text(1)!,
      sourceOfInformation: text(2),
      response: text(3),
      outcome: text(4),
      childVoice: text(5),
      agencyComment: text(6),
      involved: text(7),
      other,
      noContact: packed.noContact[n] === 1,
    };
  });
}
