import type { RpcClient } from '#shared/rpc/client.ts';

export type Candidate = { id: string; ref: number; agencyId: string; dateLabel: string; text: string };

const MOST = 8;
const NUMBERS_ONLY = /^[\s,;&and0-9]*$/;

/** Entries by their reference numbers ("315, 316 and 0320"), or by words. */
export async function findEntries(client: RpcClient, asked: string): Promise<Candidate[]> {
  const words = asked.trim();
  const numbers = NUMBERS_ONLY.test(words) ? [...new Set((words.match(/\d{1,7}/g) ?? []).map(Number))].slice(0, MOST) : [];
  if (numbers.length > 0) {
    const found = await Promise.all(
      numbers.map(async (ref): Promise<Candidate[]> => {
        const there = await client.call('chronology.find', { filter: {}, ref });
        if (!there) return [];
        const entry = await client.call('chronology.get', { id: there.id });
        const text = entry.fields.find((field) => field.field === 'description')?.text ?? '';
        return [{ id: entry.id, ref: entry.ref, agencyId: entry.agencyId, dateLabel: entry.dateLabel, text }];
      }),
    );
    return found.flat();
  }
  if (words.length < 2) return [];
  const { rows } = await client.call('chronology.page', { filter: { search: words }, from: null, limit: MOST });
  return rows.map(({ id, ref, agencyId, dateLabel, text }) => ({ id, ref, agencyId, dateLabel, text }));
}
