import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ReturnProblem } from '#shared/model/agency-return.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { StatusMark, statusOfSeverity } from '#renderer/ui/status-mark.tsx';
import { placeWords, severalTables } from './problem-words.ts';
import './problem-list.css';

/** More are drawn when they are asked for. */
const AT_ONCE = 200;

export type ProblemListProps = {
  problems: readonly ReturnProblem[];
  at: number | null;
  onAt(index: number): void;
  /** Problems that were counted and are not in the list. */
  more?: number;
};

/** Problems by row. Arrows move; the row of the one in hand is shown beside. */
export function ProblemList({ problems, at, onAt, more = 0 }: ProblemListProps): ReactNode {
  const root = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const several = severalTables(problems);
  const visible = problems.slice(0, Math.max(shown, (at ?? 0) + 1));
  useEffect(() => {
    if (at !== null) root.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function key(event: KeyboardEvent): void {
    // Ctrl+Enter and its like belong to the place.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const now = at ?? -1;
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: visible.length - 1 }[event.key];
    if (next === undefined || !visible[Math.max(0, next)]) return;
    event.preventDefault();
    onAt(Math.max(0, next));
    (root.current?.children[Math.max(0, next)] as HTMLElement | undefined)?.focus();
  }
  return (
    <>
      <ul ref={root} className="pl-rt-problems" role="listbox" aria-label="Problems" onKeyDown={key}>
        {visible.map((problem, index) => (
          <li
            key={`${index} ${problem.code}`}
            role="option"
            aria-selected={index === at}
            tabIndex={index === (at ?? 0) ? 0 : -1}
            onClick={() => onAt(index)}
          >
            <StatusMark status={statusOfSeverity(problem.severity)} />
            <span className="pl-rt-problem-place">{placeWords(problem, several)}</span>
            <span className="pl-rt-problem-text">
              {problem.column && <span className="pl-dim">{shortHeading(problem.column)}: </span>}
              {problem.message}
            </span>
          </li>
        ))}
      </ul>
      {visible.length < problems.length && (
        <p className="pl-rt-problem-more">
          <LinkButton onClick={() => setShown(visible.length + AT_ONCE)}>
            Show {count(Math.min(AT_ONCE, problems.length - visible.length))} more
          </LinkButton>
        </p>
      )}
      {more > 0 && (
        <p className="pl-rt-problem-more pl-2">{count(more)} more are not listed here. All of them are kept with the return.</p>
      )}
    </>
  );
}

/** A heading may be a paragraph; its beginning says which column it is. */
const shortHeading = (heading: string): string => (heading.length > 40 ? `${heading.slice(0, 39).trimEnd()}…` : heading);
