import { FileUp, Plus, Search, UserRoundCog } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { AskItem, RegisterRow } from '#shared/contract/register.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { useDrop } from '#renderer/data/files.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { count, instantLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { Inspector } from '#renderer/ui/inspector.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { AskPanel } from './asks/ask-panel.tsx';
import { contextOf } from './asks/context.ts';
import { useAsks } from './asks/use-asks.ts';
import { EntryForm } from './entry/entry-form.tsx';
import { EntryInspector } from './entry/entry-inspector.tsx';
import { inOrder, matches } from './list/register-groups.ts';
import { RegisterTable } from './list/register-table.tsx';
import { chooseRegisterFile } from './register-file/choose-register-file.ts';
import { ImportRegister } from './register-file/import-register.tsx';
import { KeyProfessionals } from './roles/key-professionals.tsx';
import { TryLine } from './try-line/try-line.tsx';
import { useCounts } from './use-counts.ts';
import './people-page.css';

type Task = { kind: 'add' } | { kind: 'edit'; id: string } | { kind: 'roles' } | { kind: 'file'; file: File };
const NO_ROWS: readonly RegisterRow[] = [];

/** People, places, organisations and numbers: one register for every page and every export, and who is meant where it is not plain. */
export function PeoplePage(): ReactNode {
  const workbench = useWorkbench();
  const frame = useFrame();
  const identified = useIdentified();
  const may = useMay();
  const { params } = useRoute();
  const { data, error } = useQuery('register.list', {});
  const { data: overview } = useQuery('review.overview', {});
  const recount = useCounts(data !== undefined && (data.stale || data.countedAt === null));
  const [words, setWords] = useState('');
  const [toSettle, setToSettle] = useState(false);
  const [task, setTask] = useState<Task | null>(null);
  const search = useRef<HTMLInputElement>(null);

  const rows = data?.rows ?? NO_ROWS;
  const byId = useMemo(() => new Map(rows.map((row) => [row.entry.id, row])), [rows]);
  const ordered = useMemo(() => inOrder(rows), [rows]);
  const shown = ordered.filter((row) => matches(row, { words, toSettle }));
  const waiting = rows.filter((row) => row.ask).length;
  const selected = byId.get(params['person'] ?? '') ?? null;
  const asks = useAsks(selected?.entry.id ?? null, identified && selected?.ask !== 0);
  useEffect(() => {
    // What was typed or chosen shows names: it goes with the view that may show them.
    if (!identified) setTask(null);
  }, [identified]);

  const cannotChange = may('register.add');
  const select = (id: string | null): void => {
    setTask(null);
    replaceParams({ person: id ?? undefined });
  };
  const begin = (next: Task): void => {
    setTask(next);
    frame.setInspectorOpen(true);
  };
  const chooseFile = (): void => void chooseRegisterFile(document).then((file) => file && begin({ kind: 'file', file }));
  useDrop('register', 'Read as a register', ([file]) => {
    if (file instanceof File && !cannotChange) begin({ kind: 'file', file });
  });
  const counted = selected ? selected.ask : (overview?.toSettle ?? null);
  const cannotAsk = may('register.decide');
  const answers = asks.item ? asks.item.candidates.slice(0, 8) : [];
  usePageCommands([
    {
      id: 'people.add',
      label: 'Add to the register…',
      keys: ['Insert'],
      cannot: () => cannotChange,
      run: () => begin({ kind: 'add' }),
    },
    {
      id: 'people.change',
      label: 'Change this entry…',
      keys: ['F2'],
      cannot: () => cannotChange ?? (selected ? null : 'Choose an entry first'),
      run: () => selected && begin({ kind: 'edit', id: selected.entry.id }),
    },
    { id: 'people.find', label: 'Find on the register', keys: ['Ctrl+F'], run: () => search.current?.select() },
    { id: 'people.roles', label: 'Key professionals by role…', cannot: () => cannotChange, run: () => begin({ kind: 'roles' }) },
    { id: 'people.import', label: 'Import a register file…', cannot: () => cannotChange, run: chooseFile },
    {
      id: 'people.recount',
      label: 'Count mentions again',
      cannot: () => may('register.recount'),
      run: () => void recount.run({}),
    },
    { id: 'people.next', label: 'Next to settle', keys: ['N'], cannot: () => cannotAsk, run: () => asks.next() },
    ...[...answers, null].map((id, index) => ({
      id: `people.answer.${index + 1}`,
      label: id === null ? 'Settle: nobody on the register' : `Settle: candidate ${index + 1}`,
      keys: [String(index + 1)],
      shown: () => asks.item !== null && task === null,
      cannot: () => cannotAsk,
      run: () => asks.answer(id),
    })),
  ]);

  const blank = data !== undefined && rows.length === 0;
  const taken = rows
    .filter(({ entry }) => task?.kind !== 'edit' || entry.id !== task.id)
    .map(({ entry }) => entry.pseudonym)
    .filter(Boolean);
  const askPanel = identified ? (
    <AskPanel asks={asks} byId={byId} cannot={cannotAsk} counted={data?.stale ? null : counted} />
  ) : (
    waiting > 0 && (
      <p className="pl-2 pl-section">
        Questions quote what agencies wrote, so they are not shown while the view is anonymised. F9 switches to identified.
      </p>
    )
  );

  function inspector(): ReactNode {
    if (task?.kind === 'roles')
      return <KeyProfessionals rows={rows} cannot={cannotChange} onDone={(id) => (id ? select(id) : setTask(null))} />;
    if (task?.kind === 'file')
      return <ImportRegister file={task.file} rows={rows} cannot={cannotChange} onDone={() => setTask(null)} />;
    if (task) {
      const entry = task.kind === 'edit' ? (byId.get(task.id)?.entry ?? null) : null;
      return (
        <EntryForm
          key={entry?.id ?? 'new'}
          entry={entry}
          taken={taken}
          cannot={cannotChange}
          onDone={(id) => (id ? select(id) : setTask(null))}
        />
      );
    }
    if (selected) {
      return (
        <EntryInspector
          key={selected.entry.id}
          row={selected}
          identified={identified}
          onEdit={() => begin({ kind: 'edit', id: selected.entry.id })}
          onRemoved={() => select(null)}
          asks={selected.ask === 0 ? null : askPanel}
        />
      );
    }
    return <Inspector title="To settle">{askPanel}</Inspector>;
  }
  return (
    <Page
      title="People"
      about="one register for every page and every export"
      scroll="own"
      ruled={blank}
      toolbar={
        <>
          <Button bar icon={<FileUp size={14} aria-hidden />} cannot={cannotChange} onClick={chooseFile}>
            Import a file…
          </Button>
          <Button
            bar
            icon={<UserRoundCog size={14} aria-hidden />}
            cannot={cannotChange}
            onClick={() => begin({ kind: 'roles' })}
          >
            Key professionals by role…
          </Button>
          <Button bar icon={<Plus size={14} aria-hidden />} cannot={cannotChange} onClick={() => begin({ kind: 'add' })}>
            Add…
          </Button>
        </>
      }
      bar={
        !blank && (
          <>
            <span className="pl-pe-search">
              <Search size={14} strokeWidth={1.5} aria-hidden />
              <input
                ref={search}
                className="pl-input"
                type="search"
                aria-label="Find on the register"
                placeholder={identified ? 'Real name, spelling or pseudonym' : 'Pseudonym or role'}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
              />
            </span>
            <SegmentedControl
              label="Show"
              value={toSettle ? 'settle' : 'all'}
              onChange={(value) => setToSettle(value === 'settle')}
              segments={[
                { value: 'all', label: `All ${count(rows.length)}` },
                { value: 'settle', label: `To settle ${count(waiting)}` },
              ]}
            />
            <span className="pl-push pl-2">
              {countWords(data?.countedAt ?? null, data?.stale ?? false)}{' '}
              <LinkButton cannot={recount.pending ? 'Under way' : may('register.recount')} onClick={() => void recount.run({})}>
                Count again
              </LinkButton>
            </span>
          </>
        )
      }
      inspector={(!blank || task) && inspector()}
      foot={
        !blank && (
          <FootKeys
            selection={`${count(shown.length)} of ${count(rows.length)}`}
            keys={[
              ...(asks.item
                ? ([
                    [`1–${answers.length + 1}`, 'answer'],
                    ['N', 'next to settle'],
                  ] as const)
                : []),
              ['F2', 'change'],
              ['Insert', 'add'],
              ['F9', 'identified or anonymised'],
            ]}
          />
        )
      }
    >
      <ErrorNote error={error ?? recount.error} />
      {blank ? (
        <EmptyState
          title="Nobody is on the register yet"
          button={
            <Button look="main" cannot={cannotChange} onClick={() => begin({ kind: 'add' })}>
              Add the first name…
            </Button>
          }
          also={<LinkButton onClick={() => void openTheSample(workbench, 'people')}>See it in the sample</LinkButton>}
        >
          Everybody and everything that must not be named comes here, each with a pseudonym. The register finds its names in every
          spelling, and replaces them in the anonymised view and in each publication.
        </EmptyState>
      ) : (
        <SplitPanes
          name="people.try"
          axis="y"
          sized="second"
          size={148}
          min={80}
          max={420}
          labels={['Register', 'Same line, both ways']}
          first={
            shown.length === 0 && data ? (
              <EmptyState
                title="Nothing on the register matches"
                button={
                  <Button
                    onClick={() => {
                      setWords('');
                      setToSettle(false);
                    }}
                  >
                    Show all {count(rows.length)}
                  </Button>
                }
              >
                {toSettle && words.trim() === ''
                  ? 'No mention waits to be settled.'
                  : 'Names are found by any of their spellings, and by pseudonym or role.'}
              </EmptyState>
            ) : (
              <RegisterTable
                rows={shown}
                identified={identified}
                selected={selected?.entry.id ?? null}
                onSelect={(row) => select(row.entry.id)}
                onOpen={() => frame.setInspectorOpen(true)}
              />
            )
          }
          second={<TryLine identified={identified} example={exampleOf(asks.item)} />}
        />
      )}
    </Page>
  );
}

function exampleOf(item: AskItem | null): string {
  if (!item) return '';
  const { before, words, after } = contextOf(item);
  return `${before}${words}${after}`;
}

function countWords(at: string | null, stale: boolean): string {
  if (at === null) return 'Mentions not counted yet.';
  return `Mentions counted ${instantLabel(at).replace(/^Today /, '')}${stale ? '; something has changed since' : ''}.`;
}
