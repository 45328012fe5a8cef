import type { PublishIssue } from '#shared/contract/publish.ts';

/** An issue with the number that it bears in the page: those that block first, from 1. */
export type Numbered = { n: number; blocks: boolean; issue: PublishIssue };

export function numbered(blocked: readonly PublishIssue[], warnings: readonly PublishIssue[]): Numbered[] {
  return [
    ...blocked.map((issue, i) => ({ n: i + 1, blocks: true, issue })),
    ...warnings.map((issue, i) => ({ n: blocked.length + i + 1, blocks: false, issue })),
  ];
}

/** The first sentence is the heading, the rest stands beneath it. */
export function issueWords(issue: Pick<PublishIssue, 'message'>): { title: string; rest: string } {
  const end = /[.!?](?=\s|$)/.exec(issue.message);
  if (!end) return { title: issue.message, rest: '' };
  return { title: issue.message.slice(0, end.index), rest: issue.message.slice(end.index + 1).trim() };
}

/** All issues that one remedy answers alike: the same entry, sure, replaced by the same words. */
export function alike(all: readonly Numbered[], one: Numbered): Numbered[] {
  const [entry, ...more] = one.issue.candidates;
  const { replacement } = one.issue;
  if (!one.blocks || entry === undefined || more.length > 0 || replacement === null) return [];
  return all.filter(
    ({ issue, blocks }) =>
      blocks &&
      issue.candidates.length === 1 &&
      issue.candidates[0] === entry &&
      issue.replacement === replacement &&
      issue.fixes.some((fix) => fix.action === 'pseudonym'),
  );
}

/** F8: the next one after `at`, round again at the end; Shift+F8 the one before. */
export function nextIssue(all: readonly Numbered[], at: number | null, back: boolean): number | null {
  if (all.length === 0) return null;
  const here = at === null ? (back ? 0 : -1) : all.findIndex((one) => one.n === at);
  return all[(here + (back ? -1 : 1) + all.length) % all.length]?.n ?? null;
}
