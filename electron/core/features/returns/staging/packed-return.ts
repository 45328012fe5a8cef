import { deserialize, serialize } from 'node:v8';
import type { StagedReturn } from '#shared/model/agency-return.ts';

/** A staged return without its rows; of its entries only how many. */
export type ReturnHead = Omit<StagedReturn, 'rows' | 'events'> & { readonly events: { readonly length: number } };

/**
 * A staged return on its way from the thread that read it to the one that writes it. The thread in between looks at the head
 * and hands the rest on as bytes: taking ten thousand rows apart and putting them together again would hold up every query.
 */
export type PackedReturn = { head: ReturnHead; packed: Uint8Array };

export function packReturn(staged: StagedReturn): PackedReturn {
  const { rows, events, ...head } = staged;
  return { head: { ...head, events: { length: events.length } }, packed: serialize({ rows, events }) };
}

export function unpackReturn({ head, packed }: PackedReturn): StagedReturn {
  return { ...head, ...(deserialize(packed) as Pick<StagedReturn, 'rows' | 'events'>) };
}

export const wholeReturn = (staged: StagedReturn | PackedReturn): StagedReturn =>
  'packed' in staged ? unpackReturn(staged) : staged;
