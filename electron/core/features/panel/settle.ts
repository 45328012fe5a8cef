import { AppError } from '#shared/kernel/app-error.ts';
import type { InputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { RemarkState } from '#shared/model/panel.ts';
import { findRow, selectRows, type Store } from '../../db/store.ts';
import { fromBlob, toBlob } from '../../db/sql.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { correctEvent } from '../chronology/writes.ts';
import { raiseChallenge } from '../discussion/writes.ts';
import { type CopyRow, needCopy, type RemarkRow } from './rows.ts';

type Named = { id: string; rowVersion: number };
/** A remark with the replies to it that wait: they are settled with it. */
type Thread = { remark: RemarkRow; replies: RemarkRow[] };

/** Letters in one annotation; what is longer becomes several, in order. */
const LONGEST = 3_900;
const LONGEST_CLAIM = 1_990;
const LONGEST_PROOF = 3_990;

function waitingThreads(store: Store, named: readonly Named[]): Thread[] {
  const chosen = new Set(named.map(({ id }) => id));
  return named.flatMap(({ id, rowVersion }): Thread[] => {
    const remark = store.needVersion('panelRemark', id, rowVersion, 'remark') as RemarkRow;
    if (remark.state !== 'waiting') throw new AppError('badInput', { where: 'the remark', why: 'it is settled already' });
    // A reply that is chosen with what it replies to goes with it.
    if (remark.parentId !== null && chosen.has(remark.parentId)) return [];
    const replies = selectRows<RemarkRow>(
      store,
      'panelRemark',
      `WHERE "parentId" = ? AND state = 'waiting' ORDER BY "writtenAt", ordinal`,
      toBlob(id),
    );
    return [{ remark, replies }];
  });
}

function settleThread(store: Store, { remark, replies }: Thread, state: RemarkState, reason: string, ctx: WriteContext): number {
  const settled = { state, reason, settledBy: ctx.session.name, settledPost: ctx.session.post, settledAt: ctx.now };
  for (const row of [remark, ...replies]) store.update('panelRemark', row.id, settled);
  return 1 + replies.length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** As annotations of the entry, and of each further entry that a comment spans, under the member's name. */
export function annotate(store: Store, named: readonly Named[], ctx: WriteContext): { settled: number } {
  const threads = waitingThreads(store, named);
  return {
    settled: sum(
      threads.map((thread) => {
        addAnnotations(store, thread, wordsOf(thread), ctx);
        return settleThread(store, thread, 'annotation', '', ctx);
      }),
    ),
  };
}

/** As challenges to the accuracy of the entry, raised by the member; words sought only where the copy showed the entry's own. */
export function challenge(store: Store, named: readonly Named[], ctx: WriteContext): { settled: number } {
  return {
    settled: sum(
      waitingThreads(store, named).map((thread) => {
        raise(store, thread, ctx);
        return settleThread(store, thread, 'challenge', '', ctx);
      }),
    ),
  };
}

function raise(store: Store, thread: Thread, ctx: WriteContext): void {
  const { remark } = thread;
  const event = remark.eventId === null ? undefined : findRow(store, 'event', remark.eventId);
  if (!event) throw notPlaced();
  const words = wordsOf(thread);
  if (words.length > LONGEST_CLAIM + LONGEST_PROOF)
    throw new AppError('badInput', { where: 'the remark', why: 'it is too long for a challenge; take it as an annotation' });
  const { copy, round } = needCopy(store, remark.copyId);
  const { person, post } = speakerOf(copy, remark);
  const own =
    round.view === 'identified' && ctx.session.view === 'identified' && remark.kind === 'change' && remark.field !== 'date';
  const agency = store.get<{ id: Uint8Array }>(`SELECT id FROM agency WHERE name = ? COLLATE NOCASE`, copy.memberAgency);
  const input = {
    id: newId(),
    eventId: event.id,
    eventRowVersion: event['rowVersion'] as number,
    field: remark.field ?? ('description' as const),
    agencyId: agency ? fromBlob(agency.id) : null,
    claim: words.slice(0, LONGEST_CLAIM),
    proof: words.slice(LONGEST_CLAIM),
    sought: own ? remark.after?.trim() || null : null,
  };
  raiseChallenge(store, input, { ...ctx, session: { ...ctx.session, name: person, post } });
}

export function inWords(
  store: Store,
  named: readonly Named[],
  state: 'answered' | 'setAside',
  reason: string,
  ctx: WriteContext,
): { settled: number } {
  return { settled: sum(waitingThreads(store, named).map((thread) => settleThread(store, thread, state, reason, ctx))) };
}

/** As a correction beside the original. Whose post and agency it came from is its reason; the name stands with the remark. */
export function correct(store: Store, input: InputOf<'remark.correct'>, ctx: WriteContext): { settled: number } {
  const [thread] = waitingThreads(store, [input]);
  const eventId = thread?.remark.eventId ?? null;
  if (!thread || eventId === null) throw notPlaced();
  const { copy, round } = needCopy(store, thread.remark.copyId);
  const who = [copy.memberPost, copy.memberAgency].filter((part) => part !== '').join(', ');
  const source = `From the review panel, round ${round.number}, copy ${copy.number}${who === '' ? '' : ` (${who})`}.`;
  const reason = `${source} ${input.reason}`.trim().slice(0, 2_000);
  const { correctionId: id, eventRowVersion, field, to } = input;
  correctEvent(store, { id, eventId, eventRowVersion, field, to, reason }, ctx);
  return { settled: settleThread(store, thread, 'correction', input.reason, ctx) };
}

export function reopen(store: Store, named: readonly Named[]): { settled: number } {
  for (const { id, rowVersion } of named) {
    store.needVersion('panelRemark', id, rowVersion, 'remark');
    store.update('panelRemark', id, { state: 'waiting', reason: null, settledBy: null, settledPost: null, settledAt: null });
  }
  return { settled: named.length };
}

export function place(store: Store, input: InputOf<'remark.place'>): { id: string; eventId: string } {
  store.needVersion('panelRemark', input.id, input.rowVersion, 'remark');
  const event = store.get<{ id: Uint8Array }>(`SELECT id FROM event WHERE ref = ?`, input.ref);
  if (!event) throw new AppError('notFound', { what: 'entry' });
  const eventId = fromBlob(event.id);
  const replies = selectRows<RemarkRow>(store, 'panelRemark', 'WHERE "parentId" = ?', toBlob(input.id));
  for (const id of [input.id, ...replies.map((reply) => reply.id)]) {
    store.update('panelRemark', id, { eventId, ref: input.ref, placedBy: 'person' });
  }
  return { id: input.id, eventId };
}

function addAnnotations(store: Store, { remark }: Thread, body: string, ctx: WriteContext): void {
  if (remark.eventId === null || !findRow(store, 'event', remark.eventId)) throw notPlaced();
  const { copy } = needCopy(store, remark.copyId);
  const others = remark.alsoRefs.flatMap((ref) => {
    const row = store.get<{ id: Uint8Array }>(`SELECT id FROM event WHERE ref = ?`, ref);
    return row ? [fromBlob(row.id)] : [];
  });
  const { person, post } = speakerOf(copy, remark);
  const pieces = body.length <= LONGEST ? [body] : piecesOf(body);
  for (const eventId of new Set([remark.eventId, ...others])) {
    for (const piece of pieces) store.insert('annotation', { id: newId(), eventId, body: piece, person, post, at: ctx.now });
  }
}

/** A member without a name is known by the post. A copy for all has no member of its own: then what Word says is all there is. */
function speakerOf(copy: CopyRow, remark: RemarkRow): { person: string; post: string } {
  const { memberName, memberPost } = copy;
  if (memberName !== '' || memberPost !== '') return { person: memberName || memberPost, post: memberPost };
  return remark.author === null ? { person: 'Review panel', post: '' } : { person: remark.author, post: 'as named in Word' };
}

function piecesOf(body: string): string[] {
  const count = Math.ceil(body.length / LONGEST);
  return Array.from({ length: count }, (_, i) => `(${i + 1} of ${count}) ${body.slice(i * LONGEST, (i + 1) * LONGEST)}`);
}

const notPlaced = (): AppError =>
  new AppError('badInput', { where: 'the remark', why: 'it is placed at no entry; place it first' });

function wordsOf({ remark, replies }: Thread): string {
  const own = remarkWords(remark);
  return [own, ...replies.map((reply) => `Reply: ${reply.text}`)].join('\n');
}

function remarkWords(remark: RemarkRow): string {
  switch (remark.kind) {
    case 'comment':
      return remark.quote === null ? remark.text : `On “${remark.quote}”: ${remark.text}`;
    case 'change':
      return `Would read: “${remark.after ?? ''}”. The copy said: “${remark.before ?? ''}”.`;
    case 'leaveOut':
      return 'Would leave this entry out.';
    default:
      return remark.text;
  }
}
