import type { ReactNode } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { TypeAhead } from '../inspector/type-ahead.tsx';
import { useEntryPassages } from './entry-passages.tsx';
import type { Words } from './words-in-hand.ts';

/** Which theme the words selected are to have: its first letters and Enter. One that they have already is taken off. */
export function TagWords({ words, n, onDone }: { words: Words; n: number; onDone(): void }): ReactNode {
  const { passages } = useEntryPassages();
  const may = useMay();
  const { data: themes = [] } = useQuery('theme.list', {});
  const tag = useCommand('passage.tag', { said: 'Words tagged.' });
  const remove = useCommand('passage.remove', { said: 'Theme taken off the words.' });
  const add = useCommand('theme.add', { said: '' });
  const own = passages.filter(({ field, at }) => field === words.field && at?.start === words.start && at.end === words.end);
  async function set(themeId: string): Promise<void> {
    const there = own.find((one) => one.themeId === themeId);
    if (there) await remove.run({ id: there.id, rowVersion: there.rowVersion, keepTheme: false });
    else await tag.run({ id: newId(), themeId, ...words });
  }
  async function addNew(name: string): Promise<void> {
    const done = await add.run({ id: newId(), parentId: null, name, definition: '' });
    if (done.ok) await set(done.output.id);
  }
  return (
    <Section title="Tag the words">
      <p className="pl-2 pl-ch-passage-quote">“{words.words}”</p>
      <ErrorNote error={tag.error ?? remove.error ?? add.error} />
      <TypeAhead
        key={n}
        label="Theme for the words"
        choices={themes.map(({ id, name, entries }) => ({
          id,
          label: name,
          note: count(entries),
          chosen: own.some((one) => one.themeId === id),
        }))}
        onChoose={(choice) => void set(choice.id)}
        onNew={
          may('theme.add') === null ? { words: (text) => `Add the theme “${text}”`, add: (text) => void addNew(text) } : undefined
        }
        onLeave={onDone}
        none="There is no theme yet. Write the name of the first."
      />
    </Section>
  );
}
