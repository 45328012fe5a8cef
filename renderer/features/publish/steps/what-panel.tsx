import type { ReactNode } from 'react';
import { KINDS } from '#shared/model/publication-kinds.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { go, hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { HoldsSection } from '../holds/holds-section.tsx';
import type { Publication } from '../use-publication.ts';
import { StepBody } from './step-body.tsx';
import { contentWords } from './steps.ts';

const LAYOUTS = [
  { value: 'headings', label: 'Numbered headings' },
  { value: 'table', label: 'A table' },
] as const;

/** The facts that stand at the head of the publication, and what follows them. */
export function WhatPanel({ publication, onNext }: { publication: Publication; onNext(): void }): ReactNode {
  const { kind, review, settings, standing, preview } = publication;
  const may = useMay();
  const updateReview = useCommand('review.update', { said: 'The details are kept.' });
  const updateSettings = useCommand('publish.setSettings', { said: 'The details are kept.' });
  const { subject, partnership, reference, authorName, authorPost } = review;
  const before = { subject, partnership, reference, authorName, authorPost };
  const [facts, setFacts, releaseFacts] = useHeld('publish.facts', before);
  const [more, setMore, releaseMore] = useHeld(`publish.more.${kind}`, {
    publishedOn: settings.publishedOn,
    audience: settings.audience,
    layout: settings.layout,
  });
  const set = (change: Partial<typeof facts>): void => setFacts({ ...facts, ...change });
  const changed = (Object.keys(before) as (keyof typeof before)[]).some((key) => facts[key] !== before[key]);
  const moreChanged =
    more.publishedOn !== settings.publishedOn || more.audience !== settings.audience || more.layout !== settings.layout;
  const pending = updateReview.pending || updateSettings.pending;

  async function keep(): Promise<void> {
    if (changed && !(await updateReview.run({ rowVersion: review.rowVersion, ...facts })).ok) return;
    releaseFacts();
    if (moreChanged && !(await updateSettings.run({ kind, ...more })).ok) return;
    releaseMore();
    onNext();
  }
  if (!standing.some && (kind === 'actionsOnly' || kind === 'actionPlan')) {
    return (
      <StepBody main={{ label: 'Paste or open the actions…', run: () => go('actions', { import: '1' }) }}>
        <Section title="No action yet">
          <p className="pl-2">
            Actions can be published without a chronology, a finding or a report. Paste them, or open the Word file that they
            stand in.
          </p>
        </Section>
      </StepBody>
    );
  }
  const dirty = changed || moreChanged;
  const lacks = preview.blocked.filter((issue) => issue.where.place?.table === 'review' || issue.code === 'badDate');
  return (
    <StepBody
      main={{
        label: dirty ? 'Keep and go on' : 'Go on',
        run: () => void keep(),
        pending,
        cannot: dirty ? (may('review.update') ?? (facts.partnership.trim() ? null : 'The partnership is needed')) : null,
      }}
    >
      <Section title="Content">
        <p>
          {contentWords(standing)}. <a href={hrefTo('actions')}>Look at them</a>
        </p>
        <p className="pl-2">
          {kind === 'actionsOnly'
            ? 'No finding, entry, annotation or draft text is read for this publication.'
            : KINDS[kind].about}
        </p>
      </Section>
      <Section title="At its head">
        <div className="pl-stack">
          {lacks.length > 0 && !dirty && (
            <ul className="pl-pub-lacks">
              {lacks.map((issue) => (
                <li key={issue.code}>{issue.message}</li>
              ))}
            </ul>
          )}
          <TextField
            label="Partnership"
            value={facts.partnership}
            onChange={(value) => set({ partnership: value })}
            maxLength={200}
            data-field="partnership"
            error={facts.partnership.trim() ? null : 'Who publishes it is not said.'}
          />
          <TextField
            label="Whom it is about"
            hint="The pseudonym: Child S. It stands in the title and in the file’s name."
            value={facts.subject}
            onChange={(value) => set({ subject: value })}
            maxLength={80}
            data-field="subject"
          />
          <TextField
            label="Reference"
            value={facts.reference}
            onChange={(value) => set({ reference: value })}
            maxLength={80}
            data-field="reference"
          />
          <div className="pl-pair">
            <TextField
              label="Author"
              value={facts.authorName}
              onChange={(value) => set({ authorName: value })}
              maxLength={120}
              data-field="author.name"
            />
            <TextField
              label="Author’s post"
              value={facts.authorPost}
              onChange={(value) => set({ authorPost: value })}
              maxLength={200}
              data-field="author.post"
            />
          </div>
          <DayField
            label="Published on"
            day={more.publishedOn}
            read={(text) => readDay(text, 'earliest')}
            onChange={(publishedOn) => setMore({ ...more, publishedOn })}
            hint="Left empty: the day on which it is made. 18 Nov 2026"
          />
          <TextField
            label="For"
            hint="May be left empty. It stands under the title: the family, the practitioners."
            value={more.audience}
            onChange={(audience) => setMore({ ...more, audience })}
            maxLength={200}
            data-field="audience"
          />
          {kind === 'actionPlan' && (
            <SelectField
              label="Actions as"
              hint="Headings read better aloud than a wide table."
              value={more.layout}
              onChange={(layout) => setMore({ ...more, layout })}
              options={LAYOUTS}
            />
          )}
          <ErrorNote error={updateReview.error ?? updateSettings.error} />
        </div>
      </Section>
      <HoldsSection />
    </StepBody>
  );
}
