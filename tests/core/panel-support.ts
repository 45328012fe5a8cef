import { createHash } from 'node:crypto';
import { addReply, readCopyToMake, readReplyContext, recordPanelFile } from '#core/features/panel/steps.ts';
import { codesOfReply, readReply } from '#core/features/panel/read/read-reply.ts';
import { panelPaper } from '#core/papers/panel-paper.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { CallSession } from '#core/kernel/session.ts';
import { importBytes, openTest, REVIEWER, type TestCore } from './harness.ts';

export type PanelReview = TestCore & {
  round: string;
  copies: string[];
  /** What the job does, step by step and without its worker: the job itself is run whole in one test. */
  make(copyId: string, session?: CallSession): Promise<{ bytes: Uint8Array; code: string; undecided: number }>;
  read(
    bytes: Uint8Array,
    name?: string,
    copyId?: string,
  ): Promise<{ copyId: string; added: number; known: number; notPlaced: number }>;
};

const RETURN = `Date,Source,Event,Response,Outcome
02/06/2025,Duty log,"Neighbour rang about shouting at the home of Tamsin Pellow.
Two officers went round.",Words of advice,No further action
03/06/2025,Patrol,"Quiet when the patrol passed.",,
04/06/2025,Duty log,"Joanna Pellow came to the desk and asked who had rung.",,
05/06/2025,Patrol,"The patrol saw nobody at home & left a card <twice>.",,
9/6/2025,Duty log,"The warden reported a broken window to the desk.",Officer sent,
`;

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
let codes = 0;

/** A review with five entries, two people on the register, and a round with two copies. */
export async function panelReview(): Promise<PanelReview> {
  const test = await openTest();
  const { core, call, at } = test;
  await importBytes(test, new TextEncoder().encode(RETURN), 'police.csv', 'Ostershire Constabulary');
  for (const [realName, pseudonym] of [
    ['Tamsin Pellow', 'Child Q'],
    ['Joanna Pellow', 'Adult B'],
  ] as const)
    await call('register.add', { id: newId(), kind: 'person', realName, aliases: [], pseudonym });
  const [round, ...copies] = [newId(), newId(), newId()] as [string, string, string];
  await call('round.add', {
    id: round,
    asks: 'Say where an entry is wrong.\nSay what is missing.',
    returnBy: '2026-12-04',
    senderName: 'Colin Trewartha',
    senderPost: 'Business Manager',
    view: 'identified',
    mode: 'comments',
    filter: {},
    filterWords: '',
    members: [
      { id: copies[0]!, name: 'Helen Marsden', post: 'Named Nurse', agency: 'Ostermere Health Trust' },
      { id: copies[1]!, name: '', post: '', agency: '' },
    ],
  });
  return {
    ...test,
    round,
    copies,
    make: async (copyId, session = REVIEWER) => {
      const code = `TRY${String(++codes).padStart(5, '0')}`;
      const made = await core.read(readCopyToMake, { copyId, code }, session, at.now);
      const bytes = await panelPaper(made.paper);
      const { view, undecided, asOf } = made;
      const row = { copyId, code, sha256: sha(bytes), view, entries: made.paper.entries.length, undecided, asOf, bytes };
      await core.write(recordPanelFile, row, session, at.now);
      return { bytes, code, undecided };
    },
    read: async (bytes, name = 'Reply.docx', copyId) => {
      const context = await core.read(readReplyContext, { codes: codesOfReply(bytes), copyId: copyId ?? null }, REVIEWER, at.now);
      const read = readReply(bytes, context.sentBytes, context.codes);
      const reply = { copyId: context.copyId, fileId: context.fileId, name, sha256: sha(bytes), bytes, read };
      return { copyId: context.copyId, ...(await core.write(addReply, reply, REVIEWER, at.now)) };
    },
  };
}
