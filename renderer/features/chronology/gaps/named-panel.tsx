import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { count } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { ExplainForm, type Said } from './explain-form.tsx';
import { NAMED_EXPLANATIONS } from './gap-words.ts';

export type NamedAgency = OutputOf<'gaps.named'>['named'][number];
export type EntryExcerpt = NamedAgency['samples'][number];

/** Entries with their agency and first words, each a way to its place in the chronology. */
export function EntryExcerpts({ entries }: { entries: readonly EntryExcerpt[] }): ReactNode {
  const agencies = useAgencies();
  return (
    <ul className="pl-gap-entries">
      {entries.map((entry) => {
        const agency = agencies.get(entry.agencyId);
        return (
          <li key={entry.id}>
            <p className="pl-row pl-row-wrap">
              <a href={hrefTo('chronology', { entry: entry.id })}>{refLabel(entry.ref)}</a>
              <span className="pl-2">{entry.dateLabel}</span>
              {agency && <AgencyTag agency={agency} lettersOnly />}
            </p>
            <p className="pl-gap-words">{entry.text}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** One agency that others name and that sent nothing: who names it where, and what is known. */
export function NamedPanel({ named }: { named: NamedAgency }): ReactNode {
  const may = useMay();
  const answer = useCommand('gaps.answer', { said: 'Explanation kept.' });
  const add = async (said: Said): Promise<boolean> => (await answer.run({ id: newId(), key: named.key, ...said })).ok;
  return (
    <Inspector title={named.name}>
      <Section title="What is known">
        <ExplainForm
          key={`${named.key} ${named.note?.rowVersion ?? 'none'}`}
          choices={NAMED_EXPLANATIONS}
          note={named.note}
          onAdd={add}
          adding={answer.pending}
          cannotAdd={may('gaps.answer')}
        />
        <ErrorNote error={answer.error} />
      </Section>
      <Section title="Entries that name it" count={named.entries}>
        <EntryExcerpts entries={named.samples} />
        {named.entries > named.samples.length && <p className="pl-2">The first {count(named.samples.length)} are shown.</p>}
      </Section>
    </Inspector>
  );
}
