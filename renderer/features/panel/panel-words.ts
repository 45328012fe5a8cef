import { wordDiff } from '#shared/text-diff/word-diff.ts';
import type { CopyMember, PanelCopy, PanelRemark } from '#shared/model/panel.ts';
import { instantLabel } from '#renderer/ui/date-text.tsx';

export const refLabel = (ref: number): string => String(ref).padStart(4, '0');

/** Whom a copy is for. In an anonymised view the name is empty and the post stands alone. */
export function memberWords({ name, post, agency }: CopyMember): string {
  const words = [name, post, agency].filter((part) => part !== '');
  return words.length === 0 ? 'Every member' : words.join(', ');
}
export const shortMember = (remark: PanelRemark): string => {
  const { name, post } = remark.member;
  return name || post || remark.author || 'Every member';
};

/** Word's word for who wrote it, where that is not whom the copy was sent to. */
export function claimWords(remark: PanelRemark): string | null {
  const { name, post } = remark.member;
  if (!remark.author || remark.author === (name || post)) return null;
  return remark.account ? `${remark.author} (${remark.account})` : remark.author;
}

/** As Word says it: an hour without a zone is taken as it is written. */
export function writtenWords(at: string): string {
  const instant = /Z$|[+-]\d\d:\d\d$/.test(at) ? at : `${at}Z`;
  return Number.isNaN(Date.parse(instant)) ? at : instantLabel(instant);
}

export const KIND_WORDS: Record<PanelRemark['kind'], string> = {
  comment: 'Comment',
  typed: 'Typed',
  change: 'Changed words',
  leaveOut: 'Struck out',
  newEntry: 'New row',
};
export const STATE_WORDS: Record<PanelRemark['state'], string> = {
  waiting: 'Waits',
  annotation: 'Annotation',
  correction: 'Correction',
  challenge: 'Challenge',
  answered: 'Answered',
  setAside: 'Set aside',
};

/** From the first word that differs to the last: “No name given” → “Name not written down”. */
function changeWords(before: string, after: string): string {
  const parts = wordDiff(before, after);
  const first = parts.findIndex((part) => part.in !== 'both');
  const last = parts.findLastIndex((part) => part.in !== 'both');
  const of = (side: 'before' | 'after'): string =>
    parts
      .slice(Math.max(0, first), last + 1)
      .flatMap((part) => (part.in === 'both' || part.in === side ? part.text : []))
      .join('')
      .trim();
  const [gone, come] = [of('before'), of('after')];
  if (come === '') return `“${gone}” taken out`;
  return gone === '' ? `“${come}” put in` : `“${gone}” → “${come}”`;
}

/** One line of what was said. */
export function saidWords(remark: PanelRemark): string {
  if (remark.kind === 'change') return changeWords(remark.before ?? '', remark.after ?? '');
  if (remark.kind === 'leaveOut') return 'Would leave this entry out';
  return remark.text;
}

export function placeWords(remark: PanelRemark): string {
  if (remark.ref !== null && remark.eventId !== null) {
    return [remark.ref, ...remark.alsoRefs].map(refLabel).join(', ');
  }
  if (remark.placedBy === 'none') return 'Not placed';
  return remark.place ?? 'The file as a whole';
}

/** Where a copy stands: what was last done with it. */
export function copyState(copy: PanelCopy): string {
  if (copy.replies.length > 0) return 'Came back';
  if (copy.sentOn !== null) return 'Sent';
  return copy.files.length > 0 ? 'File made' : 'No file yet';
}
