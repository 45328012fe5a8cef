import { z } from 'zod';
import { Day, fileName, Id, Instant, prose, RowVersion, safe, secret } from './basics.ts';
import { CorrectedField } from './chronology-event.ts';

/** What a member may do in Word: only comment, or also change words with every change tracked. */
export const CopyMode = z.enum(['comments', 'trackedChanges']);
/** How names stand in the file that goes out. */
export const CopyView = z.enum(['identified', 'anonymised']);

/** Whom a copy is for. All three empty: one copy for every member. */
export const CopyMember = z.strictObject({ name: secret().max(120), post: safe().max(200), agency: prose(300) });

/** A file that was made for a copy. Its code is printed in it, and says on its return which copy it is. */
export const CopyFile = z.strictObject({
  id: Id,
  code: safe(),
  madeAt: Instant,
  entries: z.int(),
  /** Mentions that nobody has settled: they print as [undecided]. */
  undecided: z.int(),
});

/** A file that came back, as it was read. */
export const CopyReply = z.strictObject({
  id: Id,
  file: fileName(),
  readAt: Instant,
  added: z.int(),
  /** Remarks in it that were in the review already. */
  known: z.int(),
  notes: z.array(prose(4000)),
});

export const PanelCopy = z.strictObject({
  id: Id,
  number: z.int(),
  member: CopyMember,
  sentOn: Day.nullable(),
  files: z.array(CopyFile),
  replies: z.array(CopyReply),
  remarks: z.int(),
  waiting: z.int(),
  rowVersion: RowVersion,
});

/** The chronology, or a part of it, sent out for comment: what is asked, by when, of whom. */
export const PanelRound = z.strictObject({
  id: Id,
  number: z.int(),
  asks: prose(8000),
  returnBy: Day.nullable(),
  /** Who sends it, as the first page says it. */
  sender: z.strictObject({ name: secret().max(120), post: safe().max(200) }),
  view: CopyView,
  mode: CopyMode,
  /** The filter in words; empty: every entry. */
  filterWords: prose(2000),
  copies: z.array(PanelCopy),
  rowVersion: RowVersion,
});

export const RemarkKind = z.enum([
  /** A comment in the margin. */
  'comment',
  /** Words typed into the column for comments, or anywhere outside the entries. */
  'typed',
  /** Words of an entry changed. */
  'change',
  /** A row of the table struck out. */
  'leaveOut',
  /** A row that was not in the copy. */
  'newEntry',
]);
export const RemarkState = z.enum(['waiting', 'annotation', 'correction', 'challenge', 'answered', 'setAside']);

/** How its entry was found: by the mark in the file, the reference number, the words, a person; or not at all. */
export const PlacedBy = z.enum(['mark', 'reference', 'words', 'person', 'general', 'none']);

/** One thing that a member of the review panel said in a copy. Nothing of it is applied until a person says so. */
export const PanelRemark = z.strictObject({
  id: Id,
  roundNumber: z.int(),
  copyId: Id,
  copyNumber: z.int(),
  /** Whom the copy was sent to. */
  member: CopyMember,
  /** Who Word says wrote it: a claim, which anybody can type. */
  author: secret().nullable(),
  /** The account that Word names beside the author. */
  account: secret().nullable(),
  /** When Word says it was written. */
  writtenAt: safe().nullable(),
  kind: RemarkKind,
  /** Of the comment that it replies to. */
  parentId: Id.nullable(),
  eventId: Id.nullable(),
  ref: z.int().nullable(),
  dateLabel: safe().nullable(),
  agencyId: Id.nullable(),
  /** Further entries that a comment spans. */
  alsoRefs: z.array(z.int()),
  placedBy: PlacedBy,
  /** Where in the file it stood, where that is no entry. */
  place: prose(400).nullable(),
  /** The words that a comment hangs on. */
  quote: prose(4000).nullable(),
  text: prose(),
  field: CorrectedField.nullable(),
  before: prose().nullable(),
  after: prose().nullable(),
  /** Of a change: the text that stands now, in this session's view. */
  standing: prose().nullable(),
  /** The entry has been corrected since the copy was made. */
  changedSince: z.boolean(),
  /** Made without tracking, so that only the comparison shows it. */
  untracked: z.boolean(),
  /** Marked as resolved in Word. */
  resolved: z.boolean(),
  /** What the copy showed in place of names: its words are not the entry's own. */
  copyView: CopyView,
  eventRowVersion: RowVersion.nullable(),
  state: RemarkState,
  settled: z.strictObject({ reason: prose(4000), person: secret(), post: safe(), at: Instant }).nullable(),
  rowVersion: RowVersion,
});

export type CopyMode = z.infer<typeof CopyMode>;
export type CopyView = z.infer<typeof CopyView>;
export type CopyMember = z.infer<typeof CopyMember>;
export type PanelCopy = z.infer<typeof PanelCopy>;
export type PanelRound = z.infer<typeof PanelRound>;
export type PanelRemark = z.infer<typeof PanelRemark>;
export type RemarkKind = z.infer<typeof RemarkKind>;
export type RemarkState = z.infer<typeof RemarkState>;
export type PlacedBy = z.infer<typeof PlacedBy>;
