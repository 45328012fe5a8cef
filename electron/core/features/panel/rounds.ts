import { AppError } from '#shared/kernel/app-error.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { PanelCopy, PanelRound } from '#shared/model/panel.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import type { CopyRow, FileRow, ReplyRow, RoundRow } from './rows.ts';

/** The rounds, newest first, each with its copies, the files made for them and what came back. */
export function listRounds(db: ReadDb): PanelRound[] {
  const copies = selectRows<CopyRow>(db, 'panelCopy', 'ORDER BY number');
  const files = selectRows<FileRow>(db, 'panelFile', 'ORDER BY id');
  const replies = selectRows<ReplyRow>(db, 'panelReply', 'ORDER BY id');
  const counts = new Map(
    db
      .all<{ copyId: Uint8Array; n: number; waiting: number }>(
        `SELECT "copyId", count(*) AS n, sum(state = 'waiting') AS waiting FROM "panelRemark" GROUP BY "copyId"`,
      )
      .map((row) => [fromBlob(row.copyId), row]),
  );
  const toCopy = (copy: CopyRow): PanelCopy => ({
    id: copy.id,
    number: copy.number,
    member: memberOf(copy),
    sentOn: copy.sentOn,
    files: files
      .filter((file) => file.copyId === copy.id)
      .map(({ id, code, madeAt, entries, undecided }) => ({ id, code, madeAt, entries, undecided })),
    replies: replies
      .filter((reply) => reply.copyId === copy.id)
      .map(({ id, name, readAt, added, known, notes }) => ({ id, file: name, readAt, added, known, notes })),
    remarks: counts.get(copy.id)?.n ?? 0,
    waiting: counts.get(copy.id)?.waiting ?? 0,
    rowVersion: copy.rowVersion,
  });
  return selectRows<RoundRow>(db, 'panelRound', 'ORDER BY number DESC').map((round) => ({
    id: round.id,
    number: round.number,
    asks: round.asks,
    returnBy: round.returnBy,
    sender: { name: round.senderName, post: round.senderPost },
    view: round.view,
    mode: round.mode,
    filterWords: round.filterWords,
    copies: copies.filter((copy) => copy.roundId === round.id).map(toCopy),
    rowVersion: round.rowVersion,
  }));
}

export const memberOf = (copy: CopyRow): PanelCopy['member'] => ({
  name: copy.memberName,
  post: copy.memberPost,
  agency: copy.memberAgency,
});

export function addRound(store: Store, input: InputOf<'round.add'>, ctx: WriteContext): { id: string; number: number } {
  if (store.find('panelRound', input.id)) throw new AppError('alreadyExists', { what: 'a round', field: 'id' });
  // What is asked is printed as it stands: an anonymised session cannot see whether a name is in it.
  if (input.view === 'identified' && ctx.session.view === 'anonymised') throw new AppError('identifiedOnly');
  const { members, ...round } = input;
  const number = (store.get<{ n: number | null }>(`SELECT max(number) AS n FROM "panelRound"`)?.n ?? 0) + 1;
  store.insert('panelRound', { ...round, number });
  for (const [i, member] of members.entries()) insertCopy(store, input.id, i + 1, member);
  return { id: input.id, number };
}

type Member = { id: string; name: string; post: string; agency: string };
function insertCopy(store: Store, roundId: string, number: number, { id, name, post, agency }: Member): void {
  store.insert('panelCopy', { id, roundId, number, memberName: name, memberPost: post, memberAgency: agency, sentOn: null });
}

export function addCopy(store: Store, input: InputOf<'round.addCopy'>): { id: string; number: number } {
  store.need('panelRound', input.roundId, 'round');
  if (store.find('panelCopy', input.id)) throw new AppError('alreadyExists', { what: 'a copy', field: 'id' });
  const last = store.get<{ n: number | null }>(
    `SELECT max(number) AS n FROM "panelCopy" WHERE "roundId" = ?`,
    toBlob(input.roundId),
  );
  const number = (last?.n ?? 0) + 1;
  insertCopy(store, input.roundId, number, input);
  return { id: input.id, number };
}

export function changeCopy(store: Store, input: InputOf<'round.changeCopy'>): { id: string; rowVersion: number } {
  store.needVersion('panelCopy', input.id, input.rowVersion, 'copy');
  const row = store.update('panelCopy', input.id, {
    ...(input.name === undefined ? {} : { memberName: input.name }),
    ...(input.post === undefined ? {} : { memberPost: input.post }),
    ...(input.agency === undefined ? {} : { memberAgency: input.agency }),
    ...(input.sentOn === undefined ? {} : { sentOn: input.sentOn }),
  });
  return { id: input.id, rowVersion: row['rowVersion'] as number };
}

export function removeCopy(store: Store, id: string): void {
  if (store.get(`SELECT 1 FROM "panelFile" WHERE "copyId" = ? LIMIT 1`, toBlob(id)))
    throw new AppError('stillUsed', { by: 'a file that was made for it' });
  if (store.get(`SELECT 1 FROM "panelReply" WHERE "copyId" = ? LIMIT 1`, toBlob(id)))
    throw new AppError('stillUsed', { by: 'what came back of it' });
  store.remove('panelCopy', id);
}

export function removeRound(store: Store, input: InputOf<'round.remove'>): { id: string } {
  store.needVersion('panelRound', input.id, input.rowVersion, 'round');
  for (const copy of selectRows(store, 'panelCopy', 'WHERE "roundId" = ?', toBlob(input.id))) removeCopy(store, copy.id);
  store.remove('panelRound', input.id);
  return { id: input.id };
}
