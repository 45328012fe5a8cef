import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { dateLabel, timeLabel } from '#shared/dates/format.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';

const blank = { date: '', description: '', sourceOfInformation: '', response: '', outcome: '' };

/** An entry that no return brought: its date is read as an import would read it. */
export function AddEntry({ onDone }: { onDone(id: string | null): void }): ReactNode {
  const agencies = useAgencies();
  const [agencyId, setAgencyId] = useState('');
  const [words, setWords] = useState(blank);
  const [id] = useState(() => newId());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select,input')?.focus(), []);
  const add = useCommand('chronology.add', { said: ({ ref }) => `Entry ${refLabel(ref)} added.` });
  const put = (key: keyof typeof blank) => (value: string) => setWords({ ...words, [key]: value });
  const read = words.date.trim() ? readDate(words.date) : null;
  const unread = read?.precision === 'unknown' ? (read.problems[0]?.message ?? 'This cannot be read as a date') : null;
  const lacks =
    agencies.size === 0
      ? 'An agency comes with its return'
      : !agencyId
        ? 'Choose the agency'
        : !read
          ? 'Write the date'
          : (unread ?? (words.description.trim() ? null : 'Write what was recorded'));
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (lacks || add.pending) return;
    const optional = (text: string): string | null => (text.trim() ? text : null);
    const done = await add.run({
      id,
      agencyId,
      date: words.date,
      description: words.description,
      sourceOfInformation: optional(words.sourceOfInformation),
      response: optional(words.response),
      outcome: optional(words.outcome),
    });
    if (done.ok) onDone(done.output.id);
  }
  function key(event: KeyboardEvent<HTMLFormElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      onDone(null);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  }
  return (
    <form ref={form} className="pl-ch-add" onSubmit={(event) => void submit(event)} onKeyDown={key}>
      <Inspector
        title="New entry"
        end={
          <>
            <Button look="main" type="submit" cannot={lacks ?? (add.pending ? 'Under way' : null)}>
              Add the entry
            </Button>
            <Button onClick={() => onDone(null)}>Leave it</Button>
          </>
        }
      >
        <Section>
          <div className="pl-stack">
            {agencies.size === 0 && (
              <p className="pl-2">
                There is no agency in this review yet. Put in the first return; then entries can be added by hand.
              </p>
            )}
            <SelectField
              label="Agency"
              value={agencyId}
              onChange={setAgencyId}
              options={[
                { value: '', label: 'Choose…' },
                ...[...agencies.values()].map((agency) => ({ value: agency.id, label: `${agency.letters} ${agency.name}` })),
              ]}
            />
            <TextField
              label="Date and time"
              value={words.date}
              onChange={put('date')}
              placeholder="15 Sep 2025, 14:05"
              error={unread}
              hint={
                read
                  ? `Read as ${[dateLabel(read), timeLabel(read)].filter(Boolean).join(', ')}`
                  : 'As people write it: c. 8/9/25, mid Sept'
              }
            />
            {read &&
              !unread &&
              read.problems.map(({ message }) => (
                <p key={message} className="pl-2">
                  {message}
                </p>
              ))}
            <TextAreaField label="What was recorded" rows={6} value={words.description} onChange={put('description')} />
            <TextField
              label="Source"
              value={words.sourceOfInformation}
              onChange={put('sourceOfInformation')}
              placeholder="Case notes"
            />
            <TextAreaField label="Response" rows={2} value={words.response} onChange={put('response')} />
            <TextAreaField label="Outcome" rows={2} value={words.outcome} onChange={put('outcome')} />
            <ErrorNote error={add.error} />
          </div>
        </Section>
      </Inspector>
    </form>
  );
}
