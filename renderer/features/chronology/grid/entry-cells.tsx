import type { ReactNode } from 'react';
import { gapLabel } from '#shared/chronology/gap-label.ts';
import type { ColumnKey } from '#shared/contract/views.ts';
import { timeLabel } from '#shared/dates/format.ts';
import type { DayGap, EventRow, Range } from '#shared/model/chronology-event.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { ThemeChip } from '#renderer/ui/chip.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { agesAtEvent } from '../text/age.ts';
import { CertaintyMark, plainLabel } from '../text/certainty.tsx';
import { MarkedText } from '../text/marked-text.tsx';
import { EntrySigns } from './entry-signs.tsx';
import type { RowContext } from './row-context.ts';

export const refLabel = (ref: number): string => String(ref).padStart(4, '0');

export type CellProps = { row: EventRow; hits: readonly Range[] | undefined; context: RowContext; open: boolean };

const NONE = <span aria-hidden>–</span>;

/** What stands in one cell of an entry. */
export function cellOf(key: ColumnKey, { row, hits, context, open }: CellProps): ReactNode {
  switch (key) {
    case 'ref':
      return (
        <>
          {refLabel(row.ref)}
          <EntrySigns row={row} gathering={context.gathering} />
        </>
      );
    case 'date':
      return <DateCell row={row} />;
    case 'time':
      return timeLabel(row.date) || NONE;
    case 'agency': {
      const agency = context.agencies.get(row.agencyId);
      return (
        <>
          {agency && <AgencyTag agency={agency} lettersOnly={context.columns.letters && !open} />}
          {row.source && (
            <span className="pl-ch-second" title={row.source}>
              {row.source}
            </span>
          )}
        </>
      );
    }
    case 'text':
      return <MarkedText text={row.text} marks={row.marks} hits={hits ?? row.hits} identified={context.identified} />;
    case 'response':
    case 'outcome':
    case 'childVoice':
    case 'agencyComment':
    case 'involved':
      return row.fields?.[key] || NONE;
    case 'themes': {
      const names = row.themeIds.map((id) => context.themes.get(id) ?? '');
      return <RowThemes names={names} most={open ? 99 : context.rows === 'compact' ? 1 : 2} />;
    }
    case 'age':
      return <Ages row={row} context={context} open={open} />;
    case 'sinceAgency':
      return <Gap gap={row.since?.agency} />;
    case 'sinceAny':
      return <Gap gap={row.since?.any} />;
    case 'problems':
      return (
        row.problems > 0 && (
          <StatusMark status="look">
            <span className="pl-hidden">{counted(row.problems, 'problem')} with the date</span>
          </StatusMark>
        )
      );
  }
}

function DateCell({ row }: { row: EventRow }): ReactNode {
  const written = row.date.asWritten.trim();
  return (
    <>
      <span className="pl-ch-first">
        <span className="pl-ch-day">{plainLabel(row.dateLabel)}</span>
        <CertaintyMark date={row.date} />
      </span>
      <span className="pl-ch-second" title={written || undefined}>
        <span className="pl-hidden">, written </span>
        {written || 'blank'}
      </span>
    </>
  );
}

const Gap = ({ gap }: { gap: DayGap | null | undefined }): ReactNode => (gap ? gapLabel(gap) : NONE);

/** One child's age as it is; of several each with its letter, as many as the row has lines. */
function Ages({ row, context, open }: { row: EventRow; context: RowContext; open: boolean }): ReactNode {
  const ages = agesAtEvent(context.children, row.date);
  if (ages.length === 0) return NONE;
  const most = open ? ages.length : context.rows === 'compact' ? 1 : 2;
  if (context.children.length === 1) return ages[0]?.age;
  return ages.slice(0, most).map(({ child, age }, i) => (
    <span key={child.id} className="pl-ch-one-age" title={`${child.name}: ${age}`}>
      <span className="pl-dim" aria-hidden>
        {child.short}
      </span>
      <span className="pl-hidden">{child.name} </span> {age}
      {i === most - 1 && ages.length > most && (
        <span className="pl-ch-more" aria-hidden>
          {' '}
          +{ages.length - most}
        </span>
      )}
    </span>
  ));
}

/** Two themes, then how many more. In full while the row is open. */
function RowThemes({ names, most }: { names: readonly string[]; most: number }): ReactNode {
  const shown = names.slice(0, names.length > most ? most : names.length);
  const more = names.slice(shown.length);
  return shown.map((name, i) => (
    // Before the themes have come, all are called alike.
    <span key={`${i} ${name}`} className="pl-ch-theme">
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
