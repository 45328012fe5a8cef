import { type ReactNode } from 'react';
import type { AccountHead } from '#shared/model/accounts.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { newId } from '#shared/kernel/ids.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { HeadLine } from './head-line.tsx';
import { sameEventParams } from './lists.ts';
import { reasonSentence } from './reason-words.ts';
import './same-event.css';

export type AlsoToldProps = { detail: EventDetail; eventIds: readonly string[] };

/** Who else tells of this event, which account is relied on, and what may be the same event; S groups a selection. */
export function AlsoTold({ detail, eventIds }: AlsoToldProps): ReactNode {
  const { data, error } = useQuery('accounts.ofEvent', { eventId: detail.id });
  const agencies = useAgencies();
  const cannot = useMay()('accounts.makeGroups');
  const group = useCommand('accounts.makeGroups', { said: 'Grouped as one event.' });
  const several = eventIds.length > 1;
  const groupSelection = (): void => void group.run({ groups: [{ id: newId(), eventIds: eventIds.slice(0, 50) }] });
  usePageCommands([
    {
      id: 'chronology.sameEvent',
      label: 'Group the selected entries as one event',
      keys: ['S'],
      words: 'same accounts duplicate',
      cannot: () => cannot ?? (several ? null : 'Select two or more entries first'),
      run: groupSelection,
    },
  ]);
  const others = data?.group?.accounts.filter((head) => head.eventId !== detail.id) ?? [];
  const relied = data?.group?.relied;
  const reliedOn = data?.group?.accounts.find((head) => head.eventId === relied?.eventId);
  const proposals = data?.proposals ?? [];
  return (
    <Section
      title="Also told by"
      {...(others.length > 0 ? { count: others.length } : {})}
      tools={
        several ? (
          <LinkButton cannot={cannot} onClick={groupSelection}>
            Group the {eventIds.length} selected
          </LinkButton>
        ) : (
          data?.group && <a href={hrefTo('chronology', sameEventParams({ group: data.group.id }))}>Side by side</a>
        )
      }
    >
      {data && others.length === 0 && proposals.length === 0 && (
        <p className="pl-2">Nobody else, as far as anybody has said. Select entries of one event and press S.</p>
      )}
      {relied && reliedOn && (
        <p className="pl-2">
          The review relies on{' '}
          {relied.eventId === detail.id ? 'this account' : `${agencies.get(reliedOn.agencyId)?.name} ${refLabel(reliedOn.ref)}`}:{' '}
          {relied.reason}
        </p>
      )}
      <ul className="pl-told">
        {others.map((head) => (
          <li key={head.eventId}>
            <Other head={head} />
          </li>
        ))}
      </ul>
      {proposals.length > 0 && (
        <>
          <h4 className="pl-told-may">May be the same event</h4>
          <ul className="pl-told">
            {proposals.map((item) => {
              const head = item.a.eventId === detail.id ? item.b : item.a;
              return (
                <li key={item.seq}>
                  <Other head={head} />
                  <p className="pl-2 pl-dim">{reasonSentence(item.reasons)}</p>
                  <p className="pl-row">
                    <LinkButton
                      cannot={cannot}
                      aria-label={`Group with entry ${head.ref} as one event`}
                      onClick={() => void group.run({ groups: [{ id: newId(), eventIds: [detail.id, head.eventId] }] })}
                    >
                      Group as one event
                    </LinkButton>
                    <a href={hrefTo('chronology', sameEventParams())}>All proposals</a>
                  </p>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <ErrorNote error={error ?? group.error} />
    </Section>
  );
}

function Other({ head }: { head: AccountHead }): ReactNode {
  return (
    <a className="pl-told-entry" href={hrefTo('chronology', { entry: head.eventId })}>
      <HeadLine head={head} />
      <span className="pl-same-why pl-same-clamp">{head.text}</span>
    </a>
  );
}
