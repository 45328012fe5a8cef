import { AppError } from '#shared/kernel/app-error.ts';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { CopyMode, CopyView, RemarkState } from '#shared/model/panel.ts';
import { findRow } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import type { RemarkDraft } from './read/remark-draft.ts';

export type RoundRow = Row & {
  number: number;
  asks: string;
  returnBy: string | null;
  senderName: string;
  senderPost: string;
  view: CopyView;
  mode: CopyMode;
  filter: EventFilter;
  filterWords: string;
  rowVersion: number;
};
export type CopyRow = Row & {
  roundId: string;
  number: number;
  memberName: string;
  memberPost: string;
  memberAgency: string;
  sentOn: string | null;
  rowVersion: number;
};
export type FileRow = Row & {
  copyId: string;
  code: string;
  sha256: string;
  view: CopyView;
  entries: number;
  undecided: number;
  /** The newest change set when it was made: an entry with a later one has changed since. */
  asOf: number;
  madeAt: string;
};
export type ReplyRow = Row & {
  copyId: string;
  fileId: string | null;
  name: string;
  sha256: string;
  readAt: string;
  added: number;
  known: number;
  notes: string[];
};
export type RemarkRow = Row &
  Omit<RemarkDraft, 'parentKey'> & {
    copyId: string;
    replyId: string;
    parentId: string | null;
    ordinal: number;
    eventId: string | null;
    state: RemarkState;
    reason: string | null;
    settledBy: string | null;
    settledPost: string | null;
    settledAt: string | null;
    rowVersion: number;
  };

export function needCopy(db: ReadDb, id: string): { copy: CopyRow; round: RoundRow } {
  const copy = findRow(db, 'panelCopy', id) as CopyRow | undefined;
  const round = copy && (findRow(db, 'panelRound', copy.roundId) as RoundRow | undefined);
  if (!copy || !round) throw new AppError('notFound', { what: 'copy' });
  return { copy, round };
}
