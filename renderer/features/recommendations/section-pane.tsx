import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { standingOf } from '#shared/recommendations/standing.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Desk } from '#renderer/editor/desk.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import type { Row } from './use-recommendation-desk.ts';

export type SectionPaneProps = {
  rows: readonly Row[];
  order: readonly string[];
  desk: Desk;
  open(id: string): void;
  placeAgain(id: string): void;
};

/** What is in the section, in a line each; what hangs loose; what is not placed. */
export function SectionPane({ rows, order, desk, open, placeAgain }: SectionPaneProps): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  const placed = order.flatMap((id) => desk.rows.get(id) ?? []);
  const away = rows.filter((row) => !order.includes(row.id) && !row.placed);
  const at = placed.findIndex((row) => row.id === desk.selected);

  function key(event: KeyboardEvent): void {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: placed.length - 1 }[event.key];
    const row = next === undefined ? undefined : placed[next];
    if (!row) return;
    event.preventDefault();
    open(row.id);
    list.current?.querySelector<HTMLElement>(`[data-id="${row.id}"]`)?.focus();
  }
  return (
    <nav className="pl-desk-side" data-pane="In this section" aria-label="In this section">
      <Section title="In this section" count={placed.length}>
        <ul className="pl-desk-list" ref={list} onKeyDown={key}>
          {placed.map((row) => {
            const standing = standingOf(row, { today: desk.today });
            const chosen = row.id === desk.selected;
            return (
              <li key={row.id}>
                <button
                  type="button"
                  data-id={row.id}
                  aria-current={chosen ? 'true' : undefined}
                  tabIndex={chosen || (at < 0 && row === placed[0]) ? 0 : -1}
                  onClick={() => open(row.id)}
                >
                  <span className="pl-desk-number">{desk.numbers.get(row.id)}</span>
                  <span className="pl-desk-title">{row.heading ?? (row.text || 'No text yet')}</span>
                  {!standing.complete && (
                    <span title={standing.title}>
                      <StatusMark status="look">
                        <span className="pl-hidden">{standing.title}</span>
                      </StatusMark>
                    </span>
                  )}
                </button>
              </li>
            );
          })}
        </ul>
        {placed.length === 0 && <p className="pl-2">Nothing is placed yet.</p>}
      </Section>
      <LooseEnds />
      {away.length > 0 && (
        <Section title="Not placed" count={away.length}>
          <ul className="pl-desk-away">
            {away.map((row) => (
              <Away key={row.id} row={row} desk={desk} placeAgain={placeAgain} />
            ))}
          </ul>
        </Section>
      )}
    </nav>
  );
}

/** Kept, numbered no more, not published: until it is placed again or removed. */
function Away({ row, desk, placeAgain }: { row: Row; desk: Desk; placeAgain(id: string): void }): ReactNode {
  const words = row.heading ?? (row.text || 'Without text');
  return (
    <li>
      <p>{words}</p>
      <span className="pl-row">
        <Button bar cannot={desk.cannot} aria-label={`Place again: ${words}`} onClick={() => placeAgain(row.id)}>
          Place again
        </Button>
        <Button
          bar
          look="quiet"
          aria-label={`Remove: ${words}`}
          cannot={desk.cannot ?? (row.actions > 0 ? `${counted(row.actions, 'action')} follow from it` : null)}
          onClick={() => void desk.writer.remove(row.id)}
        >
          Remove
        </Button>
      </span>
    </li>
  );
}

function LooseEnds(): ReactNode {
  const { data } = useQuery('thread.looseEnds', {});
  if (!data) return null;
  const { findingsWithoutRecommendation, recommendationsWithoutFinding, taggedEntriesInNoFinding } = data;
  const none = findingsWithoutRecommendation.length + recommendationsWithoutFinding.length + taggedEntriesInNoFinding === 0;
  return (
    <Section
      title="Loose ends"
      count={findingsWithoutRecommendation.length + recommendationsWithoutFinding.length + (taggedEntriesInNoFinding > 0 ? 1 : 0)}
    >
      <ul className="pl-desk-loose">
        {findingsWithoutRecommendation.map((node) => (
          <li key={node.id}>
            <a href={hrefTo('analysis', { finding: node.id })}>{node.label} has no recommendation</a>
          </li>
        ))}
        {recommendationsWithoutFinding.map((node) => (
          <li key={node.id}>
            <a href={hrefTo('recommendations', { recommendation: node.id })}>{node.label} rests on no finding</a>
          </li>
        ))}
        {taggedEntriesInNoFinding > 0 && (
          <li>
            <a href={hrefTo('analysis')}>{counted(taggedEntriesInNoFinding, 'entry', 'entries')} tagged, in no finding</a>
          </li>
        )}
        {none && <li className="pl-dim">Nothing found.</li>}
      </ul>
    </Section>
  );
}
