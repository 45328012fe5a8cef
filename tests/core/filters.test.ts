import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Condition, ConditionGroup, Conditions, EventFilter, Fact } from '#shared/contract/event-filter.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventDetail, EventRow } from '#shared/model/chronology-event.ts';
import { anonymised, importBytes, MANAGER, openTest, PANEL, REVIEWER, type TestCore } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

const POLICE = [
  'Date,Time,Event,Action taken',
  '03/05/2024,09:15,Officers called to the address; nobody in,Card left',
  '03/05/2024,,Neighbour telephoned about shouting,',
  'c. 10 May 2024,,Seen in the park with his mother,Words of advice given',
  '31/02/2024,,Stopped in the street,',
  'May 2024,,Letter from the school,Filed',
  '14/08/2024,22:40,Shouting heard again; door not opened,Left',
].join('\n');
const HEALTH = [
  'Date,Event,Outcome,Voice of the child',
  '06/05/2024,Not brought to clinic,Letter sent,',
  'Mon 7 May 2024,Telephone call with mother,No answer,',
  'Summer 2024,Weight checked by the school nurse,Stable,"He said: ""I like school"""',
  'between 1 and 9 August 2024,No contact with the family,,',
  ',Letter filed,,',
  '20/08/2024,Rowan Pryce seen at home with mother,Plan agreed,',
].join('\n');

type Known = { row: EventRow; detail: EventDetail };
let t: TestCore;
let known: Known[];
let agencies: string[];
let themes: { top: string; below: string; other: string };
let returns: string[];
let person: string;

/** Two returns with dates of every kind, tagged, annotated, corrected and linked here and there. */
async function made(): Promise<void> {
  t = await openTest();
  for (const [text, file, agency] of [
    [POLICE, 'p.csv', 'Police'],
    [HEALTH, 'h.csv', 'Health visiting'],
  ] as const)
    await importBytes(t, csv(text), file, agency);
  agencies = (await t.call('agency.list', {})).map(({ id }) => id);
  returns = (await t.call('returns.list', {})).map(({ id }) => id);
  const add = async (name: string, parentId: string | null) =>
    (await t.call('theme.add', { id: newId(), parentId, name, definition: '' }, PANEL)).id;
  const top = await add('Seen', null);
  themes = { top, below: await add('Seen alone', top), other: await add('Letters', null) };
  const rows = async () => (await t.call('chronology.page', { filter: {}, from: null, limit: 500 })).rows;
  const ids = (await rows()).map(({ id }) => id);
  const tag = (themeId: string, at: number[]) =>
    t.call('tag.set', { themeId, eventIds: at.map((i) => ids[i]!), on: true }, PANEL);
  await tag(themes.top, [0, 3]);
  await tag(themes.below, [3, 5, 8]);
  await tag(themes.other, [1]);
  for (const i of [2, 5]) {
    const row = (await rows()).find(({ id }) => id === ids[i])!;
    await t.call(
      'annotation.add',
      { id: newId(), eventId: row.id, eventRowVersion: row.rowVersion, body: 'Asked about.' },
      PANEL,
    );
  }
  const seen = (await rows()).find(({ text }) => text.startsWith('Seen in the park'))!;
  await t.call(
    'chronology.correct',
    {
      id: newId(),
      eventId: seen.id,
      eventRowVersion: seen.rowVersion,
      field: 'response',
      to: 'Words of advice; door to door',
      reason: 'the notebook',
    },
    MANAGER,
  );
  await t.call('chronology.add', {
    id: newId(),
    agencyId: agencies[0]!,
    date: '1 June 2024',
    description: 'Added by hand from the front sheet.',
  });
  const finding = newId();
  await t.call('finding.add', { id: finding, kind: 'practice', statement: 'S', why: '', question: null });
  await t.call('evidence.set', { findingId: finding, eventIds: [ids[4]!], stance: 'for', note: null });
  await t.call('register.import', {
    entries: [{ id: 'rp', kind: 'person', realName: 'Rowan Pryce', aliases: ['Rowan'], pseudonym: 'Child V' }],
  });
  person = (await t.call('register.list', {})).rows[0]!.entry.id;
  const { countPage, keepCounts } = await import('#core/features/register/steps.ts');
  const page = await t.core.read(countPage, { from: null, limit: 1000 }, REVIEWER, t.at.now);
  await t.core.write(keepCounts, { ...page.counts, first: true, last: true }, REVIEWER, t.at.now);
  known = [];
  for (const row of await rows()) known.push({ row, detail: await t.call('chronology.get', { id: row.id }) });
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** The search as a person explains it: every word is there, the last as a beginning. */
function says(text: string, typed: string): boolean {
  const own = words(text);
  const wanted = words(typed);
  return (
    wanted.length > 0 && wanted.every((word, i) => own.some((w) => (i === wanted.length - 1 ? w.startsWith(word) : w === word)))
  );
}
const fieldText = ({ detail }: Known, field: string): string => {
  if (field === 'asWritten') return detail.date.asWritten;
  if (field === 'other') return Object.values(detail.other).join('\n');
  return detail.fields.find((one) => one.field === field)?.text ?? '';
};
const everything = ({ detail }: Known): string =>
  [
    ...detail.fields.flatMap(({ text, original }) => [text, original ?? '']),
    ...Object.values(detail.other),
    detail.date.asWritten,
  ].join('\n');

const FACTS: Record<Fact, (entry: Known) => boolean> = {
  timeKnown: ({ row }) => row.date.time !== null,
  tagged: ({ row }) => row.themeIds.length > 0,
  annotated: ({ row }) => row.annotations > 0,
  corrected: ({ row }) => row.corrected,
  linked: ({ detail }) => detail.findings.length > 0,
  noContact: ({ row }) => row.noContact,
  addedByHand: ({ detail }) => detail.sources.length === 0,
  placedByHand: ({ row }) => row.byHand,
  changedLast: () => false,
  grouped: () => false,
  askedAbout: () => false,
  passage: () => false,
  openThread: ({ row }) => row.annotations > 0,
  openChallenge: () => false,
  memo: () => false,
};

function naive(condition: Condition | ConditionGroup, entry: Known): boolean {
  const { row, detail } = entry;
  const is = ((): boolean => {
    switch (condition.kind) {
      case 'group':
        return condition.match === 'any'
          ? condition.of.some((one) => naive(one, entry))
          : condition.of.every((one) => naive(one, entry));
      case 'agency':
        return condition.ids.includes(row.agencyId);
      case 'period': {
        const { earliest, latest } = row.date;
        if (earliest === null && latest === null) return !condition.from && !condition.to;
        return (
          (!condition.from || latest === null || latest >= condition.from) &&
          (!condition.to || earliest === null || earliest <= condition.to)
        );
      }
      case 'theme': {
        const meant = condition.ids.flatMap((id) => (id === themes.top && !condition.alone ? [id, themes.below] : [id]));
        return row.themeIds.some((id) => meant.includes(id));
      }
      case 'person':
        return everything(entry).includes('Rowan');
      case 'words':
        return says(condition.field ? fieldText(entry, condition.field) : everything(entry), condition.words);
      case 'problem':
        return condition.codes?.length
          ? row.date.problems.some(({ code }) => condition.codes!.includes(code))
          : row.date.problems.length > 0;
      case 'precision':
        return condition.any.includes(row.date.precision);
      case 'certainty':
        return condition.any.includes(row.date.certainty);
      case 'return':
        return detail.sources.some(({ returnId }) => condition.ids.includes(returnId));
      case 'ref':
        return row.ref >= (condition.from ?? 0) && row.ref <= (condition.to ?? Infinity);
      case 'annotatedBy':
        return detail.annotations.some(({ post }) => condition.people.some((one) => one.post === post));
      case 'fact':
        return FACTS[condition.is](entry);
    }
  })();
  return is !== (condition.not === true);
}

const not = fc.option(fc.boolean(), { nil: undefined });
const condition = (): fc.Arbitrary<Condition> => {
  const some = <T>(...of: T[]) => fc.subarray(of, { minLength: 1 });
  const days = ['2024-05-01', '2024-05-06', '2024-05-31', '2024-08-05', '2024-12-31'];
  const day = fc.option(fc.constantFrom(...days), { nil: undefined });
  const field = fc.option(fc.constantFrom('description', 'response', 'outcome', 'childVoice', 'asWritten', 'other'), {
    nil: undefined,
  });
  const typed = fc.constantFrom('mother', 'letter', 'door', 'school', 'shout', 'words of', 'sent', 'may', 'rowan', '???');
  const all = [
    fc.record({ kind: fc.constant('agency'), ids: some(...agencies), not }),
    fc.record({ kind: fc.constant('period'), from: day, to: day, not }),
    fc.record({
      kind: fc.constant('theme'),
      ids: some(...Object.values(themes)),
      alone: fc.option(fc.boolean(), { nil: undefined }),
      not,
    }),
    fc.record({ kind: fc.constant('person'), ids: fc.constant([person]), not }),
    fc.record({ kind: fc.constant('words'), words: typed, field, not }),
    fc.record({
      kind: fc.constant('problem'),
      codes: fc.option(fc.constantFrom(['impossible'], ['wrongWeekday', 'unread'], []), { nil: undefined }),
      not,
    }),
    fc.record({ kind: fc.constant('precision'), any: some('day', 'month', 'season', 'range', 'unknown', 'time'), not }),
    fc.record({ kind: fc.constant('certainty'), any: some('certain', 'approximate', 'uncertain'), not }),
    fc.record({ kind: fc.constant('fact'), is: fc.constantFrom(...(Object.keys(FACTS) as Fact[])), not }),
    fc.record({ kind: fc.constant('return'), ids: some(...returns), not }),
    fc.record({
      kind: fc.constant('ref'),
      from: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      to: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      not,
    }),
  ];
  return fc.oneof(...all).map((one) => JSON.parse(JSON.stringify(one)) as Condition);
};

const match = fc.constantFrom('all' as const, 'any' as const);
const conditions = (): fc.Arbitrary<Conditions> =>
  fc.record({
    match,
    of: fc.array(
      fc.oneof(
        { arbitrary: condition(), weight: 3 },
        {
          arbitrary: fc
            .record({
              kind: fc.constant('group' as const),
              match,
              of: fc.array(condition(), { minLength: 1, maxLength: 3 }),
              not,
            })
            .map((one) => JSON.parse(JSON.stringify(one)) as ConditionGroup),
          weight: 1,
        },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  });

const holds = (where: Conditions, entry: Known): boolean =>
  where.match === 'any' ? where.of.some((one) => naive(one, entry)) : where.of.every((one) => naive(one, entry));
const found = async (filter: EventFilter, session = REVIEWER): Promise<string[]> =>
  (await t.call('chronology.page', { filter, from: null, limit: 500 }, session)).rows.map(({ id }) => id);

describe('the filter', () => {
  beforeEach(made);

  test('any conditions, joined by all or any and turned round, find what a look at every entry finds', async () => {
    await fc.assert(
      fc.asyncProperty(conditions(), async (where) => {
        const wanted = known.filter((entry) => holds(where, entry)).map(({ row }) => row.id);
        expect(await found({ where })).toEqual(wanted);
        const later = await t.call('chronology.page', { filter: { where }, from: null, skip: 2, limit: 500 }, REVIEWER);
        expect(later.rows.map(({ id }) => id)).toEqual(wanted.slice(2));
        const counted = await t.call('chronology.anchors', { filter: { where } });
        expect(counted.total).toBe(wanted.length);
        const last = wanted.at(-1);
        if (last) {
          expect(await t.call('chronology.find', { filter: { where }, id: last })).toEqual({
            id: last,
            index: wanted.length - 1,
          });
        }
      }),
      { numRuns: 120 },
    );
  });

  test('conditions hold besides a search, an agency and a period set apart', async () => {
    const where: Conditions = {
      match: 'any',
      of: [
        { kind: 'fact', is: 'tagged' },
        { kind: 'fact', is: 'annotated' },
      ],
    };
    const wanted = known.filter(
      (entry) =>
        holds(where, entry) &&
        entry.row.agencyId === agencies[0] &&
        (entry.row.date.latest ?? '') >= '2024-05-02' &&
        says(everything(entry), 'the'),
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(await found({ where, search: 'the', agencyIds: [agencies[0]!], from: '2024-05-02' })).toEqual(
      wanted.map(({ row }) => row.id),
    );
  });

  test('an anonymised session finds only words that it may read, and learns nothing by turning them round', async () => {
    const session = anonymised(REVIEWER);
    const one = (condition: Condition) => found({ where: { match: 'all', of: [condition] } }, session);
    expect(await found({ where: { match: 'all', of: [{ kind: 'words', words: 'Rowan' }] } })).toHaveLength(1);
    expect(await one({ kind: 'words', words: 'Rowan' })).toEqual([]);
    expect(await one({ kind: 'words', words: 'Rowan', not: true })).toHaveLength(known.length);
    expect(await one({ kind: 'words', words: 'Rowan', field: 'description', not: true })).toHaveLength(known.length);
    expect(await one({ kind: 'words', words: 'clinic', field: 'description' })).toHaveLength(1);
  });

  test('a filter that fits no shape is refused before anything is read', async () => {
    const bad = { where: { match: 'all', of: [{ kind: 'agency', ids: [] }] } } as EventFilter;
    await expect(found(bad)).rejects.toMatchObject({ code: 'badInput' });
  });

  test('headings: every entry stands under its own, by day, agency and theme, and is found there', async () => {
    for (const by of ['day', 'agency', 'theme'] as const) {
      const { groups = [], total } = await t.call('chronology.anchors', { filter: {}, group: by });
      const seen: string[] = [];
      for (const group of groups) {
        const ids = await found({ within: { by, key: group.key } });
        expect(ids).toHaveLength(group.total);
        for (const [index, id] of ids.entries()) {
          const { row } = known.find((entry) => entry.row.id === id)!;
          if (by === 'day') expect(row.day).toBe(group.key);
          else if (by === 'agency') expect(row.agencyId).toBe(group.key);
          else expect(group.key === null ? row.themeIds.length === 0 : row.themeIds.includes(group.key)).toBe(true);
          if (by === 'day') continue;
          const place = await t.call('chronology.find', { filter: {}, id, group: by, prefer: group.key });
          expect(place).toEqual({ id, index, key: group.key });
        }
        seen.push(...ids);
      }
      expect(new Set(seen).size).toBe(total);
      if (by !== 'theme') expect(seen).toHaveLength(total);
    }
    const { groups } = await t.call('chronology.anchors', { filter: {}, group: 'theme' });
    expect(groups?.map(({ key, total }) => [key, total])).toEqual([
      [themes.top, 2],
      [themes.below, 3],
      [themes.other, 1],
      [null, known.length - 5],
    ]);
  });
});
