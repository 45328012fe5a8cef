import type { AnnotationReply } from '#shared/contract/discussion.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { openItems } from './open.ts';
import { annotators, listChallenges } from './reads.ts';
import { addReply, ownReply, repliesOf } from './replies.ts';
import { changeChallenge, raiseChallenge, settleChallenge, withdrawChallenge } from './writes.ts';

export const discussionQueries = queries({
  'reply.ofEvent': (db, input) => repliesOf(db, input.eventId),
  'discussion.open': (db, input, ctx) => openItems(db, input, ctx),
  'annotation.people': (db, _input, ctx) => annotators(db, ctx.lens.view === 'anonymised'),
  'challenge.list': (db, input) => listChallenges(db, input.eventId),
});

export const discussionCommands = commands({
  'reply.add': (store, input, ctx) => addReply(store, input, ctx),
  'reply.edit': (store, input, ctx) => {
    ownReply(store, input, ctx);
    return store.update('annotationReply', input.id, { body: input.body }) as unknown as AnnotationReply;
  },
  'reply.remove': (store, input, ctx) => {
    ownReply(store, input, ctx);
    store.remove('annotationReply', input.id);
    return { id: input.id };
  },
  'challenge.raise': (store, input, ctx) => raiseChallenge(store, input, ctx),
  'challenge.change': (store, input, ctx) => changeChallenge(store, input, ctx),
  'challenge.withdraw': (store, input, ctx) => withdrawChallenge(store, input, ctx),
  'challenge.settle': (store, input, ctx) => settleChallenge(store, input, ctx),
});
