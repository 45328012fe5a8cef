import { describe, expect, test } from 'vitest';
import { standingOf } from '#core/features/returns/tracker/standing.ts';
import type { RequestStepKind } from '#shared/contract/tracker.ts';

const TODAY = '2026-03-10';
type Said = [kind: RequestStepKind, on: string, due?: string | undefined, takenBack?: string];
const steps = (said: readonly Said[]) =>
  said.map(([kind, on, due, takenBack]) => ({
    kind,
    on,
    due: due ?? null,
    at: `${on}T09:00:00.000Z`,
    takenBack: takenBack ?? null,
  }));

describe('where a return stands', () => {
  test.each<[what: string, said: Said[], points: number | 'nil', standing: string, next: string | null, late: number | null]>([
    ['nobody was asked', [], 0, 'notAsked', 'request', null],
    ['asked, in time', [['asked', '2026-02-01', '2026-03-31']], 0, 'asked', null, null],
    ['due today is not late', [['asked', '2026-02-01', '2026-03-10']], 0, 'asked', null, null],
    ['a day late', [['asked', '2026-02-01', '2026-03-09']], 0, 'late', 'reminder', 1],
    ['asked without a day is never late', [['asked', '2025-02-01']], 0, 'asked', null, null],
    [
      'a reminder gives a new day',
      [
        ['asked', '2026-02-01', '2026-02-27'],
        ['reminded', '2026-03-02', '2026-03-20'],
      ],
      0,
      'asked',
      null,
      null,
    ],
    [
      'a reminder without a day keeps the old one',
      [
        ['asked', '2026-02-01', '2026-02-27'],
        ['reminded', '2026-03-02'],
      ],
      0,
      'late',
      'reminder',
      11,
    ],
    [
      'came, with points',
      [
        ['asked', '2026-02-01', '2026-02-27'],
        ['received', '2026-03-01'],
      ],
      3,
      'received',
      'query',
      null,
    ],
    [
      'came, whole',
      [
        ['asked', '2026-02-01', '2026-02-27'],
        ['received', '2026-03-01'],
      ],
      0,
      'received',
      'receipt',
      null,
    ],
    ['came without being asked', [['received', '2026-03-01']], 0, 'received', 'receipt', null],
    [
      'says there was nothing',
      [
        ['asked', '2026-02-01'],
        ['received', '2026-03-01'],
      ],
      'nil',
      'nil',
      'nilReturn',
      null,
    ],
    [
      'queried',
      [
        ['received', '2026-03-01'],
        ['queried', '2026-03-02', '2026-03-20'],
      ],
      2,
      'queried',
      null,
      null,
    ],
    [
      'queried and late',
      [
        ['received', '2026-02-01'],
        ['queried', '2026-02-02', '2026-02-20'],
      ],
      2,
      'queryLate',
      'reminder',
      18,
    ],
    [
      'came again after a query',
      [
        ['received', '2026-02-01'],
        ['queried', '2026-02-02', '2026-02-20'],
        ['received', '2026-03-01'],
      ],
      0,
      'received',
      'receipt',
      null,
    ],
    [
      'accepted',
      [
        ['received', '2026-03-01'],
        ['accepted', '2026-03-04'],
      ],
      2,
      'accepted',
      null,
      null,
    ],
    [
      'a version after it was accepted',
      [
        ['received', '2026-02-01'],
        ['accepted', '2026-02-04'],
        ['received', '2026-03-01'],
      ],
      1,
      'received',
      'query',
      null,
    ],
    [
      'a step that was taken back',
      [
        ['received', '2026-03-01'],
        ['accepted', '2026-03-04', undefined, 'The wrong agency'],
      ],
      0,
      'received',
      'receipt',
      null,
    ],
  ])('%s', (_what, said, points, standing, next, late) => {
    const came = said.some(([kind]) => kind === 'received')
      ? { nil: points === 'nil', points: points === 'nil' ? 0 : points }
      : null;
    expect(standingOf(steps(said), came, TODAY)).toMatchObject({ standing, next, daysLate: late });
  });

  test('the order in which steps were noted does not matter, their days do', () => {
    const said = steps([
      ['queried', '2026-03-02'],
      ['received', '2026-03-01'],
      ['asked', '2026-02-01'],
    ]);
    expect(standingOf(said, { nil: false, points: 1 }, TODAY).standing).toBe('queried');
  });
});
