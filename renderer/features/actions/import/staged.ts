import type { StagedAction } from '#shared/model/recommendation.ts';

/** What was read, while a person looks it over. `parent` of the item itself is not used: `under` is the key of the row above. */
export type Staged = { key: number; on: boolean; under: number | null; item: StagedAction };

export function stage(items: readonly StagedAction[]): Staged[] {
  return items.map((item, key) => ({ key, on: true, under: item.parent, item }));
}

export function change(list: readonly Staged[], key: number, patch: Partial<StagedAction>): Staged[] {
  return list.map((one) => (one.key === key ? { ...one, item: { ...one.item, ...patch } } : one));
}
export function switchOn(list: readonly Staged[], key: number, on: boolean): Staged[] {
  return list.map((one) => (one.key === key ? { ...one, on } : one));
}

/** A row that was one with the row above it: its text goes on there, its owners and facts fill what is missing. */
export function joinAbove(list: readonly Staged[], key: number): Staged[] {
  const at = list.findIndex((one) => one.key === key);
  const below = list[at];
  const above = list[at - 1];
  if (!below || !above) return [...list];
  const a = above.item;
  const b = below.item;
  const text = [a.text, [b.heading, b.text].filter(Boolean).join('. ')].filter(Boolean).join('\n').slice(0, 8000);
  const joined: StagedAction = {
    ...a,
    text,
    owners: [...new Set([...a.owners, ...b.owners])].slice(0, 20),
    leadAgency: a.leadAgency ?? b.leadAgency,
    timescale: a.timescale ?? b.timescale,
    successMeasure: a.successMeasure ?? b.successMeasure,
    assurance: [...new Set([...a.assurance, ...b.assurance])].slice(0, 10),
  };
  const heir = above.item.kind === 'recommendation' ? above.key : above.under;
  return list
    .filter((one) => one.key !== key)
    .map((one) =>
      one.key === above.key ? { ...one, on: true, item: joined } : one.under === key ? { ...one, under: heir } : one,
    );
}

/** A recommendation has nothing above it; what stood under one that becomes an action stands by itself. */
export function setKind(list: readonly Staged[], key: number, kind: StagedAction['kind']): Staged[] {
  return list.map((one) => {
    if (one.key === key) return { ...one, under: kind === 'recommendation' ? null : one.under, item: { ...one.item, kind } };
    return kind === 'action' && one.under === key ? { ...one, under: null } : one;
  });
}

/** What goes in: rows that are on, each with its place above counted anew. */
export function toItems(list: readonly Staged[]): StagedAction[] {
  const on = list.filter((one) => one.on);
  const index = new Map(on.map((one, i) => [one.key, i]));
  return on.map(({ item, under }, i) => {
    const above = under === null ? undefined : index.get(under);
    const fits = above !== undefined && above < i && on[above]?.item.kind === 'recommendation';
    return { ...item, parent: item.kind === 'action' && fits ? above : null };
  });
}

/** "2 recommendations, 6 actions". */
export function stagedWords(items: readonly Pick<StagedAction, 'kind'>[]): string {
  const of = (kind: StagedAction['kind'], word: string): string | false => {
    const n = items.filter((item) => item.kind === kind).length;
    return n > 0 && `${n.toLocaleString('en-GB')} ${word}${n === 1 ? '' : 's'}`;
  };
  return [of('recommendation', 'recommendation'), of('action', 'action')].filter((part) => part !== false).join(', ');
}
