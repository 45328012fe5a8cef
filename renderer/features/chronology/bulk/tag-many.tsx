import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { TypeAhead } from '../inspector/type-ahead.tsx';
import type { Selection } from '../list/use-selection.ts';

export type TagManyProps = { selection: Selection; onDone(): void };

/** A theme onto, or off, all that are selected: one change, taken back by one undo. */
export function TagMany({ selection, onDone }: TagManyProps): ReactNode {
  const may = useMay();
  const { data: themes = [] } = useQuery('theme.list', {});
  const [on, setOn] = useState(true);
  const tag = useCommand('bulk.tag', {
    said: ({ changed, passages = 0 }) =>
      changed === 0
        ? 'It was so already.'
        : `${counted(changed, 'entry', 'entries')} ${on ? 'tagged' : 'untagged'}${passages > 0 ? `, with ${counted(passages, 'tagged passage')}` : ''}.`,
  });
  const add = useCommand('theme.add', { said: '' });
  async function set(themeId: string): Promise<void> {
    const done = await tag.run({ target: selection.target, themeId, on });
    if (done.ok) onDone();
  }
  async function addNew(name: string): Promise<void> {
    const done = await add.run({ id: newId(), parentId: null, name, definition: '' });
    if (done.ok) await set(done.output.id);
  }
  const n = selection.many || 1;
  return (
    <div className="pl-ch-inspector">
      <Inspector title={on ? `Tag ${counted(n, 'entry', 'entries')}` : `Untag ${counted(n, 'entry', 'entries')}`}>
        <Section>
          <SegmentedControl
            label="What to do"
            value={on ? 'on' : 'off'}
            onChange={(value) => setOn(value === 'on')}
            segments={[
              { value: 'on', label: 'Tag with' },
              { value: 'off', label: 'Take off' },
            ]}
          />
        </Section>
        <Section>
          <ErrorNote error={tag.error ?? add.error} />
          <TypeAhead
            label="Theme for the entries"
            choices={themes.map(({ id, name, entries }) => ({ id, label: name, note: count(entries) }))}
            onChoose={(choice) => void set(choice.id)}
            onNew={
              on && may('theme.add') === null
                ? { words: (text) => `Add the theme “${text}”`, add: (text) => void addNew(text) }
                : undefined
            }
            onLeave={onDone}
            none="There is no theme yet. Write the name of the first."
          />
        </Section>
      </Inspector>
    </div>
  );
}
