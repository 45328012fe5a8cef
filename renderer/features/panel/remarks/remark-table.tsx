import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { PanelRemark } from '#shared/model/panel.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { type AgencyLook, AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { claimWords, KIND_WORDS, placeWords, saidWords, shortMember, STATE_WORDS } from '../panel-words.ts';

export type RemarkTableProps = {
  remarks: readonly PanelRemark[];
  selected: string | null;
  ticked: ReadonlySet<string>;
  onSelect(id: string): void;
  onTick(id: string): void;
  onOpen(): void;
};

/** A line a remark, under the entry on which it was made. */
export function RemarkTable({ remarks, selected, ticked, onSelect, onTick, onOpen }: RemarkTableProps): ReactNode {
  const agencies = useAgencies();
  const columns = useMemo(() => columnsOf(ticked, onTick), [ticked, onTick]);
  function key(event: KeyboardEvent): void {
    if (event.key !== ' ' || !(event.target instanceof HTMLTableRowElement) || selected === null) return;
    event.preventDefault();
    onTick(selected);
  }
  return (
    <div onKeyDown={key} className="pl-pn-table">
      <Table
        label="Remarks of the review panel"
        arrive
        columns={columns}
        rows={remarks}
        rowKey={(remark) => remark.id}
        selected={selected}
        onSelect={(remark) => onSelect(remark.id)}
        onOpen={onOpen}
        group={headsOf(agencies)}
      />
    </div>
  );
}

const columnsOf = (ticked: ReadonlySet<string>, onTick: (id: string) => void): readonly Column<PanelRemark>[] => [
  {
    key: 'tick',
    head: <span className="pl-hidden">Chosen</span>,
    width: '2.25rem',
    cell: (remark) => (
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Choose ${KIND_WORDS[remark.kind].toLowerCase()} of ${shortMember(remark)}`}
        checked={ticked.has(remark.id)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => onTick(remark.id)}
      />
    ),
  },
  {
    key: 'who',
    head: 'From',
    width: '12rem',
    cell: (remark) => (
      <span className="pl-pn-cell">
        {shortMember(remark)}
        {claimWords(remark) && <span className="pl-dim"> · in Word {remark.author}</span>}
      </span>
    ),
  },
  { key: 'kind', head: 'Kind', width: '7.5rem', cell: (remark) => (remark.parentId ? 'Reply' : KIND_WORDS[remark.kind]) },
  {
    key: 'said',
    head: 'What was said',
    names: true,
    cell: (remark) => (
      <span className="pl-pn-cell">
        {remark.quote && <span className="pl-dim">“{remark.quote}” </span>}
        {saidWords(remark)}
      </span>
    ),
  },
  {
    key: 'state',
    head: 'State',
    width: '7rem',
    cell: (remark) =>
      remark.state === 'waiting' ? STATE_WORDS.waiting : <span className="pl-dim">{STATE_WORDS[remark.state]}</span>,
  },
];

/** The entry above the remarks made on it. */
const headsOf =
  (agencies: ReadonlyMap<string, AgencyLook>) =>
  (remark: PanelRemark, above: PanelRemark | undefined): ReactNode => {
    if (above && headingOf(above) === headingOf(remark)) return null;
    if (remark.eventId === null)
      return remark.placedBy === 'none' ? <StatusMark status="look">{placeWords(remark)}</StatusMark> : placeWords(remark);
    const agency = agencies.get(remark.agencyId ?? '');
    return (
      <span className="pl-row">
        Entry {placeWords(remark)} {agency && <AgencyTag agency={agency} lettersOnly />}
        <span className="pl-pn-plain">{remark.dateLabel}</span>
      </span>
    );
  };

const headingOf = (remark: PanelRemark): string => `${remark.eventId ?? ''} ${placeWords(remark)}`;
