import { FilePlus2, Inbox } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { DiffRow } from '#shared/contract/return-versions.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { announce } from '#renderer/data/announce.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { go, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useRecount } from '#renderer/data/use-recount.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { AddedNote, type LastAdded } from './added-note.tsx';
import { KeptInspector } from './kept/kept-inspector.tsx';
import { KeptView, ProblemsError } from './kept/kept-view.tsx';
import { type Chosen, Refused, ReturnList } from './list/return-list.tsx';
import { AddBar } from './mapping/add-bar.tsx';
import { FileDetails } from './mapping/file-details.tsx';
import { cannotAdd } from './mapping/needs.ts';
import { DiffDetails } from './diff/diff-details.tsx';
import { countWords } from './diff/diff-words.ts';
import type { PendingSide } from './diff/version-choice.tsx';
import { BeingRead, WaitingDetails } from './pending/being-read.tsx';
import { PendingView } from './pending/pending-view.tsx';
import { previewOf } from './pending/target.ts';
import { useReturnQueue } from './pending/use-return-queue.ts';
import { useTakeFiles } from './pending/use-take-files.ts';
import { ReturnHead } from './return-head.tsx';
import { ReturnsSwitch } from './returns-switch.tsx';
import { MakeForm } from './templates/make-form.tsx';
import { TrackerPage } from './tracker/tracker-page.tsx';
import './returns-page.css';

/** Agencies' returns: the files that came, or the tracker of who was asked for them. */
export function ReturnsPage(): ReactNode {
  const { params } = useRoute();
  return params['show'] === 'tracker' ? <TrackerPage /> : <ReturnFiles />;
}

const ARRIVES = '.pl-rt-agency[data-needed] input, .pl-rt-diff-list [tabindex="0"], .pl-rt-columns-scroll';

/** Returns that are in, and files on their way in, with nothing added until it is said. */
function ReturnFiles(): ReactNode {
  const workbench = useWorkbench();
  const frame = useFrame();
  const identified = useIdentified();
  const agencies = useAgencies();
  const may = useMay();
  const { params } = useRoute();
  const { data: returns, error } = useQuery('returns.list', {});
  const { queue, pending } = useReturnQueue();
  const recount = useRecount();
  const [pendingKey, setPendingKey] = useState<string | null>(null);
  const [problemAt, setProblemAt] = useState<number | null>(null);
  const [added, setAdded] = useState<LastAdded | null>(null);
  const [side, setSide] = useState<PendingSide>('changes');
  const [diffAt, setDiffAt] = useState<DiffRow | null>(null);
  const [making, setMaking] = useState(false);

  const choose = useCallback((next: Chosen) => {
    setProblemAt(null);
    setMaking(false);
    setPendingKey(next.kind === 'pending' ? next.key : null);
    replaceParams({ return: next.kind === 'kept' ? next.id : undefined });
  }, []);
  const { choose: chooseFile } = useTakeFiles(queue, (key) => choose({ kind: 'pending', key }));

  const onTheirWay = pending.filter((one) => one.state !== 'refused');
  const refused = pending.filter((one) => one.state === 'refused');
  const one = onTheirWay.find(({ key }) => key === pendingKey);
  const asked = returns?.find(({ id }) => id === params['return']);
  // Nothing chosen: what is on its way in first, else the first return.
  const shownPending = one ?? (asked ? undefined : onTheirWay[0]);
  const kept = shownPending ? undefined : (asked ?? returns?.[0]);
  const preview = identified && shownPending ? previewOf(shownPending) : null;
  const diff = shownPending?.diff ?? null;
  const { data: keptProblems, error: problemsError } = useQuery(
    'returns.problems',
    { id: kept?.id ?? '' },
    { enabled: kept !== undefined, keep: false },
  );
  const problems = shownPending ? preview?.problems : keptProblems;
  useEffect(() => setProblemAt(null), [shownPending?.key, kept?.id]);

  // A file that was waited for is here: focus goes to what it asks first, or to its rows.
  const readable = preview !== null && shownPending?.key === pendingKey;
  useEffect(() => {
    const active = document.activeElement;
    if (!readable || (active !== document.body && active?.tagName !== 'H1')) return;
    document.querySelector<HTMLElement>(ARRIVES)?.focus({ preventScroll: true });
  }, [readable]);

  async function add(): Promise<void> {
    if (!shownPending || !preview || may('returns.import') || cannotAdd(shownPending, preview)) return;
    const result = await queue.addToReview(shownPending.key);
    if (!result) return;
    const words = shownPending.diff
      ? `Return ${shownPending.diff.toVersion} is in: ${countWords(shownPending.diff.counts)}.`
      : result.added === 0
        ? 'Kept as a nil return.'
        : `${counted(result.added, 'entry', 'entries')} added to the chronology.`;
    setAdded({ id: result.returnId, agencies: result.agencies.join(', '), words, any: result.rowsRead > 0 });
    announce(words);
    const [next] = queue.list().filter((other) => other.state !== 'refused');
    choose(next ? { kind: 'pending', key: next.key } : { kind: 'kept', id: result.returnId });
    // Figures of the register lean on the texts; they are counted afresh while work goes on.
    void recount.run({});
  }
  function later(): void {
    const [first] = returns ?? [];
    announce('Kept for later in the list, until this window is closed.');
    if (first) choose({ kind: 'kept', id: first.id });
    else go('overview');
  }
  function stepProblem(back: boolean): void {
    const all = problems?.length ?? 0;
    if (all === 0) {
      announce('No problem is listed here.');
      return;
    }
    const next = problemAt === null ? (back ? all - 1 : 0) : problemAt + (back ? -1 : 1);
    if (next < 0 || next >= all) announce(back ? 'This is the first problem.' : 'This is the last problem.');
    else setProblemAt(next);
  }
  const cannotChoose =
    may('returns.preview') ?? (identified ? null : 'Switch to identified first (F9): rows are read with the names in them');
  const cannotMake = may('returns.template') ?? (identified ? null : 'Switch to identified first (F9): it may name the agency');
  function makeForm(): void {
    setMaking(true);
    frame.setInspectorOpen(true);
  }
  usePageCommands([
    {
      id: 'returns.form',
      label: 'Make a form for an agency…',
      words: 'template blank chronology word excel',
      cannot: () => cannotMake,
      run: makeForm,
    },
    {
      id: 'returns.choose',
      label: 'Choose a return…',
      keys: ['Insert'],
      words: 'import file add',
      cannot: () => cannotChoose,
      run: chooseFile,
    },
    { id: 'returns.next-problem', label: 'Next problem', keys: ['F8'], run: () => stepProblem(false) },
    { id: 'returns.previous-problem', label: 'Previous problem', keys: ['Shift+F8'], run: () => stepProblem(true) },
    {
      id: 'returns.add',
      label: diff ? 'Accept the changes of the corrected return' : 'Add the entries to the chronology',
      keys: ['Ctrl+Enter'],
      shown: () => preview !== null,
      cannot: () =>
        shownPending && preview ? (may('returns.import') ?? cannotAdd(shownPending, preview)) : 'No file is being read',
      run: () => void add(),
    },
  ]);

  const blank = returns !== undefined && returns.length === 0 && pending.length === 0;
  const chosen: Chosen | null = shownPending
    ? { kind: 'pending', key: shownPending.key }
    : kept
      ? { kind: 'kept', id: kept.id }
      : null;
  const dropZone = (
    <div className="pl-rt-drop">
      <strong>Drop a return here</strong>
      Word, Excel or CSV, or{' '}
      <LinkButton cannot={cannotChoose} onClick={chooseFile}>
        choose a file…
      </LinkButton>
    </div>
  );
  return (
    <Page
      title="Returns"
      scroll="own"
      about={
        <ReturnHead
          tally={returns && returns.length > 0 ? `${returns.filter(({ state }) => state !== 'withdrawn').length} in` : ''}
          pending={shownPending}
          preview={preview}
          kept={kept}
          agencies={agencies}
          identified={identified}
        />
      }
      toolbar={
        <>
          <Button bar icon={<FilePlus2 size={14} aria-hidden />} cannot={cannotMake} onClick={makeForm}>
            Make a form…
          </Button>
          <ReturnsSwitch shown="files" />
        </>
      }
      inspector={
        making && identified ? (
          <MakeForm onClose={() => setMaking(false)} />
        ) : kept ? (
          <KeptInspector key={kept.id} one={kept} />
        ) : preview && diff && side === 'changes' ? (
          <DiffDetails diff={diff} at={diffAt} />
        ) : preview ? (
          <FileDetails preview={preview} />
        ) : (
          shownPending && <WaitingDetails one={shownPending} identified={identified} />
        )
      }
      end={
        shownPending &&
        preview && (
          <AddBar
            one={shownPending}
            preview={preview}
            cannot={may('returns.import')}
            queue={queue}
            onAdd={() => void add()}
            onLater={later}
          />
        )
      }
      foot={
        !blank && (
          <FootKeys
            selection={problemAt !== null && problems ? `problem ${problemAt + 1} of ${problems.length}` : ''}
            keys={[
              ['F8', 'next problem'],
              ...(preview ? ([['Ctrl+Enter', diff ? 'accept' : 'add']] as const) : []),
              ['Insert', 'choose a file'],
            ]}
          />
        )
      }
    >
      {error && <ErrorNote error={error} />}
      {blank ? (
        <EmptyState
          title="No return has come in yet"
          button={
            <Button look="main" icon={<Inbox size={14} aria-hidden />} cannot={cannotChoose} onClick={chooseFile}>
              Choose a return…
            </Button>
          }
          also={<LinkButton onClick={() => void openTheSample(workbench, 'returns')}>See it in the sample</LinkButton>}
        >
          A return is what one agency sends: its chronology as a Word document, an Excel workbook or CSV. Choose its file, or drop
          it anywhere in this window. You see how its columns, dates and rows read, and nothing is added until you say so.
        </EmptyState>
      ) : (
        <div className="pl-rt">
          <section className="pl-rt-side" data-pane="Returns" aria-label="Returns" tabIndex={-1} data-quiet-focus>
            <ReturnList
              returns={returns ?? []}
              pending={pending}
              agencies={agencies}
              identified={identified}
              chosen={chosen}
              onChoose={choose}
              onOpen={() => frame.setInspectorOpen(true)}
            />
            <Refused
              refused={refused}
              identified={identified}
              onLeave={(key) => queue.leave(key)}
              onAgain={(key) => {
                queue.readAgain(key);
                choose({ kind: 'pending', key });
              }}
            />
            {dropZone}
          </section>
          <section className="pl-rt-main" aria-label="The return in hand">
            {added && identified && (shownPending || kept?.id === added.id) && <AddedNote added={added} />}
            {shownPending && preview && (
              <PendingView
                key={shownPending.key}
                one={shownPending}
                preview={preview}
                queue={queue}
                returns={returns ?? []}
                problemAt={problemAt}
                onProblem={setProblemAt}
                side={side}
                onSide={setSide}
                diffAt={diffAt}
                onDiffAt={setDiffAt}
              />
            )}
            {shownPending && !preview && <BeingRead one={shownPending} identified={identified} queue={queue} />}
            {kept && <ProblemsError error={problemsError} />}
            {kept && <KeptView key={kept.id} one={kept} problems={keptProblems} problemAt={problemAt} onProblem={setProblemAt} />}
          </section>
        </div>
      )}
    </Page>
  );
}
