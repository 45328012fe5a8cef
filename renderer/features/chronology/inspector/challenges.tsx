import type { ReactNode } from 'react';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { ChallengeItem } from './challenge-item.tsx';
import { RaiseForm } from './raise-form.tsx';

export type ChallengesProps = { detail: EventDetail; asked: number | null; onAsk(): void; onDone(): void };

/** Claims that a fact of this entry is wrong, and what became of them. */
export function Challenges({ detail, asked, onAsk, onDone }: ChallengesProps): ReactNode {
  const may = useMay();
  const { data, error } = useQuery('challenge.list', { eventId: detail.id });
  const challenged = data ?? [];
  return (
    <Section
      title="Accuracy challenges"
      {...(challenged.length > 0 ? { count: challenged.length } : {})}
      tools={
        asked === null && (
          <LinkButton cannot={may('challenge.raise')} onClick={onAsk}>
            Challenge a fact…
          </LinkButton>
        )
      }
    >
      {data && challenged.length === 0 && asked === null && <p className="pl-2">None yet. C raises one.</p>}
      {challenged.map((one) => (
        <ChallengeItem key={one.challenge.id} challenged={one} />
      ))}
      {asked !== null && (
        <RaiseForm key={`${detail.id} ${asked}`} detail={detail} cannot={may('challenge.raise')} onDone={onDone} />
      )}
      <ErrorNote error={error} />
      <p className="pl-2 pl-ch-all">
        <a href={hrefTo('chronology', { show: 'challenges' })}>All accuracy challenges</a>
      </p>
    </Section>
  );
}
