import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Standing } from '#shared/recommendations/standing.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

const APART = 8;

export type MarginNotesProps = {
  standing: Standing;
  /** Beside a block that is one line: the first note alone. */
  brief: boolean;
  takeOut(words: string): void;
  cannot: string | null;
};

/** Why it stands as it does: each note level with its cause, one below the other where causes crowd. */
export function MarginNotes({ standing, brief, takeOut, cannot }: MarginNotesProps): ReactNode {
  const host = useRef<HTMLUListElement>(null);
  const notes = brief ? standing.notes.slice(0, 1) : standing.notes;
  const more = standing.notes.length - notes.length;
  useLayoutEffect(() => {
    const list = host.current;
    const block = list?.parentElement;
    if (!list || !block) return undefined;
    const place = (): void => {
      const top = block.getBoundingClientRect().top;
      let free = 0;
      for (const item of list.children) {
        if (!(item instanceof HTMLElement)) continue;
        const cause = block.querySelector(`[data-at="${item.dataset['about'] ?? ''}"]`);
        const level = cause ? cause.getBoundingClientRect().top - top : 0;
        const at = Math.max(free, level);
        item.style.transform = `translateY(${Math.round(at)}px)`;
        free = at + item.offsetHeight + APART;
      }
      list.style.height = `${Math.max(0, free - APART)}px`;
    };
    place();
    const size = new ResizeObserver(place);
    size.observe(block.firstElementChild ?? block);
    size.observe(list);
    return () => size.disconnect();
  });
  return (
    <ul className="pl-rec-notes" ref={host} aria-label="Notes">
      {notes.map((note) => (
        <li key={note.code} data-about={note.at} data-status={note.status}>
          <StatusMark status={note.status}>{note.title}</StatusMark>
          <span className="pl-rec-note-words">
            {note.words}
            {note.code === 'vagueInProse' && note.span && !brief && !cannot && (
              <>
                {' '}
                <LinkButton onClick={() => takeOut(note.span ?? '')}>Take it out</LinkButton>
              </>
            )}
            {more > 0 && <span className="pl-dim"> {more} more.</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
