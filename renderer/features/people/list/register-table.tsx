import { type ReactNode, useState } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { PseudonymChip } from '#renderer/ui/chip.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { PUBLISH_WORDS } from '../entry/entry-words.ts';
import { GROUP_WORDS, groupOf } from './register-groups.ts';

export type RegisterTableProps = {
  rows: readonly RegisterRow[];
  identified: boolean;
  selected: string | null;
  onSelect(row: RegisterRow): void;
  onOpen(row: RegisterRow): void;
};

/** More are drawn when they are asked for. */
const AT_ONCE = 400;

const figure = (n: number | null): ReactNode => (n === null ? <span className="pl-dim">–</span> : count(n));

const NAME: Column<RegisterRow> = {
  key: 'name',
  head: 'Real name',
  names: true,
  width: '20%',
  cell: ({ entry }) => <span className="pl-pe-cell">{entry.realName}</span>,
};
const PSEUDONYM: Column<RegisterRow> = {
  key: 'pseudonym',
  head: 'Published as',
  width: '15%',
  cell: ({ entry }) =>
    entry.publishAs === 'realName' ? (
      <span className="pl-dim">its name</span>
    ) : entry.pseudonym ? (
      <span className="pl-pe-cell">
        <PseudonymChip>{entry.pseudonym}</PseudonymChip>
      </span>
    ) : (
      <span className="pl-dim">–</span>
    ),
};
const ROLE: Column<RegisterRow> = {
  key: 'role',
  head: 'Role shown',
  width: '18%',
  cell: ({ entry }) => <span className="pl-pe-cell pl-pe-2">{entry.role}</span>,
};
const SPELLINGS: Column<RegisterRow> = {
  key: 'spellings',
  head: 'Spellings found',
  cell: ({ spellings }) => <span className="pl-pe-cell pl-pe-line pl-pe-2">{spellings.map(({ text }) => text).join(', ')}</span>,
};
const FIGURES: readonly Column<RegisterRow>[] = [
  { key: 'mentions', head: 'Mentions', num: true, width: '4.75rem', cell: ({ mentions }) => figure(mentions) },
  {
    key: 'ask',
    head: 'Ask',
    num: true,
    width: '3.75rem',
    cell: ({ ask }) =>
      ask ? <StatusMark status="look">{count(ask)}</StatusMark> : <span className="pl-dim">{figure(ask)}</span>,
  },
  {
    key: 'publish',
    head: 'In publications',
    width: '7.25rem',
    cell: ({ entry }) => <span className="pl-pe-2">{PUBLISH_WORDS[entry.publishAs ?? 'pseudonym']}</span>,
  },
];
const IDENTIFIED = [NAME, PSEUDONYM, ROLE, SPELLINGS, ...FIGURES];
/** Pseudonyms and roles alone; what has no anonymised form has no column. */
const ANONYMISED: readonly Column<RegisterRow>[] = [
  {
    ...PSEUDONYM,
    head: 'Pseudonym',
    names: true,
    width: '24%',
    cell: ({ entry }) =>
      entry.pseudonym ? <PseudonymChip>{entry.pseudonym}</PseudonymChip> : <span className="pl-dim">none</span>,
  },
  { ...ROLE, width: 'auto' },
  ...FIGURES,
];

/** The register, group by group, in rows of 34. */
export function RegisterTable({ rows, identified, selected, onSelect, onOpen }: RegisterTableProps): ReactNode {
  const [shown, setShown] = useState(AT_ONCE);
  const sizes = new Map<string, number>();
  for (const { entry } of rows) sizes.set(groupOf(entry), (sizes.get(groupOf(entry)) ?? 0) + 1);
  const visible = rows.slice(0, shown);
  return (
    <div className="pl-pe-register">
      <Table
        label="Register"
        columns={identified ? IDENTIFIED : ANONYMISED}
        rows={visible}
        rowKey={({ entry }) => entry.id}
        selected={selected}
        onSelect={onSelect}
        onOpen={onOpen}
        group={groupHeading(sizes)}
      />
      {visible.length < rows.length && (
        <p className="pl-pe-more">
          <LinkButton onClick={() => setShown(shown + AT_ONCE)}>
            Show {count(Math.min(AT_ONCE, rows.length - shown))} more
          </LinkButton>
        </p>
      )}
    </div>
  );
}

/** The heading before the first row of each group, with how many are in it. */
function groupHeading(sizes: ReadonlyMap<string, number>) {
  return (row: RegisterRow, before: RegisterRow | undefined): ReactNode => {
    const group = groupOf(row.entry);
    if (before && groupOf(before.entry) === group) return null;
    return (
      <>
        {GROUP_WORDS[group]} <span className="pl-pe-group-count">{count(sizes.get(group) ?? 0)}</span>
      </>
    );
  };
}
