import { AppError } from '#shared/kernel/app-error.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { listGaps } from './list-gaps.ts';
import { namedAgencies } from './named-agencies.ts';
import { addNote, type KeptNote, noteOf } from './notes.ts';
import { isDay, listPeriods, periodOf, refuseNoPeriod, standing } from './periods.ts';

export const gapQueries = queries({
  'gaps.list': (db) => listGaps(db),
  'gaps.named': (db, _input, ctx) => ({
    named: namedAgencies(db, ctx.lens),
    stale: db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'mentionsStale'`)?.value === '1',
  }),
  'periods.list': (db) => listPeriods(db),
  'periods.standing': (db, _input, ctx) => standing(db, ctx.lens),
});

export const gapCommands = commands({
  'gaps.explain': (store, input, ctx) => {
    if (!isDay(input.from) || !isDay(input.to) || input.from > input.to)
      throw new AppError('badInput', { where: 'the gap', why: 'it ends before it begins, or a day is not in the calendar' });
    if (input.agencyId !== null) store.need('agency', input.agencyId, 'agency');
    const about = { agencyId: input.agencyId, about: null, fromDay: input.from, toDay: input.to, byHand: input.byHand };
    return addNote(store, input.id, about, { explanation: input.explanation, note: input.note }, ctx);
  },
  'gaps.answer': (store, input, ctx) => {
    const about = { agencyId: null, about: input.key, fromDay: null, toDay: null, byHand: false };
    return addNote(store, input.id, about, { explanation: input.explanation, note: input.note }, ctx);
  },
  'gaps.change': (store, input, ctx) => {
    store.needVersion('gapNote', input.id, input.rowVersion, 'explanation');
    const by = { person: ctx.session.name, post: ctx.session.post, at: ctx.now };
    return noteOf(store.update('gapNote', input.id, { explanation: input.explanation, note: input.note, ...by }) as KeptNote);
  },
  'gaps.remove': (store, input) => {
    store.needVersion('gapNote', input.id, input.rowVersion, 'explanation');
    store.remove('gapNote', input.id);
    return { id: input.id };
  },
  'gaps.setRule': (store, input) => {
    store.needVersion('agency', input.agencyId, input.rowVersion, 'agency');
    const after = store.update('agency', input.agencyId, { gapDays: input.days, kind: input.kind });
    return { agencyId: input.agencyId, rowVersion: after['rowVersion'] as number };
  },
  'periods.add': (store, input) => {
    if (store.find('reviewPeriod', input.id)) throw new AppError('alreadyExists', { what: 'a period', field: 'id' });
    refuseNoPeriod(input);
    if (input.agencyId !== null) store.need('agency', input.agencyId, 'agency');
    const { id, kind, agencyId, from, to, reason } = input;
    return periodOf(store.insert('reviewPeriod', { id, kind, agencyId, fromDay: from, toDay: to, reason }));
  },
  'periods.change': (store, input) => {
    const before = periodOf(store.needVersion('reviewPeriod', input.id, input.rowVersion, 'period'));
    const { from, to, reason } = input;
    refuseNoPeriod({ ...before, from, to, reason });
    return periodOf(store.update('reviewPeriod', input.id, { fromDay: from, toDay: to, reason }));
  },
  'periods.remove': (store, input) => {
    store.needVersion('reviewPeriod', input.id, input.rowVersion, 'period');
    store.remove('reviewPeriod', input.id);
    return { id: input.id };
  },
});
