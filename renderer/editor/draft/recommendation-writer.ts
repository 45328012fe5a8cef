import type { InputFor } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Recommendation } from '#shared/model/recommendation.ts';
import { paragraphOf, plainText } from '#shared/richtext/plain-text.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

export type RecommendationRow = Recommendation & { number: number | null; actions: number };
export type RecommendationPatch = Omit<InputFor<'recommendation.update'>, 'id' | 'rowVersion'>;

/**
 * Words of a recommendation that are being typed wait here, one block a row, until a pause: then they become one change
 * of the row. A block's position holds the version of the row that was typed over.
 */
const TYPED = 'recommendation-text';

export type TypedText = { id: string; text: string; over: number };

/** What was typed into recommendations and never became a change: the window went away before. */
export async function typedBefore(client: RpcClient): Promise<TypedText[]> {
  const blocks = await client.call('draft.get', { section: TYPED });
  return blocks.map((block) => ({ id: block.id, text: plainText(block.json), over: block.position }));
}

/** Changes rows one after another, each upon the version that the one before it made. */
export function createRecommendationWriter(client: RpcClient, kept: () => void) {
  const versions = new Map<string, number>();
  let chain: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = chain.then(work);
    chain = next.catch(() => undefined);
    return next;
  }
  const outcome = async (work: () => Promise<void>): Promise<AppError | null> =>
    inTurn(work).then(
      () => {
        kept();
        return null;
      },
      (thrown: unknown) => toAppError(thrown),
    );

  return {
    /** The rows as last answered: what the person sees is what they change. */
    know(rows: readonly RecommendationRow[]): void {
      for (const row of rows) versions.set(row.id, Math.max(row.rowVersion, versions.get(row.id) ?? 0));
    },
    versionOf: (id: string): number => versions.get(id) ?? 0,
    async add(): Promise<{ id: string; error: AppError | null }> {
      const id = newId();
      const error = await outcome(async () => {
        const row = await client.call('recommendation.add', { id });
        versions.set(id, row.rowVersion);
      });
      return { id, error };
    },
    update: (id: string, patch: RecommendationPatch): Promise<AppError | null> =>
      outcome(async () => {
        const row = await client.call('recommendation.update', { id, rowVersion: versions.get(id) ?? 0, ...patch });
        versions.set(id, row.rowVersion);
      }),
    move: (id: string, to: number): Promise<AppError | null> =>
      outcome(async () => void (await client.call('recommendation.move', { id, to }))),
    remove: (id: string): Promise<AppError | null> =>
      outcome(async () => void (await client.call('recommendation.remove', { id, rowVersion: versions.get(id) ?? 0 }))),
    /** Typing, so that a crash loses no more than a second of it. */
    typed: (id: string, text: string): Promise<AppError | null> =>
      outcome(async () => {
        const block = { id, position: versions.get(id) ?? 0, json: paragraphOf(text), rowVersion: 0 };
        await client.call('draft.save', { section: TYPED, put: [block], remove: [] });
      }),
    /** It has become a change, or was given up. */
    untyped: (id: string): Promise<AppError | null> =>
      outcome(async () => {
        await client.call('draft.save', { section: TYPED, put: [], remove: [{ id, rowVersion: 0 }] });
      }),
  };
}
export type RecommendationWriter = ReturnType<typeof createRecommendationWriter>;
