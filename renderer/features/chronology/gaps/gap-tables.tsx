import type { ReactNode } from 'react';
import type { AgencyRecord, Gap } from '#shared/contract/gaps.ts';
import type { Agency } from '#shared/contract/review.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count, counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { explanationWords, gapKindWords } from './gap-words.ts';
import type { NamedAgency } from './named-panel.tsx';

export type GapRow = { gap: Gap; agency: Agency | undefined; record: AgencyRecord | undefined };
const day = (value: string): string => dayLabel(value, { weekday: false });

function Explained({ gap }: { gap: Gap }): ReactNode {
  if (gap.note)
    return (
      <>
        {explanationWords(gap.note.explanation)}
        {gap.note.note && <span className="pl-2"> – {gap.note.note}</span>}
      </>
    );
  return gap.schoolHoliday ? <span className="pl-2">in the usual school holidays</span> : <span className="pl-dim">–</span>;
}

const agencyColumn: Column<GapRow> = {
  key: 'agency',
  head: 'Agency',
  names: true,
  width: '26%',
  cell: ({ agency }) => (agency ? <AgencyTag agency={agency} /> : 'Every agency'),
};
const saidColumn: Column<GapRow> = { key: 'said', head: 'Explanation', cell: ({ gap }) => <Explained gap={gap} /> };

const GAPS: readonly Column<GapRow>[] = [
  agencyColumn,
  {
    key: 'when',
    head: 'Without contact',
    cell: ({ gap }) => (
      <span className="pl-nowrap">
        {day(gap.from)} to {day(gap.to)}
      </span>
    ),
  },
  { key: 'days', head: 'Days', num: true, cell: ({ gap }) => count(gap.days) },
  {
    key: 'known',
    head: 'Known',
    width: '15%',
    cell: ({ gap }) => (gap.inside > 0 ? `${gapKindWords(gap)}; entries lie within it` : gapKindWords(gap)),
  },
  saidColumn,
];

/** Asked about, never accused: a record that ends on another day than the period may go on elsewhere. */
function question({ gap, record }: GapRow): string {
  if (gap.edge === 'whole') return 'No contact is recorded within the period. Is there a record elsewhere?';
  const days = counted(gap.days, 'day');
  if (gap.edge === 'start')
    return record?.first && record.first < gap.from
      ? `Nothing for the first ${days} of the period, though there are entries before it. Is a part missing?`
      : `Begins ${days} into the period, on ${day(isoAfter(gap))}. Is there an earlier record?`;
  return `Ends ${days} before the period does. Did contact end, or was the file closed or moved?`;
}
const isoAfter = (gap: Gap): string => {
  const next = new Date(`${gap.to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

const ENDS: readonly Column<GapRow>[] = [
  agencyColumn,
  { key: 'question', head: 'To ask', width: '44%', cell: (row) => question(row) },
  saidColumn,
];

export type GapTableProps = {
  label: string;
  ends: boolean;
  rows: readonly GapRow[];
  selected: string | null;
  onSelect(key: string): void;
};

export function GapTable({ label, ends, rows, selected, onSelect }: GapTableProps): ReactNode {
  return (
    <Table
      label={label}
      arrive={!ends}
      columns={ends ? ENDS : GAPS}
      rows={rows}
      rowKey={({ gap }) => gap.key}
      selected={selected}
      onSelect={({ gap }) => onSelect(gap.key)}
    />
  );
}

type NamedRow = { named: NamedAgency; by: readonly Agency[] };
const NAMED: readonly Column<NamedRow>[] = [
  { key: 'name', head: 'Agency', names: true, width: '26%', cell: ({ named }) => named.name },
  { key: 'entries', head: 'Entries', num: true, cell: ({ named }) => count(named.entries) },
  {
    key: 'by',
    head: 'Named by',
    cell: ({ by }) => (
      <span className="pl-row pl-row-wrap">
        {by.map((agency) => (
          <AgencyTag key={agency.id} agency={agency} lettersOnly />
        ))}
      </span>
    ),
  },
  {
    key: 'said',
    head: 'What is known',
    cell: ({ named: { note, what } }) =>
      note ? (
        <>
          {explanationWords(note.explanation)}
          {note.note && <span className="pl-2"> – {note.note}</span>}
        </>
      ) : (
        <span className="pl-2">{what === 'agency' ? 'in the review, with no entries' : 'Was it asked for a return?'}</span>
      ),
  },
];

export type NamedTableProps = {
  named: readonly NamedAgency[];
  agencies: ReadonlyMap<string, Agency>;
  selected: string | null;
  onSelect(key: string): void;
};

export function NamedTable({ named, agencies, selected, onSelect }: NamedTableProps): ReactNode {
  const rows = named.map(
    (one): NamedRow => ({
      named: one,
      by: one.by.flatMap(({ agencyId }) => agencies.get(agencyId) ?? []),
    }),
  );
  return (
    <Table
      label="Agencies that others name"
      columns={NAMED}
      rows={rows}
      rowKey={(row) => row.named.key}
      selected={selected}
      onSelect={(row) => onSelect(row.named.key)}
    />
  );
}
