import type { ReactNode } from 'react';
import type { AskItem, RegisterRow } from '#shared/contract/register.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { contextOf } from './context.ts';
import type { AskState } from './use-asks.ts';
import './ask-panel.css';

export type AskPanelProps = {
  asks: AskState;
  byId: ReadonlyMap<string, RegisterRow>;
  cannot: string | null /** By the last count. */;
  counted: number | null;
};

/** One question at a time: who is meant here. Keys 1 to 9 answer, N goes on; nothing is guessed. */
export function AskPanel({ asks, byId, cannot, counted }: AskPanelProps): ReactNode {
  const { item } = asks;
  // Beyond what was asked for at once, the last count says how many.
  const total = asks.more && counted !== null ? Math.max(counted, asks.total) : asks.total;
  return (
    <section className="pl-pe-ask" aria-label="Mentions to settle">
      <div className="pl-pe-ask-head">
        <h3>{item ? <StatusMark status="look">Ask</StatusMark> : 'Ask'}</h3>
        {item && (
          <span className="pl-dim" aria-live="polite">
            {asks.index + 1} of {count(total)}
            {asks.more && counted === null && ' or more'}
          </span>
        )}
        <span className="pl-push pl-dim">Nothing is guessed</span>
      </div>
      <ErrorNote error={asks.error} />
      {!item && !asks.loading && <p className="pl-2 pl-pe-ask-none">Nothing waits to be settled.</p>}
      {item && <Question item={item} asks={asks} byId={byId} cannot={cannot} />}
    </section>
  );
}

function Question({ item, asks, byId, cannot }: Omit<AskPanelProps, 'counted'> & { item: AskItem }): ReactNode {
  const agency = useAgencies().get(item.agencyId ?? '');
  const candidates = item.candidates.slice(0, 8);
  const where = whereWords(item);
  return (
    // The keys of the answers work with focus anywhere in here.
    <div data-single-keys className="pl-pe-question" aria-busy={asks.busy || undefined}>
      <div className="pl-row">
        <h4>Who is “{item.text}”?</h4>
        <span className="pl-push pl-row">
          {agency && <AgencyTag agency={agency} lettersOnly />}
          {item.ref !== null ? (
            <a href={hrefTo('chronology', { entry: item.place.id })}>{String(item.ref).padStart(4, '0')}</a>
          ) : (
            <span className="pl-dim">{where}</span>
          )}
        </span>
      </div>
      <p className="pl-pe-context">
        <Line item={item} />
      </p>
      <div className="pl-row pl-row-wrap">
        {candidates.map((id, index) => {
          const entry = byId.get(id)?.entry;
          return (
            <Button
              key={id}
              cannot={cannot}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => asks.answer(id)}
              after={<kbd className="pl-kbd">{index + 1}</kbd>}
            >
              {entry?.realName ?? 'Somebody taken off'}
            </Button>
          );
        })}
        <Button
          look="dashed"
          cannot={cannot}
          aria-keyshortcuts={String(candidates.length + 1)}
          onClick={() => asks.answer(null)}
          after={<kbd className="pl-kbd">{candidates.length + 1}</kbd>}
        >
          Nobody on the register
        </Button>
      </div>
      <label className="pl-pe-everywhere">
        <input type="checkbox" checked={asks.everywhere} onChange={(event) => asks.setEverywhere(event.currentTarget.checked)} />
        Same answer for all “{item.text}” in this {item.place.table === 'event' ? 'return' : 'part'}
      </label>
      {asks.total > 1 && (
        <p className="pl-2">
          <LinkButton onClick={asks.next}>Leave this one, and go on</LinkButton> <kbd className="pl-kbd">N</kbd>
        </p>
      )}
    </div>
  );
}

function Line({ item }: { item: AskItem }): ReactNode {
  const { before, words, after } = contextOf(item);
  return (
    <>
      {before}
      <mark>{words}</mark>
      {after}
    </>
  );
}

const TABLES: Readonly<Record<string, string>> = { recommendation: 'Recommendation', action: 'Action', finding: 'Finding' };
const whereWords = ({ place }: AskItem): string => TABLES[place.table] ?? 'Text';
