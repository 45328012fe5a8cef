import { AppError } from '#shared/kernel/app-error.ts';
import { toBlob } from '../../../db/sql.ts';
import { selectRows, type Store } from '../../../db/store.ts';
import { commands, queries, type WriteContext } from '../../../kernel/implement.ts';
import { ensureAgency } from '../agencies.ts';
import { trackedReturns } from './requests.ts';

type NewStep = { id: string; requestId: string; kind: string; on: string; due: string | null; note: string };

function noteStep(store: Store, { on, due, ...step }: NewStep, ctx: WriteContext): void {
  if (store.find('requestStep', step.id)) throw new AppError('alreadyExists', { what: 'a step', field: 'id' });
  const said = { person: ctx.session.name, post: ctx.session.post, at: ctx.now };
  store.insert('requestStep', { ...step, onDay: on, dueDay: due, ...said, takenBack: null });
}

function needOrder(from: string | null, to: string | null, backgroundFrom: string | null): void {
  const wrong = (why: string): AppError => new AppError('badInput', { where: 'the period', why });
  if (from !== null && to !== null && from > to) throw wrong('it ends before it begins');
  if (backgroundFrom !== null && from !== null && backgroundFrom >= from)
    throw wrong('the background begins after the detailed period');
}

export const trackerQueries = queries({
  'tracker.list': (db, { today }) => trackedReturns(db, today),
});

export const trackerCommands = commands({
  'tracker.ask': (store, input, ctx) => {
    needOrder(input.from, input.to, input.backgroundFrom);
    if (input.due !== null && input.due < input.on)
      throw new AppError('badInput', { where: 'the day to send it by', why: 'it is before the day of asking' });
    for (const { requestId, stepId, agency, contact } of input.agencies) {
      const agencyId = ensureAgency(store, agency);
      const period = { fromDay: input.from, toDay: input.to, backgroundFrom: input.backgroundFrom };
      // An agency asked once more keeps its one request; the new asking is a step of it.
      const asked = selectRows(store, 'returnRequest', 'WHERE "agencyId" = ?', toBlob(agencyId))[0];
      if (asked) store.update('returnRequest', asked.id, { ...period, ...(contact === '' ? {} : { contact }) });
      else store.insert('returnRequest', { id: requestId, agencyId, contact, ...period, note: '' });
      const { on, due, note } = input;
      noteStep(store, { id: stepId, requestId: asked?.id ?? requestId, kind: 'asked', on, due, note }, ctx);
    }
    return { asked: input.agencies.length };
  },
  'tracker.update': (store, { requestId, rowVersion, contact, from, to, backgroundFrom, note }) => {
    needOrder(from, to, backgroundFrom);
    store.needVersion('returnRequest', requestId, rowVersion, 'request');
    const row = store.update('returnRequest', requestId, { contact, fromDay: from, toDay: to, backgroundFrom, note });
    return { rowVersion: Number(row['rowVersion']) };
  },
  'tracker.step': (store, { steps, ...said }, ctx) => {
    for (const { id, requestId } of steps) {
      store.need('returnRequest', requestId, 'request');
      noteStep(store, { id, requestId, ...said }, ctx);
    }
    return { noted: steps.length };
  },
  'tracker.takeBack': (store, { stepId, reason }) => {
    const step = store.need('requestStep', stepId, 'step');
    if (step['takenBack'] !== null) throw new AppError('alreadyExists', { what: 'a reason for taking it back', field: 'step' });
    store.update('requestStep', stepId, { takenBack: reason });
    return { stepId };
  },
});
