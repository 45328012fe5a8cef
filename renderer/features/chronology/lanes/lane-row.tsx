import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { LaneEntry } from '#shared/contract/lanes.ts';
import { counted } from '#renderer/ui/date-text.tsx';
import { type Drawn, LaneDrawing } from './lane-drawing.tsx';
import type { LaneItem } from './lane-model.ts';

export type LaneRowProps = {
  /** As it is drawn beside the lane: letters and name, or the name alone. */
  head: ReactNode;
  name: string;
  items: readonly LaneItem[];
  spans: readonly LaneEntry[];
  fill: string;
  drawn: Drawn;
  /** The lane that Tab comes to. */
  tabStop: boolean;
  here: LaneItem | null;
  selected: number | null;
  onFocus(): void;
  onKey(event: KeyboardEvent<HTMLElement>): void;
};

/**
 * One lane: a picture, and over it a list of what it shows, walked with arrows. Only the item in hand is an element; a
 * screen reader is told which of how many it is.
 */
export function LaneRow(props: LaneRowProps): ReactNode {
  const { head, name, items, spans, fill, drawn, tabStop, here, selected, onFocus, onKey } = props;
  const id = useId();
  const { window, width } = drawn;
  const x = (at: number): number => ((at - window.from) / (window.to - window.from)) * width;
  const entries = items.reduce((sum, item) => sum + item.entries, 0);
  const gaps = items.filter(({ kind }) => kind === 'gap').length;
  const at = here ? items.indexOf(here) : -1;
  const left = here ? Math.max(0, Math.min(width - 4, x(here.from))) : 0;
  const right = here ? Math.max(left + 5, Math.min(width, x(here.to))) : 0;
  return (
    <div className="pl-ln-lane">
      <div className="pl-ln-head">{head}</div>
      <div
        role="listbox"
        aria-label={`${name}: ${counted(entries, 'entry', 'entries')}${gaps > 0 ? `, ${counted(gaps, 'stretch', 'stretches')} without contact` : ''}`}
        aria-orientation="horizontal"
        aria-activedescendant={here ? id : undefined}
        tabIndex={tabStop ? 0 : -1}
        data-lane
        className="pl-ln-plot"
        onFocus={onFocus}
        onKeyDown={onKey}
      >
        <LaneDrawing {...drawn} items={items} spans={spans} fill={fill} selected={selected} />
        {here ? (
          <div
            id={id}
            role="option"
            aria-selected={here.entry !== null && selected !== null}
            aria-setsize={items.length}
            aria-posinset={at + 1}
            className="pl-ln-here"
            style={{ left: left - 2, width: right - left + 4 }}
          >
            <span className="pl-hidden">
              {here.when}. {here.what}
            </span>
          </div>
        ) : (
          <div role="option" aria-selected={false} className="pl-hidden">
            {items.length === 0 ? 'Nothing in this stretch of time' : `${items.length} here; arrows go through them`}
          </div>
        )}
      </div>
    </div>
  );
}
