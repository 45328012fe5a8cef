import { describe, expect, test } from 'vitest';
import { PAIRS_A } from './contradiction-corpus.ts';
import { PAIRS_C } from './contradiction-corpus-states.ts';
import { PAIRS_B } from './contradiction-corpus-later.ts';
import { measureContradictions, type KindTally } from './measure-contradictions.ts';

const percent = (n: number): string => `${Math.round(n * 100)} %`;
const precision = ({ found, wrong }: KindTally): number => (found + wrong === 0 ? 1 : found / (found + wrong));
const recall = ({ differ, found }: KindTally): number => (differ === 0 ? 1 : found / differ);
const line = (name: string, tally: KindTally): string =>
  `${name.padEnd(14)} differ ${String(tally.differ).padStart(3)}  found ${String(tally.found).padStart(3)}  wrong ${String(tally.wrong).padStart(2)}  precision ${percent(precision(tally))}, recall ${percent(recall(tally))}`;

describe('labelled pairs of accounts', () => {
  test.each([
    ['the part that the rules were set on', PAIRS_A, 0.95, 0.8],
    ['the part written afterwards', PAIRS_B, 0.9, 0.6],
    ['the part of who slept and who came', PAIRS_C, 0.9, 0.6],
  ] as const)('%s', (what, pairs, least, leastFound) => {
    const { tallies, all, missed, wrong } = measureContradictions(pairs);
    console.log(
      [`${what}: ${pairs.length} pairs`, ...[...tallies].map(([kind, tally]) => line(kind, tally)), line('all', all)].join('\n'),
    );
    if (process.env['SHOW'] !== undefined) console.log(['MISSED', ...missed, 'WRONG', ...wrong].join('\n'));
    expect(precision(all), wrong.join('\n')).toBeGreaterThanOrEqual(least);
    expect(recall(all)).toBeGreaterThanOrEqual(leastFound);
  });

  test('each kind that is listed is right nine times in ten', () => {
    const { tallies, wrong } = measureContradictions([...PAIRS_A, ...PAIRS_B, ...PAIRS_C]);
    for (const [kind, tally] of tallies) expect(precision(tally), `${kind}: ${wrong.join('; ')}`).toBeGreaterThanOrEqual(0.9);
  });
});
