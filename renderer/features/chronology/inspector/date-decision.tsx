import { Check } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { dateLabel, formatSpan, timeLabel } from '#shared/dates/format.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Reading, textFor } from './reading-text.ts';
import { useDraft } from './use-draft.ts';

export type DateDecisionProps = {
  detail: EventDetail;
  cannot: string | null;
  /** Set while the date is being settled by hand. */
  asked: number | null;
  onDone(): void;
};

/** What the date may mean, said; each reading a button; any other by hand, with the reason. What was written stays. */
export function DateDecision({ detail, cannot, asked, onDone }: DateDecisionProps): ReactNode {
  const { date } = detail;
  const correct = useCommand('chronology.correct', { said: 'Date corrected.' });
  const same = ({ earliest, latest }: Reading): boolean => earliest === date.earliest && latest === date.latest;
  const written = date.asWritten.trim();
  const open = date.problems.length > 0 || date.certainty === 'uncertain';
  const { earliest, latest } = date;
  const now = earliest !== null && latest !== null ? [{ earliest, latest }] : [];
  // What it was read as comes first: choosing it settles the question too.
  const readings = open ? [...now, ...date.alternatives.filter((reading) => !same(reading))] : [];
  async function take(to: string | null, reason: string): Promise<boolean> {
    if (to === null) return false;
    const { id, rowVersion } = detail;
    const done = await correct.run({ id: newId(), eventId: id, eventRowVersion: rowVersion, field: 'date', to, reason });
    if (done.ok) onDone();
    return done.ok;
  }
  return (
    <>
      {open && (
        <StatusMark status="look">
          <span className="pl-ch-says">{written ? <>Written “{written}”.</> : 'The date was left blank.'}</span>
        </StatusMark>
      )}
      {date.problems.map((problem) => (
        <p key={problem.code + problem.message} className="pl-ch-problem">
          {problem.message}
        </p>
      ))}
      {readings.length > 0 && (
        <div className="pl-row pl-row-wrap" role="group" aria-label="Readings of the date">
          {readings.map((reading) => {
            const text = textFor(reading, date);
            const on = same(reading);
            return (
              <Button
                key={`${reading.earliest} ${reading.latest}`}
                bar
                aria-pressed={on}
                icon={on ? <Check size={14} aria-hidden /> : undefined}
                cannot={cannot ?? (correct.pending ? 'Under way' : text === null ? 'Settle it by hand' : null)}
                onClick={() => void take(text, `Settled: of the readings of what was written, this one.`)}
              >
                {formatSpan(reading.earliest, reading.latest)}
              </Button>
            );
          })}
        </div>
      )}
      <ErrorNote error={correct.error} />
      {asked !== null && (
        <ByHand key={asked} detail={detail} cannot={cannot} pending={correct.pending} onTake={take} onLeave={onDone} />
      )}
    </>
  );
}

type ByHandProps = {
  detail: EventDetail;
  cannot: string | null;
  pending: boolean;
  onTake(to: string, why: string): Promise<boolean>;
  onLeave(): void;
};

function ByHand({ detail, cannot, pending, onTake, onLeave }: ByHandProps): ReactNode {
  const date = useDraft(`${detail.id} date`);
  const reason = useDraft(`${detail.id} reason`);
  const to = date.text;
  const why = reason.text;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const read = to.trim() ? readDate(to) : null;
  const unread = read?.precision === 'unknown' ? (read.problems[0]?.message ?? 'This cannot be read as a date') : null;
  const lacks = !read ? 'Write the date' : (unread ?? (why.trim() ? null : 'Say why'));
  function drop(): void {
    date.drop();
    reason.drop();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!lacks && !cannot && !pending && (await onTake(to, why))) drop();
  }
  return (
    <form className="pl-stack pl-ch-form" onSubmit={(event) => void submit(event)}>
      <TextField
        ref={field}
        label="Date as it should stand"
        value={to}
        onChange={date.set}
        placeholder="15 Sep 2025, 14:05"
        error={unread}
        hint={
          read
            ? `Read as ${[dateLabel(read), timeLabel(read)].filter(Boolean).join(', ')}`
            : `Written “${detail.date.asWritten.trim()}”; that stays.`
        }
      />
      <TextField label="Reason" value={why} onChange={reason.set} placeholder="How it is known" />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={cannot ?? lacks ?? (pending ? 'Under way' : null)}>
          Correct the date
        </Button>
        <Button
          onClick={() => {
            drop();
            onLeave();
          }}
        >
          Leave it
        </Button>
      </div>
    </form>
  );
}
