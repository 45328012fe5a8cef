import type { ReactNode } from 'react';
import type { OpenItem } from '#shared/contract/discussion.ts';
import type { Agency } from '#shared/contract/review.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { AnnotationItem } from '../inspector/annotations.tsx';
import { ChallengeItem } from '../inspector/challenge-item.tsx';

/** An open thread or challenge beside the list: the entry it is about, and all that was said, answered here. */
export function OpenThread({ item, agency }: { item: OpenItem; agency: Agency | undefined }): ReactNode {
  return (
    <div className="pl-ch-inspector">
      <Inspector title={`Entry ${refLabel(item.ref)}`} beside={agency && <AgencyTag agency={agency} />}>
        <Section title={item.dateLabel}>
          <p className="pl-ch-said">{item.text}</p>
          <p className="pl-ch-all">
            <a href={hrefTo('chronology', { entry: item.eventId })}>Go to the entry</a>
          </p>
        </Section>
        {item.kind === 'annotation' ? <Thread item={item} /> : <Challenge item={item} />}
      </Inspector>
    </div>
  );
}

function Thread({ item }: { item: OpenItem }): ReactNode {
  const { data: annotations } = useQuery('annotation.listForEvent', { eventId: item.eventId });
  const { data: replies } = useQuery('reply.ofEvent', { eventId: item.eventId });
  const annotation = annotations?.find(({ id }) => id === item.id);
  if (!annotation) return null;
  return (
    <Section title="Thread">
      <ul className="pl-ch-annotations">
        <AnnotationItem annotation={annotation} replies={(replies ?? []).filter((one) => one.annotationId === item.id)} />
      </ul>
    </Section>
  );
}

function Challenge({ item }: { item: OpenItem }): ReactNode {
  const { data } = useQuery('challenge.list', { eventId: item.eventId });
  const challenged = data?.find(({ challenge }) => challenge.id === item.id);
  return challenged ? (
    <Section title="Accuracy challenge">
      <ChallengeItem challenged={challenged} />
    </Section>
  ) : null;
}
