import type { AskItem } from '#shared/contract/register.ts';

/** The mention in its line, cut between words where the line goes on. */
export type Context = { before: string; words: string; after: string };

/** As much as the core sends on each side; less means that the text ends there. */
const AROUND = 90;

export function contextOf({
  context,
  contextStart,
  start,
  end,
}: Pick<AskItem, 'context' | 'contextStart' | 'start' | 'end'>): Context {
  const before = context.slice(0, start - contextStart);
  const after = context.slice(end - contextStart);
  return {
    before: contextStart > 0 ? before.replace(/^\S*\s+/, '… ') : before,
    words: context.slice(start - contextStart, end - contextStart),
    after: after.length >= AROUND ? after.replace(/\s+\S*$/, ' …') : after,
  };
}
