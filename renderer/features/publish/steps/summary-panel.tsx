import type { ReactNode } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import type { Publication } from '../use-publication.ts';
import { StepBody } from './step-body.tsx';

/** What happened, told in a few sentences for the readers of this kind. */
export function SummaryPanel({ publication, onNext }: { publication: Publication; onNext(): void }): ReactNode {
  const { kind, settings, standing } = publication;
  const may = useMay();
  // Shown with pseudonyms it is not the text that is kept: written back, it would replace it.
  const identified = useIdentified();
  const keepSettings = useCommand('publish.setSettings', { said: 'The summary is kept.' });
  const [summary, setSummary, release] = useHeld(`publish.summary.${kind}`, settings.summary);
  const dirty = identified && summary.trim() !== settings.summary.trim();
  async function keep(): Promise<void> {
    if (dirty && !(await keepSettings.run({ kind, summary: summary.trim() })).ok) return;
    release();
    onNext();
  }
  return (
    <StepBody
      main={{
        label: dirty ? 'Keep the summary and go on' : 'Go on to the names',
        run: () => void keep(),
        pending: keepSettings.pending,
        cannot: dirty ? may('publish.setSettings') : null,
      }}
    >
      <Section title="What happened">
        <div className="pl-stack">
          <TextAreaField
            label="Summary for these readers"
            value={summary}
            onChange={setSummary}
            rows={10}
            maxLength={8000}
            readOnly={!identified}
            data-field="summary"
            hint={
              identified
                ? 'A few sentences: what life was like for the child, what happened, and what services did. Name nobody.'
                : 'To change it, switch to identified first (F9).'
            }
          />
          <ErrorNote error={keepSettings.error} />
          {standing.writtenWords > 0 && !dirty && <p className="pl-2">Kept. {standing.writtenWords} words.</p>}
        </div>
      </Section>
    </StepBody>
  );
}
