import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { memberIds } from './groups.ts';
import { groupsOf } from './heads.ts';

type Member = { id: string; groupId: string; eventId: string };

const membersOf = (store: Store, groupId: string): Member[] =>
  selectRows<Member>(store, 'accountMember', 'WHERE "groupId" = ? ORDER BY id', toBlob(groupId));

/**
 * Groups entries as one event. Where some are in groups already, those come together whole in the oldest of them: which
 * entry tells of what has been said by a person, and is not taken apart here.
 */
export function makeGroups(
  store: Store,
  groups: readonly { id: string; eventIds: readonly string[] }[],
): { groups: number; entries: number } {
  let entries = 0;
  const made = new Set<string>();
  for (const group of groups) {
    const wanted = [...new Set(group.eventIds)];
    if (wanted.length < 2)
      throw new AppError('badInput', { where: 'the group', why: 'it takes two different entries to tell of one event' });
    for (const eventId of wanted) store.need('event', eventId, 'entry');
    const inGroups = groupsOf(store, wanted);
    const known = [...new Set(inGroups.values())].sort();
    const [target = group.id, ...others] = known;
    if (known.length === 0) {
      store.insert('accountGroup', { id: group.id, reliedId: null, reliedReason: null, reliedBy: null, reliedAt: null });
    }
    for (const other of others) {
      for (const member of membersOf(store, other)) {
        store.remove('accountMember', member.id);
        store.insert('accountMember', { id: newId(), groupId: target, eventId: member.eventId });
        entries += 1;
      }
      takeReliance(store, other, target);
      store.remove('accountGroup', other);
      made.delete(other);
    }
    const joined = wanted.filter((eventId) => !inGroups.has(eventId));
    for (const eventId of joined) {
      store.insert('accountMember', { id: newId(), groupId: target, eventId });
      entries += 1;
    }
    if (known.length > 0 && (joined.length > 0 || others.length > 0)) store.touch('accountGroup', target);
    made.add(target);
  }
  return { groups: made.size, entries };
}

/** The account that one of two groups relies on stays relied on; where both have one, a person chooses again. */
function takeReliance(store: Store, from: string, to: string): void {
  const [gone, kept] = [store.need('accountGroup', from), store.need('accountGroup', to)];
  if (gone['reliedId'] === null) return;
  const { reliedId, reliedReason, reliedBy, reliedAt } = gone;
  store.update(
    'accountGroup',
    to,
    kept['reliedId'] === null
      ? { reliedId, reliedReason, reliedBy, reliedAt }
      : { reliedId: null, reliedReason: null, reliedBy: null, reliedAt: null },
  );
}

export function takeOut(store: Store, input: { id: string; rowVersion: number; eventIds: readonly string[] }): { left: number } {
  const group = store.needVersion('accountGroup', input.id, input.rowVersion, 'group of accounts');
  const members = membersOf(store, input.id);
  const out = members.filter((member) => input.eventIds.includes(member.eventId));
  if (out.length === 0) throw new AppError('notFound', { what: 'account in this group' });
  if (members.length - out.length < 2) return { left: removeGroup(store, input.id, members) };
  for (const member of out) store.remove('accountMember', member.id);
  if (out.some((member) => member.eventId === group['reliedId'])) {
    store.update('accountGroup', input.id, { reliedId: null, reliedReason: null, reliedBy: null, reliedAt: null });
  } else store.touch('accountGroup', input.id);
  return { left: members.length - out.length };
}

export function dissolve(store: Store, input: { id: string; rowVersion: number }): { entries: number } {
  store.needVersion('accountGroup', input.id, input.rowVersion, 'group of accounts');
  const members = membersOf(store, input.id);
  removeGroup(store, input.id, members);
  return { entries: members.length };
}

function removeGroup(store: Store, id: string, members: readonly Member[]): 0 {
  for (const member of members) store.remove('accountMember', member.id);
  store.remove('accountGroup', id);
  return 0;
}

/** Which account the review relies on. The others stay as they are: it is a choice, with its reason, not a correction. */
export function rely(
  store: Store,
  input: { id: string; rowVersion: number; eventId: string | null; reason: string },
  ctx: WriteContext,
): { id: string; rowVersion: number } {
  store.needVersion('accountGroup', input.id, input.rowVersion, 'group of accounts');
  if (input.eventId !== null) {
    if (!memberIds(store, input.id).includes(input.eventId)) throw new AppError('notFound', { what: 'account in this group' });
    if (input.reason === '')
      throw new AppError('badInput', { where: 'the reason', why: 'it says why this account is relied on and not another' });
  }
  const none = input.eventId === null;
  const after = store.update('accountGroup', input.id, {
    reliedId: input.eventId,
    reliedReason: none ? null : input.reason,
    reliedBy: none ? null : ctx.session.name,
    reliedAt: none ? null : ctx.now,
  });
  return { id: input.id, rowVersion: Number(after['rowVersion']) };
}

export function holdApart(
  store: Store,
  input: { pairs: readonly { id: string; aId: string; bId: string }[]; reason: string },
  ctx: WriteContext,
): { pairs: number } {
  let pairs = 0;
  for (const pair of input.pairs) {
    const [aId, bId] = inOrder(store, pair);
    const groups = groupsOf(store, [aId, bId]);
    if (groups.size === 2 && groups.get(aId) === groups.get(bId))
      throw new AppError('badInput', { where: 'the pair', why: 'both are in one group; take one out of it first' });
    const known = selectRows(store, 'separateEvents', 'WHERE "aId" = ? AND "bId" = ?', toBlob(aId), toBlob(bId))[0];
    const words = { reason: input.reason, person: ctx.session.name, at: ctx.now };
    if (known) store.update('separateEvents', known.id, words);
    else store.insert('separateEvents', { id: pair.id, aId, bId, ...words });
    pairs += 1;
  }
  return { pairs };
}

export function proposeAgain(store: Store, input: { id: string; rowVersion: number }): { id: string } {
  store.needVersion('separateEvents', input.id, input.rowVersion, 'pair');
  store.remove('separateEvents', input.id);
  return { id: input.id };
}

/** The two entries of a pair in the order in which every table keeps them; both there, and not one. */
export function inOrder(store: Store, pair: { aId: string; bId: string }): [string, string] {
  if (pair.aId === pair.bId) throw new AppError('badInput', { where: 'the pair', why: 'it is one entry twice' });
  for (const id of [pair.aId, pair.bId]) store.need('event', id, 'entry');
  return pair.aId < pair.bId ? [pair.aId, pair.bId] : [pair.bId, pair.aId];
}
