/**
 * What an agency is asked to do about each kind of problem. Said by code and never by the problem's own message: that one is
 * written for the reviewer, and may lean on what others have sent.
 */
const NEEDS: Readonly<Record<string, string>> = {
  unread: 'The date in full: day, month and year, the month as a word.',
  impossible: 'The right date: this day is not in the calendar.',
  wrongWeekday: 'The right date: day of the week and figures do not agree.',
  usOrder: 'The date with the month as a word: day and month seem to have changed places.',
  twoReadings: 'The date with the month as a word: these figures can be read in two ways.',
  noYear: 'The year.',
  oddYear: 'The right year.',
  yearAssumed: 'The year in full.',
  monthAssumed: 'The month.',
  slipRead: 'The date as it should stand: it seems to hold a typing slip.',
  wrongName: 'The date as it should stand: a day or month is misspelt.',
  undated: 'A date, even a rough one: the row has none.',
  asAbove: 'The words or the date itself, in place of “as above”.',
  relative: 'The date itself: it is given only by what came before.',
  partlyRead: 'The date in full: day, month and year, the month as an English word. Only part of it could be read.',
  textBeside: 'The date alone in its cell, and the other words under What happened.',
  severalTimes: 'One time, or a row for each.',
  twoTimes: 'Which of the two times is right.',
  impossibleTime: 'The right time, on the clock of 24 hours.',
  bareHour: 'The time with morning or afternoon, or on the clock of 24 hours.',
  unreadTime: 'The time as hours and minutes.',
  excelSerial: 'The date as a date: the cell holds Excel’s own number for it.',
  endMissing: 'The last day of the period.',
  endBeforeStart: 'First and last day: the last is before the first.',
  errorCell: 'What stood in this cell: the workbook shows an error in its place.',
  noValue: 'What stood in this cell: it holds a formula whose result was not saved.',
  noDescription: 'What happened: the row does not say.',
  rowJoined: 'Whether this row goes on with the one above, as it was read.',
  raggedRow: 'The row again: it has more or fewer cells than there are headings.',
  looseQuote: 'The row again: a quotation mark stands where it parts cells.',
  unclosedQuote: 'The file again: a quotation mark is never closed.',
  damagedLetters: 'The file again, saved as UTF-8: some letters were lost.',
  calledOtherwise: 'Nothing, where the rows are right: the file is text, though its name says otherwise.',
  brokenField: 'The words as they should stand: a field of the document is broken here.',
  embeddedDocument: 'The document that is embedded here, as a file of its own.',
  agencyAssumed: 'The name of your agency: the return does not say it.',
  emptyTemplate: 'The chronology, or the words “Nil return”: the form came back empty.',
  allStruckOut: 'Whether the return is withdrawn: all of it is struck out by tracked changes.',
  emptyFile: 'The file again: it came empty.',
  noChronology: 'The chronology as a table, with dates and what happened.',
  tableNotRead: 'Whether this table belongs to the chronology.',
  paragraphsNotRead: 'Whether these dated paragraphs belong to the chronology; if so, as rows of the table.',
  notAnEvent: 'Whether this row is an event; if so, with its date.',
  trackedChange: 'The text with its tracked changes accepted or rejected.',
  comment: 'Whether the comment that stands here is meant for the review.',
  hiddenText: 'Whether the hidden text here is meant to be sent.',
  hiddenRow: 'Whether the hidden row is meant to be sent.',
  hiddenColumn: 'Whether the hidden column is meant to be sent.',
  hiddenSheet: 'Whether the hidden sheet is meant to be sent.',
  picture: 'What the picture shows, in words.',
  beforeBirth: 'The right date: it lies before the birth of the child that it is about.',
  beforeScope: 'The right date, or the word “background”: it lies before the period of the review.',
  afterScope: 'The right date: it lies after the period of the review.',
  inFuture: 'The right date: it lies after the day on which the return was sent.',
};

const LOOK_AGAIN = 'Another look at what stands here, and the right words or date.';

export const whatIsNeeded = (code: string): string => NEEDS[code] ?? LOOK_AGAIN;

/** The codes with words of their own: a test holds them against what the reader of returns can say. */
export const KNOWN_NEEDS: ReadonlySet<string> = new Set(Object.keys(NEEDS));
