import { type ReactNode, useState } from 'react';
import type { Agency } from '#shared/contract/review.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { counted, InstantText } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { ChallengeItem } from '../inspector/challenge-item.tsx';
import { CHALLENGE_STATES } from '../inspector/challenge-words.ts';
import { FIELD_NAMES } from '../inspector/field-names.ts';
import type { Challenged } from '../inspector/settle-form.tsx';

type Row = Challenged & { agency: Agency | undefined };
const COLUMNS: readonly Column<Row>[] = [
  { key: 'entry', head: 'Entry', names: true, cell: ({ entry }) => `${refLabel(entry.ref)}, ${entry.dateLabel}` },
  { key: 'agency', head: 'Agency', cell: ({ agency }) => agency && <AgencyTag agency={agency} lettersOnly /> },
  { key: 'field', head: 'Challenged', cell: ({ challenge }) => FIELD_NAMES[challenge.field] },
  { key: 'claim', head: 'What is wrong', width: '40%', cell: ({ challenge }) => challenge.claim },
  { key: 'state', head: 'Outcome', cell: ({ challenge }) => CHALLENGE_STATES[challenge.state] },
  { key: 'at', head: 'Raised', cell: ({ challenge }) => <InstantText at={challenge.at} /> },
];

/** The log of accuracy challenges: every claim that a fact is wrong, open ones first. */
export function ChallengesPage(): ReactNode {
  const frame = useFrame();
  const agencies = useAgencies();
  const { data, error } = useQuery('challenge.list', { eventId: null });
  const [id, setId] = useState<string | null>(null);
  const rows = (data ?? []).map((one): Row => ({ ...one, agency: agencies.get(one.entry.agencyId) }));
  const chosen = rows.find(({ challenge }) => challenge.id === id);
  const open = rows.filter(({ challenge }) => challenge.state === 'open').length;
  return (
    <Page
      title="Accuracy challenges"
      toolbar={<a href={hrefTo('chronology')}>Back to the chronology</a>}
      inspector={
        chosen && (
          <Inspector title={`Challenge of entry ${refLabel(chosen.entry.ref)}`}>
            <Section>
              <ChallengeItem key={chosen.challenge.id} challenged={chosen} />
              <p className="pl-ch-all">
                <a href={hrefTo('chronology', { entry: chosen.challenge.eventId })}>Go to the entry</a>
              </p>
            </Section>
          </Inspector>
        )
      }
      foot={<FootKeys selection={counted(open, 'open challenge')} keys={[['Ctrl+Z', 'undo']]} />}
    >
      <ErrorNote error={error} />
      {data && rows.length === 0 ? (
        <EmptyState title="No fact is challenged">
          Where an agency or a panel member holds that a fact of an entry is wrong, select the entry and press C. Every challenge
          stays in this log with its outcome.
        </EmptyState>
      ) : (
        <Table
          label="Accuracy challenges"
          arrive
          columns={COLUMNS}
          rows={rows}
          rowKey={({ challenge }) => challenge.id}
          selected={id}
          onSelect={({ challenge }) => {
            frame.setInspectorOpen(true);
            setId(challenge.id);
          }}
        />
      )}
    </Page>
  );
}
