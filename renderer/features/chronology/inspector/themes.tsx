import { Tag, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { type Choice, TypeAhead } from './type-ahead.tsx';

export type ThemesProps = {
  /** Of the entry shown. */
  themeIds: readonly string[];
  /** What a tag goes on: the entries marked, or the one shown. */
  eventIds: readonly string[];
  cannot: string | null;
  cannotAdd: string | null;
  asked: number | null;
  onAsk(): void;
  onDone(): void;
};

/** The themes of an entry; T adds one by its first letters, to all entries selected. */
export function Themes({ themeIds, eventIds, cannot, cannotAdd, asked, onAsk, onDone }: ThemesProps): ReactNode {
  const { data: themes = [] } = useQuery('theme.list', {});
  const several = eventIds.length > 1;
  const tag = useCommand('tag.set', {
    said: ({ changed }) => (changed === 0 ? 'It was so already.' : `${counted(changed, 'entry', 'entries')} tagged.`),
  });
  const untag = useCommand('tag.set', {
    said: ({ changed, passages = 0 }) =>
      `Tag taken off ${counted(changed, 'entry', 'entries')}${passages > 0 ? ` and ${counted(passages, 'passage')}` : ''}.`,
  });
  const add = useCommand('theme.add', { said: '' });
  const set = (themeId: string, on: boolean): void => void (on ? tag : untag).run({ themeId, eventIds: [...eventIds], on });
  async function addNew(name: string): Promise<void> {
    const done = await add.run({ id: newId(), parentId: null, name, definition: '' });
    if (done.ok) set(done.output.id, true);
  }
  const choices: Choice[] = themes.map(({ id, name, entries }) => ({
    id,
    label: name,
    note: count(entries),
    chosen: themeIds.includes(id),
  }));
  return (
    <Section
      title="Themes"
      tools={
        asked === null && (
          <LinkButton cannot={cannot} onClick={onAsk}>
            Tag…
          </LinkButton>
        )
      }
    >
      {themeIds.length === 0 && asked === null && <p className="pl-2">No theme yet. T gives it one.</p>}
      {themeIds.length > 0 && (
        <ul className="pl-row pl-row-wrap pl-ch-tags">
          {themeIds.map((id) => {
            const name = themes.find((theme) => theme.id === id)?.name ?? '';
            return (
              <li key={id} className="pl-chip pl-ch-tag">
                {name}
                <button
                  type="button"
                  className="pl-chip-x"
                  aria-label={`Take off theme: ${name}`}
                  title={cannot ?? 'Take off'}
                  aria-disabled={cannot ? true : undefined}
                  onClick={() => !cannot && void untag.run({ themeId: id, eventIds: [eventIds[0] ?? ''], on: false })}
                >
                  <X size={12} strokeWidth={1.75} aria-hidden />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <ErrorNote error={tag.error ?? untag.error ?? add.error} />
      {asked !== null && (
        <>
          {several && (
            <p className="pl-2 pl-row">
              <Tag size={14} strokeWidth={1.5} aria-hidden /> For all {count(eventIds.length)} entries selected
            </p>
          )}
          <TypeAhead
            key={asked}
            label={several ? 'Theme for the entries' : 'Theme'}
            choices={choices}
            onChoose={(choice) => set(choice.id, several || !choice.chosen)}
            onNew={cannotAdd ? undefined : { words: (text) => `Add the theme “${text}”`, add: (text) => void addNew(text) }}
            onLeave={onDone}
            none="There is no theme yet. Write the name of the first."
          />
        </>
      )}
    </Section>
  );
}
