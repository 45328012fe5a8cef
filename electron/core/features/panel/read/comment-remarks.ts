import { plainWords } from '#core/papers/panel-mark.ts';
import type { PlacedBy } from '#shared/model/panel.ts';
import type { Body } from './read-body.ts';
import { general, number } from './outside-remarks.ts';
import type { PlacedRow } from './place-rows.ts';
import type { ReadComment } from './read-comments.ts';
import type { DraftParts, Drafts } from './remark-draft.ts';

type Where = Pick<DraftParts, 'ref' | 'alsoRefs' | 'placedBy' | 'place' | 'quote'>;
const LONGEST_QUOTE = 400;

/** Every comment with its place; one whose place was lost is told as not placed, with the words it hung on. */
export function commentRemarks(
  comments: readonly ReadComment[],
  body: Body,
  placed: readonly PlacedRow[],
  paragraphs: readonly (number | null)[],
  drafts: Drafts,
): void {
  const keys = new Map<string, string>();
  const places = new Map<string, Where>();
  // Replies after what they reply to: their key leans on its key.
  for (const comment of [...comments].sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null))) {
    let where = whereIs(comment.id, body, placed, paragraphs);
    const above = comment.parent === null ? undefined : places.get(comment.parent);
    if (above) where = above;
    places.set(comment.id, where);
    if (comment.text === '') continue;
    const { author, account, writtenAt, text, resolved } = comment;
    const parentKey = comment.parent === null ? null : (keys.get(comment.parent) ?? null);
    keys.set(comment.id, drafts.add({ kind: 'comment', ...where, parentKey, author, account, writtenAt, text, resolved }).key);
  }
}

function whereIs(id: string, body: Body, placed: readonly PlacedRow[], paragraphs: readonly (number | null)[]): Where {
  const found = body.comments.get(id);
  const quote = found ? plainWords(found.quote) : '';
  const shown = { quote: quote === '' ? null : quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)} …` : quote };
  if (!found || found.places.length === 0) return { ...shown, placedBy: 'none', place: 'Its place in the file is lost' };
  const refs: number[] = [];
  let by: PlacedBy | null = null;
  for (const place of found.places) {
    const row = 'row' in place ? placed[place.row] : undefined;
    const ref = 'row' in place ? undefined : paragraphs[place.paragraph];
    const here = row ? row.refs : ref === null || ref === undefined ? [] : [ref];
    if (here.length > 0) by ??= row && row.by !== 'head' ? row.by : 'words';
    for (const one of here) if (!refs.includes(one)) refs.push(one);
  }
  const [ref, ...alsoRefs] = refs;
  if (ref !== undefined) return { ...shown, ref, alsoRefs, placedBy: by ?? 'words', place: null };
  const [first] = found.places;
  if (first && 'paragraph' in first) {
    const paragraph = body.paragraphs[first.paragraph];
    return { ...shown, ...(paragraph ? general(paragraph) : {}) };
  }
  const row = first ? placed[first.row] : undefined;
  if (row?.by === 'head') return { ...shown, placedBy: 'general', place: 'The head of the table' };
  const above = placed
    .slice(0, first?.row ?? 0)
    .findLast(({ refs: all }) => all.length > 0)
    ?.refs.at(-1);
  return {
    ...shown,
    placedBy: 'none',
    place:
      above === undefined
        ? 'A row that was not found in the copy'
        : `A row that was not found in the copy, below entry ${number(above)}`,
  };
}
