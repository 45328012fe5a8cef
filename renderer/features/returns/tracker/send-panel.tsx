import { type ReactNode, useState } from 'react';
import type { LetterKind, TrackedReturn } from '#shared/contract/tracker.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import { newId } from '#shared/kernel/ids.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { LETTER_WORDS, STEP_OF_LETTER, STEP_WORDS } from './tracker-words.ts';

const KINDS = Object.keys(LETTER_WORDS) as LetterKind[];
const last = (text: string): string | null => readDay(text, 'latest');

/** Writes the letter of a step, for one agency or for all that wait for the same; then notes the step, if it was sent. */
export function SendPanel({ rows, today, onDone }: { rows: readonly TrackedReturn[]; today: IsoDay; onDone(): void }): ReactNode {
  const agencies = useAgencies();
  const may = useMay();
  const files = useFiles();
  const [kind, setKind] = useState<LetterKind>(rows.find((row) => row.next !== null)?.next ?? 'request');
  const [due, setDue] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [written, setWritten] = useState(false);
  const letter = useJob('tracker.letter', { said: ({ letters }) => `${counted(letters, 'letter')} written.` });
  const step = useCommand('tracker.step', { said: ({ noted }) => `Noted for ${counted(noted, 'agency', 'agencies')}.` });
  // For one agency any letter may be written; for several, those of them whose next letter it is.
  const to = rows.length === 1 ? rows : rows.filter((row) => row.next === kind);
  const ids = to.flatMap((row) => row.requestId ?? []);
  const cannot = may('tracker.letter') ?? (ids.length === 0 ? 'No agency that was asked waits for this letter' : null);
  const noted = STEP_OF_LETTER[kind];

  async function write(format: 'docx' | 'text'): Promise<void> {
    const made = await letter.run({ requestIds: ids, kind, format, on: today, due });
    if (!made.ok) return;
    setWritten(true);
    if (made.output.file !== null && made.output.name !== null) {
      setText(null);
      await files.save(made.output.file, made.output.name);
    } else if (made.output.text !== null) {
      setText(made.output.text);
      await navigator.clipboard.writeText(made.output.text).then(
        () => announce('The text is on the clipboard.'),
        () => announce('Copy the text from the box.'),
      );
    }
  }
  async function note(): Promise<void> {
    if (noted === null) return;
    const done = await step.run({
      steps: ids.map((requestId) => ({ id: newId(), requestId })),
      kind: noted,
      on: today,
      due,
      note: '',
    });
    if (done.ok) onDone();
  }
  return (
    <Inspector
      arrive
      title={to.length === 1 ? `Letter to ${agencies.get(to[0]?.agencyId ?? '')?.name ?? 'the agency'}` : 'Letters'}
      end={
        <>
          <Button look={written ? 'plain' : 'main'} cannot={cannot} onClick={() => void write('docx')}>
            {ids.length > 1 ? `Save ${ids.length} letters as Word…` : 'Save as Word…'}
          </Button>
          {noted !== null && (
            <Button
              look={written ? 'main' : 'plain'}
              cannot={may('tracker.step') ?? (ids.length === 0 ? 'No agency is chosen' : null)}
              onClick={() => void note()}
            >
              Note as {STEP_WORDS[noted].toLowerCase()} today
            </Button>
          )}
        </>
      }
    >
      <Section>
        <div className="pl-rt-form">
          <SelectField
            label="Letter"
            value={kind}
            onChange={(next) => {
              setKind(next);
              setText(null);
              setWritten(false);
            }}
            options={KINDS.map((value) => ({ value, label: LETTER_WORDS[value] }))}
          />
          <DayField label="Answer by" day={due} onChange={setDue} read={last} hint="May stay empty." />
          <p>
            {to.length === 0
              ? 'Nobody waits for this letter.'
              : `To ${to.map((row) => [agencies.get(row.agencyId)?.name, row.contact].filter(Boolean).join(', ')).join('; ')}.`}
          </p>
          <Button cannot={cannot} onClick={() => void write('text')}>
            Copy as text for an e-mail
          </Button>
          {text !== null && <TextAreaField label="The text" rows={14} readOnly value={text} onChange={() => {}} />}
          <ErrorNote error={letter.error ?? step.error} />
        </div>
      </Section>
    </Inspector>
  );
}
