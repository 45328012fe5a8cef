import { type ReactNode, useMemo } from 'react';
import type { PanelCopy, PanelRound } from '#shared/model/panel.ts';
import { count, dayLabel, InstantText } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { copyState, memberWords } from '../panel-words.ts';

export type CopyLine = { round: PanelRound; copy: PanelCopy };
export type RoundListProps = {
  rounds: readonly PanelRound[];
  today: string;
  selected: string | null;
  onSelect(copyId: string): void;
  onOpen(): void;
};

/** Every copy of every round: for whom, sent, come back, what waits. */
export function RoundList({ rounds, today, selected, onSelect, onOpen }: RoundListProps): ReactNode {
  const lines = useMemo(() => rounds.flatMap((round) => round.copies.map((copy): CopyLine => ({ round, copy }))), [rounds]);
  const columns = useMemo((): readonly Column<CopyLine>[] => columnsOf(today), [today]);
  return (
    <>
      <Table
        label="Copies"
        arrive
        columns={columns}
        rows={lines}
        rowKey={({ copy }) => copy.id}
        selected={selected}
        onSelect={({ copy }) => onSelect(copy.id)}
        onOpen={onOpen}
        group={headOf}
      />
      {rounds
        .filter(({ copies }) => copies.length === 0)
        .map((round) => (
          <p key={round.id} className="pl-2 pl-pn-bare">
            Round {round.number} has no copy.
          </p>
        ))}
    </>
  );
}

const headOf = (line: CopyLine, above: CopyLine | undefined): ReactNode =>
  above?.round.id === line.round.id ? null : <RoundHead round={line.round} />;

function RoundHead({ round }: { round: PanelRound }): ReactNode {
  return (
    <span className="pl-row">
      Round {round.number}
      <span className="pl-pn-plain">
        {[
          round.returnBy ? `return by ${dayLabel(round.returnBy)}` : 'no day set',
          round.view === 'anonymised' ? 'anonymised' : 'with real names',
          round.mode === 'comments' ? 'comments' : 'tracked changes',
          round.filterWords || 'every entry',
        ].join(' · ')}
      </span>
    </span>
  );
}

const columnsOf = (today: string): readonly Column<CopyLine>[] => [
  { key: 'n', head: 'Copy', num: true, width: '4rem', cell: ({ copy }) => copy.number },
  { key: 'for', head: 'For', names: true, cell: ({ copy }) => memberWords(copy.member) },
  {
    key: 'state',
    head: 'State',
    width: '10rem',
    cell: ({ round, copy }) =>
      copy.replies.length === 0 && copy.sentOn !== null && round.returnBy !== null && round.returnBy < today ? (
        <StatusMark status="look">Overdue</StatusMark>
      ) : (
        copyState(copy)
      ),
  },
  {
    key: 'sent',
    head: 'Sent',
    width: '9rem',
    cell: ({ copy }) =>
      copy.sentOn ? <time dateTime={copy.sentOn}>{dayLabel(copy.sentOn)}</time> : <span className="pl-dim">–</span>,
  },
  {
    key: 'back',
    head: 'Last came back',
    width: '11rem',
    cell: ({ copy }) => {
      const last = copy.replies.at(-1);
      return last ? <InstantText at={last.readAt} /> : <span className="pl-dim">–</span>;
    },
  },
  { key: 'said', head: 'Remarks', num: true, width: '5.5rem', cell: ({ copy }) => count(copy.remarks) },
  {
    key: 'wait',
    head: 'Waiting',
    num: true,
    width: '5.5rem',
    cell: ({ copy }) => (copy.waiting > 0 ? <StatusMark status="look">{count(copy.waiting)}</StatusMark> : '0'),
  },
];
