import { type ReactNode, useState } from 'react';
import type { Theme } from '#shared/model/analysis.ts';
import { hrefTo, replaceParams } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { EvidenceList } from '#renderer/ui/evidence-list.tsx';
import { KeptText } from './kept-text.tsx';
import { parentOptions } from './new-theme.tsx';
import { selfAndBelow } from './theme-tree.ts';

export type ThemePageProps = { theme: Theme; themes: readonly Theme[]; cannot: string | null };

/** One theme: its name, what it means here, where it stands, and its entries. */
export function ThemePage({ theme, themes, cannot }: ThemePageProps): ReactNode {
  const update = useCommand('theme.update', { said: 'Theme kept.' });
  const remove = useCommand('theme.remove');
  const [asking, setAsking] = useState(false);
  const { id, rowVersion } = theme;
  type Patch = { name?: string; definition?: string; parentId?: string | null };
  const keep = async (patch: Patch): Promise<boolean> => (await update.run({ id, rowVersion, ...patch })).ok;
  const below = themes.filter((other) => other.parentId === id);
  const tags = counted(theme.entries, 'tag');
  async function takeAway(): Promise<void> {
    if ((await remove.run({ id, rowVersion })).ok) replaceParams({ theme: undefined });
  }
  return (
    <article className="pl-finding" aria-label={`Theme ${theme.name}`}>
      <header className="pl-finding-head">
        <h2>Theme</h2>
        <a className="pl-push" href={hrefTo('chronology', { theme: id })}>
          {counted(theme.entries, 'entry', 'entries')} in the chronology
        </a>
      </header>
      <ErrorNote error={update.error ?? remove.error} />
      <KeptText
        label="Name of the theme"
        quiet
        line
        needed
        className="pl-finding-statement"
        value={theme.name}
        cannot={cannot}
        keep={(name) => keep({ name })}
      />
      <KeptText
        label="Definition"
        className="pl-finding-why"
        value={theme.definition}
        placeholder="What belongs to it and what does not, so that two people tag alike"
        cannot={cannot}
        keep={(definition) => keep({ definition })}
      />
      <div className="pl-kept">
        <label className="pl-kept-label" htmlFor="pl-theme-under">
          Under
        </label>
        <select
          id="pl-theme-under"
          className="pl-input pl-theme-under"
          value={theme.parentId ?? ''}
          disabled={cannot !== null}
          onChange={(event) => void keep({ parentId: event.currentTarget.value || null })}
        >
          {parentOptions(themes, selfAndBelow(themes, id)).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <ThemeEntries theme={theme} />
      <ThemeMemos theme={theme} />
      <section className="pl-finding-part" aria-label="Remove the theme">
        {asking ? (
          <div className="pl-row pl-row-wrap">
            <span>
              This removes “{theme.name}” and {tags}, tagged passages among them. The entries and memos stay. It can be undone.
            </span>
            <Button cannot={cannot} onClick={() => void takeAway()}>
              Remove the theme and {tags}
            </Button>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
          </div>
        ) : (
          <Button
            cannot={cannot ?? (below.length > 0 ? `${counted(below.length, 'theme')} stand under it. Move them first` : null)}
            onClick={() => setAsking(true)}
          >
            Remove the theme…
          </Button>
        )}
      </section>
    </article>
  );
}

const AT_ONCE = 50;

/** The first of its entries, in the order of the chronology; the chronology has them all. */
function ThemeEntries({ theme }: { theme: Theme }): ReactNode {
  const agencies = useAgencies();
  const { data } = useQuery('chronology.page', { filter: { themeIds: [theme.id] }, from: null, limit: AT_ONCE }, { keep: false });
  const items = (data?.rows ?? []).map((row) => ({ ...row, eventId: row.id, note: null }));
  return (
    <section className="pl-finding-part" aria-labelledby="pl-theme-entries">
      <h3 id="pl-theme-entries">Entries</h3>
      <EvidenceList
        label={`Entries of ${theme.name}`}
        items={items}
        agencies={agencies}
        order="date"
        most={8}
        href={(entry) => hrefTo('chronology', { entry, theme: theme.id })}
      />
      {data && items.length === 0 && <p className="pl-2">None yet. Tag entries with T in the chronology.</p>}
      {data?.next != null && (
        <a href={hrefTo('chronology', { theme: theme.id })}>All {counted(theme.entries, 'entry', 'entries')}</a>
      )}
    </section>
  );
}

/** What the reviewer noted about it; a memo is read and written among the memos. */
function ThemeMemos({ theme }: { theme: Theme }): ReactNode {
  const { data } = useQuery('memo.list', { themeId: theme.id, limit: 20 }, { keep: false });
  const memos = data?.memos ?? [];
  return (
    <section className="pl-finding-part" aria-labelledby="pl-theme-memos">
      <h3 id="pl-theme-memos">Memos</h3>
      {data && memos.length === 0 && <p className="pl-2">None yet.</p>}
      <ul>
        {memos.map(({ id, title, body }) => (
          <li key={id}>
            <a href={hrefTo('chronology', { show: 'memos', theme: theme.id, memo: id })}>
              {title ?? (body.length > 80 ? `${body.slice(0, 80)}…` : body)}
            </a>
          </li>
        ))}
      </ul>
      <a href={hrefTo('chronology', { show: 'memos', theme: theme.id, write: '1' })}>Write a memo about it</a>
    </section>
  );
}
