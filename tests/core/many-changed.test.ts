import { describe, expect, test } from 'vitest';
import { packReturn, unpackReturn } from '#core/features/returns/staging/packed-return.ts';
import { addReturn } from '#core/features/returns/steps.ts';
import { importBytes, MANAGER, openTest, type TestCore, withEntries } from './harness.ts';
import { stagedOf } from './staged.ts';

const MANY = 320;
const csv = (word: string): Uint8Array =>
  new TextEncoder().encode(
    `Date,Event\n${Array.from({ length: MANY }, (_, i) => `0${1 + (i % 9)}/05/2024,Contact ${i} about the ${word}`).join('\n')}\n`,
  );
const found = async (t: TestCore, search: string): Promise<number> =>
  (await t.call('chronology.anchors', { filter: { search } })).total;

describe('so many entries at once that their words are indexed afresh', () => {
  test('a corrected return is found by its new words alone, a withdrawn one by none, and undo brings back the old', async () => {
    const t = await openTest();
    await withEntries(t, 5);
    await importBytes(t, csv('boiler'), 'Housing.csv', 'Ostershire Homes');
    expect([await found(t, 'boiler'), await found(t, 'visit')]).toEqual([MANY, 5]);
    const corrected = await importBytes(t, csv('tenancy'), 'Housing.csv', 'Ostershire Homes');
    expect(corrected.changed + corrected.added).toBe(MANY);
    expect([await found(t, 'boiler'), await found(t, 'tenancy'), await found(t, 'visit')]).toEqual([0, MANY, 5]);
    const list = await t.call('returns.list', {});
    expect(list.map(({ events }) => events)).toEqual([5, MANY]);
    const { id, rowVersion } = list[1]!;
    await t.call('returns.withdraw', { id, rowVersion }, MANAGER);
    expect([await found(t, 'tenancy'), await found(t, 'visit')]).toEqual([0, 5]);
    await t.call('history.undo', {}, MANAGER);
    expect(await found(t, 'tenancy')).toBe(MANY);
    await t.call('history.undo', {}, MANAGER);
    expect([await found(t, 'boiler'), await found(t, 'tenancy')]).toEqual([MANY, 0]);
    expect(await t.core.verify()).toMatchObject({ ok: true, problems: [] });
  });
});

test('a return that went between threads in bytes is the same, and goes in the same', async () => {
  const staged = stagedOf(csv('boiler'), 'Housing.csv', 'Ostershire Homes');
  const packed = packReturn(staged);
  expect(packed.head).not.toHaveProperty('rows');
  expect(packed.head.events.length).toBe(MANY);
  expect(unpackReturn(packed)).toEqual(staged);
  const t = await openTest();
  const result = await t.core.write(addReturn, { staged: packed, bytes: csv('boiler') }, MANAGER, t.at.now);
  expect(result.added).toBe(MANY);
});
