import { type ReactNode, useState } from 'react';
import { hrefTo } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { DefinitionList, Section } from '#renderer/ui/inspector.tsx';
import { StepBody } from '../steps/step-body.tsx';
import { cannotApprove, contentWords } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';
import { ApproveDialog } from './approve-dialog.tsx';

/** Who approves exactly this content: someone other than the author, named with post. */
export function ApprovePanel({ publication, onNext }: { publication: Publication; onNext(): void }): ReactNode {
  const { preview, standing } = publication;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const { author, approvals } = preview;
  const approved = approvals.length > 0;
  const cannot = cannotApprove(standing) ?? may('publish.approve');
  return (
    <StepBody
      main={
        approved
          ? { label: 'Go on to the file', run: onNext }
          : { label: 'Approve this content…', run: () => setAsking(true), cannot }
      }
      why={approved ? null : 'Any later change voids it.'}
    >
      <Section title="Who approves">
        <p>Someone other than the author reads the same pages and approves exactly this content.</p>
        <DefinitionList
          items={[
            ['Content', contentWords(standing)],
            ['Author', [author.name, author.post].filter(Boolean).join(', ') || 'not named'],
          ]}
        />
        {!author.name && (
          <p className="pl-2">
            Without an author’s name nobody can be kept from approving their own work.{' '}
            <a href={hrefTo('publish', { step: 'what' })}>Name the author</a>
          </p>
        )}
        {/business manager/i.test(author.post) && (
          <p className="pl-2">Author and business manager are one person. The check sheet says so.</p>
        )}
      </Section>
      {approved && (
        <Section title="Approved" count={approvals.length}>
          <ul className="pl-pub-settled">
            {approvals.map((one) => (
              <li key={one.id}>
                <span>
                  <b>{one.name}</b>, {one.post}
                  <span className="pl-2 pl-pub-also">
                    <InstantText at={one.at} />
                    {one.asTold && ', recorded as told'}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {asking && <ApproveDialog publication={publication} onClose={() => setAsking(false)} onDone={onNext} />}
    </StepBody>
  );
}
