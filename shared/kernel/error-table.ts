type Row = { message: string; exit: 1 | 2 | 3 };
const row = (exit: 1 | 2 | 3, message: string): Row => ({ message, exit });

/**
 * The one table of error codes. A message says what happened, what was kept and what to do.
 * `{name|fallback}` is filled from the details. exit: 1 failed, 2 wrong usage, 3 refused because unsafe.
 */
export const ERRORS = {
  // calls
  badInput: row(2, 'What was sent does not fit {where|this call}: {why|a value is missing or has the wrong form}.'),
  badOutput: row(1, 'The answer did not fit its description, so nothing was changed. Report this as a fault.'),
  unknownMethod: row(2, 'There is no method of that name. `plumbline methods` lists those that exist.'),
  wrongUsage: row(2, '{why|That command is not understood.} `plumbline help` shows how it is used.'),
  notBuiltYet: row(2, '{what|That} is not part of this version.'),
  cancelled: row(1, 'Stopped. Nothing was changed.'),
  timedOut: row(1, 'This took longer than {seconds} seconds and was given up. Look whether it was done before trying again.'),
  tooLarge: row(1, 'The message is larger than {limit} and was not sent.'),
  closed: row(1, 'The connection to the review was closed. What was saved is kept; open the window again.'),
  internal: row(1, 'Something went wrong inside Plumbline and the change was not made. What was saved before is kept.'),
  // session and role
  locked: row(1, 'The review is locked. Unlock it with its passphrase.'),
  notOpen: row(1, 'No review is open. Open or create one first.'),
  notAllowed: row(1, 'Your role in this review does not allow that. Ask the {role|independent reviewer}.'),
  identifiedOnly: row(
    1,
    'That shows real names, so it is not available while the view is anonymised. Switch to identified first.',
  ),
  readOnly: row(1, 'This review is open for reading only{because|}. Nothing was changed.'),
  // the review file
  wrongPassphrase: row(1, 'That passphrase does not open this review. Check capitals and spaces, or use the recovery sheet.'),
  weakPassphrase: row(2, 'The passphrase is too short. Use at least {least|12} characters; four ordinary words are good.'),
  passphraseNeeded: row(2, 'A passphrase is needed. Give --passphrase-file, or set PLUMBLINE_PASSPHRASE.'),
  notAReview: row(3, 'This file is not a Plumbline review, or it is damaged. Try the newest copy in its backups folder.'),
  damaged: row(3, 'The review file is damaged. Nothing was changed. Open the newest copy in its backups folder.'),
  newerFile: row(
    1,
    'This review was made by a newer version of Plumbline. It was not changed. Install the newer version to open it.',
  ),
  fileExists: row(1, 'A file of that name is there already and was left alone. Choose another name.'),
  fileMissing: row(1, 'The file {file|} cannot be found or read. Check the name and the folder.'),
  driveChanged: row(
    1,
    'The file in the shared folder has changed since it was opened. Your work is kept beside it as {file|a copy}.',
  ),
  writeFailed: row(1, 'The file could not be written. Check that the disk has room and the folder can be written to.'),
  // rows
  notFound: row(1, 'That {what|entry} is no longer in the review. It may have been undone or withdrawn.'),
  versionConflict: row(1, 'Someone changed this after you opened it. Your text is kept; look at the newer one, then save again.'),
  alreadyExists: row(1, 'There is already {what|one} with that {field|name}.'),
  stillUsed: row(1, 'This is still used by {by|other work}, so it was not removed.'),
  undoNothing: row(1, 'There is nothing to undo.'),
  redoNothing: row(1, 'There is nothing to redo.'),
  undoConflict: row(
    1,
    'This cannot be undone, because later work leans on it: {list|see the list}. Undo that first, or withdraw the return.',
  ),
  // returns
  unreadableFile: row(
    3,
    'This file could not be read: {why|its inside is broken}. Nothing was added. Ask {agency|the agency} to open it, save it again as {wanted|a Word document (.docx)}, and send it again.',
  ),
  encryptedFile: row(
    3,
    'This file has a password and could not be read. Nothing was added. Ask {agency|the agency} for it without one.',
  ),
  macroFile: row(
    3,
    'This file carries macros and was refused. Nothing was added. Ask {agency|the agency} to save it as {wanted|a plain Word document (.docx)}.',
  ),
  unsupportedFile: row(
    3,
    'Plumbline cannot read {kind|this kind of file}. Nothing was added. Ask {agency|the agency} for {wanted|a Word document (.docx), an Excel workbook (.xlsx) or CSV}.',
  ),
  hostileFile: row(
    3,
    'This file was refused because {why|it is not built as an honest file is}. Nothing was added. Ask {agency|the agency} to export it again.',
  ),
  fileTooLarge: row(
    3,
    'This file is larger than Plumbline will read ({limit}). Nothing was added. Ask {agency|the agency} to send it in parts.',
  ),
  fileTooSlow: row(
    3,
    'This file took longer than {seconds|10} seconds to read and was given up. Nothing was added. Ask {agency|the agency} to send it in parts.',
  ),
  secondVersion: row(
    1,
    'This file is version {version|1} of a return of {agency|this agency}, and a later version has replaced it. Nothing was changed. To go back to it, say which return it replaces.',
  ),
  cannotCompare: row(1, 'This file cannot be compared with that return: {why|it is not in the review}. Nothing was changed.'),
  rowsNotTaken: row(
    1,
    'Some rows of {file|the return} could not be taken whole, so it was kept out. Look at the problems, or accept them.',
  ),
  badMapping: row(2, 'The mapping does not fit the file: {why|a column is not there}.'),
  // the review panel
  unknownCopy: row(
    1,
    'This file does not say which copy of a round it is. Nothing was added. Choose whose copy it is, then read it again.',
  ),
  // publication
  notApproved: row(
    3,
    'Exactly this content has not been approved. Give --approved-by "NAME, POST", or have it approved in the window.',
  ),
  approverIsAuthor: row(3, 'The person approving is the author. Someone other than the author approves a publication.'),
  publishBlocked: row(3, 'This cannot be published yet. To put right: {count|some}. Nothing was written.'),
  verifyFailed: row(
    3,
    'The finished file was opened again and did not pass its check, so it was not released. Nothing was written.',
  ),
  deliveryMismatch: row(3, 'The bytes to be handed over are not those that were checked. Nothing was written.'),
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];
