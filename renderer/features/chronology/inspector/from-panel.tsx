import type { ReactNode } from 'react';
import type { PanelRemark } from '#shared/model/panel.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Section } from '#renderer/ui/inspector.tsx';

/** What the review panel said of this entry in Word and nobody has settled: beside it, and applied by nobody yet. */
export function FromPanel({ eventId }: { eventId: string }): ReactNode {
  const { data } = useQuery('remark.list', { show: 'waiting', eventId, limit: 20 }, { keep: false });
  if (!data || data.total === 0) return null;
  return (
    <Section title="From the panel" count={data.total}>
      <ul className="pl-ch-annotations">
        {data.remarks.map((remark) => (
          <li key={remark.id}>
            <p>{wordsOf(remark)}</p>
            <p className="pl-dim">
              {remark.member.name || remark.member.post || remark.author || 'Every member'} ·{' '}
              <a href={hrefTo('panel', { remark: remark.id })}>Settle it</a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function wordsOf(remark: PanelRemark): string {
  if (remark.kind === 'change') return `Would read: “${remark.after}”`;
  return remark.kind === 'leaveOut' ? 'Would leave this entry out' : remark.text;
}
