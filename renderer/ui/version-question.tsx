import type { ReactNode } from 'react';
import type { VersionAnswer, VersionQuestion } from '#shared/contract/return-versions.ts';
import { Button } from './button.tsx';
import { DiffText } from './diff-text.tsx';
import { StatusMark } from './status-mark.tsx';
import './version-question.css';

export type VersionQuestionProps = {
  question: VersionQuestion;
  /** Why this session may not settle it. */
  cannot: string | null;
  /** What the entry is called: a link to it, or "This entry". */
  entry: ReactNode;
  /** What the entry says, where it does not stand beside. */
  withText?: boolean;
  onAnswer(answer: VersionAnswer): void;
};

/** What a later version of a return left for a person to settle, with the two ways to settle it. */
export function VersionQuestionCard({ question, cannot, entry, withText = false, onAnswer }: VersionQuestionProps): ReactNode {
  const { kind, answer, returnVersion, work } = question;
  const version = `return ${returnVersion}`;
  if (kind === 'vanished') {
    return (
      <div className="pl-vq">
        <StatusMark status={answer === null ? 'look' : 'note'}>
          <span>
            {entry} {question.intoRef === null ? `is not in ${version}` : `is part of entry ${question.intoRef} in ${version}`}
          </span>
        </StatusMark>
        {withText && <p className="pl-vq-text">{question.text}</p>}
        {work.length > 0 && <p className="pl-2">It stays, because it was worked on: {work.join(', ')}.</p>}
        {answer !== null && <p className="pl-2">{settledWords(question)}</p>}
        <span className="pl-row pl-row-wrap">
          <Button bar cannot={cannot ?? (answer === 'keep' ? 'It is kept already' : null)} onClick={() => onAnswer('keep')}>
            Keep it as said before
          </Button>
          <Button bar cannot={cannot ?? (answer === 'hide' ? 'It is hidden already' : null)} onClick={() => onAnswer('hide')}>
            Hide it
          </Button>
        </span>
      </div>
    );
  }
  return (
    <div className="pl-vq">
      <StatusMark status={answer === null ? 'look' : 'note'}>
        <span>
          {entry} was corrected here, and its agency changed it in {version}
        </span>
      </StatusMark>
      <p className="pl-vq-text">
        <DiffText before={question.before} after={question.after} />
      </p>
      {question.correction !== null && <p className="pl-2">The correction that stands: {question.correction}</p>}
      {answer === null ? (
        <span className="pl-row pl-row-wrap">
          <Button bar cannot={cannot} onClick={() => onAnswer('keepCorrection')}>
            Keep the correction
          </Button>
          <Button bar cannot={cannot} onClick={() => onAnswer('takeNew')}>
            Take the agency’s new words
          </Button>
        </span>
      ) : (
        <p className="pl-2">{settledWords(question)}</p>
      )}
    </div>
  );
}

function settledWords({ answer, person }: VersionQuestion): string {
  const by = person ? ` by ${person}` : '';
  if (answer === 'keep') return `Kept${by}.`;
  if (answer === 'hide') return `Hidden${by}.`;
  if (answer === 'keepCorrection') return `Correction kept${by}.`;
  if (answer === 'takeNew') return `New words taken${by}.`;
  return 'A later version has it again.';
}
