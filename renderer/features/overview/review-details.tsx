import { type FormEvent, type ReactNode, useState } from 'react';
import type { Review } from '#shared/contract/review.ts';
import { nameThePerson } from '#renderer/commands/review-papers.ts';
import { useRunCommand } from '#renderer/commands/use-run-command.ts';
import { ROLES } from '#renderer/data/person-words.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';

const KINDS: Record<Review['profile'], string> = {
  lcspr: 'Local child safeguarding practice review',
  localLearning: 'Local learning review',
  rapidReview: 'Rapid review',
};

/** The facts about the review, and changing them, in the inspector of Overview. */
export function ReviewDetails(): ReactNode {
  const session = useSession();
  const run = useRunCommand();
  const { data: review, error } = useQuery('review.get', {});
  const [editing, setEditing] = useState(false);
  const person = session?.person;
  const role = ROLES.find((one) => one.value === person?.role)?.label;
  const cannot = session?.readOnly ? 'The review is open for reading only' : null;
  if (!review) return <ErrorNote error={error} />;
  if (editing) return <EditDetails review={review} onDone={() => setEditing(false)} />;
  const day = (value: string | null): string => (value ? dayLabel(value, { weekday: false }) : 'not set');
  return (
    <Inspector title="This review">
      <Section
        title="Details"
        tools={
          <LinkButton cannot={cannot} aria-label="Change the details" onClick={() => setEditing(true)}>
            Change
          </LinkButton>
        }
      >
        <DefinitionList
          items={[
            ['Title', review.title],
            ['Reference', review.reference || 'not set'],
            ['About', review.subject || 'not set'],
            ['Kind', KINDS[review.profile]],
            ['Partnership', review.partnership || 'not set'],
            ['Period', `${day(review.scopeFrom)} to ${day(review.scopeTo)}`],
            ['Author', [review.authorName, review.authorPost].filter(Boolean).join(', ') || 'not set'],
          ]}
        />
      </Section>
      <Section
        title="At the keyboard"
        tools={
          <LinkButton aria-label={person ? 'Change who is at the keyboard' : undefined} onClick={() => run(nameThePerson)}>
            {person ? 'Change' : 'Say who'}
          </LinkButton>
        }
      >
        {person ? (
          <DefinitionList
            items={[
              ['Name', person.name],
              ['Post', person.post || 'not set'],
              ['Role', role ?? ''],
            ]}
          />
        ) : (
          <p className="pl-2">Nobody is named. Changes are kept without a name until somebody is.</p>
        )}
      </Section>
      <Section title="The file">
        <p className="pl-2">
          One encrypted file. Whoever holds its passphrase or its recovery sheet holds everything in it; a role is a way of
          working, not a lock.
        </p>
      </Section>
    </Inspector>
  );
}

function EditDetails({ review, onDone }: { review: Review; onDone(): void }): ReactNode {
  const update = useCommand('review.update', { said: 'The details are kept.' });
  const [draft, setDraft] = useState(review);
  const set = (change: Partial<Review>): void => setDraft((old) => ({ ...old, ...change }));
  const ordered = !draft.scopeFrom || !draft.scopeTo || draft.scopeFrom <= draft.scopeTo;
  const cannot = !draft.title.trim() ? 'A title is needed' : ordered ? null : 'The period ends before it begins';
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot) return;
    const { title, reference, partnership, subject, scopeFrom, scopeTo, authorName, authorPost } = draft;
    const words = { title, reference, partnership, subject, authorName, authorPost };
    const outcome = await update.run({ rowVersion: review.rowVersion, ...words, scopeFrom, scopeTo });
    if (outcome.ok) onDone();
  }
  return (
    <Inspector title="Change the details">
      <form onSubmit={(event) => void save(event)}>
        <Section>
          <div className="pl-stack">
            <TextField label="Title" value={draft.title} onChange={(title) => set({ title })} maxLength={200} autoFocus />
            <TextField label="Reference" value={draft.reference} onChange={(reference) => set({ reference })} maxLength={80} />
            <TextField
              label="Whom it is about"
              hint="The pseudonym: Child V."
              value={draft.subject}
              onChange={(subject) => set({ subject })}
              maxLength={80}
            />
            <TextField
              label="Partnership"
              value={draft.partnership}
              onChange={(partnership) => set({ partnership })}
              maxLength={200}
            />
            <DayField
              label="Period from"
              day={draft.scopeFrom}
              read={(text) => readDay(text, 'earliest')}
              onChange={(scopeFrom) => set({ scopeFrom })}
            />
            <DayField
              label="Period to"
              day={draft.scopeTo}
              read={(text) => readDay(text, 'latest')}
              onChange={(scopeTo) => set({ scopeTo })}
            />
            <TextField
              label="Author’s name"
              value={draft.authorName}
              onChange={(authorName) => set({ authorName })}
              maxLength={120}
            />
            <TextField
              label="Author’s post"
              value={draft.authorPost}
              onChange={(authorPost) => set({ authorPost })}
              maxLength={200}
            />
            <ErrorNote error={update.error} />
            <div className="pl-row">
              <Button look="main" type="submit" cannot={update.pending ? 'Under way' : cannot}>
                Keep the details
              </Button>
              <Button onClick={onDone}>Cancel</Button>
            </div>
          </div>
        </Section>
      </form>
    </Inspector>
  );
}
