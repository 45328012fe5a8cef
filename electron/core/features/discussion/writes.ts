import { AppError } from '#shared/kernel/app-error.ts';
import type { AccuracyChallenge } from '#shared/contract/discussion.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import type { StoredEvent } from '../chronology/reads.ts';
import { correctEvent } from '../chronology/writes.ts';
import { fieldAsItStands } from './reads.ts';

const challengeOf = (row: object): AccuracyChallenge => row as AccuracyChallenge;

export function raiseChallenge(store: Store, input: InputOf<'challenge.raise'>, ctx: WriteContext): AccuracyChallenge {
  const { eventRowVersion, ...words } = input;
  const earlier = store.find('accuracyChallenge', input.id);
  if (earlier) {
    // The same once more is a retry after a lost connection.
    const { eventId, field, claim } = challengeOf(earlier);
    if (eventId === input.eventId && field === input.field && claim === input.claim) return challengeOf(earlier);
    throw new AppError('alreadyExists', { what: 'a challenge', field: 'id' });
  }
  // Words that may come to stand in the chronology are written by someone who sees what stands there now.
  if (input.sought !== null && ctx.session.view === 'anonymised') throw new AppError('identifiedOnly', {});
  const event = store.needVersion('event', input.eventId, eventRowVersion, 'entry') as StoredEvent;
  if (input.agencyId !== null) store.need('agency', input.agencyId, 'agency');
  const raised = {
    ...words,
    stood: fieldAsItStands(store, event, input.field),
    person: ctx.session.name,
    post: ctx.session.post,
    at: ctx.now,
    state: 'open',
    reason: null,
    settledBy: null,
    settledPost: null,
    settledAt: null,
  };
  return challengeOf(store.insert('accuracyChallenge', raised));
}

function openChallenge(store: Store, input: { id: string; rowVersion: number }): AccuracyChallenge {
  const challenge = challengeOf(store.needVersion('accuracyChallenge', input.id, input.rowVersion, 'challenge'));
  if (challenge.state !== 'open') throw new AppError('badInput', { where: 'the challenge', why: 'it is settled already' });
  return challenge;
}

function refuseOthers(challenge: AccuracyChallenge, ctx: WriteContext): void {
  if (challenge.person !== ctx.session.name) throw new AppError('notAllowed', { role: 'person who raised it' });
}

export function changeChallenge(store: Store, input: InputOf<'challenge.change'>, ctx: WriteContext): AccuracyChallenge {
  refuseOthers(openChallenge(store, input), ctx);
  const { id, claim, proof, sought } = input;
  return challengeOf(store.update('accuracyChallenge', id, { claim, proof, sought }));
}

const settledBy = (ctx: WriteContext): object => ({
  settledBy: ctx.session.name,
  settledPost: ctx.session.post,
  settledAt: ctx.now,
});

export function withdrawChallenge(store: Store, input: InputOf<'challenge.withdraw'>, ctx: WriteContext): AccuracyChallenge {
  const challenge = openChallenge(store, input);
  if (ctx.session.role !== 'reviewer') refuseOthers(challenge, ctx);
  const after = { state: 'withdrawn', reason: input.reason, ...settledBy(ctx) };
  return challengeOf(store.update('accuracyChallenge', input.id, after));
}

/** Settles a challenge, and puts the correction that it brings beside the original in the same step. */
export function settleChallenge(store: Store, input: InputOf<'challenge.settle'>, ctx: WriteContext): AccuracyChallenge {
  const challenge = openChallenge(store, input);
  const { state, reason, correction } = input;
  const refuse = (why: string): never => {
    throw new AppError('badInput', { where: 'the outcome', why });
  };
  if (state === 'accepted' && !correction) refuse('an accepted challenge brings a correction');
  if (state === 'refused' && correction) refuse('a refused challenge corrects nothing');
  if (state !== 'accepted' && reason === null) refuse('a reason is missing');
  if (correction) {
    const { eventId, field, claim } = challenge;
    correctEvent(store, { ...correction, eventId, field, reason: reason ?? claim }, ctx);
  }
  return challengeOf(store.update('accuracyChallenge', input.id, { state, reason, ...settledBy(ctx) }));
}
