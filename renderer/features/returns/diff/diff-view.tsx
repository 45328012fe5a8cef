import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DiffRow, DiffSide, ReturnDiff } from '#shared/contract/return-versions.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { PaneHead } from '../mapping/pane-head.tsx';
import { type DiffFilter, fieldName, GROUP_MARKS, groupOf, inFilter, notesOf } from './diff-words.ts';
import './diff-view.css';

/** More are drawn when they are asked for. */
const AT_ONCE = 200;

export type DiffViewProps = {
  diff: ReturnDiff;
  /** The row in hand, whose fields the inspector shows in full. */
  at: DiffRow | null;
  onAt(row: DiffRow): void;
  /** Stands before the choice of what is listed. */
  tools?: ReactNode;
  /** Both versions are in the review; else the later one waits. */
  bothIn?: boolean;
};

/** A corrected return beside the version before: only what differs, side by side, in the order of the new file. */
export function DiffView({ diff, at, onAt, tools, bothIn = false }: DiffViewProps): ReactNode {
  const [filter, setFilter] = useState<DiffFilter>('all');
  const [shown, setShown] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  const rows = diff.rows.filter((row) => inFilter(row, filter));
  const index = at === null ? -1 : rows.indexOf(at);
  const visible = rows.slice(0, Math.max(shown, index + 1));
  const { counts } = diff;
  useEffect(() => setShown(AT_ONCE), [filter]);
  const kinds = (['added', 'changed', 'moved', 'removed'] as const).filter((kind) => counts[kind] > 0);
  const asked = diff.rows.filter((row) => row.asked).length;

  function key(event: KeyboardEvent): void {
    // Ctrl+Enter and its like belong to the place.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: visible.length - 1 }[event.key];
    const row = next === undefined ? undefined : visible[Math.max(0, next)];
    if (next === undefined || !row) return;
    event.preventDefault();
    onAt(row);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[Math.max(0, next)]?.focus();
  }
  return (
    <div className="pl-rt-diff">
      <PaneHead
        title="What changed"
        tools={
          <>
            {tools}
            {diff.rows.length > 0 && (
              <SegmentedControl<DiffFilter>
                label="Which changes are listed"
                value={filter}
                onChange={setFilter}
                segments={[
                  { value: 'all', label: `All ${count(diff.rows.length)}` },
                  ...kinds.map((kind) => ({
                    value: kind,
                    label: `${GROUP_MARKS[kind][0]} ${count(counts[kind])} ${GROUP_MARKS[kind][1].toLowerCase()}`,
                  })),
                  ...(asked > 0 ? [{ value: 'asked' as const, label: `${count(asked)} to settle` }] : []),
                ]}
              />
            )}
          </>
        }
      >
        return {diff.fromVersion} to return {diff.toVersion}; {count(counts.unchanged)} the same
      </PaneHead>
      {diff.rows.length === 0 ? (
        <p className="pl-rt-none pl-2">{nothingWords(diff.same, bothIn)}</p>
      ) : (
        <>
          <div className="pl-rt-diff-head" aria-hidden>
            <span />
            <span>Row</span>
            <span>As return {diff.fromVersion} said it</span>
            <span>As return {diff.toVersion} says it</span>
          </div>
          <ul ref={list} className="pl-rt-diff-list" role="listbox" aria-label="What changed" onKeyDown={key}>
            {visible.map((row, i) => (
              <Row
                key={`${row.eventId} ${row.after?.row} ${row.before?.row} ${row.after?.table}`}
                row={row}
                selected={row === at}
                focusable={i === Math.max(0, index)}
                gap={filter === 'all' ? row.unchangedAbove : 0}
                onAt={() => onAt(row)}
              />
            ))}
          </ul>
          {visible.length < rows.length && (
            <p className="pl-rt-problem-more">
              <LinkButton onClick={() => setShown(visible.length + AT_ONCE)}>
                Show {count(Math.min(AT_ONCE, rows.length - visible.length))} more
              </LinkButton>
            </p>
          )}
          {diff.moreRows > 0 && (
            <p className="pl-rt-problem-more pl-2">
              {count(diff.moreRows)} more are not listed here.{!bothIn && ' All of them are applied together.'}
            </p>
          )}
          {filter === 'all' && diff.unchangedBelow > 0 && visible.length === rows.length && (
            <p className="pl-rt-diff-same">{counted(diff.unchangedBelow, 'entry', 'entries')} the same</p>
          )}
        </>
      )}
    </div>
  );
}

function nothingWords(same: boolean, bothIn: boolean): string {
  if (bothIn)
    return same ? 'Both are the very same file.' : 'Every entry says the same in both; the files differ in something else.';
  return same
    ? 'This is the very file that is in the review already. There is nothing to do.'
    : 'Every entry says the same as before. The file itself would be kept as a version of its own.';
}

type RowProps = { row: DiffRow; selected: boolean; focusable: boolean; gap: number; onAt(): void };

function Row({ row, selected, focusable, gap, onAt }: RowProps): ReactNode {
  const group = groupOf(row);
  const [mark, word] = GROUP_MARKS[group];
  const date = row.changes.find(({ field }) => field === 'date');
  const notes = notesOf(row);
  const { before, after } = row;
  return (
    <li
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      className={`pl-rt-diff-row pl-rt-diff-${group}`}
      onClick={onAt}
    >
      {gap > 0 && <p className="pl-rt-diff-same">{counted(gap, 'entry', 'entries')} the same</p>}
      <span className="pl-rt-diff-mark">
        <span aria-hidden>{mark}</span>
        <span className="pl-hidden">{word}</span>
      </span>
      <span className="pl-rt-diff-place">{(after ?? before)?.row}</span>
      <Side side={before} other={after} which="before" dateChanged={date !== undefined} />
      <Side side={after} other={before} which="after" dateChanged={date !== undefined} />
      {(notes.length > 0 || row.work.length > 0) && (
        <span className="pl-rt-diff-notes">
          {notes.length > 0 && <span>{notes.join(' ')}</span>}
          {row.work.length > 0 && (
            <StatusMark status={row.asked ? 'look' : 'done'}>
              {row.work.join(', ')}: {row.after === null ? 'it stays until you choose' : 'stays with it'}
            </StatusMark>
          )}
          {row.contradicted.length > 0 && (
            <StatusMark status="look">
              A correction stands here ({row.contradicted.map((field) => fieldName(field, null).toLowerCase()).join(', ')}); you
              are asked which stays
            </StatusMark>
          )}
          {row.lostWords.map((words) => (
            <StatusMark key={words} status="look">
              The tagged words “{words}” no longer stand so; you are asked about them
            </StatusMark>
          ))}
        </span>
      )}
    </li>
  );
}

type SideProps = { side: DiffSide | null; other: DiffSide | null; which: 'before' | 'after'; dateChanged: boolean };

function Side({ side, other, which, dateChanged }: SideProps): ReactNode {
  if (!side) return <span className="pl-rt-diff-side pl-dim">–</span>;
  const texts =
    which === 'before' ? { before: side.text, after: other?.text ?? null } : { before: other?.text ?? null, after: side.text };
  // A whole row that came or went is one piece; nothing of it is compared.
  const alone = other === null;
  const Mark = which === 'before' ? 'del' : 'ins';
  return (
    <span className="pl-rt-diff-side">
      <span className="pl-rt-diff-date pl-diff">{dateChanged ? <Mark>{side.dateLabel}</Mark> : side.dateLabel}</span>
      {alone ? (
        <span className="pl-diff">
          <Mark>{side.text}</Mark>
        </span>
      ) : (
        <DiffText {...texts} side={which} />
      )}
    </span>
  );
}
