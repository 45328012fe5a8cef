import { Mail, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TrackedReturn } from '#shared/contract/tracker.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { localToday } from '#renderer/data/today.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { ReturnsSwitch } from '../returns-switch.tsx';
import { AskPanel } from './ask-panel.tsx';
import { RequestInspector } from './request-inspector.tsx';
import { SendPanel } from './send-panel.tsx';
import { nextWords, standingWords, statusOf } from './tracker-words.ts';
import './tracker.css';

type Panel = { kind: 'ask'; agencies: string } | { kind: 'send'; rows: readonly TrackedReturn[] } | null;
const icon = { size: 14, 'aria-hidden': true } as const;

/** Who was asked for a return, by when, what came, and what is to be done next. */
export function TrackerPage(): ReactNode {
  const { params } = useRoute();
  const workbench = useWorkbench();
  const frame = useFrame();
  const may = useMay();
  const agencies = useAgencies();
  const today = localToday();
  const { data: rows, error } = useQuery('tracker.list', { today });
  const [panel, setPanel] = useState<Panel>(null);
  const selected = rows?.find((row) => row.agencyId === params['agency']) ?? null;
  const cannotAsk = may('tracker.ask');
  const due = rows?.filter((row) => row.next !== null && row.requestId !== null) ?? [];

  function open(next: Panel): void {
    setPanel(next);
    frame.setInspectorOpen(true);
  }
  const ask = (): void =>
    open({
      kind: 'ask',
      agencies: (rows ?? [])
        .filter((row) => row.requestId === null)
        .map((row) => agencies.get(row.agencyId)?.name ?? '')
        .join('\n'),
    });
  usePageCommands([
    {
      id: 'tracker.ask',
      label: 'Ask for returns…',
      keys: ['Insert'],
      words: 'request chronology letter',
      cannot: () => cannotAsk,
      run: ask,
    },
    {
      id: 'tracker.send',
      label: 'Write the letters that are due…',
      words: 'remind query',
      cannot: () => may('tracker.letter') ?? (due.length === 0 ? 'No letter is due' : null),
      run: () => open({ kind: 'send', rows: due }),
    },
  ]);
  const late = rows?.filter((row) => row.daysLate !== null).length ?? 0;
  const accepted = rows?.filter((row) => row.standing === 'accepted').length ?? 0;
  const done = (): void => setPanel(null);
  return (
    <Page
      title="Returns"
      about={
        rows &&
        rows.length > 0 &&
        [`${accepted} of ${rows.length} accepted`, late > 0 && `${late} late`].filter(Boolean).join(', ')
      }
      toolbar={
        <>
          {rows && rows.length > 0 && (
            <>
              <Button bar icon={<Plus {...icon} />} cannot={cannotAsk} onClick={ask}>
                Ask for returns…
              </Button>
              <Button
                bar
                icon={<Mail {...icon} />}
                cannot={may('tracker.letter') ?? (due.length === 0 ? 'No letter is due' : null)}
                onClick={() => open({ kind: 'send', rows: due })}
              >
                {due.length === 0 ? 'Write letters…' : `Write ${counted(due.length, 'letter')}…`}
              </Button>
            </>
          )}
          <ReturnsSwitch shown="tracker" />
        </>
      }
      inspector={
        panel?.kind === 'ask' ? (
          <AskPanel agencies={panel.agencies} today={today} onDone={done} />
        ) : panel?.kind === 'send' ? (
          <SendPanel rows={panel.rows} today={today} onDone={done} />
        ) : (
          selected && (
            <RequestInspector
              key={selected.agencyId}
              one={selected}
              today={today}
              onSend={() => open({ kind: 'send', rows: [selected] })}
              onAsk={() => open({ kind: 'ask', agencies: agencies.get(selected.agencyId)?.name ?? '' })}
            />
          )
        )
      }
      foot={
        <FootKeys
          selection={selected ? (agencies.get(selected.agencyId)?.name ?? null) : null}
          keys={[
            ['↑ ↓', 'choose'],
            ['Insert', 'ask for returns'],
            ['Ctrl+Z', 'undo'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {rows?.length === 0 && (
        <EmptyState
          title="No agency has been asked yet"
          button={
            <Button look="main" cannot={cannotAsk} onClick={ask}>
              Ask for returns…
            </Button>
          }
          also={<LinkButton onClick={() => void openTheSample(workbench, 'returns')}>See it in the sample</LinkButton>}
        >
          Each agency with the day its return is due, what came, what was queried and what is still to do. The letters for each
          step are written for you, without the child’s name.
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <div className="pl-rt-tracker">
          <Table
            label="Returns by agency"
            arrive
            columns={COLUMNS}
            rows={rows.map((row) => ({ row, agency: agencies.get(row.agencyId) }))}
            rowKey={({ row }) => row.agencyId}
            selected={selected?.agencyId ?? null}
            onSelect={({ row }) => {
              setPanel(null);
              replaceParams({ agency: row.agencyId });
            }}
            onOpen={() => frame.setInspectorOpen(true)}
          />
        </div>
      )}
    </Page>
  );
}

type Line = { row: TrackedReturn; agency: Parameters<typeof AgencyTag>[0]['agency'] | undefined };
const lastDay = (row: TrackedReturn, kind: string): string | null =>
  row.steps.findLast((step) => step.kind === kind && step.takenBack === null)?.on ?? null;
const dayCell = (kind: string) =>
  function cell({ row }: Line): ReactNode {
    const day = lastDay(row, kind);
    return day === null ? <span className="pl-dim">–</span> : dayLabel(day, { weekday: false });
  };
const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'agency',
    head: 'Agency',
    names: true,
    cell: ({ row, agency }) => (
      <span className="pl-rt-tracker-who">
        {agency && <AgencyTag agency={agency} />}
        {row.contact !== '' && <span className="pl-2">{row.contact}</span>}
      </span>
    ),
  },
  { key: 'asked', head: 'Asked', width: '6.75rem', cell: dayCell('asked') },
  {
    key: 'due',
    head: 'Due',
    width: '6.75rem',
    cell: ({ row }) => {
      const due = row.steps.findLast((step) => step.due !== null && step.takenBack === null)?.due ?? null;
      return due === null ? <span className="pl-dim">–</span> : dayLabel(due, { weekday: false });
    },
  },
  { key: 'received', head: 'Received', width: '6.75rem', cell: dayCell('received') },
  {
    key: 'standing',
    head: 'Where it stands',
    width: '24%',
    cell: ({ row }) => <StatusMark status={statusOf(row)}>{standingWords(row)}</StatusMark>,
  },
  { key: 'next', head: 'Next letter', width: '10rem', cell: ({ row }) => nextWords(row) || <span className="pl-dim">none</span> },
];
