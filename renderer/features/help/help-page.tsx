import type { ReactNode } from 'react';
import { hrefTo, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { helpParts } from './help-parts.ts';
import './help-page.css';

/** The help pages: plain text with headings, from the program itself. */
export function HelpPage(): ReactNode {
  const { params } = useRoute();
  const { data, error, loading } = useQuery('session.help', {});
  const page = data?.find((one) => one.id === params['page']) ?? data?.[0];
  return (
    <Page title="Help" about="Ctrl+/ shows every shortcut" scroll="own">
      <ErrorNote error={error} />
      {!loading && !error && !page && <EmptyState title="No help pages are there">They come with the program.</EmptyState>}
      {data && page && (
        <div className="pl-help">
          <nav aria-label="Help pages" data-pane="Help pages">
            <ul className="pl-help-list" data-single-keys>
              {data.map((one) => (
                <li key={one.id}>
                  <a href={hrefTo('help', { page: one.id })} aria-current={one.id === page.id ? 'page' : undefined}>
                    {one.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {/* Scrolled by keyboard: it may hold nothing that takes focus. */}
          <article data-pane="Help text" tabIndex={0} aria-label={page.title} data-page-focus>
            <h2>{page.title}</h2>
            {helpParts(page.body).map((part) =>
              part.kind === 'heading' ? (
                <h3 key={part.at}>{part.text}</h3>
              ) : part.kind === 'list' ? (
                <HelpList key={part.at} items={part.items} numbered={part.numbered} />
              ) : (
                <p key={part.at}>{part.text}</p>
              ),
            )}
          </article>
        </div>
      )}
    </Page>
  );
}

function HelpList({ items, numbered }: { items: readonly string[]; numbered: boolean }): ReactNode {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </List>
  );
}
