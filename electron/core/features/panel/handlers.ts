import { commands, queries } from '../../kernel/implement.ts';
import { listRemarks } from './remark-list.ts';
import { addCopy, addRound, changeCopy, listRounds, removeCopy, removeRound } from './rounds.ts';
import { annotate, challenge, correct, inWords, place, reopen } from './settle.ts';

export const panelQueries = queries({
  'round.list': (db) => listRounds(db),
  'remark.list': (db, input, ctx) => listRemarks(db, ctx.lens, input),
});

export const panelCommands = commands({
  'round.add': (store, input, ctx) => addRound(store, input, ctx),
  'round.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('panelRound', id, rowVersion, 'round');
    return { id, rowVersion: store.update('panelRound', id, patch)['rowVersion'] as number };
  },
  'round.remove': (store, input) => removeRound(store, input),
  'round.addCopy': (store, input) => addCopy(store, input),
  'round.changeCopy': (store, input) => changeCopy(store, input),
  'round.removeCopy': (store, input) => {
    store.needVersion('panelCopy', input.id, input.rowVersion, 'copy');
    removeCopy(store, input.id);
    return { id: input.id };
  },
  'remark.annotate': (store, input, ctx) => annotate(store, input.remarks, ctx),
  'remark.challenge': (store, input, ctx) => challenge(store, input.remarks, ctx),
  'remark.correct': (store, input, ctx) => correct(store, input, ctx),
  'remark.answer': (store, input, ctx) => inWords(store, input.remarks, 'answered', input.answer, ctx),
  'remark.setAside': (store, input, ctx) => inWords(store, input.remarks, 'setAside', input.reason, ctx),
  'remark.reopen': (store, input) => reopen(store, input.remarks),
  'remark.place': (store, input) => place(store, input),
});
