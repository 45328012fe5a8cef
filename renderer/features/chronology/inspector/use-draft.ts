import { useState } from 'react';
import { useSession } from '#renderer/data/use-session.ts';

/** Words that have been typed and not kept yet, by what they are about: a click elsewhere loses none of them. */
const drafts = new Map<string, string>();

export type Draft = { text: string; set(text: string): void; drop(): void };

/** `about` names the entry and the field. What was typed in one view is not shown in the other. */
export function useDraft(about: string, initial = ''): Draft {
  const session = useSession();
  const key = `${session?.reviewId} ${session?.view} ${about}`;
  const [, draw] = useState(0);
  return {
    text: drafts.get(key) ?? initial,
    set: (text) => {
      if (text === initial) drafts.delete(key);
      else drafts.set(key, text);
      draw((n) => n + 1);
    },
    drop: () => {
      drafts.delete(key);
      draw((n) => n + 1);
    },
  };
}
