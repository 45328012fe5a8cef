import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT } from '#core/formats/xml-scanner.ts';
import { plainWords } from '#core/papers/panel-mark.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { commentRemarks } from './comment-remarks.ts';
import { newRowRemarks, number, paragraphRefs, paragraphRemarks } from './outside-remarks.ts';
import { type PlacedRow, placeRows } from './place-rows.ts';
import { type Body, readBody } from './read-body.ts';
import { readComments } from './read-comments.ts';
import { Drafts, type RemarkDraft } from './remark-draft.ts';
import { openReply, type ReplyPackage } from './reply-package.ts';
import { rowRemarks } from './row-remarks.ts';
import { readSent, type SentCopy } from './sent-copy.ts';

/** What a file that came back says, with each remark at its place in the copy. */
export type ReadReply = { drafts: RemarkDraft[]; notes: string[] };
export type ReplyTallies = { comments: number; typed: number; changes: number };

const MOST_REMARKS = 20_000;
const MOST_NAMED = 20;

/** Codes of our files that stand in it, in marks and in print, the commonest first. */
export function codesOfReply(bytes: Uint8Array): string[] {
  const file = openReply(bytes);
  return readBody(file.document()).codes.concat(codesInFeet(file));
}

/**
 * Reads a copy that came back against the very bytes that went out. `codes` are those of every file made for the copy.
 * Throws AppErrors; anything else it may fall over is for the caller to tell as a broken file.
 */
export function readReply(bytes: Uint8Array, sentBytes: Uint8Array | null, codes: readonly string[]): ReadReply {
  const file = openReply(bytes);
  const body = readBody(file.document(), readNotes(file));
  const sent = sentBytes ? readSent(readBody(openReply(sentBytes).document())) : null;
  const ours = new Set(codes);
  const placed = placeRows(body, sent, ours);
  const refs = paragraphRefs(body, sent, ours);
  const drafts = new Drafts();
  for (const [i, row] of body.rows.entries()) {
    const at = placed[i];
    if (at) rowRemarks(row, at, sent, drafts);
  }
  newRowRemarks(body, placed, drafts);
  const lost = paragraphRemarks(body, refs, sent, drafts);
  commentRemarks(readComments(file), body, placed, refs, drafts);
  if (drafts.list.length > MOST_REMARKS) throw new AppError('fileTooLarge', { limit: '20,000 remarks' });
  return { drafts: drafts.list, notes: notesOf(body, placed, refs, sent, drafts.list, lost) };
}

export const talliesOf = (drafts: readonly RemarkDraft[]): ReplyTallies => ({
  comments: drafts.filter(({ kind }) => kind === 'comment').length,
  typed: drafts.filter(({ kind }) => kind === 'typed' || kind === 'newEntry').length,
  changes: drafts.filter(({ kind }) => kind === 'change' || kind === 'leaveOut').length,
});

function notesOf(
  body: Body,
  placed: readonly PlacedRow[],
  refs: readonly (number | null)[],
  sent: SentCopy | null,
  drafts: readonly RemarkDraft[],
  lost: number,
): string[] {
  const notes: string[] = [];
  if (!sent) notes.push('The copy as it was sent is not in the review, so changes without tracking cannot be seen.');
  const seen = placed.flatMap((row) => row.refs);
  const here = new Set([...seen, ...refs.filter((ref) => ref !== null)]);
  const missing = [...(sent?.entries.keys() ?? [])].filter((ref) => !here.has(ref));
  if (missing.length > 0)
    notes.push(
      `${counted(missing.length, 'entry of the copy is', 'entries of the copy are')} not in this file: ${listed(missing)}.`,
    );
  const once = new Set<number>();
  const twice = [...new Set(seen.filter((ref) => once.has(ref) || !once.add(ref)))];
  if (twice.length > 0)
    notes.push(`${counted(twice.length, 'entry stands', 'entries stand')} in it more than once: ${listed(twice)}.`);
  const orders = seen.map((ref) => sent?.entries.get(ref)?.order ?? 0);
  if (orders.some((order, i) => i > 0 && order < (orders[i - 1] ?? 0)))
    notes.push('Its rows stand in another order than they were sent in.');
  const byNumber = placed.filter((row) => row.by === 'reference').length;
  if (byNumber > 0) notes.push(`${counted(byNumber, 'row')} had no mark left and ${were(byNumber)} placed by reference number.`);
  const byWords = placed.filter((row) => row.by === 'words').length;
  if (byWords > 0)
    notes.push(
      `${counted(byWords, 'row')} had neither mark nor reference number and ${were(byWords)} placed by ${byWords === 1 ? 'its' : 'their'} words.`,
    );
  const untracked = drafts.filter((draft) => draft.untracked).length;
  if (untracked > 0)
    notes.push(`${counted(untracked, 'change')} ${were(untracked)} made without tracking and found by comparing.`);
  if (lost > 0 && body.paragraphs.length > 0 && missing.length === 0)
    notes.push(`${counted(lost, 'paragraph')} outside the entries ${lost === 1 ? 'is' : 'are'} not in it as sent.`);
  const nowhere = drafts.filter((draft) => draft.placedBy === 'none').length;
  if (nowhere > 0) notes.push(`${counted(nowhere, 'remark')} could not be placed. Each is listed to be placed by hand.`);
  return notes;
}

const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
const were = (n: number): string => (n === 1 ? 'was' : 'were');
function listed(refs: readonly number[]): string {
  const more = refs.length > MOST_NAMED ? ` and ${(refs.length - MOST_NAMED).toLocaleString('en-GB')} more` : '';
  return `${refs.slice(0, MOST_NAMED).map(number).join(', ')}${more}`;
}

/** Notes at the foot of a page or at the end, by kind and id. */
function readNotes(file: ReplyPackage): Map<string, string> {
  const out = new Map<string, string>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const xml = file.part(`${kind}s`);
    if (!xml) continue;
    let id = '';
    let inText = false;
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token === XML_OPEN && xml.name === `w:${kind}`) id = `${kind} ${xml.attribute('w:id')}`;
      else if (token === XML_OPEN && xml.name === 'w:t') inText = true;
      else if (token === XML_CLOSE && xml.name === 'w:t') inText = false;
      else if (token === XML_TEXT && inText) out.set(id, plainWords(`${out.get(id) ?? ''}${xml.text}`).slice(0, 2_000));
    }
  }
  return out;
}

/** The foot of the pages carries the code too. */
function codesInFeet(file: ReplyPackage): string[] {
  const xml = file.part('footer');
  return xml ? readBody(xml).codes : [];
}
