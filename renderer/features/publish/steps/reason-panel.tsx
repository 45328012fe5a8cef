import type { ReactNode } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import type { Publication } from '../use-publication.ts';
import { StepBody } from './step-body.tsx';

/** Sentences to begin from. Each says why the report waits and nothing about what happened. */
const BEGINNINGS: readonly { name: string; text: string }[] = [
  {
    name: 'Criminal proceedings',
    text: 'Criminal proceedings have not ended, and publishing the report now could prejudice them. The partnership publishes the actions so that the improvements can be seen and tested, and will consider the report again when the proceedings end.',
  },
  {
    name: 'An inquest',
    text: 'The inquest has not been held. The partnership publishes the actions now and will consider the report again when the coroner has concluded.',
  },
  {
    name: 'Living children',
    text: 'The report cannot be published in a form that keeps the living children of the family from being known by it. The partnership publishes the actions, so that what must change is public.',
  },
];

/** The reason for not publishing the report: it is printed above the actions, and nothing is made without it. */
export function ReasonPanel({ publication, onNext }: { publication: Publication; onNext(): void }): ReactNode {
  const { settings, standing } = publication;
  const may = useMay();
  // Shown with pseudonyms it is not the text that is kept: written back, it would replace it.
  const identified = useIdentified();
  const keepSettings = useCommand('publish.setSettings', { said: 'The reason is kept.' });
  const [reason, setReason, release] = useHeld(`publish.reason.${publication.kind}`, settings.reason);
  const dirty = identified && reason.trim() !== settings.reason.trim();
  async function keep(): Promise<void> {
    if (dirty && !(await keepSettings.run({ kind: publication.kind, reason: reason.trim() })).ok) return;
    release();
    onNext();
  }
  return (
    <StepBody
      main={{
        label: dirty ? 'Keep the reason and go on' : 'Go on to the names',
        run: () => void keep(),
        pending: keepSettings.pending,
        cannot: reason.trim() === '' ? 'A reason is needed' : dirty ? may('publish.setSettings') : null,
      }}
    >
      <Section title="Why only the actions are published">
        <div className="pl-stack">
          <TextAreaField
            label="Reason for not publishing the report"
            value={reason}
            onChange={setReason}
            rows={10}
            maxLength={8000}
            readOnly={!identified}
            data-field="reason"
            hint={
              identified
                ? 'It is printed above the actions. Say nothing of what happened, and name nobody.'
                : 'To change it, switch to identified first (F9).'
            }
          />
          {identified && reason.trim() === '' && (
            <div>
              <p className="pl-2">Begin from one of these, and change it:</p>
              <div className="pl-row pl-row-wrap pl-pub-begin">
                {BEGINNINGS.map((one) => (
                  <Button key={one.name} bar onClick={() => setReason(one.text)}>
                    {one.name}
                  </Button>
                ))}
              </div>
            </div>
          )}
          <ErrorNote error={keepSettings.error} />
          {standing.writtenWords > 0 && !dirty && <p className="pl-2">Kept. {standing.writtenWords} words.</p>}
        </div>
      </Section>
    </StepBody>
  );
}
