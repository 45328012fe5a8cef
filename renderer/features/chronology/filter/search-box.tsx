import { Search as SearchIcon, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { count } from '#renderer/ui/date-text.tsx';
import type { Search } from './use-filters.ts';

export type SearchBoxProps = {
  search: Search;
  /** How many entries have the words; null while that is not known. */
  hits: number | null;
  /** Which of them is selected, from 1. */
  hitAt: number | null;
  onStep(back: boolean): void;
  onLeave(): void;
  ref: Ref<HTMLInputElement>;
};

/** Find steps from hit to hit; *Only hits* filters. Enter and F3 go on, with Shift back. */
export function SearchBox({ search, hits, hitAt, onStep, onLeave, ref }: SearchBoxProps): ReactNode {
  const searching = search.words !== '';
  const found = hits === null ? '' : hitAt === null ? count(hits) : `${count(hitAt)} of ${count(hits)}`;
  function key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      onStep(event.shiftKey);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (search.typed) search.clear();
      else onLeave();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    }
  }
  return (
    <span className="pl-ch-search" role="search">
      <SearchIcon size={14} strokeWidth={1.75} aria-hidden />
      <input
        ref={ref}
        type="text"
        aria-label="Find in the chronology"
        placeholder="Find in the entries"
        autoComplete="off"
        spellCheck={false}
        aria-describedby="pl-ch-found"
        value={search.typed}
        onChange={(event) => search.type(event.currentTarget.value)}
        onKeyDown={key}
      />
      <span id="pl-ch-found" className="pl-ch-found" aria-live="polite">
        {searching && found}
        {searching && <span className="pl-hidden"> {hits === 1 ? 'entry' : 'entries'} found</span>}
      </span>
      {search.typed && (
        <button type="button" className="pl-chip-x" aria-label="Clear the search" title="Clear the search" onClick={search.clear}>
          <X size={12} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </span>
  );
}
