import { type ReactNode, useState } from 'react';
import type { Evidence, Finding, Stance } from '#shared/model/analysis.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { EVIDENCE_ORDERS, EvidenceList, type EvidenceOrder } from '#renderer/ui/evidence-list.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { AddEvidence } from './add-evidence.tsx';

export type EvidencePanelProps = { finding: Finding; cannot: string | null };

/** The entries that stand for a finding and against it: added, taken off, moved from one side to the other. */
export function EvidencePanel({ finding, cannot }: EvidencePanelProps): ReactNode {
  const { data = [], error } = useQuery('evidence.list', { findingId: finding.id }, { keep: false });
  const agencies = useAgencies();
  const set = useCommand('evidence.set');
  const [order, setOrder] = useState<EvidenceOrder>('date');
  const stand = (eventIds: string[], stance: Stance | null, note: string | null = null): void =>
    void set.run({ findingId: finding.id, eventIds, stance, note });
  const actions = (item: Evidence): ReactNode =>
    cannot ? null : (
      <span className="pl-evidence-actions">
        <LinkButton
          aria-label={`Entry ${item.ref}: stands ${item.stance === 'for' ? 'against' : 'for'}`}
          onClick={() => stand([item.eventId], item.stance === 'for' ? 'against' : 'for', item.note)}
        >
          {item.stance === 'for' ? 'Stands against' : 'Stands for'}
        </LinkButton>
        <LinkButton aria-label={`Take off entry ${item.ref}`} onClick={() => stand([item.eventId], null)}>
          Take off
        </LinkButton>
      </span>
    );
  const side = (stance: Stance): ReactNode => {
    const items = data.filter((item) => item.stance === stance);
    return (
      <Section
        title={stance === 'for' ? 'Evidence for' : 'Evidence against'}
        count={items.length}
        tools={
          stance === 'for' && <SegmentedControl label="Evidence" value={order} onChange={setOrder} segments={EVIDENCE_ORDERS} />
        }
      >
        <EvidenceList
          label={`Evidence ${stance}`}
          items={items}
          agencies={agencies}
          order={order}
          most={stance === 'for' ? 6 : 4}
          href={(entry) => hrefTo('chronology', { entry })}
          actions={actions}
        />
        {items.length === 0 && (
          <p className="pl-2">
            {stance === 'for'
              ? 'No entry stands for it yet. Add one above, or with L in the chronology.'
              : 'None found yet. What speaks against a finding is as much part of it.'}
          </p>
        )}
      </Section>
    );
  };
  return (
    <Inspector title={`Evidence of Finding ${finding.number}`}>
      <AddEvidence known={data} cannot={cannot} add={(id, stance) => stand([id], stance)} />
      <ErrorNote error={error ?? set.error} />
      {side('for')}
      {side('against')}
    </Inspector>
  );
}
