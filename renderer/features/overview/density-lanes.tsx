import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Agency } from '#shared/contract/review.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { agencyFill, AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { usePatterns } from '#renderer/ui/preferences.ts';
import { type Lane, mondayOf, spanOf, ticksOf } from './density.ts';
import './density-lanes.css';

const HIGH = 22;

export type DensityLanesProps = {
  lanes: readonly Lane[];
  agencies: ReadonlyMap<string, Agency>;
  /** Days drawn, first and last; by default all that were recorded. */
  between?: readonly [number, number] | undefined;
};

/** Entries each week, one lane an agency; hatched where nothing was recorded, with the days. */
export function DensityLanes({ lanes, agencies, between }: DensityLanesProps): ReactNode {
  const patterns = usePatterns();
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis);
  const span = spanOf(lanes);
  if (!span) return null;
  const from = between?.[0] ?? mondayOf(span.first);
  const to = Math.max(from + 7, between?.[1] ?? mondayOf(span.last + 1));
  const x = (day: number): number => ((day - from) / (to - from)) * width;
  const weekWide = width / ((to - from) / 7);
  const barWide = Math.max(1.5, Math.min(9, weekWide - (weekWide > 4 ? 1 : 0)));
  const most = Math.max(1, ...lanes.flatMap((lane) => lane.weeks.map((week) => week.entries)));
  const ticks = width > 0 ? ticksOf(from, to, width).filter((tick) => x(tick.day) < width - 30) : [];
  return (
    <div className="pl-lanes">
      <div className="pl-lanes-axis">
        <span className="pl-dim pl-lanes-label">Entries, and how many each week</span>
        <div ref={axis} className="pl-lanes-ticks" aria-hidden>
          {ticks.map((tick) => (
            <span key={tick.day} style={{ left: x(tick.day) }} className={tick.year ? 'pl-lanes-year' : undefined}>
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      {lanes.map((lane) => {
        const agency = agencies.get(lane.agencyId);
        if (!agency) return null;
        return (
          <div key={lane.agencyId} className="pl-lane">
            <a href={hrefTo('chronology', { agency: lane.agencyId })}>
              <AgencyTag agency={agency} />
            </a>
            <span className="pl-lane-count">
              {count(agency.entries)}
              <span className="pl-hidden"> entries</span>
            </span>
            <svg width={width} height={HIGH} aria-hidden="true" focusable="false">
              {ticks.map((tick) => (
                <line key={tick.day} x1={x(tick.day)} x2={x(tick.day)} y1="0" y2={HIGH} className="pl-lane-grid" />
              ))}
              {lane.gaps.map((gap) => {
                const left = Math.max(0, x(mondayOf(gap.from)));
                const wide = Math.min(width, x(mondayOf(gap.to + 1))) - left;
                if (wide < 2) return null;
                return (
                  <g key={gap.from}>
                    <rect x={left + 1} y="5" width={wide - 2} height={HIGH - 10} fill="url(#pl-hatch)" />
                    {wide > 64 && (
                      <text x={left + wide / 2} y={HIGH - 7} textAnchor="middle" className="pl-lane-days">
                        {count(gap.days)} days
                      </text>
                    )}
                  </g>
                );
              })}
              {lane.weeks.map(({ week, entries }) => {
                const high = 3 + (entries / most) * (HIGH - 5);
                return (
                  <rect
                    key={week}
                    x={x(mondayOf(week))}
                    y={HIGH - high}
                    width={barWide}
                    height={high}
                    style={{ fill: agencyFill(agency.colour, patterns) }}
                  />
                );
              })}
            </svg>
          </div>
        );
      })}
      <svg width="0" height="0" className="pl-hidden" aria-hidden="true" focusable="false">
        <defs>
          <pattern id="pl-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M-1.5 1.5 1.5 -1.5M0 6 6 0M4.5 7.5 7.5 4.5" className="pl-hatch-line" />
          </pattern>
        </defs>
      </svg>
      <p className="pl-lanes-key">
        <svg width="24" height="10" aria-hidden="true" focusable="false">
          <rect width="24" height="10" fill="url(#pl-hatch)" />
        </svg>
        No contact recorded for six weeks or more
      </p>
    </div>
  );
}

function useWidth(ref: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const size = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    size.observe(element);
    return () => size.disconnect();
  }, [ref]);
  return width;
}
