import { type ReactNode, useState } from 'react';
import type { RequestStep, RequestStepKind, TrackedReturn } from '#shared/contract/tracker.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { newId } from '#shared/kernel/ids.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { backToList, DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { standingWords, statusOf, STEP_WORDS } from './tracker-words.ts';

const first = (text: string): string | null => readDay(text, 'earliest');
const last = (text: string): string | null => readDay(text, 'latest');
type Props = { one: TrackedReturn; today: IsoDay; onSend(): void; onAsk(): void };

/** One agency's request: where it stands, each dated step, and what is noted next. */
export function RequestInspector({ one, today, onSend, onAsk }: Props): ReactNode {
  const agency = useAgencies().get(one.agencyId);
  const may = useMay();
  const period: (readonly [string, ReactNode])[] = [];
  if (one.from !== null || one.to !== null)
    period.push([
      'In full',
      [one.from, one.to].map((day) => (day === null ? '…' : dayLabel(day, { weekday: false }))).join(' to '),
    ]);
  if (one.backgroundFrom !== null) period.push(['Key events from', dayLabel(one.backgroundFrom, { weekday: false })]);
  return (
    <Inspector
      title={agency?.name ?? 'Agency'}
      end={
        one.requestId === null ? (
          <Button look="main" cannot={may('tracker.ask')} onClick={onAsk}>
            Ask for its return…
          </Button>
        ) : (
          <Button look="main" cannot={may('tracker.letter')} onClick={onSend}>
            Write a letter…
          </Button>
        )
      }
    >
      <Section title="Where it stands">
        <StatusMark status={statusOf(one)}>{standingWords(one)}</StatusMark>
        <DefinitionList
          items={[
            ...(one.contact === '' ? [] : [['Goes to', one.contact] as const]),
            ...period,
            ...(one.note === '' ? [] : [['Note', one.note] as const]),
          ]}
        />
        {one.returnIds.map((id, i) => (
          <a key={id} className="pl-link" href={hrefTo('returns', { return: id })}>
            Open {one.returnIds.length === 1 ? 'its return' : `return ${i + 1}`}
          </a>
        ))}
      </Section>
      <Section title="Steps" count={one.steps.length}>
        {one.steps.length === 0 ? <p className="pl-dim">None yet.</p> : <Steps steps={one.steps} />}
      </Section>
      {one.requestId !== null && <NoteStep key={one.steps.length} requestId={one.requestId} today={today} />}
    </Inspector>
  );
}

function Steps({ steps }: { steps: readonly RequestStep[] }): ReactNode {
  const may = useMay();
  const [leaving, setLeaving] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const takeBack = useCommand('tracker.takeBack', { said: 'The step was taken back.' });
  return (
    <ul className="pl-rt-steps">
      {steps.map((step) => (
        <li key={step.id ?? `${step.returnId}-${step.returnVersion}`}>
          <span data-back={step.takenBack === null ? undefined : true}>{dayLabel(step.on, { weekday: false })}</span>
          <span data-back={step.takenBack === null ? undefined : true}>
            {STEP_WORDS[step.kind]}
            {step.returnVersion !== null && step.returnVersion > 1 && `, version ${step.returnVersion}`}
            {step.due !== null && `, due ${dayLabel(step.due, { weekday: false })}`}
          </span>
          <span>
            {step.id !== null && step.takenBack === null && (
              <LinkButton cannot={may('tracker.takeBack')} onClick={() => setLeaving(leaving === step.id ? null : step.id)}>
                Take back…
              </LinkButton>
            )}
          </span>
          {(step.note !== '' || step.post !== null) && (
            <span className="pl-2">{[step.note, step.post].filter(Boolean).join(' · ')}</span>
          )}
          {step.takenBack !== null && <span className="pl-2">Taken back: {step.takenBack}</span>}
          {leaving !== null && leaving === step.id && (
            <form
              className="pl-rt-form"
              onSubmit={(event) => {
                event.preventDefault();
                if (reason.trim() === '') return;
                void takeBack.run({ stepId: leaving, reason: reason.trim() }).then((done) => {
                  if (!done.ok) return;
                  setLeaving(null);
                  setReason('');
                });
              }}
            >
              <TextField label="Why it is taken back" value={reason} onChange={setReason} />
              <Button type="submit" cannot={reason.trim() === '' ? 'Say why first' : null}>
                Take the step back
              </Button>
              <ErrorNote error={takeBack.error} />
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

const KINDS: readonly RequestStepKind[] = ['reminded', 'received', 'queried', 'accepted', 'asked'];
function NoteStep({ requestId, today }: { requestId: string; today: IsoDay }): ReactNode {
  const may = useMay();
  const [kind, setKind] = useState<RequestStepKind>('reminded');
  const [on, setOn] = useState<string | null>(today);
  const [due, setDue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const step = useCommand('tracker.step', { said: 'The step is noted.' });
  return (
    <Section title="Note a step">
      <div className="pl-rt-form">
        <SelectField
          label="What was done"
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: STEP_WORDS[value] }))}
        />
        <div className="pl-rt-pair">
          <DayField label="On" day={on} onChange={setOn} read={first} />
          <DayField label="New due day" day={due} onChange={setDue} read={last} />
        </div>
        <TextField label="What was said" value={note} onChange={setNote} />
        <Button
          cannot={may('tracker.step') ?? (on === null ? 'Say on which day' : null)}
          onClick={() => {
            if (on === null) return;
            const steps = [{ id: newId(), requestId }];
            void step.run({ steps, kind, on, due, note: note.trim() }).then((done) => done.ok && backToList());
          }}
        >
          Note the step
        </Button>
        <ErrorNote error={step.error} />
      </div>
    </Section>
  );
}
