import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import type { Agency } from '#shared/contract/review.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import type { PendingReturn } from '../pending/pending-return.ts';
import { previewOf } from '../pending/target.ts';
import { localDay, pendingState, returnState } from './state-words.ts';
import './return-list.css';

export type Chosen = { kind: 'pending'; key: string } | { kind: 'kept'; id: string };
export type ReturnListProps = {
  returns: readonly AgencyReturn[];
  pending: readonly PendingReturn[];
  agencies: ReadonlyMap<string, Agency>;
  identified: boolean;
  chosen: Chosen | null;
  onChoose(chosen: Chosen): void;
  onOpen(): void;
};

type Line = { id: string; chosen: Chosen; node: ReactNode };

/** Returns in the order they came, and files that are being read. Arrows choose. */
export function ReturnList(props: ReturnListProps): ReactNode {
  const { returns, pending, agencies, identified, chosen, onChoose, onOpen } = props;
  const root = useRef<HTMLUListElement>(null);
  const lines: Line[] = [
    ...pending
      .filter((one) => one.state !== 'refused')
      .map(
        (one): Line => ({
          id: one.key,
          chosen: { kind: 'pending', key: one.key },
          node: <Pending one={one} identified={identified} agencies={agencies} />,
        }),
      ),
    ...returns.map(
      (one): Line => ({ id: one.id, chosen: { kind: 'kept', id: one.id }, node: <Kept one={one} agencies={agencies} /> }),
    ),
  ];
  const chosenId = chosen && (chosen.kind === 'kept' ? chosen.id : chosen.key);
  const at = lines.findIndex((line) => line.id === chosenId);
  useEffect(() => {
    if (chosenId) root.current?.querySelector(`[data-id="${CSS.escape(chosenId)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  function key(event: KeyboardEvent): void {
    // Ctrl+Enter and its like belong to the place.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen();
      return;
    }
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
    const line = next === undefined ? undefined : lines[Math.min(lines.length - 1, Math.max(0, next))];
    if (!line) return;
    event.preventDefault();
    onChoose(line.chosen);
    root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(line.id)}"]`)?.focus();
  }
  return (
    <ul ref={root} className="pl-rt-list" role="listbox" aria-label="Returns" onKeyDown={key}>
      {lines.map((line, index) => (
        <li
          key={line.id}
          data-id={line.id}
          role="option"
          aria-selected={index === at}
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          onClick={() => onChoose(line.chosen)}
          onDoubleClick={onOpen}
        >
          {line.node}
        </li>
      ))}
    </ul>
  );
}

function Kept({ one, agencies }: { one: AgencyReturn; agencies: ReadonlyMap<string, Agency> }): ReactNode {
  const own = one.agencyIds.flatMap((id) => agencies.get(id) ?? []);
  const [first] = own;
  const state = returnState(one);
  return (
    <>
      {first ? <AgencyTag agency={first} lettersOnly /> : <span className="pl-ag-letters pl-rt-unknown">–</span>}
      <span className="pl-rt-name">{own.length === 0 ? one.file : own.map(({ name }) => name).join(', ')}</span>
      <span className="pl-rt-state">
        {state.status ? <StatusMark status={state.status}>{state.words}</StatusMark> : state.words}
        {one.questions > 0 && one.state !== 'withdrawn' && (
          <StatusMark status="look">{count(one.questions)} to settle</StatusMark>
        )}
        {state.toLook > 0 && (
          <StatusMark status="look">
            {count(state.toLook)}
            <span className="pl-hidden"> to look at</span>
          </StatusMark>
        )}
      </span>
      <time className="pl-rt-when" dateTime={one.receivedAt}>
        {dayLabel(localDay(one.receivedAt), { weekday: false, year: false })}
      </time>
    </>
  );
}

type PendingProps = { one: PendingReturn; identified: boolean; agencies: ReadonlyMap<string, Agency> };

function Pending({ one, identified, agencies }: PendingProps): ReactNode {
  const agenciesOf = previewOf(one)?.agencies;
  const named = identified ? (one.agency ?? (agenciesOf?.length === 1 ? agenciesOf[0] : undefined)) : undefined;
  const agency = [...agencies.values()].find(({ name }) => name.toLowerCase() === named?.toLowerCase());
  const state = pendingState(one, identified);
  return (
    <>
      {agency ? <AgencyTag agency={agency} lettersOnly /> : <span className="pl-ag-letters pl-rt-unknown">?</span>}
      <span className="pl-rt-name">{named ?? (identified ? one.name : 'A file to be read')}</span>
      <span className="pl-rt-state">
        {state.status ? <StatusMark status={state.status}>{state.words}</StatusMark> : state.words}
      </span>
      <span className="pl-rt-when">not in</span>
    </>
  );
}

export type RefusedProps = {
  refused: readonly PendingReturn[];
  identified: boolean;
  onLeave(key: string): void;
  onAgain(key: string): void;
};

/** Files that could not be read, beside the drop zone: what happened and what to ask for. */
export function Refused({ refused, identified, onLeave, onAgain }: RefusedProps): ReactNode {
  if (refused.length === 0) return null;
  return (
    <div className="pl-rt-refused" role="alert">
      <ul className="pl-rt-refused-list" aria-label="Files not taken">
        {refused.map((one) => (
          <li key={one.key}>
            <p className="pl-rt-refused-name">
              <StatusMark status={one.error?.code === 'cancelled' ? 'note' : 'stop'}>
                {identified ? one.name : 'A file'}
              </StatusMark>
            </p>
            <p>{one.error?.message}</p>
            <p className="pl-row pl-row-wrap">
              {one.file && one.error?.code === 'cancelled' && (
                <LinkButton onClick={() => onAgain(one.key)}>Read it again</LinkButton>
              )}
              <LinkButton onClick={() => onLeave(one.key)} aria-label={`Clear ${identified ? one.name : 'this file'}`}>
                Clear
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
