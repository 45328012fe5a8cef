import { AppError } from '#shared/kernel/app-error.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { compareEvents } from './compare.ts';
import { contradictionPage } from './contradiction-list.ts';
import { noteContradiction, settleContradiction } from './contradiction-writes.ts';
import { alsoTold, groupPage, memberIds, ofEvent, reliedOf } from './groups.ts';
import { eventsById, headsOf } from './heads.ts';
import { proposalPage, status } from './proposals.ts';
import { dissolve, holdApart, makeGroups, proposeAgain, rely, takeOut } from './writes.ts';

export const accountQueries = queries({
  'accounts.status': (db) => status(db),
  'accounts.proposals': (db, input, ctx) => proposalPage(db, ctx.lens, input),
  'accounts.ofEvent': (db, input, ctx) => ofEvent(db, ctx.lens, input.eventId),
  'accounts.alsoTold': (db, input) => alsoTold(db, input.eventIds),
  'accounts.groups': (db, input, ctx) => groupPage(db, ctx.lens, input),
  'accounts.group': (db, input, ctx) => {
    const group = findRow(db, 'accountGroup', input.id);
    if (!group) throw new AppError('notFound', { what: 'group of accounts' });
    const relied = reliedOf(group);
    return {
      id: group.id,
      rowVersion: Number(group['rowVersion']),
      relied,
      ...compareEvents(db, ctx.lens, eventsById(db, memberIds(db, group.id)), group.id, relied?.eventId ?? null),
    };
  },
  'accounts.compare': (db, input, ctx) => {
    const events = eventsById(db, input.eventIds);
    if (events.length < new Set(input.eventIds).size) throw new AppError('notFound', { what: 'entry' });
    // Nobody has grouped them: the first entry's id stands where a group's would.
    return compareEvents(db, ctx.lens, events, events[0]!.id, null);
  },
  'accounts.contradictions': (db, input, ctx) => contradictionPage(db, ctx.lens, input),
  'accounts.separate': (db, _input, ctx) => {
    const rows = selectRows<{ id: string; aId: string; bId: string; reason: string; person: string; rowVersion: number }>(
      db,
      'separateEvents',
      'ORDER BY id DESC',
    );
    const heads = headsOf(
      db,
      ctx.lens,
      eventsById(
        db,
        rows.flatMap((row) => [row.aId, row.bId]),
      ),
    );
    return rows.flatMap(({ id, aId, bId, reason, person, rowVersion }) => {
      const [a, b] = [heads.get(aId), heads.get(bId)];
      return a && b ? [{ id, rowVersion, reason, person, a, b }] : [];
    });
  },
});

export const accountCommands = commands({
  'accounts.makeGroups': (store, input) => makeGroups(store, input.groups),
  'accounts.takeOut': (store, input) => takeOut(store, input),
  'accounts.dissolve': (store, input) => dissolve(store, input),
  'accounts.rely': (store, input, ctx) => rely(store, input, ctx),
  'accounts.notSame': (store, input, ctx) => holdApart(store, input, ctx),
  'accounts.maybeSame': (store, input) => proposeAgain(store, input),
  'accounts.settle': (store, input, ctx) => settleContradiction(store, input, ctx),
  'accounts.noteContradiction': (store, input, ctx) => noteContradiction(store, input, ctx),
});
