import { type ReactNode, useEffect, useState } from 'react';
import type { TextMark } from '#shared/model/chronology-event.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { PseudonymChip, UndecidedChip } from '#renderer/ui/chip.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { labelPieces } from './label-pieces.ts';
import './try-line.css';

export type TryLineProps = {
  identified: boolean;
  /** The line of the question in hand, shown until another is typed. */
  example: string;
};

const PAUSE_MS = 200;

/** The same line as the two views show it: names dotted, and what stands in their place. */
export function TryLine({ identified, example }: TryLineProps): ReactNode {
  const [typed, setTyped] = useState('');
  const text = useAfterPause(typed.trim() === '' ? example : typed);
  const { data, error, old } = useQuery('register.tryLine', { text, place: null }, { enabled: identified && text !== '' });
  const shown = identified && text !== '' && data && !old ? data : null;
  return (
    <div className="pl-pe-try">
      <div className="pl-pe-try-head">
        <h2>Same line, both ways</h2>
        <span className="pl-dim">{typed.trim() === '' && example !== '' ? 'the question in hand' : ''}</span>
      </div>
      {identified ? (
        <div className="pl-pe-try-body">
          <textarea
            className="pl-input"
            aria-label="A line to try"
            placeholder="Type or paste a line to see what would stand in its names’ place"
            rows={3}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            maxLength={20_000}
          />
          <dl className="pl-pe-ways">
            <dt>Identified</dt>
            <dd>{shown ? <Dotted text={text} marks={shown.marks} /> : <span className="pl-dim">–</span>}</dd>
            <dt>Anonymised</dt>
            <dd aria-live="polite">
              {shown ? <Anonymised text={shown.anonymised} marks={shown.marks} /> : <span className="pl-dim">–</span>}
            </dd>
          </dl>
          <ErrorNote error={error} />
        </div>
      ) : (
        <p className="pl-2 pl-pe-try-none">Names are needed to show a line both ways. F9 switches to identified.</p>
      )}
    </div>
  );
}

function Dotted({ text, marks }: { text: string; marks: readonly TextMark[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.status === 'notAPerson' || mark.start < at) continue;
    parts.push(text.slice(at, mark.start));
    parts.push(
      <span key={mark.start} className={mark.status === 'ask' ? 'pl-named pl-pe-undecided' : 'pl-named'}>
        {text.slice(mark.start, mark.end)}
      </span>,
    );
    at = mark.end;
  }
  parts.push(text.slice(at));
  return parts;
}

function Anonymised({ text, marks }: { text: string; marks: readonly TextMark[] }): ReactNode {
  const pieces = labelPieces(
    text,
    marks.flatMap(({ label }) => label ?? []),
  );
  return pieces.map(({ start, text: piece, as }) =>
    as === 'text' ? (
      <span key={start}>{piece}</span>
    ) : as === 'chip' ? (
      <PseudonymChip key={start}>{piece}</PseudonymChip>
    ) : (
      <UndecidedChip key={start} />
    ),
  );
}

/** Typing never waits: the line is asked for when the hand rests. */
function useAfterPause(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
