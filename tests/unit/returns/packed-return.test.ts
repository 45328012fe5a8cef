import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packReturn, unpackReturn } from '#core/features/returns/staging/packed-return.ts';
import { StagedReturn, type StagedEvent } from '#shared/model/agency-return.ts';

const record = <T>(of: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(of, { noNullPrototype: true }) as fc.Arbitrary<T>;
const text = fc.oneof(
  fc.constantFrom('', ' ', 'Visit', 'naïve – “yes”', '😀', '\ud800', 'x'.repeat(40), 'a\nb', 'null'),
  fc.string({ maxLength: 60 }),
);
const maybe = fc.option(text);
const name = fc.constantFrom('Date', 'Event', 'Column 9', '10', '2', 'Who – and “where”');
const named = fc.dictionary(name, text, { maxKeys: 5, noNullPrototype: true });
const day = fc.constantFrom('2024-05-01', '2024-12-31', '1999-01-01');
const table = fc.constantFrom<string | number>(0, 1, 2, 'Sheet 1', '1');

/** Entries that say what stands in their rows, something else, or a part of it. */
const staged = fc
  .array(record({ table, row: fc.integer({ min: 1, max: 9e5 }), cells: named }), { minLength: 1, maxLength: 12 })
  .chain((rows) => {
    const own = fc.oneof(fc.constantFrom(...rows.flatMap((row) => Object.values(row.cells)), 'none'), text);
    const event: fc.Arbitrary<StagedEvent> = record({
      rows: fc.array(fc.nat({ max: rows.length - 1 }), { minLength: 1, maxLength: 3 }),
      agency: text,
      date: record({
        earliest: fc.option(day),
        latest: fc.option(day),
        precision: fc.constantFrom('time', 'day', 'month', 'unknown'),
        certainty: fc.constantFrom('certain', 'uncertain'),
        time: fc.option(fc.constant('09:30')),
        endTime: fc.option(fc.constant('10:00')),
        alternatives: fc.array(record({ earliest: day, latest: day }), { maxLength: 2 }),
        problems: fc.array(record({ code: fc.constant('unread'), message: text }), { maxLength: 2 }),
        asWritten: own,
        order: fc.integer({ min: -5, max: 1e6 }),
      }),
      description: own,
      sourceOfInformation: maybe,
      response: fc.option(own),
      outcome: maybe,
      childVoice: maybe,
      agencyComment: fc.option(own),
      involved: maybe,
      other: named,
      noContact: fc.boolean(),
    });
    return fc.array(event, { maxLength: 12 }).map(
      (events): StagedReturn => ({
        file: 'a.csv',
        format: 'csv',
        sha256: 'x',
        agencies: ['Housing'],
        tables: 1,
        rowsRead: rows.length,
        columns: [],
        mapping: {},
        rows,
        events,
        problems: [],
      }),
    );
  });

describe('a staged return in bytes', () => {
  it('comes out as it went in, letter by letter, with every field that an entry has', () => {
    fc.assert(
      fc.property(staged, (one) => {
        const back = unpackReturn(packReturn(one));
        expect(back).toStrictEqual(one);
        expect(back.rows.map(({ cells }) => Object.keys(cells))).toEqual(one.rows.map(({ cells }) => Object.keys(cells)));
        expect(StagedReturn.parse(back)).toStrictEqual(one);
      }),
      { numRuns: 150 },
    );
  });

  it('holds a text once that stands in a row and in its entry, and more than fits into one piece', () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({
      table: 1,
      row: i + 1,
      cells: { Event: `${i} ${'word '.repeat(300)}` },
    }));
    const [event] = fc.sample(
      staged.filter(({ events }) => events.length > 0),
      { numRuns: 1, seed: 7 },
    )[0]!.events;
    const events = rows.map(({ cells }, i) => ({ ...event!, rows: [i], description: cells.Event, other: {} }));
    const one = { ...fc.sample(staged, { numRuns: 1, seed: 7 })[0]!, rows, events };
    const packed = packReturn(one);
    const letters = rows.reduce((sum, { cells }) => sum + cells.Event.length, 0);
    expect(packed.packed.length).toBeLessThan(letters * 1.5);
    // Seen by every thread as it is, and copied for none.
    expect(packed.packed.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(unpackReturn(packed)).toStrictEqual(one);
  });
});
