import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DraftBlock } from '#shared/contract/recommendations.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { paragraphOf } from '#shared/richtext/plain-text.ts';
import type { RpcClient } from '#shared/rpc/client.ts';
import { canonical, type HeldBlock } from '#renderer/editor/block-json.ts';
import { createDraftKeeper, type KeeperState } from '#renderer/editor/draft/draft-keeper.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
type Input = { put: DraftBlock[]; remove: { id: string; rowVersion: number }[] };

/** The core's draft in small: a journal over sealed blocks, each edit named by the sealed version it was made on. */
function coreOf(...texts: string[]) {
  let version = 1;
  const sealed = new Map(texts.map((text, i) => [id(i), { id: id(i), position: i + 1, json: paragraphOf(text), rowVersion: 1 }]));
  const journal = new Map<string, DraftBlock | null>();
  const calls: string[] = [];
  const seal = (): void => {
    if (journal.size > 0) version += 1;
    for (const [block, edit] of journal) {
      if (edit) sealed.set(block, { ...edit, rowVersion: version });
      else sealed.delete(block);
    }
    journal.clear();
  };
  const call = async (name: string, input: unknown): Promise<unknown> => {
    calls.push(name);
    if (name === 'draft.get') {
      const all = new Map<string, DraftBlock | null>([...sealed, ...journal]);
      return structuredClone([...all.values()].filter((block) => block !== null).sort((a, b) => a.position - b.position));
    }
    if (name === 'draft.seal') return seal();
    const { put, remove } = input as Input;
    for (const edit of [...put, ...remove])
      if ((sealed.get(edit.id)?.rowVersion ?? 0) !== edit.rowVersion) throw new AppError('versionConflict');
    for (const block of put) journal.set(block.id, block);
    for (const gone of remove) journal.set(gone.id, null);
    return { keptAt: '' };
  };
  return {
    client: { call } as unknown as RpcClient,
    sealed,
    journal,
    calls,
    elsewhere: (n: number, text: string) => {
      version += 1;
      sealed.set(id(n), { id: id(n), position: n + 1, json: paragraphOf(text), rowVersion: version });
    },
  };
}

function keeperOf(core: ReturnType<typeof coreOf>) {
  let held: HeldBlock[] = [];
  let state: KeeperState = { loaded: false, saving: false, error: null };
  const keeper = createDraftKeeper({
    client: core.client,
    section: 'recommendations',
    read: () => held,
    show: (blocks) => {
      held = blocks.map((block) => ({ id: block.id, key: block.id, text: canonical(block.json) }));
    },
    beforeSave: async () => undefined,
    kept: () => undefined,
    changed: (next) => {
      state = next;
    },
  });
  const write = (...blocks: [n: number, text: string][]): void => {
    held = blocks.map(([n, text]) => ({ id: id(n), key: id(n), text: canonical(paragraphOf(text)) }));
    keeper.touch();
  };
  return { keeper, write, state: () => state, held: () => held };
}

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());
const texts = (core: ReturnType<typeof coreOf>): string[] =>
  [...core.sealed.values()]
    .sort((a, b) => a.position - b.position)
    .map((block) => JSON.stringify(block.json).match(/"text":"([^"]*)"/)?.[1] ?? '');

describe('keeping a section of the draft', () => {
  it('sends only what changed, soon after the last key, and seals after a pause', async () => {
    const core = coreOf('one', 'two');
    const { keeper, write } = keeperOf(core);
    await keeper.load();
    write([0, 'one'], [1, 'two, changed'], [2, 'three']);
    await vi.advanceTimersByTimeAsync(450);
    expect([...core.journal.keys()]).toEqual([id(1), id(2)]);
    expect(texts(core)).toEqual(['one', 'two']);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(texts(core)).toEqual(['one', 'two, changed', 'three']);
    expect(core.calls.filter((name) => name === 'draft.seal')).toHaveLength(1);
  });

  it('saves within a second of typing that never stops', async () => {
    const core = coreOf('one');
    const { keeper, write } = keeperOf(core);
    await keeper.load();
    for (let n = 0; n < 12; n++) {
      write([0, `typing ${n}`]);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(core.journal.size).toBe(1);
  });

  it('takes a block out and, with undo, brings the same block back, sealed or not', async () => {
    const core = coreOf('one', 'two');
    const { keeper, write, state } = keeperOf(core);
    await keeper.load();
    write([0, 'one']);
    await keeper.save();
    write([0, 'one'], [1, 'two']);
    await keeper.save();
    expect(state().error).toBeNull();
    write([0, 'one']);
    await keeper.seal();
    expect(texts(core)).toEqual(['one']);
    write([0, 'one'], [1, 'two']);
    await keeper.seal();
    expect(state().error).toBeNull();
    expect(texts(core)).toEqual(['one', 'two']);
  });

  it('goes on writing upon the version that its own seal made', async () => {
    const core = coreOf('one');
    const { keeper, write, state } = keeperOf(core);
    await keeper.load();
    for (const text of ['a', 'b', 'c']) {
      write([0, text]);
      await keeper.seal();
    }
    expect(state().error).toBeNull();
    expect(texts(core)).toEqual(['c']);
  });

  it('shows what changed elsewhere while nothing is unsaved, and keeps the text where something is', async () => {
    const core = coreOf('one', 'two');
    const { keeper, write, state, held } = keeperOf(core);
    await keeper.load();
    core.elsewhere(0, 'one from elsewhere');
    await keeper.refresh();
    expect(held()[0]?.text).toContain('one from elsewhere');

    write([0, 'one from here'], [1, 'two']);
    core.elsewhere(0, 'one again from elsewhere');
    await keeper.refresh();
    await keeper.save();
    expect(state().error?.code).toBe('versionConflict');
    expect(held()[0]?.text).toContain('one from here');
    await keeper.keepMine();
    await keeper.seal();
    expect(state().error).toBeNull();
    expect(texts(core)[0]).toBe('one from here');
  });

  it('seals nothing where nothing was typed', async () => {
    const core = coreOf('one');
    const { keeper } = keeperOf(core);
    await keeper.load();
    keeper.stop();
    await vi.advanceTimersByTimeAsync(100);
    expect(core.calls).toEqual(['draft.get']);
  });
});
