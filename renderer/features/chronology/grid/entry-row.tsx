import { MessageSquareText, PencilLine, UserRoundPen } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Agency } from '#shared/contract/review.ts';
import { timeLabel } from '#shared/dates/format.ts';
import type { EventRow, Range } from '#shared/model/chronology-event.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { ThemeChip } from '#renderer/ui/chip.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { AlsoToldMark } from '../accounts/also-told-mark.tsx';
import { ageAtEvent } from '../text/age.ts';
import { CertaintyMark, plainLabel } from '../text/certainty.tsx';
import { MarkedText } from '../text/marked-text.tsx';
import { type Density, FITS } from './columns.ts';

/** What every row needs to know of the review. */
export type RowContext = {
  agencies: ReadonlyMap<string, Agency>;
  themes: ReadonlyMap<string, string>;
  dateOfBirth: string | null;
  identified: boolean;
  density: Density;
};
export type EntryRowProps = {
  row: EventRow | undefined;
  index: number;
  top: number;
  /** null while it stands open: then the text says how high it is. */
  height: number | null;
  selected: boolean;
  tabStop: boolean;
  hits: readonly Range[] | undefined;
  context: RowContext;
  measure?: ((element: HTMLElement | null) => void) | undefined;
};

export const refLabel = (ref: number): string => String(ref).padStart(4, '0');

/** One entry in the grid. What the agency wrote has the most room; nothing else of the row is as strong. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps): ReactNode {
  const { row, index, top, height, selected, tabStop, measure } = props;
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      data-index={index}
      data-open={height === null || undefined}
      className="pl-ch-row"
      style={height === null ? { top } : { top, height }}
    >
      {row ? <Cells {...props} row={row} /> : <span role="gridcell" aria-colindex={1} aria-label="Being fetched" />}
    </div>
  );
});

function Cells({ row, hits, context, height }: EntryRowProps & { row: EventRow }): ReactNode {
  const { agencies, themes, dateOfBirth, identified, density } = context;
  const agency = agencies.get(row.agencyId);
  const time = timeLabel(row.date);
  const age = ageAtEvent(dateOfBirth, row.date);
  const open = height === null;
  const written = row.date.asWritten.trim();
  return (
    <>
      <div role="rowheader" aria-colindex={1} tabIndex={-1} className="pl-ch-ref">
        {refLabel(row.ref)}
        <Signs row={row} />
      </div>
      <div role="gridcell" aria-colindex={2} tabIndex={-1} className="pl-ch-date">
        <span className="pl-ch-first">
          <span className="pl-ch-day">{plainLabel(row.dateLabel)}</span>
          <CertaintyMark date={row.date} />
        </span>
        <span className="pl-ch-second" title={written || undefined}>
          <span className="pl-hidden">, written </span>
          {written || 'blank'}
        </span>
      </div>
      <div role="gridcell" aria-colindex={3} tabIndex={-1} className="pl-ch-time">
        {time || <span aria-hidden>–</span>}
      </div>
      <div
        role="gridcell"
        aria-colindex={4}
        tabIndex={-1}
        className="pl-ch-agency"
        data-long={(agency && agency.name.length > FITS) || undefined}
      >
        {agency && <AgencyTag agency={agency} />}
        {row.source && (
          <span className="pl-ch-second" title={row.source}>
            {row.source}
          </span>
        )}
      </div>
      <div role="gridcell" aria-colindex={5} tabIndex={-1} className="pl-ch-text pl-marked">
        <MarkedText text={row.text} marks={row.marks} hits={hits ?? row.hits} identified={identified} />
      </div>
      <div role="gridcell" aria-colindex={6} tabIndex={-1} className="pl-ch-themes">
        <RowThemes names={row.themeIds.map((id) => themes.get(id) ?? '')} most={open ? 99 : density === 'compact' ? 1 : 2} />
      </div>
      <div role="gridcell" aria-colindex={7} tabIndex={-1} className="pl-ch-age">
        {age ?? <span aria-hidden>–</span>}
      </div>
      <div role="gridcell" aria-colindex={8} tabIndex={-1} className="pl-ch-problems">
        {row.problems > 0 && (
          <StatusMark status="look">
            <span className="pl-hidden">{counted(row.problems, 'problem')} with the date</span>
          </StatusMark>
        )}
      </div>
    </>
  );
}

/** Two themes, then how many more. In full while the row is open. */
function RowThemes({ names, most }: { names: readonly string[]; most: number }): ReactNode {
  const shown = names.slice(0, names.length > most ? most : names.length);
  const more = names.slice(shown.length);
  return shown.map((name, i) => (
    <span key={name} className="pl-ch-theme">
      <ThemeChip>
        <span className="pl-clip" title={name}>
          {name}
        </span>
      </ThemeChip>
      {i === shown.length - 1 && more.length > 0 && (
        <span className="pl-ch-more" title={more.join(', ')}>
          +{more.length}
          <span className="pl-hidden"> more: {more.join(', ')}</span>
        </span>
      )}
    </span>
  ));
}

/** Beneath the number: what has been added to the entry, and who else tells its event. */
function Signs({ row }: { row: EventRow }): ReactNode {
  const annotated = counted(row.annotations, 'annotation');
  return (
    <span className="pl-ch-signs">
      {row.annotations > 0 && (
        <span title={annotated}>
          <MessageSquareText size={12} strokeWidth={1.5} aria-hidden />
          <span aria-hidden>{row.annotations}</span>
          <span className="pl-hidden">, {annotated}</span>
        </span>
      )}
      {row.corrected && (
        <span title="Corrected">
          <PencilLine size={12} strokeWidth={1.5} aria-hidden />
          <span className="pl-hidden">, corrected</span>
        </span>
      )}
      {row.byHand && (
        <span title="Placed by hand">
          <UserRoundPen size={12} strokeWidth={1.5} aria-hidden />
          <span className="pl-hidden">, placed by hand</span>
        </span>
      )}
      <AlsoToldMark eventId={row.id} />
    </span>
  );
}
