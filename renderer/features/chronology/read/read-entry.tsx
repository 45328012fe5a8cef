import { memo, type ReactNode } from 'react';
import { timeLabel } from '#shared/dates/format.ts';
import type { EventRow, Range } from '#shared/model/chronology-event.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { ThemeChip } from '#renderer/ui/chip.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { GatherSign, isGathered } from '../grid/gather-sign.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import type { RowContext } from '../grid/row-context.ts';
import { agesAtEvent } from '../text/age.ts';
import { CertaintyMark, plainLabel } from '../text/certainty.tsx';
import { MarkedText } from '../text/marked-text.tsx';

export type ReadEntryProps = {
  row: EventRow | undefined;
  /** Its place in what is drawn, for measuring. */
  at: number;
  index: number;
  total: number;
  top: number;
  selected: boolean;
  tabStop: boolean;
  hits: readonly Range[] | undefined;
  context: RowContext;
  measure(element: HTMLElement | null): void;
  onSelect(): void;
  onMenu(at: { x: number; y: number }): void;
};

export const ReadEntry = memo(function ReadEntry(props: ReadEntryProps): ReactNode {
  const { row, at, index, total, top, selected, tabStop, hits, context, measure, onSelect, onMenu } = props;
  return (
    <article
      ref={measure}
      data-index={at}
      data-entry={index}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-labelledby={`pl-read-${index}`}
      aria-current={selected || undefined}
      tabIndex={tabStop ? 0 : -1}
      className="pl-ch-entry"
      style={{ top }}
      onClick={onSelect}
      onContextMenu={(event) => {
        event.preventDefault();
        onSelect();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      {row ? <Entry row={row} index={index} hits={hits} context={context} /> : <span className="pl-dim">…</span>}
    </article>
  );
});

function Entry({ row, index, hits, context }: Pick<ReadEntryProps, 'index' | 'hits' | 'context'> & { row: EventRow }): ReactNode {
  const agency = context.agencies.get(row.agencyId);
  const time = timeLabel(row.date);
  const ages = agesAtEvent(context.children, row.date);
  const written = row.date.asWritten.trim();
  return (
    <>
      <h2 id={`pl-read-${index}`} className="pl-ch-entry-head">
        <span className="pl-ch-entry-day">{plainLabel(row.dateLabel)}</span>
        <CertaintyMark date={row.date} />
        {time && <span>{time}</span>}
        {agency && <AgencyTag agency={agency} />}
        <span className="pl-ch-entry-ref">
          <span className="pl-hidden">Entry </span>
          {refLabel(row.ref)}
        </span>
      </h2>
      <p className="pl-ch-entry-about">
        <span>{written ? <>Written “{written}”</> : 'Date left blank'}</span>
        {row.source && <span>{row.source}</span>}
        {ages.length > 0 && (
          <span>Age {ages.map(({ child, age }) => (ages.length === 1 ? age : `${child.short} ${age}`)).join(', ')}</span>
        )}
        {row.annotations > 0 && <span>{counted(row.annotations, 'annotation')}</span>}
        {row.corrected && <span>Corrected</span>}
        {isGathered(context.gathering, row) && <GatherSign row={row} gathering={context.gathering} />}
        {row.problems > 0 && <StatusMark status="look">{counted(row.problems, 'date problem')}</StatusMark>}
      </p>
      <p className="pl-prose pl-marked pl-ch-entry-text" data-list-words="description">
        <MarkedText text={row.text} marks={row.marks} hits={hits ?? row.hits} identified={context.identified} />
      </p>
      {row.themeIds.length > 0 && (
        <p className="pl-row pl-row-wrap">
          {row.themeIds.map((id) => (
            <ThemeChip key={id}>{context.themes.get(id) ?? ''}</ThemeChip>
          ))}
        </p>
      )}
    </>
  );
}
