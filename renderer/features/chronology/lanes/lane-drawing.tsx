import { memo, type ReactNode } from 'react';
import type { LaneEntry } from '#shared/contract/lanes.ts';
import { gapWords, isSpan, type LaneItem, placeOf, stacked } from './lane-model.ts';
import type { Tick, TimeWindow } from './time-window.ts';

export type Drawn = {
  window: TimeWindow;
  width: number;
  high: number;
  near: boolean;
  ticks: readonly Tick[];
  nights: readonly TimeWindow[];
  scope: TimeWindow | null;
  /** Most entries in any bar: the height of all lanes is one scale. */
  most: number;
};
export type LaneDrawingProps = Drawn & {
  items: readonly LaneItem[];
  spans: readonly LaneEntry[];
  fill: string;
  selected: number | null;
};

const MARK = 5;
const WORD = 5.6;

/** What a lane shows, as a picture; the same is told by the list that lies over it. */
export const LaneDrawing = memo(function LaneDrawing(props: LaneDrawingProps): ReactNode {
  const { window, width, high, near, ticks, nights, scope, most, items, spans, fill, selected } = props;
  const perDay = width / (window.to - window.from);
  const x = (at: number): number => (at - window.from) * perDay;
  const levels = Math.max(1, Math.floor((high - 2) / (MARK + 1)));
  const marks = stacked(
    items.filter(({ kind, entry }) => kind === 'entry' && entry !== null && !isSpan(entry)),
    x,
    MARK,
    levels,
  );
  const labels = gapLabels(items, x, width);
  const bars = items.filter(({ kind }) => kind === 'bar');
  return (
    <svg width={width} height={high} aria-hidden="true" focusable="false" className="pl-ln-svg">
      {nights.map((night) => (
        <rect
          key={night.from}
          x={x(night.from)}
          width={(night.to - night.from) * perDay}
          y="0"
          height={high}
          className="pl-ln-night"
        />
      ))}
      {scope && (
        <>
          <rect x="0" width={Math.max(0, x(scope.from))} y="0" height={high} className="pl-ln-beyond" />
          <rect x={x(scope.to)} width={Math.max(0, width - x(scope.to))} y="0" height={high} className="pl-ln-beyond" />
        </>
      )}
      {ticks.map((tick) => (
        <line key={tick.at} x1={x(tick.at)} x2={x(tick.at)} y1="0" y2={high} className="pl-ln-grid" />
      ))}
      {items.map(
        (item) => item.gap && <GapHatch key={item.key} left={x(item.from)} right={x(item.to)} width={width} high={high} />,
      )}
      {labels.map(({ key, words, middle, room }) => (
        <g key={key}>
          <rect x={middle - room / 2} y={high / 2 - 7} width={room} height="14" className="pl-ln-under" />
          <text x={middle} y={high / 2 + 4} textAnchor="middle" className="pl-ln-words">
            {words}
          </text>
        </g>
      ))}
      {bars.length > 0 && (
        <path
          style={{ fill }}
          className="pl-ln-bar"
          d={bars
            .map((bar) => {
              const tall = Math.max(2, (bar.entries / most) * (high - 3));
              const wide = Math.max(1.5, (bar.to - bar.from) * perDay - ((bar.to - bar.from) * perDay > 4 ? 1 : 0));
              return `M${round(x(bar.from))} ${high}v${-round(tall)}h${round(wide)}V${high}z`;
            })
            .join('')}
        />
      )}
      {spans.map((entry) => (
        <SpanMark key={entry.id} entry={entry} x={x} width={width} high={high} fill={near ? fill : null} />
      ))}
      {marks.map(({ item, left, wide, level }) => {
        const timed = item.entry?.time !== null;
        const top = high - 2 - (level + 1) * (MARK + 1) + 1;
        return timed ? (
          <rect key={item.key} x={left} y={top} width={wide} height={MARK} style={{ fill }} className="pl-ln-bar" />
        ) : (
          <rect
            key={item.key}
            x={left + 0.75}
            y={top + 0.75}
            width={Math.max(3, wide - 1.5)}
            height={MARK - 1.5}
            className="pl-ln-hollow"
            style={{ stroke: fill.startsWith('url') ? undefined : fill }}
          />
        );
      })}
      {selected !== null && selected >= window.from && selected <= window.to && (
        <path d={`M${round(x(selected))} ${high / 2 - 6}l6 6-6 6-6-6z`} className="pl-ln-selected" />
      )}
    </svg>
  );
});

type GapLabel = { key: string; words: string; middle: number; room: number };

/** Gaps with room for their days: where two lie over each other the longer one says them, so that no words stand on words. */
export function gapLabels(items: readonly LaneItem[], x: (at: number) => number, width: number): GapLabel[] {
  const placed: GapLabel[] = [];
  const gaps = items.flatMap(({ key, gap, from, to }) =>
    gap ? [{ key, words: gapWords(gap), left: Math.max(0, x(from)) + 1, right: Math.min(width, x(to)) - 1 }] : [],
  );
  for (const { key, words, left, right } of gaps.sort((a, b) => b.right - b.left - (a.right - a.left))) {
    const room = words.length * WORD + 10;
    const middle = (left + right) / 2;
    const taken = placed.some((one) => Math.abs(one.middle - middle) < (one.room + room) / 2);
    if (right - left > room && !taken) placed.push({ key, words, middle, room });
  }
  return placed;
}

const round = (n: number): number => Math.round(n * 10) / 10;

function GapHatch({ left, right, width, high }: { left: number; right: number; width: number; high: number }): ReactNode {
  const from = Math.max(0, left) + 1;
  const to = Math.min(width, right) - 1;
  return to - from < 2 ? null : <rect x={from} y={high / 2 - 5} width={to - from} height="10" fill="url(#pl-ln-hatch)" />;
}

/** From the earliest day to the latest, dashed, with a mark at each end that is known and in view. */
function SpanMark({
  entry,
  x,
  width,
  high,
  fill,
}: {
  entry: LaneEntry;
  x(at: number): number;
  width: number;
  high: number;
  fill: string | null;
}): ReactNode {
  const place = placeOf(entry);
  if (!place) return null;
  const left = x(place.from);
  const right = x(place.to);
  if (right - left < 7 || right < 0 || left > width) return null;
  const y = high - 4;
  const from = Math.max(-4, left);
  const to = Math.min(width + 4, right);
  return (
    <g className="pl-ln-span" style={fill && !fill.startsWith('url') ? { stroke: fill } : undefined}>
      <line x1={from} x2={to} y1={y} y2={y} strokeDasharray="3 2" />
      {entry.earliest !== null && <line x1={left + 0.5} x2={left + 0.5} y1={y - 3} y2={y + 3} />}
      {entry.latest !== null && <line x1={right - 0.5} x2={right - 0.5} y1={y - 3} y2={y + 3} />}
    </g>
  );
}

/** The hatch of a gap; once in the picture. */
export function HatchPattern(): ReactNode {
  return (
    <svg width="0" height="0" className="pl-hidden" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="pl-ln-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1.5 1.5 1.5 -1.5M0 6 6 0M4.5 7.5 7.5 4.5" className="pl-ln-hatch" />
        </pattern>
      </defs>
    </svg>
  );
}
