import type { ReactNode } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import { go } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PseudonymChip } from '#renderer/ui/chip.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';

const KINDS = { person: 'Person', place: 'Place', organisation: 'Organisation', reference: 'Number' } as const;
const PUBLISHED = { pseudonym: 'Pseudonym', realName: 'By real name', role: 'Role', omit: 'Leave out' } as const;

const REAL_NAME: Column<RegisterRow> = { key: 'name', head: 'Real name', names: true, cell: ({ entry }) => entry.realName };
const COLUMNS: readonly Column<RegisterRow>[] = [
  { key: 'as', head: 'Published as', cell: ({ entry }) => <PseudonymChip>{entry.pseudonym || 'none yet'}</PseudonymChip> },
  { key: 'role', head: 'Role shown', cell: ({ entry }) => entry.role ?? '–' },
  { key: 'kind', head: 'Kind', cell: ({ entry }) => KINDS[entry.kind] },
  { key: 'mentions', head: 'Mentions', num: true, cell: ({ mentions }) => (mentions === null ? '–' : count(mentions)) },
  { key: 'ask', head: 'Ask', num: true, cell: ({ ask }) => (ask === null ? '–' : count(ask)) },
  { key: 'how', head: 'In publications', cell: ({ entry }) => PUBLISHED[entry.publishAs ?? 'pseudonym'] },
];

/** The register of people, places, organisations and numbers. */
export function PeoplePage(): ReactNode {
  const identified = useIdentified();
  const { data, error } = useQuery('register.list', {});
  const rows = data?.rows ?? [];
  return (
    <Page
      title="People"
      about="people, places, organisations and numbers; one register for every page and every export"
      ruled={false}
      foot={
        <FootKeys selection={data ? counted(rows.length, 'entry', 'entries') : ''} keys={[['F9', 'identified or anonymised']]} />
      }
    >
      <ErrorNote error={error} />
      {data && rows.length === 0 && (
        <EmptyState title="Nobody is on the register yet" button={<Button onClick={() => go('returns')}>Go to Returns</Button>}>
          Whoever and whatever must not appear in a publication stands here with its pseudonym.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table
          label="Register"
          columns={identified ? [REAL_NAME, ...COLUMNS] : COLUMNS}
          rows={rows}
          rowKey={(row) => row.entry.id}
        />
      )}
    </Page>
  );
}
