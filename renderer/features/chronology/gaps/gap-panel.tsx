import type { ReactNode } from 'react';
import type { AgencyRecord, Gap } from '#shared/contract/gaps.ts';
import { newId } from '#shared/kernel/ids.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { ExplainForm, type Said } from './explain-form.tsx';
import { GAP_EXPLANATIONS, gapKindWords } from './gap-words.ts';
import { RuleForm } from './rule-form.tsx';

type Beside = NonNullable<Gap['before']>;
export function EntryLink({ entry }: { entry: Beside }): ReactNode {
  return (
    <a href={hrefTo('chronology', { entry: entry.id })}>
      {refLabel(entry.ref)}, {entry.dateLabel}
    </a>
  );
}

/** One stretch without contact: what lies beside it, what the agency says itself, what people say of it. */
export function GapPanel({ gap, record }: { gap: Gap; record: AgencyRecord | undefined }): ReactNode {
  const may = useMay();
  const agency = useAgencies().get(gap.agencyId ?? '');
  const explain = useCommand('gaps.explain', { said: 'Explanation kept.' });
  const add = async (said: Said): Promise<boolean> =>
    (await explain.run({ id: newId(), agencyId: gap.agencyId, from: gap.from, to: gap.to, byHand: false, ...said })).ok;
  return (
    <Inspector title={`${counted(gap.days, 'day')} without contact`}>
      <Section title={`${dayLabel(gap.from)} to ${dayLabel(gap.to)}`}>
        <p className="pl-gap-who">{agency ? <AgencyTag agency={agency} /> : 'Every agency'}</p>
        <DefinitionList
          items={[
            ['Known', gapKindWords(gap)],
            ...(gap.before ? [['Entry before', <EntryLink key="before" entry={gap.before} />] as const] : []),
            ...(gap.after ? [['Entry after', <EntryLink key="after" entry={gap.after} />] as const] : []),
            ...gap.statedBy.map((entry) => ['Agency states it', <EntryLink key={entry.id} entry={entry} />] as const),
          ]}
        />
        {gap.schoolHoliday && (
          <p className="pl-2">All its school days lie in the usual school holidays. Each school sets its own: ask which.</p>
        )}
        {gap.vague > 0 && (
          <p className="pl-2">
            {counted(gap.vague, 'entry', 'entries')} of this agency {gap.vague === 1 ? 'has a date' : 'have dates'} too wide to
            tell, and may lie here.
          </p>
        )}
        {gap.inside > 0 && (
          <p className="pl-2">
            {counted(gap.inside, 'stretch', 'stretches')} of contact {gap.inside === 1 ? 'is' : 'are'} recorded within it: the
            statement and the entries do not agree.
          </p>
        )}
        {gap.agencyId && (
          <p className="pl-2">
            <a href={hrefTo('chronology', { from: gap.from, to: gap.to })}>What other agencies recorded then</a>
          </p>
        )}
      </Section>
      <Section title="Explanation">
        <ExplainForm
          key={`${gap.key} ${gap.note?.rowVersion ?? 'none'}`}
          choices={GAP_EXPLANATIONS}
          note={gap.note}
          onAdd={add}
          adding={explain.pending}
          cannotAdd={may('gaps.explain')}
        />
        <ErrorNote error={explain.error} />
      </Section>
      {record && gap.kind === 'found' && (
        <Section title="From how many days on">
          <RuleForm key={`${record.agencyId} ${record.rowVersion}`} record={record} />
        </Section>
      )}
    </Inspector>
  );
}
