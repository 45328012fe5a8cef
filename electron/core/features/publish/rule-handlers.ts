import { AppError } from '#shared/kernel/app-error.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { refuseAuthor } from './handlers.ts';
import { listRules, ruleOf } from './rules.ts';

export const publicationRuleQueries = queries({ 'publicationRule.list': (db) => listRules(db) });

export const publicationRuleCommands = commands({
  'publicationRule.add': (store, input, ctx) => {
    if (store.find('publicationRule', input.id)) throw new AppError('alreadyExists', { what: 'a rule', field: 'id' });
    // Everyone left out at once would tear every sentence; who is left out is said one by one.
    if (input.action === 'leaveOut' && input.entryId === null)
      throw new AppError('badInput', { where: 'the rule', why: 'it has to say who is left out' });
    if (input.entryId !== null && !store.find('registerEntry', input.entryId)) throw new AppError('notFound', { what: 'entry' });
    return ruleOf(
      store.insert('publicationRule', {
        ...input,
        person: ctx.session.name,
        at: ctx.now,
        approvedBy: null,
        approvedPost: null,
        approvedAt: null,
      }),
    );
  },
  'publicationRule.approve': (store, input, ctx) => {
    const rule = ruleOf(store.needVersion('publicationRule', input.id, input.rowVersion, 'rule'));
    refuseAuthor(rule.person, input.name);
    const approval = { approvedBy: input.name, approvedPost: input.post, approvedAt: ctx.now };
    return ruleOf(store.update('publicationRule', input.id, approval));
  },
  'publicationRule.remove': (store, input) => {
    store.needVersion('publicationRule', input.id, input.rowVersion, 'rule');
    store.remove('publicationRule', input.id);
    return { id: input.id };
  },
});
