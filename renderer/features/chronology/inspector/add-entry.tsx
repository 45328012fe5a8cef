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

/** The choice that opens a field for an agency that sent no return. */
const ANOTHER = 'another';
const blank = { date: '', description: '', sourceOfInformation: '', response: '', outcome: '' };

/** An entry that no return brought: its date is read as an import would read it. */
export function AddEntry({ onDone }: { onDone(id: string | null): void }): ReactNode {
  const agencies = useAgencies();
  const [agencyId, setAgencyId] = useState(agencies.size === 0 ? ANOTHER : '');
  const [agencyName, setAgencyName] = useState('');
  const [words, setWords] = useState(blank);
  const [id] = useState(() => newId());
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select,input')?.focus(), []);
  const add = useCommand('chronology.add', { said: ({ ref }) => `Entry ${refLabel(ref)} added.` });
  const name = useCommand('agency.add');
  const put = (key: keyof typeof blank) => (value: string) => setWords({ ...words, [key]: value });
  const read = words.date.trim() ? readDate(words.date) : null;
  const unread = read?.precision === 'unknown' ? (read.problems[0]?.message ?? 'This cannot be read as a date') : null;
  const lacks =
    !agencyId || (agencyId === ANOTHER && !agencyName.trim())
      ? 'Choose or name the agency'
      : !read
        ? 'Write the date'
        : (unread ?? (words.description.trim() ? null : 'Write what was recorded'));
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (lacks || add.pending) return;
    const optional = (text: string): string | null => (text.trim() ? text : null);
    const agency = agencyId === ANOTHER ? await name.run({ name: agencyName }) : null;
    if (agency && !agency.ok) return;
    const done = await add.run({
      id,
      agencyId: agency?.ok ? agency.output.id : agencyId,
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
            <SelectField
              label="Agency"
              value={agencyId}
              onChange={setAgencyId}
              options={[
                { value: '', label: 'Choose…' },
                ...[...agencies.values()].map((agency) => ({ value: agency.id, label: `${agency.letters} ${agency.name}` })),
                { value: ANOTHER, label: 'Another agency…' },
              ]}
            />
            {agencyId === ANOTHER && (
              <TextField label="Name of the agency" value={agencyName} onChange={setAgencyName} placeholder="Ostermere Housing" />
            )}
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
            <ErrorNote error={name.error ?? add.error} />
          </div>
        </Section>
      </Inspector>
    </form>
  );
}
