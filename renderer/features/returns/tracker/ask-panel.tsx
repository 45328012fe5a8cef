import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { readAgencies } from './tracker-words.ts';

const first = (text: string): string | null => readDay(text, 'earliest');
const last = (text: string): string | null => readDay(text, 'latest');

/** Notes that agencies were asked, many at once: who, for which period, by when. */
export function AskPanel({ agencies, today, onDone }: { agencies: string; today: IsoDay; onDone(): void }): ReactNode {
  const { data: review } = useQuery('review.get', {});
  const { data: named } = useQuery('gaps.named', {});
  return review === undefined ? null : (
    <AskForm
      key={agencies}
      start={agencies}
      named={(named?.named ?? []).map((one) => one.name).filter((name) => name !== '')}
      scope={{ from: review.scopeFrom, to: review.scopeTo }}
      today={today}
      onDone={onDone}
    />
  );
}

type FormProps = {
  start: string;
  named: readonly string[];
  scope: { from: string | null; to: string | null };
  today: IsoDay;
  onDone(): void;
};
function AskForm({ start, named, scope, today, onDone }: FormProps): ReactNode {
  const may = useMay();
  const [who, setWho] = useState(start);
  const [from, setFrom] = useState(scope.from);
  const [to, setTo] = useState(scope.to);
  const [background, setBackground] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [due, setDue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const asked = readAgencies(who);
  const ask = useCommand('tracker.ask', { said: ({ asked: n }) => `${counted(n, 'agency', 'agencies')} noted as asked.` });
  const cannot =
    may('tracker.ask') ??
    (asked.length === 0 ? 'Write the agencies first, one a line' : on === null ? 'Say on which day they were asked' : null);
  const others = named.filter((name) => !asked.some(({ agency }) => agency.toLowerCase() === name.toLowerCase()));
  async function run(): Promise<void> {
    if (cannot || on === null) return;
    const done = await ask.run({
      agencies: asked.map((one) => ({ requestId: newId(), stepId: newId(), ...one })),
      from,
      to,
      backgroundFrom: background,
      on,
      due,
      note: note.trim(),
    });
    if (done.ok) onDone();
  }
  return (
    <Inspector
      title="Ask for returns"
      arrive
      end={
        <>
          <Button look="main" cannot={cannot} onClick={() => void run()}>
            {asked.length === 0 ? 'Note as asked' : `Note ${counted(asked.length, 'agency', 'agencies')} as asked`}
          </Button>
          <Button onClick={onDone}>Leave it</Button>
        </>
      }
    >
      <Section>
        <div className="pl-rt-form">
          <TextAreaField
            label="Agencies"
            rows={6}
            value={who}
            onChange={setWho}
            hint="One a line; after a semicolon the post it goes to: Oster Homes; Head of Tenancies"
          />
          {others.length > 0 && (
            <p className="pl-2">
              Named in entries, and nothing has come:{' '}
              {others.slice(0, 6).map((name) => (
                <Button
                  key={name}
                  bar
                  look="quiet"
                  onClick={() => setWho((text) => `${text.trimEnd()}${text.trim() === '' ? '' : '\n'}${name}`)}
                >
                  Add {name}
                </Button>
              ))}
            </p>
          )}
          <div className="pl-rt-pair">
            <DayField label="In full from" day={from} onChange={setFrom} read={first} />
            <DayField label="to" day={to} onChange={setTo} read={last} />
          </div>
          <DayField
            label="Key events alone from"
            day={background}
            onChange={setBackground}
            read={first}
            hint="Background before the detailed period. May stay empty."
          />
          <div className="pl-rt-pair">
            <DayField label="Asked on" day={on} onChange={setOn} read={first} />
            <DayField label="Due" day={due} onChange={setDue} read={last} />
          </div>
          <TextField label="Note" value={note} onChange={setNote} hint="How it was asked, what was agreed. May stay empty." />
          <ErrorNote error={ask.error} />
        </div>
      </Section>
    </Inspector>
  );
}
