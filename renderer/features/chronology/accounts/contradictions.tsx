import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Contradiction, ContradictionState } from '#shared/model/accounts.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { kindWords, STATE_WORDS } from './contradiction-words.ts';

export const contradictionKey = (one: Contradiction): string => `${one.a.eventId} ${one.b.eventId} ${one.kind} ${one.key}`;

export type ContradictionsProps = {
  items: readonly Contradiction[];
  canSettle: boolean;
  /** The one that a list has in hand: marked, and brought into view. */
  inHand?: string | undefined;
};

/** The points on which the accounts of one event do not agree, each with the words of both and what was decided. */
export function Contradictions({ items, canSettle, inHand }: ContradictionsProps): ReactNode {
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (inHand) list.current?.querySelector('[data-at]')?.scrollIntoView?.({ block: 'nearest' });
  }, [inHand]);
  return (
    <section className="pl-same-part" aria-labelledby={heading}>
      <h3 id={heading}>
        Contradictions <span className="pl-dim">{items.length}</span>
      </h3>
      {items.length === 0 && (
        <p className="pl-2">
          Nothing found. Only plain statements are compared: seen or not, present or not, dates, times, numbers.
        </p>
      )}
      <ul className="pl-same-contradictions" ref={list}>
        {items.map((one) => (
          <li key={contradictionKey(one)} data-at={contradictionKey(one) === inHand || undefined}>
            <One one={one} canSettle={canSettle} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ one, canSettle }: { one: Contradiction; canSettle: boolean }): ReactNode {
  const cannot = useMay()('accounts.settle');
  const identified = useIdentified();
  const [asked, setAsked] = useState(false);
  const settle = useCommand('accounts.settle', { said: '' });
  async function decide(state: ContradictionState, note: string): Promise<void> {
    const pair = { aId: one.a.eventId, bId: one.b.eventId };
    const done = await settle.run({
      id: one.id ?? newId(),
      ...pair,
      kind: one.kind,
      key: one.key,
      state,
      note,
      rowVersion: one.rowVersion,
    });
    if (done.ok) setAsked(false);
  }
  return (
    <>
      <p className="pl-same-kind">
        <StatusMark status={one.state === 'open' ? 'look' : one.state === 'settled' ? 'done' : 'note'}>
          {kindWords(one)}
        </StatusMark>
        <span className="pl-dim">{STATE_WORDS[one.state]}</span>
        {!one.stands && <span className="pl-dim">not found in the accounts as they stand now</span>}
      </p>
      {one.words && <p>{one.words}</p>}
      <div className="pl-same-sides">
        <Side side={one.a} />
        <Side side={one.b} />
      </div>
      {one.note && (
        <p className="pl-2">
          {one.note}{' '}
          <span className="pl-dim">
            {one.person && `${one.person}, `}
            {one.at && <InstantText at={one.at} />}
          </span>
        </p>
      )}
      {canSettle && !asked && (
        <p className="pl-row">
          <LinkButton cannot={cannot} onClick={() => setAsked(true)}>
            {one.state === 'open' ? 'Settle, or leave open…' : 'Change…'}
          </LinkButton>
          {one.state !== 'open' && (
            <LinkButton cannot={cannot} onClick={() => void decide('open', '')}>
              Take up again
            </LinkButton>
          )}
        </p>
      )}
      {asked && <SettleForm note={identified ? (one.note ?? '') : ''} onDecide={decide} onLeave={() => setAsked(false)} />}
      <ErrorNote error={settle.error} />
    </>
  );
}

function Side({ side }: { side: Contradiction['a'] }): ReactNode {
  const agency = useAgencies().get(side.agencyId);
  return (
    <div>
      <span className="pl-same-head">
        {agency && <AgencyTag agency={agency} lettersOnly />}
        <span className="pl-dim">{refLabel(side.ref)}</span>
      </span>
      <p>{side.words}</p>
    </div>
  );
}

type SettleFormProps = { note: string; onDecide(state: ContradictionState, note: string): Promise<void>; onLeave(): void };

function SettleForm({ note, onDecide, onLeave }: SettleFormProps): ReactNode {
  const [words, setWords] = useState(note);
  const cannot = words.trim() === '' ? 'Say first how it was settled, or why it stays open' : null;
  return (
    <div
      className="pl-stack pl-same-form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <TextAreaField
        label="Which is right and how it is known, or why it stays open"
        rows={2}
        value={words}
        onChange={setWords}
        autoFocus
      />
      <div className="pl-row pl-row-wrap">
        <Button look="main" cannot={cannot} onClick={() => void onDecide('settled', words)}>
          Settle the contradiction
        </Button>
        <Button cannot={cannot} onClick={() => void onDecide('leftOpen', words)}>
          Leave it open
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
