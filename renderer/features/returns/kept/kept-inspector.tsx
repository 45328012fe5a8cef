import { Download } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { hrefTo, replaceParams } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted, InstantText } from '#renderer/ui/date-text.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { PointsForAgency } from '../problems/points-for-agency.tsx';
import { FIELD_WORDS, FORMAT_WORDS } from '../mapping/field-words.ts';
import { QuestionsSection } from './questions-section.tsx';
import { VersionsSection } from './versions-section.tsx';

const STATE = { in: 'In', nil: 'Nil return', withdrawn: 'Withdrawn' } as const;

/** A return that is in: where it came from, how its columns were read, its original; withdrawing it and putting it back. */
export function KeptInspector({ one }: { one: AgencyReturn }): ReactNode {
  const agencies = useAgencies();
  const identified = useIdentified();
  const may = useMay();
  const files = useFiles();
  const [withdrawing, setWithdrawing] = useState(false);
  const original = useJob('returns.original', { said: '' });
  const withdraw = useCommand('returns.withdraw', {
    said: ({ hidden }) => `Withdrawn; ${counted(hidden, 'entry', 'entries')} hidden.`,
  });
  const restore = useCommand('returns.restore', {
    said: ({ shown }) => `Put back; ${counted(shown, 'entry', 'entries')} shown again.`,
  });
  const own = one.agencyIds.flatMap((id) => agencies.get(id) ?? []);
  const names = own.map(({ name }) => name).join(', ');
  const withdrawn = one.state === 'withdrawn';

  async function save(returnVersion?: number): Promise<void> {
    const outcome = await original.run({ id: one.id, ...(returnVersion === undefined ? {} : { returnVersion }) });
    if (!outcome.ok) return;
    const saved = await files.save(outcome.output.file, outcome.output.name).catch(() => false);
    if (saved) announce('The original is saved.');
  }
  return (
    <Inspector
      title={names || one.file}
      beside={own.length === 1 && own[0] ? <AgencyTag agency={own[0]} lettersOnly /> : undefined}
    >
      <QuestionsSection returnId={one.id} />
      <Section
        title="This return"
        tools={
          one.state === 'in' && one.events > 0 && <a href={hrefTo('chronology', { return: one.id })}>See it in the chronology</a>
        }
      >
        <DefinitionList
          items={[
            [
              'State',
              <StatusMark key="state" status={one.state === 'in' ? 'done' : 'note'}>
                {STATE[one.state]}
              </StatusMark>,
            ],
            ['File', one.file],
            ['Kind', FORMAT_WORDS[one.format]],
            ['Came in', <InstantText key="at" at={one.receivedAt} />],
            ['Rows read', count(one.rowsRead)],
            ['Entries', count(one.events)],
            [
              'Problems',
              [
                one.errors && `${count(one.errors)} not taken whole`,
                one.warnings && `${count(one.warnings)} to look at`,
                one.notices && `${count(one.notices)} for information`,
              ]
                .filter(Boolean)
                .join(', ') || 'none found',
            ],
          ]}
        />
      </Section>
      <PointsForAgency one={one} />
      <VersionsSection
        one={one}
        cannot={original.pending ? 'Under way' : may('returns.original')}
        onSave={(returnVersion) => void save(returnVersion)}
      />
      <Section title="Columns as read" count={Object.keys(one.mapping).length}>
        <DefinitionList items={Object.entries(one.mapping).map(([column, field]) => [column, FIELD_WORDS[field]])} />
      </Section>
      <Section title="The original">
        <p className="pl-2 pl-rt-before">
          Kept in the review byte for byte. A copy outside is no longer encrypted, and saving one is on the record.
        </p>
        <Button
          icon={<Download size={14} aria-hidden />}
          cannot={original.pending ? 'Under way' : may('returns.original')}
          onClick={() => void save()}
        >
          Save the original…
        </Button>
        <LinkButton
          className="pl-rt-show"
          cannot={identified ? null : 'Switch to identified first (F9): the original has the names in it'}
          onClick={() => replaceParams({ original: '1', compare: undefined })}
        >
          Show it here
        </LinkButton>
        <ErrorNote error={original.error} />
        <p className="pl-2 pl-rt-hash">
          SHA-256 <span className="pl-mono">{one.sha256}</span>
        </p>
      </Section>
      <Section title={withdrawn ? 'Put it back' : 'Withdraw it'}>
        <p className="pl-2 pl-rt-before">
          {withdrawn
            ? 'Its entries are hidden. Their tags, annotations and links are kept and come back with them.'
            : 'Hides its entries from the chronology and everything made from it. Tags, annotations and links are kept.'}
        </p>
        {withdrawn ? (
          <Button
            cannot={restore.pending ? 'Under way' : may('returns.restore')}
            onClick={() => void restore.run({ id: one.id, rowVersion: one.rowVersion })}
          >
            Put {counted(one.events, 'entry', 'entries')} back
          </Button>
        ) : (
          <Button cannot={may('returns.withdraw')} onClick={() => setWithdrawing(true)}>
            Withdraw this return…
          </Button>
        )}
        <ErrorNote error={restore.error} />
      </Section>
      <Dialog
        open={withdrawing}
        onClose={() => {
          setWithdrawing(false);
          withdraw.reset();
        }}
        title={`Withdraw the return of ${names || 'this agency'}, ${counted(one.events, 'entry', 'entries')}`}
        main={{
          label: `Withdraw ${counted(one.events, 'entry', 'entries')}`,
          pending: withdraw.pending,
          run: () =>
            void withdraw.run({ id: one.id, rowVersion: one.rowVersion }).then((outcome) => outcome.ok && setWithdrawing(false)),
        }}
        leave="Leave it in"
      >
        <p>
          {counted(one.events, 'entry', 'entries')} of this return will be hidden from the chronology, from search and from every
          publication. What was tagged, annotated or cited is kept, and comes back when the return is put back.
        </p>
        <ErrorNote error={withdraw.error} />
      </Dialog>
    </Inspector>
  );
}
