import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { createLens, newMatcherCache } from '../../kernel/lens.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import type { PanelPaper } from '../../papers/panel-paper.ts';
import { takeReply, type TakenReply } from './add-reply.ts';
import { copyContent, type KeptWord } from './copy-content.ts';
import { firstPage } from './first-page.ts';
import { type FileRow, needCopy, type RoundRow } from './rows.ts';
import type { NewReply } from './add-reply.ts';

export type CopyToMake = {
  paper: PanelPaper;
  view: RoundRow['view'];
  name: string;
  undecided: number;
  kept: KeptWord[];
  asOf: number;
};

/** Everything that a copy prints, in the view of its round. What is asked for by name cannot be made while names are hidden. */
export const readCopyToMake = readStep('panelCopyToMake', (db, input: { copyId: string; code: string }, ctx): CopyToMake => {
  const { copy, round } = needCopy(db, input.copyId);
  if (round.view === 'identified' && ctx.session.view === 'anonymised') throw new AppError('identifiedOnly');
  const lens = round.view === ctx.session.view ? ctx.lens : createLens(db, round.view, newMatcherCache());
  const { entries, undecided, kept } = copyContent(db, lens, round);
  if (entries.length === 0)
    throw new AppError('badInput', { where: 'the round', why: 'no entry of the chronology matches its filter' });
  const review = selectRows(db, 'review')[0];
  const filterWords = lens.prose(round.filterWords);
  // A school's own name may be on the register; a member's post and agency are known to whom the copy goes.
  const addressed = { ...copy, memberPost: lens.prose(copy.memberPost), memberAgency: lens.prose(copy.memberAgency) };
  const facts = { reference: String(review?.['reference'] ?? ''), partnership: String(review?.['partnership'] ?? '') };
  return {
    paper: {
      title: `Chronology for comment, round ${round.number}, copy ${copy.number}`,
      code: input.code,
      protection: round.mode,
      firstPage: firstPage({
        round: { ...round, filterWords },
        copy: addressed,
        code: input.code,
        entries: entries.length,
        ...facts,
      }),
      heading: 'The entries',
      entries,
    },
    view: round.view,
    name: `Chronology for comment, round ${round.number}, copy ${copy.number}.docx`,
    undecided,
    kept,
    asOf: db.get<{ seq: number | null }>(`SELECT max(seq) AS seq FROM "changeSet"`)?.seq ?? 0,
  };
});

type NewFile = Pick<FileRow, 'copyId' | 'code' | 'sha256' | 'view' | 'entries' | 'undecided' | 'asOf'> & { bytes: Uint8Array };

/** A file that has left cannot be called back: this stands for good. */
export const recordPanelFile = writeStep({
  step: 'recordPanelFile',
  command: 'panel.makeFile',
  label: 'Make a file for comment',
  undo: 'never',
  run: (store, input: NewFile, ctx) => {
    const { bytes, ...row } = input;
    needCopy(store, row.copyId);
    store.tx.run(`INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?,?)`, row.sha256, bytes);
    store.insert('panelFile', { id: newId(), ...row, madeAt: ctx.now, madeBy: ctx.session.name });
    return null;
  },
});

export type ReplyContext = { copyId: string; fileId: string | null; codes: string[]; sentBytes: Uint8Array | null };

/** Whose copy a file is: by the codes in it, else by what the person says. Throws `unknownCopy`. */
export const readReplyContext = readStep(
  'panelReplyContext',
  (db, input: { codes: string[]; copyId: string | null }): ReplyContext => {
    const file = input.codes.map((code) => fileOfCode(db, code)).find((found) => found !== undefined);
    const copyId = file?.copyId ?? input.copyId;
    if (copyId === null) throw new AppError('unknownCopy');
    needCopy(db, copyId);
    const files = selectRows<FileRow>(db, 'panelFile', 'WHERE "copyId" = ? ORDER BY id', toBlob(copyId));
    const sent = file ?? files.at(-1);
    const kept = sent && db.get<{ bytes: Uint8Array }>(`SELECT bytes FROM original WHERE sha256 = ?`, sent.sha256);
    return {
      copyId,
      fileId: sent?.id ?? null,
      codes: files.map(({ code }) => code),
      sentBytes: kept ? new Uint8Array(kept.bytes) : null,
    };
  },
);

const fileOfCode = (db: ReadDb, code: string): FileRow | undefined =>
  selectRows<FileRow>(db, 'panelFile', 'WHERE code = ?', code)[0];

export const addReply = writeStep({
  step: 'addPanelReply',
  command: 'panel.readReply',
  label: 'Read a copy that came back',
  undo: 'recorded',
  run: (store, input: NewReply, ctx): TakenReply => {
    if (!findRow(store, 'panelCopy', input.copyId)) throw new AppError('notFound', { what: 'copy' });
    return takeReply(store, input, ctx);
  },
});
