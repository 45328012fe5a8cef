import type { ReactNode } from 'react';
import type { VersionAnswer, VersionQuestion } from '#shared/contract/return-versions.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { VersionQuestionCard } from '#renderer/ui/version-question.tsx';

/** What later versions of this return left for a person to settle. */
export function QuestionsSection({ returnId }: { returnId: string }): ReactNode {
  const may = useMay();
  const { data: questions } = useQuery('returns.questions', { returnId, openOnly: true }, { keep: false });
  const { data: lost } = useQuery('passage.list', { returnId, unplaced: true, limit: 50 }, { keep: false });
  const settle = useCommand('returns.answer', { said: 'Settled.' });
  const waiting = (questions?.length ?? 0) + (lost?.total ?? 0);
  if (!questions || waiting === 0) return null;
  const answer = (question: VersionQuestion, given: VersionAnswer): void =>
    void settle.run({ id: question.id, rowVersion: question.rowVersion, answer: given });
  return (
    <Section title="To settle" count={waiting}>
      {questions.map((question) => (
        <VersionQuestionCard
          key={question.id}
          question={question}
          cannot={settle.pending ? 'Under way' : may('returns.answer')}
          withText
          entry={
            <a href={hrefTo('chronology', { entry: question.eventId })}>
              Entry {question.ref}, {question.dateLabel},
            </a>
          }
          onAnswer={(given) => answer(question, given)}
        />
      ))}
      {lost?.passages.map(({ passage, ref, dateLabel }) => (
        <div key={passage.id} className="pl-vq">
          <StatusMark status="look">
            <span>
              <a href={hrefTo('chronology', { entry: passage.eventId })}>
                Entry {ref}, {dateLabel},
              </a>{' '}
              has changed under words that were tagged
            </span>
          </StatusMark>
          {passage.quote !== null && <p className="pl-vq-text">“{passage.quote}”</p>}
          <p className="pl-2">Under Tagged words, beside the entry, they are placed again or taken off.</p>
        </div>
      ))}
      <ErrorNote error={settle.error} />
    </Section>
  );
}
