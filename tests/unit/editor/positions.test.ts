import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRising, movesTo, placeBlocks } from '#renderer/editor/draft/positions.ts';

const order = (positions: ReadonlyMap<string, number>): string[] => [...positions].sort((a, b) => a[1] - b[1]).map(([id]) => id);

describe('positions of blocks', () => {
  it('leaves a block where it is when another comes, goes or moves', () => {
    const known = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(placeBlocks(['a', 'x', 'b', 'c'], known)).toEqual(
      new Map([
        ['a', 1],
        ['x', 1.5],
        ['b', 2],
        ['c', 3],
      ]),
    );
    expect(placeBlocks(['a', 'c'], known)).toEqual(
      new Map([
        ['a', 1],
        ['c', 3],
      ]),
    );
    const moved = placeBlocks(['c', 'a', 'b'], known);
    expect([moved.get('a'), moved.get('b')]).toEqual([1, 2]);
    expect(order(moved)).toEqual(['c', 'a', 'b']);
    expect(placeBlocks(['a', 'b', 'c', 'x', 'y'], known).get('y')).toBe(5);
  });

  it('numbers a section afresh before a gap is too small to halve', () => {
    let known = new Map([
      ['first', 1],
      ['last', 2],
    ]);
    let ids = ['first', 'last'];
    for (let n = 0; n < 200; n++) {
      ids = ['first', `n${n}`, ...ids.slice(1)];
      known = placeBlocks(ids, known);
      expect(order(known)).toEqual(ids);
    }
  });

  it('any order is kept, each position its own', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 });
    const positions = fc.dictionary(fc.constantFrom(...'abcdefghijkl'), fc.integer({ min: -5, max: 20 }));
    fc.assert(
      fc.property(ids, positions, (list, at) => {
        const placed = placeBlocks(list, new Map(Object.entries(at)));
        expect(order(placed)).toEqual(list);
        expect(new Set(placed.values()).size).toBe(list.length);
      }),
    );
  });
});

describe('moves of rows', () => {
  it('one moved block is one move', () => {
    expect(movesTo(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual([{ id: 'a', to: 3 }]);
    expect(movesTo(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ id: 'd', to: 0 }]);
    expect(movesTo(['a', 'b', 'c'], ['a', 'b', 'c'])).toEqual([]);
  });

  it('leads to the order wanted, and leaves the others in theirs', () => {
    const some = fc.shuffledSubarray([...'abcdefgh']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdefgh'], { minLength: 8 }), some, (list, wanted) => {
        const now = [...list];
        for (const { id, to } of movesTo(list, wanted)) {
          now.splice(now.indexOf(id), 1);
          now.splice(to, 0, id);
        }
        expect(now.filter((id) => wanted.includes(id))).toEqual(wanted);
        expect(now.filter((id) => !wanted.includes(id))).toEqual(list.filter((id) => !wanted.includes(id)));
      }),
    );
  });

  it('finds the longest rising row', () => {
    expect([...longestRising([3, 1, 2, 5, 4])].length).toBe(3);
    expect(longestRising([]).size).toBe(0);
  });
});
