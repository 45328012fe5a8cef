import { Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Finding, FindingKind } from '#shared/model/analysis.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { KIND_WORDS } from '#renderer/ui/finding-words.ts';
import { KeptText } from './kept-text.tsx';
import { Thread } from './thread.tsx';

export type FindingPageProps = { finding: Finding; total: number; cannot: string | null };

/** One finding as a page of prose: what was found, why it came about, what follows. */
export function FindingPage({ finding, total, cannot }: FindingPageProps): ReactNode {
  const update = useCommand('finding.update', { said: 'Finding kept.' });
  const move = useCommand('finding.move');
  const remove = useCommand('finding.remove');
  const { data: recommendations = [] } = useQuery('recommendation.list', {});
  const { id, number } = finding;
  type Patch = Partial<Pick<Finding, 'kind' | 'statement' | 'why' | 'question'>>;
  const keep = async (patch: Patch): Promise<boolean> => (await update.run({ id, rowVersion: finding.rowVersion, ...patch })).ok;
  const following = recommendations.filter((row) => finding.recommendationIds.includes(row.id));
  return (
    <article className="pl-finding" aria-label={`Finding ${number}`}>
      <header className="pl-finding-head">
        <h2>Finding {number}</h2>
        <select
          className="pl-finding-kind"
          aria-label="Kind of finding"
          value={finding.kind}
          disabled={cannot !== null}
          onChange={(event) => {
            const kind = FindingKind.safeParse(event.currentTarget.value).data;
            if (kind) void keep({ kind });
          }}
        >
          {FindingKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </select>
        <span className="pl-push">
          {!cannot && (
            <Menu position="bottom-end">
              <Menu.Target>
                <IconButton bar label="More for this finding" icon={<Ellipsis size={14} aria-hidden />} />
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item rightSection="Alt+↑" disabled={number === 1} onClick={() => void move.run({ id, to: number - 2 })}>
                  Move up
                </Menu.Item>
                <Menu.Item rightSection="Alt+↓" disabled={number === total} onClick={() => void move.run({ id, to: number })}>
                  Move down
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item onClick={() => void remove.run({ id, rowVersion: finding.rowVersion })}>
                  Remove Finding {number}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </header>
      <ErrorNote error={update.error ?? remove.error ?? move.error} />
      <KeptText
        label={`Statement of Finding ${number}`}
        quiet
        needed
        className="pl-finding-statement"
        value={finding.statement}
        cannot={cannot}
        keep={(statement) => keep({ statement })}
      />
      <KeptText
        label="Question of the terms"
        line
        value={finding.question ?? ''}
        placeholder="Which question of the terms of reference it answers"
        cannot={cannot}
        keep={(question) => keep({ question: question || null })}
      />
      <KeptText
        label="Why it came about"
        className="pl-finding-why"
        value={finding.why}
        placeholder="What led to it, and what kept it going"
        cannot={cannot}
        keep={(why) => keep({ why })}
      />
      <section className="pl-finding-part" aria-labelledby="pl-follows">
        <h3 id="pl-follows">Recommendations that follow</h3>
        <ul className="pl-finding-follows">
          {following.map((row) => (
            <li key={row.id}>
              <a href={hrefTo('recommendations', { recommendation: row.id })}>
                {row.number === null ? 'Not placed' : `Recommendation ${row.number}`}
              </a>
              <span>{row.heading ?? row.text}</span>
            </li>
          ))}
        </ul>
        {following.length === 0 && (
          <p className="pl-2">
            {finding.kind === 'goodPractice' ? 'None; good practice needs none. ' : 'None yet. '}
            <a href={hrefTo('recommendations')}>Link one in Recommendations</a>
          </p>
        )}
      </section>
      <Thread table="finding" id={id} />
    </article>
  );
}
