import type { ReactNode } from 'react';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { StepBody } from '../steps/step-body.tsx';
import { cannotApprove } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';
import { IssueCard } from './issue-card.tsx';
import type { Numbered } from './numbered.ts';
import { ReadTick } from './read-tick.tsx';
import { SettledList } from './settled-list.tsx';

export type CheckPanelProps = {
  publication: Publication;
  active: number | null;
  onShow(n: number): void;
  onEdit(one: Numbered): void;
  onNext(): void;
};

/** What blocks the publication, what is to be looked at, and what has been settled. */
export function CheckPanel({ publication, active, onShow, onEdit, onNext }: CheckPanelProps): ReactNode {
  const { issues, standing } = publication;
  const { narrow } = useFrame();
  const list = (blocks: boolean): ReactNode => (
    <ul className="pl-pub-cards">
      {issues
        .filter((one) => one.blocks === blocks)
        .map((one) => (
          <IssueCard
            key={`${one.issue.code} ${one.issue.where.place?.id ?? ''} ${one.issue.where.place?.field ?? ''} ${one.issue.where.start ?? one.n}`}
            one={one}
            all={issues}
            active={one.n === active}
            onShow={onShow}
            onEdit={onEdit}
          />
        ))}
    </ul>
  );
  return (
    <StepBody
      main={{ label: 'Go on to the approval', run: onNext, cannot: cannotApprove(standing) }}
      why={standing.looks > 0 ? 'What is to be looked at does not block.' : null}
    >
      {standing.blocks > 0 ? (
        <Section title={<StatusMark status="stop">Blocks publication</StatusMark>} count={standing.blocks}>
          {list(true)}
        </Section>
      ) : (
        <Section title={<StatusMark status="done">Nothing blocks</StatusMark>}>
          <p className="pl-2">
            {Object.values(standing.register).some((n) => n > 0)
              ? 'Nothing on the register is in the text, except what was settled to stay. What no search can find is for a person: read the whole text, then tick it in the check sheet.'
              : 'Nobody is on the register, so nothing was searched for. Say what must not appear, or read the whole text with that in mind.'}
          </p>
          {narrow && <ReadTick read={standing.read} onChange={publication.setRead} />}
        </Section>
      )}
      {standing.looks > 0 && (
        <Section title={<StatusMark status="look">To look at</StatusMark>} count={standing.looks}>
          {list(false)}
        </Section>
      )}
      <SettledList />
    </StepBody>
  );
}
