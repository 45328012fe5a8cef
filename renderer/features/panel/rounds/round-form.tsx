import { type ReactNode, useState } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import { newId } from '#shared/kernel/ids.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { readMembers } from './read-members.ts';

const ASKS =
  'Say where an entry is wrong, and how you know.\nSay what your agency did that is not here.\nSay what you would ask about.';
const last = (text: string): string | null => readDay(text, 'latest');

/** A round: what is asked, by when, of which entries, with names or without, and of whom. */
export function RoundForm({ cannot, onDone }: { cannot: string | null; onDone(roundId: string | null): void }): ReactNode {
  const session = useSession();
  const add = useCommand('round.add', { said: ({ number }) => `Round ${number} is begun. Make a file for each copy.` });
  const { data: views } = useQuery('view.list', {});
  const [asks, setAsks, released] = useHeld('panel round asks', ASKS);
  const [members, setMembers, membersKept] = useHeld('panel round members', '');
  const [returnBy, setReturnBy] = useState<string | null>(null);
  const [sender, setSender] = useState([session?.person?.name, session?.person?.post].filter(Boolean).join(', '));
  const [view, setView] = useState<'identified' | 'anonymised'>('anonymised');
  const [mode, setMode] = useState<'comments' | 'trackedChanges'>('comments');
  const [entries, setEntries] = useState('all');
  const read = readMembers(members);
  const saved = views?.find(({ id }) => id === entries);
  const why =
    cannot ??
    (asks.trim() === ''
      ? 'Say what is asked'
      : view === 'identified' && session?.view !== 'identified'
        ? 'Switch to identified first (F9)'
        : null);

  async function begin(): Promise<void> {
    const id = newId();
    const [senderName = '', ...post] = sender.split(',');
    const copies = read.length === 0 ? [{ name: '', post: '', agency: '' }] : read;
    const filter: EventFilter = saved?.filter ?? {};
    const done = await add.run({
      id,
      asks,
      returnBy,
      senderName: senderName.trim(),
      senderPost: post.join(',').trim(),
      view,
      mode,
      filter,
      filterWords: saved ? `the view “${saved.name}”` : '',
      members: copies.map((member) => ({ id: newId(), ...member })),
    });
    if (!done.ok) return;
    released();
    membersKept();
    onDone(id);
  }
  return (
    <Inspector
      title="Begin a round of comment"
      arrive
      end={
        <>
          <Button look="main" cannot={why} onClick={() => void begin()}>
            Begin the round with {read.length === 0 ? 'one copy' : `${read.length} ${read.length === 1 ? 'copy' : 'copies'}`}
          </Button>
          <Button onClick={() => onDone(null)}>Cancel</Button>
        </>
      }
    >
      <Section>
        <div className="pl-stack pl-pn-form">
          <TextAreaField
            label="What is asked"
            rows={4}
            value={asks}
            onChange={setAsks}
            hint="Stands on the first page. No real names."
          />
          <DayField label="Return by" day={returnBy} onChange={setReturnBy} read={last} hint="May stay empty." />
          <TextField label="From (name, post)" value={sender} onChange={setSender} />
          <SelectField
            label="Entries"
            value={entries}
            onChange={setEntries}
            options={[
              { value: 'all', label: 'Every entry' },
              ...(views ?? []).map(({ id, name }) => ({ value: id, label: `Saved view: ${name}` })),
            ]}
          />
          <SelectField
            label="Names"
            value={view}
            onChange={setView}
            options={[
              { value: 'anonymised', label: 'Anonymised: pseudonyms' },
              { value: 'identified', label: 'Identified: real names' },
            ]}
            hint={
              view === 'anonymised'
                ? 'The finished file is searched for names before it is handed over.'
                : 'Real names leave the review with this file.'
            }
          />
          <SelectField
            label="In Word"
            value={mode}
            onChange={setMode}
            options={[
              { value: 'comments', label: 'Comments and the last column' },
              { value: 'trackedChanges', label: 'Changes to the words too, tracked' },
            ]}
          />
          <TextAreaField
            label="For whom, one a line (name, post, agency)"
            rows={4}
            value={members}
            onChange={setMembers}
            hint="Left empty: one copy for every member."
          />
          <ErrorNote error={add.error} />
        </div>
      </Section>
    </Inspector>
  );
}
