import { X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Memo } from '#shared/contract/memos.ts';
import { announce } from '#renderer/data/announce.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';

const NO_THEME: string = '';
const NUMBER = /^#?(\d{1,7})$/;

/** What a memo is about: entries and themes, each opened, added and taken off here. */
export function MemoLinks({ memo }: { memo: Memo }): ReactNode {
  const { client } = useWorkbench();
  const may = useMay();
  const agencies = useAgencies();
  const { data: themes } = useQuery('theme.list', {});
  const link = useCommand('memo.link', { said: ({ changed }) => (changed === 0 ? 'It was so already.' : 'Links kept.') });
  const [number, setNumber] = useState('');
  const { id, rowVersion } = memo;
  const cannot = may('memo.link') ?? (link.pending ? 'Under way' : null);
  const set = (links: { eventIds?: string[]; themeIds?: string[] }, on: boolean): void =>
    void link.run({ id, rowVersion, eventIds: links.eventIds ?? [], themeIds: links.themeIds ?? [], on });
  const ref = NUMBER.exec(number.trim())?.[1];
  async function addEntry(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (ref === undefined || cannot) return;
    const found = await client.call('chronology.find', { filter: {}, ref: Number(ref) }).catch(() => null);
    if (!found) return announce(`There is no entry ${ref}.`, true);
    set({ eventIds: [found.id] }, true);
    setNumber('');
  }
  const others = (themes ?? []).filter((theme) => !memo.themes.some(({ themeId }) => themeId === theme.id));
  const off = (label: string, run: () => void): ReactNode => (
    <IconButton bar label={label} cannot={cannot} icon={<X size={12} strokeWidth={1.75} aria-hidden />} onClick={run} />
  );
  return (
    <>
      <Section title="About entries" {...(memo.entries.length > 0 ? { count: memo.entries.length } : {})}>
        <ul className="pl-ch-memo-links">
          {memo.entries.map(({ eventId, ref: entry, agencyId, dateLabel, text }) => {
            const agency = agencies.get(agencyId);
            return (
              <li key={eventId}>
                <div>
                  <p className="pl-row">
                    <a href={hrefTo('chronology', { entry: eventId })}>
                      Entry {refLabel(entry)}, {dateLabel}
                    </a>
                    {agency && <AgencyTag agency={agency} lettersOnly />}
                  </p>
                  <p className="pl-2 pl-ch-memo-words">{text}</p>
                </div>
                {off(`Take entry ${entry} off the memo`, () => set({ eventIds: [eventId] }, false))}
              </li>
            );
          })}
        </ul>
        <form className="pl-stack" onSubmit={(event) => void addEntry(event)}>
          <TextField label="Entry number" inputMode="numeric" value={number} onChange={setNumber} />
          <span>
            <Button bar type="submit" cannot={cannot ?? (ref === undefined ? 'Write the number of an entry' : null)}>
              Link the entry
            </Button>
          </span>
        </form>
      </Section>
      <Section title="About themes" {...(memo.themes.length > 0 ? { count: memo.themes.length } : {})}>
        <ul className="pl-ch-memo-links">
          {memo.themes.map(({ themeId, name }) => (
            <li key={themeId}>
              <a href={hrefTo('analysis', { theme: themeId })}>{name}</a>
              {off(`Take the theme ${name} off the memo`, () => set({ themeIds: [themeId] }, false))}
            </li>
          ))}
        </ul>
        {cannot === null && others.length > 0 && (
          <SelectField
            label="Link a theme"
            value={NO_THEME}
            onChange={(themeId) => themeId && set({ themeIds: [themeId] }, true)}
            options={[
              { value: NO_THEME, label: 'Choose a theme' },
              ...others.map((theme) => ({ value: theme.id, label: theme.name })),
            ]}
          />
        )}
        <ErrorNote error={link.error} />
      </Section>
    </>
  );
}
