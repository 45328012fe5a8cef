import { Redo2, ShieldCheck, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { redo } from '#renderer/commands/redo.ts';
import { undo } from '#renderer/commands/undo.ts';
import { useRunCommand } from '#renderer/commands/use-run-command.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { clockLabel, counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { type Column, Table } from '#renderer/ui/table.tsx';
import { FileCheck } from './file-check.tsx';
import { localDay, touchedWords } from './line-words.ts';

type Line = OutputOf<'history.list'>['items'][number];
const AT_ONCE = 200;

const COLUMNS: readonly Column<Line>[] = [
  { key: 'seq', head: 'No.', num: true, width: '4.5rem', cell: (line) => line.seq },
  { key: 'at', head: 'Time', width: '4rem', cell: (line) => <time dateTime={line.at}>{clockLabel(Date.parse(line.at))}</time> },
  { key: 'label', head: 'What was done', names: true, cell: (line) => line.label },
  { key: 'touched', head: 'Rows', cell: (line) => <span className="pl-dim">{touchedWords(line.touched)}</span> },
  {
    key: 'who',
    head: 'By',
    cell: (line) => (
      <>
        {line.person || <span className="pl-dim">not named</span>}
        {line.post && line.post !== line.person && <span className="pl-dim"> · {line.post}</span>}
      </>
    ),
  },
  { key: 'state', head: 'State', width: '9rem', cell: (line) => <State line={line} /> },
];

function State({ line }: { line: Line }): ReactNode {
  if (line.reverses !== null) return <>Takes back no. {line.reverses}</>;
  if (line.undone) return <>Taken back</>;
  return <span className="pl-dim">{line.undoable ? 'Can be taken back' : 'Stands'}</span>;
}

/** Who did what, when: the record, newest first, with undo and the check of the whole file. */
export function ActivityPage(): ReactNode {
  const session = useSession();
  const [before, setBefore] = useState<readonly number[]>([]);
  const { data, error, old } = useQuery('history.list', { before: before.at(-1) ?? null, limit: AT_ONCE });
  const { data: state } = useQuery('history.state', {});
  const check = useJob('review.verify', {
    said: (result) => (result.ok ? 'Nothing wrong was found.' : 'The check found faults.'),
  });
  const [result, setResult] = useState<OutputOf<'review.verify'> | null>(null);
  const run = useRunCommand();
  const readOnly = session?.readOnly ? 'The review is open for reading only' : null;

  async function verify(): Promise<void> {
    const outcome = await check.run({});
    if (outcome.ok) setResult(outcome.output);
  }
  const { next } = data ?? { next: null };
  return (
    <Page
      title="Activity"
      about="every change, by whom and when; nothing is erased from this record"
      ruled={false}
      toolbar={
        <>
          <Button
            bar
            icon={<Undo2 size={14} aria-hidden />}
            cannot={readOnly ?? (state?.undo ? null : 'There is nothing to undo')}
            onClick={() => run(undo)}
          >
            {state?.undo ? `Undo: ${state.undo}` : 'Undo'}
          </Button>
          <Button
            bar
            icon={<Redo2 size={14} aria-hidden />}
            cannot={readOnly ?? (state?.redo ? null : 'There is nothing to redo')}
            onClick={() => run(redo)}
          >
            {state?.redo ? `Redo: ${state.redo}` : 'Redo'}
          </Button>
          <Button
            bar
            icon={<ShieldCheck size={14} aria-hidden />}
            cannot={check.pending ? 'Under way' : null}
            onClick={() => void verify()}
          >
            Check the review file
          </Button>
        </>
      }
      inspector={result && <FileCheck result={result} />}
      foot={
        <FootKeys
          selection={data ? `${counted(data.items.length, 'change')} shown` : ''}
          keys={[
            ['Ctrl+Z', 'undo'],
            ['Ctrl+Y', 'redo'],
          ]}
        />
      }
      end={
        (before.length > 0 || next !== null) && (
          <>
            <Button cannot={before.length > 0 ? null : 'These are the newest'} onClick={() => setBefore(before.slice(0, -1))}>
              Later changes
            </Button>
            <Button
              cannot={next === null || old ? 'These are the first' : null}
              onClick={() => next !== null && setBefore([...before, next])}
            >
              Earlier changes
            </Button>
          </>
        )
      }
    >
      <ErrorNote error={error ?? check.error} />
      {data && data.items.length === 0 && (
        <EmptyState title="Nothing has been changed yet">Each change is listed here as it is made.</EmptyState>
      )}
      {data && data.items.length > 0 && (
        <Table
          label="Activity"
          columns={COLUMNS}
          rows={data.items}
          rowKey={(line) => String(line.seq)}
          group={(line, above) => {
            const day = localDay(line.at);
            return above && localDay(above.at) === day ? null : dayLabel(day);
          }}
        />
      )}
    </Page>
  );
}
