import { Unlink } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Stance } from '#shared/model/analysis.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { TypeAhead } from './type-ahead.tsx';

export type ThreadProps = {
  detail: EventDetail;
  eventIds: readonly string[];
  cannot: string | null;
  /** `link`: a finding is being chosen. `show`: only brought into view. */
  asked: { kind: 'link' | 'show'; n: number } | null;
  onAsk(): void;
  onDone(): void;
};

/** The thread from here on: findings that lean on the entry, what is recommended, what is to be done. */
export function Thread({ detail, eventIds, cannot, asked, onAsk, onDone }: ThreadProps): ReactNode {
  const { findings, recommendations, actions } = detail;
  const box = useRef<HTMLDivElement>(null);
  const unlink = useCommand('evidence.set', { said: 'Link taken off.' });
  const showing = asked?.kind === 'show' ? asked.n : null;
  useEffect(() => {
    if (showing === null) return;
    box.current?.scrollIntoView?.({ block: 'nearest' });
    (box.current?.querySelector<HTMLElement>('a') ?? box.current)?.focus();
  }, [showing]);
  const linking = asked?.kind === 'link' ? asked.n : null;
  return (
    <Section
      title="Thread"
      tools={
        linking === null && (
          <LinkButton cannot={cannot} onClick={onAsk}>
            Link to a finding…
          </LinkButton>
        )
      }
    >
      <div ref={box} tabIndex={-1} data-quiet-focus data-single-keys>
        {findings.length === 0 && linking === null && <p className="pl-2">No finding leans on it yet. L links one.</p>}
        <ol className="pl-ch-thread">
          {findings.map((finding) => (
            <li key={finding.id}>
              <span className="pl-row">
                <a href={hrefTo('analysis', { finding: finding.id })}>Finding {finding.number}</a>
                <span className="pl-2 pl-dim">{finding.stance === 'for' ? 'supports' : 'speaks against'}</span>
                <IconButton
                  className="pl-push"
                  bar
                  label={`Take the link to finding ${finding.number} off`}
                  icon={<Unlink size={14} strokeWidth={1.5} aria-hidden />}
                  cannot={cannot}
                  onClick={() => void unlink.run({ findingId: finding.id, eventIds: [detail.id], stance: null, note: null })}
                />
              </span>
              <p>{finding.statement}</p>
            </li>
          ))}
          {recommendations.map((recommendation) => (
            <li key={recommendation.id}>
              <a href={hrefTo('recommendations', { recommendation: recommendation.id })}>
                Recommendation {recommendation.number}
              </a>
              <p>{recommendation.text}</p>
            </li>
          ))}
          {actions.map((action) => (
            <li key={action.id}>
              <a href={hrefTo('actions', { action: action.id })}>Action {action.number}</a>
              <p>{action.text}</p>
            </li>
          ))}
        </ol>
        <ErrorNote error={unlink.error} />
      </div>
      {linking !== null && <LinkForm key={linking} detail={detail} eventIds={eventIds} onDone={onDone} />}
    </Section>
  );
}

function LinkForm({ detail, eventIds, onDone }: Pick<ThreadProps, 'detail' | 'eventIds' | 'onDone'>): ReactNode {
  const { data: findings = [] } = useQuery('finding.list', {});
  const [stance, setStance] = useState<Stance>('for');
  const link = useCommand('evidence.set', { said: ({ changed }) => `${counted(changed, 'entry', 'entries')} linked.` });
  async function choose(findingId: string): Promise<void> {
    const done = await link.run({ findingId, eventIds: eventIds.slice(0, 1000), stance, note: null });
    if (done.ok) onDone();
  }
  return (
    <div className="pl-stack pl-ch-form">
      {eventIds.length > 1 && <p className="pl-2">For all {count(Math.min(1000, eventIds.length))} entries selected</p>}
      <SegmentedControl
        label="What the entry says of the finding"
        value={stance}
        onChange={setStance}
        segments={[
          { value: 'for', label: 'Supports it' },
          { value: 'against', label: 'Speaks against it' },
        ]}
      />
      <TypeAhead
        label="Finding"
        choices={findings.map((finding) => ({
          id: finding.id,
          label: `${finding.number}  ${finding.statement}`,
          chosen: detail.findings.some(({ id }) => id === finding.id),
        }))}
        onChoose={(choice) => void choose(choice.id)}
        onLeave={onDone}
        none="There is no finding yet. Findings are written in Analysis."
      />
      <ErrorNote error={link.error} />
    </div>
  );
}
