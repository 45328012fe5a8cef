import { join } from 'node:path';
import { openConnection } from '#core/db/connection.ts';
import { openInline } from '#core/engine/inline-core.ts';
import type { ReviewCore } from '#core/engine/review-core.ts';
import { benchKey, NOW, SESSION } from '../inputs/review.ts';
import { type Goal, type Measure, more, time, type Variant } from '../measure.ts';

type Filter = Record<string, unknown>;
const WORD = 'safeguarding';

function reads(events: number): Measure[] {
  const file = `events-${events}.review`;
  const large = events > 100_000 ? ({ large: true } as const) : {};
  const of = events.toLocaleString('en-GB');
  const id = (name: string): string => `${name}-${events}`;
  const page = (filter: (core: ReviewCore) => Promise<Filter>): Variant =>
    ask(file, 'chronology.page', async (core) => ({ filter: await filter(core), from: null, limit: 100 }));
  const anchors = (filter: Filter): Variant => ask(file, 'chronology.anchors', async () => ({ filter }));
  const make = (name: string, work: string, goals: readonly Goal[], variants: readonly Variant[]): Measure => ({
    id: id(name),
    work: `${work}, ${of} events`,
    needs: [file],
    goals,
    variants,
    ...large,
  });
  return [
    make(
      'page',
      'First page of 100',
      [{ text: '≤ 10 ms', value: time('ours'), most: 10 }],
      [page(async () => ({})), sql('floor', 'floor', file, `SELECT * FROM event ORDER BY pos LIMIT 100`)],
    ),
    make(
      'filtered',
      'Page filtered by agency and period',
      [{ text: '≤ 10 ms', value: time('ours'), most: 10 }],
      [
        page(async (core) => ({ agencyIds: [await anAgency(core)], from: '2021-01-01', to: '2022-12-31' })),
        sql(
          'floor',
          'floor',
          file,
          `SELECT * FROM event WHERE "agencyId" = (SELECT id FROM agency WHERE ordinal = 3) AND latest >= '2021-01-01' AND earliest <= '2022-12-31' AND hidden = 0 ORDER BY pos LIMIT 100`,
        ),
      ],
    ),
    make(
      'search',
      'Search of a word in a third of all, in date order, with highlights',
      [
        { text: '≤ 50 ms warm', value: time('ours'), most: 50 },
        { text: '≤ 150 ms cold', value: more('ours', 'cold'), most: 150 },
        ...(events > 100_000
          ? [
              {
                text: '≤ 1/30 of the obvious join',
                value: (r) => (r.get('ours')?.ms ?? 0) / (r.get('obvious join')?.ms ?? 1),
                most: 1 / 30,
              } satisfies Goal,
            ]
          : []),
      ],
      [
        page(async () => ({ search: WORD })),
        sql(
          'floor',
          'floor',
          file,
          `SELECT rowid FROM "eventSearch" WHERE "eventSearch" MATCH '${WORD}' ORDER BY rowid LIMIT 100`,
        ),
        sql(
          'obvious join',
          'peer',
          file,
          `SELECT e.*, snippet("eventSearch", 0, '<', '>', '…', 24) AS cut FROM "eventSearch" JOIN event e ON e.pos = "eventSearch".rowid WHERE "eventSearch" MATCH '${WORD}' ORDER BY e.earliest, e.ref LIMIT 100`,
        ),
      ],
    ),
    make(
      'rare',
      'Search of that word in one agency',
      [{ text: '≤ 50 ms warm', value: time('ours'), most: 50 }],
      [
        page(async (core) => ({ search: WORD, agencyIds: [await anAgency(core)] })),
        sql(
          'obvious join',
          'peer',
          file,
          `SELECT e.* FROM "eventSearch" JOIN event e ON e.pos = "eventSearch".rowid WHERE "eventSearch" MATCH '${WORD}' AND e."agencyId" = (SELECT id FROM agency WHERE ordinal = 3) ORDER BY e.earliest, e.ref LIMIT 100`,
        ),
      ],
    ),
    make(
      'count',
      'Count of all and the places to jump to',
      [{ text: events > 100_000 ? '≤ 500 ms' : '≤ 100 ms', value: time('ours'), most: events > 100_000 ? 500 : 100 }],
      [anchors({}), sql('floor', 'floor', file, `SELECT count(*) FROM event WHERE hidden = 0`)],
    ),
    make(
      'found',
      'Count of a search and the places to jump to',
      [{ text: events > 100_000 ? '≤ 500 ms' : '≤ 100 ms', value: time('ours'), most: events > 100_000 ? 500 : 100 }],
      [
        anchors({ search: WORD }),
        sql('floor', 'floor', file, `SELECT count(*) FROM "eventSearch" WHERE "eventSearch" MATCH '${WORD}'`),
      ],
    ),
    make(
      'lanes',
      'Entries each week by agency, of a word in a third of all',
      [{ text: events > 100_000 ? '≤ 2 s' : '≤ 200 ms', value: time('ours'), most: events > 100_000 ? 2_000 : 200 }],
      [ask(file, 'lanes.density', async () => ({ filter: { search: WORD }, by: 'agency' }))],
    ),
    make(
      'missing',
      'Agencies that others name and that sent nothing',
      [{ text: events > 100_000 ? '≤ 5 s' : '≤ 500 ms', value: time('ours'), most: events > 100_000 ? 5_000 : 500 }],
      [ask(file, 'gaps.named', async () => ({}))],
    ),
    make(
      'standing',
      'How entries stand to the periods of the review',
      [{ text: events > 100_000 ? '≤ 2 s' : '≤ 200 ms', value: time('ours'), most: events > 100_000 ? 2_000 : 200 }],
      [ask(file, 'periods.standing', async () => ({}))],
    ),
    make(
      'overview',
      'The overview of a review',
      [{ text: '≤ 100 ms', value: time('ours'), most: 100 }],
      [ask(file, 'review.overview', async () => ({}))],
    ),
  ];
}

async function anAgency(core: ReviewCore): Promise<string> {
  const agencies = (await core.query('agency.list', {}, SESSION, NOW)) as { id: string }[];
  return agencies[2]!.id;
}

/** A query as every door asks it; the first answer on a fresh connection is the cold one. */
function ask(file: string, name: string, input: (core: ReviewCore) => Promise<unknown>): Variant {
  return {
    name: 'ours',
    role: 'ours',
    runs: 9,
    warmUps: 1,
    prepare: async (folder) => {
      const path = join(folder, file);
      const first = openInline({ path, key: benchKey(), readOnly: true }, () => {});
      const asked = await input(first);
      await first.close();
      const core = openInline({ path, key: benchKey(), readOnly: true }, () => {});
      const start = performance.now();
      await core.query(name, asked, SESSION, NOW);
      const cold = performance.now() - start;
      return { run: () => core.query(name, asked, SESSION, NOW), finish: () => core.close().then(() => ({ cold })) };
    },
  };
}

function sql(name: string, role: Variant['role'], file: string, text: string): Variant {
  return {
    name,
    role,
    runs: 5,
    warmUps: 1,
    prepare: (folder) => {
      const connection = openConnection(join(folder, file), benchKey(), 'read');
      const statement = connection.prepare(text);
      return {
        run: () => statement.all(),
        finish: () => {
          connection.close();
          return {};
        },
      };
    },
  };
}

export const readMeasures: readonly Measure[] = [...reads(100_000), ...reads(1_000_000)];
