import type { RawMark } from '../reader.ts';

export type Noticed = {
  deleted: string[];
  inserted: string[];
  hidden: string[];
  comments: string[];
  pictures: number;
  foreign: number;
  lostField: boolean;
};

/** What a person should know of a cell or paragraph, in plain words. Deleted words are kept here and nowhere else. */
export function storyMarks(noticed: Readonly<Noticed>): RawMark[] {
  const marks: RawMark[] = [];
  const notice = (code: string, message: string): void => void marks.push({ severity: 'notice', code, message });
  const deleted = quote(noticed.deleted);
  const inserted = quote(noticed.inserted);
  if (deleted || inserted) {
    const parts = [deleted && `struck out: ${deleted}`, inserted && `put in: ${inserted}`].filter(Boolean).join('; ');
    notice('trackedChange', `Tracked changes, read as if accepted – ${parts}.`);
  }
  const hidden = quote([noticed.hidden.join('')]);
  if (hidden) notice('hiddenText', `Hidden text was left out: ${hidden}.`);
  if (noticed.comments.length > 0) {
    const comments = quote(noticed.comments);
    notice('comment', comments ? `A comment stands here and was left out of the text: ${comments}.` : 'A comment stands here.');
  }
  if (noticed.pictures > 0) notice('picture', 'A picture or embedded object stands here. What it shows cannot be read.');
  if (noticed.foreign > 0) {
    marks.push({ severity: 'warning', code: 'embeddedDocument', message: 'Another document is embedded here and was not read.' });
  }
  if (noticed.lostField) {
    marks.push({
      severity: 'warning',
      code: 'brokenField',
      message: 'A field has no end here. Its text was kept; compare it with the file.',
    });
  }
  return marks;
}

const LONGEST = 20_000;

function quote(pieces: readonly string[]): string {
  const all = pieces
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .map((piece) => `“${piece}”`)
    .join(', ');
  return all.length > LONGEST ? `${all.slice(0, LONGEST)}… (${all.length - LONGEST} more letters are in the file)` : all;
}
