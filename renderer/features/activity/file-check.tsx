import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';

/** What the check of the review file found. */
export function FileCheck({ result }: { result: OutputOf<'review.verify'> }): ReactNode {
  return (
    <Inspector title="Check of the review file">
      <Section>
        {result.ok ? (
          <StatusMark status="done">Nothing wrong was found</StatusMark>
        ) : (
          <StatusMark status="stop">{count(result.problems.length)} faults</StatusMark>
        )}
        <p className="pl-2">The file, its search index, its weekly counts and the chain of this record were read through.</p>
      </Section>
      {result.problems.length > 0 && (
        <Section title="Faults" count={result.problems.length}>
          <ul className="pl-stack">
            {result.problems.map((problem) => (
              <li key={`${problem.part} ${problem.message}`}>
                <strong>{problem.part}</strong>: {problem.message}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="The file as it stands">
        <DefinitionList items={[['Entries', count(result.entries)]]} />
        <p className="pl-mono pl-2" style={{ overflowWrap: 'anywhere', marginBlock: 'var(--pl-s4)' }}>
          {result.chainHead}
        </p>
        <p className="pl-2">Written down elsewhere, this number shows forgery later. The chain by itself shows accident only.</p>
      </Section>
    </Inspector>
  );
}
