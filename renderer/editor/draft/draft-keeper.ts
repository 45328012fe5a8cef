import type { DraftBlock } from '#shared/contract/recommendations.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { RpcClient } from '#shared/rpc/client.ts';
import { blockOf, canonical, type HeldBlock } from '../block-json.ts';
import { placeBlocks } from './positions.ts';

/** At most a second of typing is lost in a crash: saves go to the journal this long after the last key. */
const SAVE_MS = 400;
/** With typing that never stops, a save all the same. */
const SAVE_AT_LEAST_MS = 900;
/** The journal becomes one change of the history after this pause. */
const SEAL_MS = 30_000;

/** What the core has of a block, and how the editor writes the same block: both in one order of keys. */
type Known = { position: number; rowVersion: number; stored: string; held: string };

/** `loaded`: what the core has is in the editor. Before that, typing would be written over. */
export type KeeperState = { loaded: boolean; saving: boolean; error: AppError | null };
export type KeeperOptions = {
  client: RpcClient;
  section: string;
  /** The document as it stands. */
  read(): HeldBlock[];
  /** The core has other blocks than the editor, and the editor has nothing unsaved: show them. */
  show(blocks: readonly DraftBlock[]): void;
  /** Done before blocks are saved: rows are placed and moved as their blocks are. */
  beforeSave(blocks: readonly HeldBlock[]): Promise<void>;
  kept(): void;
  changed(state: KeeperState): void;
};

/** Keeps a section: changed blocks to the journal, sealed after a pause; one thing after another, never at once. */
export function createDraftKeeper(options: KeeperOptions) {
  const { client, section, read, show, beforeSave, kept, changed } = options;
  let known = new Map<string, Known>();
  // Taken out but not sealed yet: a block that the editor's undo brings back is saved upon the version it had.
  const gone = new Map<string, number>();
  let state: KeeperState = { loaded: false, saving: false, error: null };
  let chain: Promise<void> = Promise.resolve();
  let save: ReturnType<typeof setTimeout> | undefined;
  let sealing: ReturnType<typeof setTimeout> | undefined;
  let firstTouch: number | null = null;
  let dirty = false;
  let unsealed = false;

  const become = (next: Partial<KeeperState>): void => {
    state = { ...state, ...next };
    changed(state);
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    chain = chain.then(work).catch((thrown: unknown) => become({ saving: false, error: toAppError(thrown) }));
    return chain;
  };

  function learn(blocks: readonly DraftBlock[]): void {
    known = new Map(
      blocks.map((block) => {
        const stored = canonical(block.json);
        return [block.id, { position: block.position, rowVersion: block.rowVersion, stored, held: stored }];
      }),
    );
  }
  /** After the editor has taken blocks in: how it writes them is no change of theirs. */
  function adopt(): void {
    for (const block of read()) {
      const own = known.get(block.id);
      if (own) own.held = block.text;
    }
  }
  async function fetchBlocks(): Promise<DraftBlock[]> {
    return client.call('draft.get', { section });
  }

  async function saveNow(): Promise<void> {
    clearTimeout(save);
    firstTouch = null;
    if (!dirty) return;
    const held = read();
    become({ saving: true });
    await beforeSave(held);
    const positions = placeBlocks(
      held.map((block) => block.id),
      new Map([...known].map(([id, block]) => [id, block.position])),
    );
    const here = new Set(held.map((block) => block.id));
    const put = held.flatMap(({ id, text }) => {
      const own = known.get(id);
      const position = positions.get(id) ?? 1;
      if (own && own.held === text && own.position === position) return [];
      return [{ id, position, json: blockOf(text), rowVersion: own?.rowVersion ?? gone.get(id) ?? 0, text }];
    });
    const remove = [...known].filter(([id]) => !here.has(id)).map(([id, { rowVersion }]) => ({ id, rowVersion }));
    dirty = false;
    if (put.length > 0 || remove.length > 0) {
      try {
        await client.call('draft.save', { section, put: put.map(({ text: _text, ...block }) => block), remove });
      } catch (thrown) {
        dirty = true;
        throw thrown;
      }
      unsealed = true;
      for (const { id, position, rowVersion, text } of put) known.set(id, { position, rowVersion, stored: text, held: text });
      for (const { id, rowVersion } of remove) {
        known.delete(id);
        gone.set(id, rowVersion);
      }
      kept();
    }
    become({ saving: false, error: null });
  }

  async function sealNow(): Promise<void> {
    clearTimeout(sealing);
    await saveNow();
    if (!unsealed) return;
    await client.call('draft.seal', { section });
    unsealed = false;
    gone.clear();
    kept();
    await refreshNow();
  }

  /** Learns the versions the core has now; shows its blocks where they differ and nothing is unsaved. */
  async function refreshNow(): Promise<void> {
    const blocks = await fetchBlocks();
    const same =
      blocks.length === known.size &&
      blocks.every((block) => {
        const own = known.get(block.id);
        return own?.stored === canonical(block.json) && own.position === block.position;
      });
    if (same) {
      for (const block of blocks) known.get(block.id)!.rowVersion = block.rowVersion;
    } else if (!dirty) {
      learn(blocks);
      show(blocks);
      adopt();
    }
  }

  return {
    /** The section as it stands in the core, into the editor. */
    load: (): Promise<void> =>
      inTurn(async () => {
        const blocks = await fetchBlocks();
        learn(blocks);
        show(blocks);
        adopt();
        dirty = false;
        become({ loaded: true, error: null });
      }),
    /** Something was typed. */
    touch(): void {
      dirty = true;
      const now = Date.now();
      firstTouch ??= now;
      clearTimeout(save);
      save = setTimeout(() => void inTurn(saveNow), Math.max(0, Math.min(SAVE_MS, firstTouch + SAVE_AT_LEAST_MS - now)));
      clearTimeout(sealing);
      sealing = setTimeout(() => void inTurn(sealNow), SEAL_MS);
    },
    save: (): Promise<void> => inTurn(saveNow),
    seal: (): Promise<void> => inTurn(sealNow),
    refresh: (): Promise<void> => inTurn(refreshNow),
    /** After a conflict: the versions of now are taken over, and the text of this window is saved upon them. */
    keepMine: (): Promise<void> =>
      inTurn(async () => {
        learn(await fetchBlocks());
        dirty = true;
        await saveNow();
      }),
    unsaved: (): boolean => dirty || state.saving,
    stop(): void {
      clearTimeout(save);
      clearTimeout(sealing);
      void inTurn(sealNow);
    },
  };
}
export type DraftKeeper = ReturnType<typeof createDraftKeeper>;
