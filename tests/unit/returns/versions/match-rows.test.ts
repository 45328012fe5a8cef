import { expect, test } from 'vitest';
import { matchRows } from '#core/features/returns/versions/match-rows.ts';
import { CASES, type LabelledPair } from './cases.corpus.ts';

type Score = { right: number; found: number; wanted: number; partsRight: number; partsFound: number; partsWanted: number };

/** Rows that say exactly the same may stand for each other. */
const said = (row: LabelledPair['before'][number]): string => JSON.stringify(row);

function score(one: LabelledPair, wrong: string[]): Score {
  const { pairs, added, removed } = matchRows(
    one.before,
    one.after.map(({ row }) => row),
  );
  const same = (a: number, b: number): boolean => a === b || said(one.before[a]!) === said(one.before[b]!);
  const right = pairs.filter(({ before, after }) => {
    const { is, part, joined } = one.after[after]!;
    // Of a row that was split any part may keep the entry, of rows that were joined any one of them.
    const ok = [is, part, ...(joined ?? [])].some((i) => i !== null && i !== undefined && same(i, before));
    if (!ok) wrong.push(`${one.name}: “${one.before[before]!.description}” taken for “${one.after[after]!.row.description}”`);
    return ok;
  }).length;
  const parts = one.after.flatMap((row, after) => (row.part === undefined ? [] : [{ after, of: row.part }]));
  const joins = one.after.flatMap((row, after) =>
    (row.joined ?? []).filter((i) => i !== row.is).map((before) => ({ before, into: after })),
  );
  const found = [...added.filter((row) => row.of !== null), ...removed.filter((row) => row.into !== null)];
  const partsRight =
    parts.filter(({ of }) =>
      added.some((row) => row.of === of && [one.after[row.after]!.is, one.after[row.after]!.part].includes(of)),
    ).length +
    joins.filter(({ into }) => removed.some((row) => row.into === into && one.after[into]!.joined?.includes(row.before))).length;
  for (const [i, row] of one.after.entries()) {
    const asPart = added.some(({ after, of }) => after === i && of !== null && of === row.is);
    if (row.is !== null && !asPart && !pairs.some((pair) => pair.after === i))
      wrong.push(`${one.name}: nothing found for “${row.row.description}”`);
  }
  return {
    right,
    found: pairs.length,
    wanted: one.after.filter(({ is }) => is !== null).length,
    partsRight,
    partsFound: found.length,
    partsWanted: parts.length + joins.length,
  };
}

test(`${CASES.length} pairs of returns: which row is which`, () => {
  const wrong: string[] = [];
  const byCategory = new Map<string, { cases: number; sum: Score }>();
  for (const one of CASES) {
    const own = byCategory.get(one.category) ?? {
      cases: 0,
      sum: { right: 0, found: 0, wanted: 0, partsRight: 0, partsFound: 0, partsWanted: 0 },
    };
    const result = score(one, wrong);
    for (const key of Object.keys(own.sum) as (keyof Score)[]) own.sum[key] += result[key];
    byCategory.set(one.category, { cases: own.cases + 1, sum: own.sum });
  }
  const total = [...byCategory.values()].reduce(
    (sum, { sum: own }) => ({
      right: sum.right + own.right,
      found: sum.found + own.found,
      wanted: sum.wanted + own.wanted,
      partsRight: sum.partsRight + own.partsRight,
      partsFound: sum.partsFound + own.partsFound,
      partsWanted: sum.partsWanted + own.partsWanted,
    }),
    { right: 0, found: 0, wanted: 0, partsRight: 0, partsFound: 0, partsWanted: 0 },
  );
  const share = (n: number, of: number): string => (of === 0 ? '–' : (n / of).toFixed(3));
  const line = (name: string, cases: number, s: Score): string =>
    `${name.padEnd(36)} ${String(cases).padStart(4)} pairs  precision ${share(s.right, s.found)}  recall ${share(s.right, s.wanted)}` +
    (s.partsWanted + s.partsFound > 0
      ? `  parts ${share(s.partsRight, s.partsFound)} / ${share(s.partsRight, s.partsWanted)}`
      : '');
  console.log(
    [...[...byCategory].map(([name, { cases, sum }]) => line(name, cases, sum)), line('all', CASES.length, total)].join('\n'),
  );
  if (wrong.length > 0) console.log(wrong.slice(0, 40).join('\n'));
  expect(CASES.length).toBeGreaterThanOrEqual(150);
  expect(total.right / total.found).toBeGreaterThanOrEqual(0.98);
  expect(total.right / total.wanted).toBeGreaterThanOrEqual(0.98);
});
