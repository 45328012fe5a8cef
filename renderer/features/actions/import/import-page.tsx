import { FileUp } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { takeWaiting, useDrop, useFiles } from '#renderer/data/files.ts';
import type { Outcome } from '#renderer/data/jobs.ts';
import { go } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { stage, type Staged, stagedWords, toItems } from './staged.ts';
import { StagedList } from './staged-list.tsx';

type Read = OutputOf<'action.read'>;
/** The paper and what was read from it; `read`: the text that was read, for it is not read again while it stands. */
type Paper = {
  text: string;
  from: string | null;
  read: string | null;
  found: Read | null;
  staged: readonly Staged[];
  asReason: boolean;
};
const NO_PAPER: Paper = { text: '', from: null, read: '', found: null, staged: [], asReason: false };
/** Typing pauses this long before what stands there is read. */
const PAUSE_MS = 500;

/** Actions that stand in a paper: pasted or opened, read, looked over, taken in. */
export function ImportPage(): ReactNode {
  const may = useMay();
  const identified = useIdentified();
  const { narrow } = useFrame();
  const read = useJob('action.read', {
    said: (found) => (found.items.length > 0 ? `Read: ${stagedWords(found.items)}.` : 'No action was found.'),
  });
  const add = useCommand('action.import', { said: '' });
  const keepReason = useCommand('publish.setSettings', { said: '' });
  const settings = useQuery('publish.settings', { kind: 'actionsOnly' });
  const overview = useQuery('review.overview', {});
  const [paper, setPaper, release] = useHeld<Paper>('actions.paper', NO_PAPER);
  const { text, from, found, staged, asReason } = paper;
  const latest = useLatest(paper);
  const files = useFiles();
  const hasReason = Boolean(settings.data?.reason.trim());

  function show(outcome: Outcome<Read>, read: string | null): void {
    if (!outcome.ok) return;
    const { items, preamble } = outcome.output;
    const reason = preamble.trim() !== '' && !hasReason;
    setPaper({ ...latest.current, read, found: outcome.output, staged: stage(items), asReason: reason });
  }
  const readText = useLatest(async (): Promise<void> => {
    if (text.trim() === '') setPaper({ ...paper, read: text, found: null, staged: [] });
    else show(await read.run({ text }), text);
  });
  async function readFile(file: { ref: string; name: string }): Promise<void> {
    setPaper({ ...NO_PAPER, from: file.name });
    show(await read.run({ file: file.ref }), null);
  }
  async function choose(): Promise<void> {
    try {
      const [file] = await files.pick({ purpose: 'actions' });
      if (file) await readFile(file);
    } catch {
      // `useFiles` has said what went wrong.
    }
  }
  const take = useLatest((dropped: Parameters<Parameters<typeof useDrop>[2]>[0]): void => {
    const [first] = dropped;
    if (first) void files.take(first, 'actions').then(readFile, () => undefined);
  });
  useDrop('actions', 'Read these as actions', (dropped) => take.current(dropped));
  useEffect(() => take.current(takeWaiting('actions')), [take]);
  useEffect(() => {
    if (from !== null || text === paper.read) return undefined;
    const timer = setTimeout(() => void readText.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, from, paper.read, readText]);

  const items = toItems(staged);
  const words = stagedWords(items);
  const blank =
    overview.data && overview.data.entries === 0 && overview.data.actions === 0 && overview.data.recommendations === 0;
  const pending = add.pending || keepReason.pending;
  const cannot =
    may('action.import') ??
    // Read with pseudonyms, the text would be taken in with them.
    (identified ? null : 'Switch to identified first (F9)') ??
    (pending || read.pending
      ? 'Under way'
      : found === null
        ? 'Paste the actions or choose their file first'
        : items.length === 0
          ? 'Nothing is switched on'
          : items.some((item) => !item.text.trim() && !item.heading?.trim())
            ? 'One of them has no text'
            : null);
  const label = words ? `Add ${words}` : 'Add the actions';

  async function run(): Promise<void> {
    if (cannot) return;
    const tidy = items.map((item) => ({ ...item, owners: item.owners.map((owner) => owner.trim()).filter(Boolean) }));
    if (!(await add.run({ items: tidy })).ok) return;
    if (asReason && found) await keepReason.run({ kind: 'actionsOnly', reason: found.preamble.trim().slice(0, 8000) });
    release();
    // With nothing else in the review, publishing them is what it was made for.
    if (blank) go('publish');
    else go('actions');
  }
  usePageCommands([
    { id: 'actions.import.run', label, keys: ['Ctrl+Enter'], cannot: () => cannot, run: () => void run() },
    {
      id: 'actions.import.file',
      label: 'Choose a file of actions…',
      words: 'word excel csv text open',
      run: () => void choose(),
    },
  ]);
  const wayIn = (
    <div className="pl-way-in">
      <TextAreaField
        label="Paste the actions"
        value={text}
        rows={14}
        maxLength={500_000}
        data-page-focus
        onChange={(next) => setPaper({ ...paper, from: null, text: next })}
        hint="Numbered paragraphs, one each; or a table from Word. Owner, date and measure are read where they are said."
      />
      <div className="pl-row pl-row-wrap">
        <Button icon={<FileUp size={14} aria-hidden />} onClick={() => void choose()}>
          Choose a Word, Excel, CSV or text file…
        </Button>
        <span className="pl-2">or drop one anywhere</span>
      </div>
      <ErrorNote error={read.error} />
    </div>
  );
  const list = (
    <StagedList
      found={found}
      from={from}
      staged={staged}
      asReason={asReason}
      hasReason={hasReason}
      onStaged={(next) => setPaper({ ...paper, staged: next })}
      onAsReason={(on) => setPaper({ ...paper, asReason: on })}
    />
  );
  return (
    <Page
      title="Actions"
      heading="Actions from a paper"
      about="read, looked over, then taken in"
      scroll={narrow ? 'page' : 'own'}
      toolbar={
        <Button bar onClick={() => go('actions')}>
          Back to the list
        </Button>
      }
      foot={
        <FootKeys
          keys={[
            ['Ctrl+Enter', 'add them'],
            ['F6', 'next pane'],
          ]}
        />
      }
      end={
        <>
          <Button look="main" cannot={cannot} onClick={() => void run()}>
            {label}
          </Button>
          <span className="pl-why">
            {cannot ?? (blank ? 'Then: why the report waits, and what must not appear.' : 'They go after those that are there.')}
          </span>
          <ErrorNote error={add.error ?? keepReason.error} />
        </>
      }
    >
      {narrow ? (
        <>
          {wayIn}
          {list}
        </>
      ) : (
        <SplitPanes
          name="actions-import"
          sized="first"
          size={420}
          min={280}
          max={900}
          labels={['Paper', 'As read']}
          first={wayIn}
          second={list}
        />
      )}
    </Page>
  );
}
