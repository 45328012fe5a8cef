import { expect, test } from 'vitest';
import { bytesToId, ID_PATTERN, idToBytes, newId } from '#shared/kernel/ids.ts';

test('ids sort by time, also within one millisecond and when the clock goes back', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => newId(1_700_000_000_000 - (i % 3)));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => ID_PATTERN.test(id))).toBe(true);
});

test('text and bytes of an id are each other’s inverse', () => {
  const id = newId();
  expect(bytesToId(idToBytes(id))).toBe(id);
  expect(() => idToBytes('../../etc')).toThrow(RangeError);
});
