import { Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Finding } from '#shared/model/analysis.ts';
import type { Recommendation } from '#shared/model/recommendation.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Desk } from '#renderer/editor/desk.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { DateText } from '#renderer/ui/date-text.tsx';
import { EVIDENCE_ORDERS, EvidenceList, type EvidenceOrder } from '#renderer/ui/evidence-list.tsx';
import { KIND_WORDS } from '#renderer/ui/finding-words.ts';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { LinkFindings } from './link-findings.tsx';

export type RestsOnProps = {
  row: Recommendation;
  number: number | null;
  desk: Desk;
  linking: boolean;
  setLinking(on: boolean): void;
};

/** What a recommendation rests on: its findings with the evidence for and against, and the actions that follow. */
export function RestsOn({ row, number, desk, linking, setLinking }: RestsOnProps): ReactNode {
  const [order, setOrder] = useState<EvidenceOrder>('date');
  const findings = row.findingIds.flatMap((id) => desk.findings.get(id) ?? []).sort((a, b) => a.number - b.number);
  return (
    <Inspector title={number === null ? 'What it rests on' : `What Recommendation ${number} rests on`}>
      {linking && <LinkFindings row={row} desk={desk} close={() => setLinking(false)} />}
      {findings.length === 0 && !linking && (
        <Section title="Finding">
          <p className="pl-2">
            It rests on no finding yet. What led to it can then be followed from here, to the entries themselves.
          </p>
          <div className="pl-rests-door">
            <Button bar cannot={desk.cannot} onClick={() => setLinking(true)}>
              Link findings…
            </Button>
          </div>
        </Section>
      )}
      {findings.map((finding, i) => (
        <FindingPart
          key={finding.id}
          finding={finding}
          desk={desk}
          order={order}
          setOrder={i === 0 ? setOrder : null}
          change={i === 0 && !linking ? () => setLinking(true) : null}
        />
      ))}
      <ActionsThatFollow recommendationId={row.id} number={number} />
    </Inspector>
  );
}

type FindingPartProps = {
  finding: Finding;
  desk: Desk;
  order: EvidenceOrder;
  setOrder: ((order: EvidenceOrder) => void) | null;
  change: (() => void) | null;
};

function FindingPart({ finding, desk, order, setOrder, change }: FindingPartProps): ReactNode {
  const { data = [] } = useQuery('evidence.list', { findingId: finding.id });
  const pro = data.filter((item) => item.stance === 'for');
  const against = data.filter((item) => item.stance === 'against');
  const list = { agencies: desk.agencies, order, href: (entry: string) => hrefTo('chronology', { entry }) };
  return (
    <>
      <section className="pl-section" aria-label={`Finding ${finding.number}`}>
        <div className="pl-rests-finding">
          <Link2 size={14} aria-hidden />
          <h3>Finding {finding.number}</h3>
          <span className="pl-dim">{KIND_WORDS[finding.kind]}</span>
          <span className="pl-push pl-row">
            {change && (
              <LinkButton cannot={desk.cannot} onClick={change}>
                Change
              </LinkButton>
            )}
            <a href={hrefTo('analysis', { finding: finding.id })}>Open</a>
          </span>
        </div>
        <p className="pl-rests-statement">{finding.statement}</p>
        <p className="pl-2 pl-rests-counts">
          <span>
            <strong>{finding.evidenceFor}</strong> for
          </span>
          <span>
            <strong>{finding.evidenceAgainst}</strong> against
          </span>
          {finding.question && <span>Question {finding.question.replace(/\bQ(?=\d)/g, '')} of the terms</span>}
        </p>
      </section>
      <Section
        title="Evidence for"
        count={pro.length}
        tools={setOrder && <SegmentedControl label="Evidence" value={order} onChange={setOrder} segments={EVIDENCE_ORDERS} />}
      >
        <EvidenceList label={`Evidence for Finding ${finding.number}`} items={pro} most={4} {...list} />
        {pro.length === 0 && <p className="pl-2">No entry stands for it yet.</p>}
      </Section>
      {against.length > 0 && (
        <Section title="Evidence against" count={against.length}>
          <EvidenceList label={`Evidence against Finding ${finding.number}`} items={against} most={3} {...list} />
        </Section>
      )}
    </>
  );
}

function ActionsThatFollow({ recommendationId, number }: { recommendationId: string; number: number | null }): ReactNode {
  const { data = [] } = useQuery('action.rows', {});
  const own = data.filter((action) => action.recommendationId === recommendationId);
  return (
    <Section title="Actions that follow" count={own.length}>
      <ul className="pl-rests-actions">
        {own.map((action, i) => (
          <li key={action.id}>
            <a href={hrefTo('actions', { action: action.id })}>
              <strong>{number === null ? action.number : `${number}.${i + 1}`}</strong> {action.heading ?? action.text}
            </a>{' '}
            {action.timescale?.due ? (
              <span className="pl-dim">
                <DateText day={action.timescale.due} />
              </span>
            ) : action.timescale ? (
              <span className="pl-dim">{action.timescale.asWritten}</span>
            ) : (
              <StatusMark status="look">no date</StatusMark>
            )}
          </li>
        ))}
      </ul>
      {own.length === 0 && (
        <p className="pl-2">
          None yet. <a href={hrefTo('actions')}>Add them in Actions</a>
        </p>
      )}
    </Section>
  );
}
