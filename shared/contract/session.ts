import { z } from 'zod';
import { Day, fileName, Id, Instant, prose, safe } from '../model/basics.ts';
import { command, job, query, type Procedures } from './procedure.ts';

/** A file that the host holds for this session: the page never sees a path. */
export const FileRef = safe().min(8).max(200);
export const RoleName = z.enum(['panelMember', 'businessManager', 'reviewer']);
export const View = z.enum(['identified', 'anonymised']);
export const Person = z.strictObject({ name: safe().trim().min(1).max(120), post: safe().max(200), role: RoleName });
const Passphrase = z.string().min(1).max(1000);

export const SessionState = z.strictObject({
  state: z.enum(['none', 'open', 'locked']),
  reviewId: Id.nullable(),
  /** The review's reference and nothing else while locked. */
  reference: safe(),
  view: View,
  person: Person.nullable(),
  readOnly: z.boolean(),
  /** Who holds the file, when it is read only. */
  holder: safe().nullable(),
  /** Said where the work goes to a working copy (synchronised folder) and is written back. */
  workingCopy: z.boolean(),
  host: z.enum(['desktop', 'loopback', 'cli', 'test']),
  build: safe(),
  seq: z.int(),
  idleLockMinutes: z.int().nonnegative(),
});

/** What a second keyholder needs to open the file with any SQLCipher 4 tool. */
export const RecoverySheet = z.strictObject({
  reference: safe(),
  madeOn: Day,
  rawKey: safe(),
  salt: safe(),
  words: z.array(safe()),
  /** Rows of the code to scan, one character a module: 1 dark, 0 light. */
  code: z.array(safe()),
});

export const session = {
  'session.get': query({
    about: 'What is open, who is at the keyboard, and which view they have.',
    scope: 'workbench',
    input: z.strictObject({}),
    output: SessionState,
    reads: ['review'],
  }),
  'session.recent': query({
    about: 'Reviews opened on this computer, by reference only.',
    scope: 'workbench',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ ref: FileRef, reference: safe(), openedAt: Instant })),
    reads: ['review'],
  }),
  'session.create': job({
    about: 'Creates an encrypted review at a place the host holds, and opens it.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'New review',
    input: z.strictObject({
      place: FileRef,
      title: safe().trim().min(1).max(200),
      reference: safe().max(80).optional(),
      partnership: safe().max(200).optional(),
      /** Pseudonym of the child it is about. */
      subject: safe().max(80).optional(),
      profile: z.enum(['lcspr', 'localLearning', 'rapidReview']),
      scopeFrom: Day.nullable(),
      scopeTo: Day.nullable(),
      passphrase: Passphrase,
      person: Person,
    }),
    output: z.strictObject({ reviewId: Id, recoverySheet: RecoverySheet }),
    errors: ['fileExists', 'weakPassphrase', 'writeFailed'],
  }),
  'session.openSample': job({
    about: 'Makes a copy of the fictional sample review and opens it.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Open the sample',
    input: z.strictObject({}),
    output: z.strictObject({ reviewId: Id }),
  }),
  'session.open': job({
    about: 'Opens a review with its passphrase, or with the raw key of its recovery sheet.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Open a review',
    input: z.strictObject({
      place: FileRef,
      passphrase: Passphrase.optional(),
      recovery: Passphrase.optional(),
      person: Person.optional(),
    }),
    output: z.strictObject({ reviewId: Id }),
    errors: ['wrongPassphrase', 'notAReview', 'newerFile', 'damaged', 'fileMissing'],
  }),
  'session.lock': command({
    about: 'Locks the review: its key leaves memory and nothing is answered until it is unlocked.',
    scope: 'workbench',
    role: 'panelMember',
    undo: 'never',
    label: 'Lock',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'session.unlock': job({
    about: 'Unlocks a locked review.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Unlock',
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.strictObject({ reviewId: Id }),
    errors: ['wrongPassphrase'],
  }),
  'session.close': job({
    about: 'Closes the review: everything is in one tidy file.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Close',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  'session.setView': command({
    about: 'Switches this session between identified and anonymised.',
    scope: 'workbench',
    role: 'panelMember',
    undo: 'never',
    label: 'Identified or anonymised',
    input: z.strictObject({ view: View }),
    output: z.strictObject({}),
  }),
  'session.setPerson': command({
    about: 'Says who is at the keyboard; every change is recorded under that name and post.',
    scope: 'workbench',
    role: 'panelMember',
    undo: 'never',
    label: 'Who is at the keyboard',
    input: Person,
    output: z.strictObject({}),
  }),
  'session.recoverySheet': job({
    about: 'The recovery sheet of the open review, for a second keyholder; asks the passphrase again.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Recovery sheet',
    identifiedOnly: true,
    input: z.strictObject({ passphrase: Passphrase }),
    output: RecoverySheet,
    errors: ['wrongPassphrase'],
  }),
  'session.changePassphrase': job({
    about: 'Gives the review a new passphrase and a new recovery sheet; the old sheet opens it no longer.',
    scope: 'workbench',
    role: 'reviewer',
    label: 'New passphrase',
    identifiedOnly: true,
    input: z.strictObject({ passphrase: Passphrase, newPassphrase: Passphrase }),
    output: RecoverySheet,
    errors: ['wrongPassphrase', 'weakPassphrase'],
  }),
  'session.saveCopy': job({
    about: 'Writes an encrypted copy of the review into its backups folder and keeps the newest ones.',
    scope: 'workbench',
    role: 'panelMember',
    label: 'Save a copy',
    input: z.strictObject({}),
    output: z.strictObject({ file: fileName(), at: Instant }),
    errors: ['writeFailed'],
  }),
  'session.help': query({
    about: 'The help pages, as plain text with headings.',
    scope: 'workbench',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ id: safe(), title: safe(), body: safe() })),
    reads: [],
  }),
} satisfies Procedures;

export type SessionState = z.infer<typeof SessionState>;
export type RecoverySheet = z.infer<typeof RecoverySheet>;
export type Person = z.infer<typeof Person>;
export type View = z.infer<typeof View>;
export const FilePicked = z.strictObject({ ref: FileRef, name: prose(400), size: z.int().nonnegative() });
export type FilePicked = z.infer<typeof FilePicked>;
