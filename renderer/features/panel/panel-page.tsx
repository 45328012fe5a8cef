import { FilePlus2, FileUp, MailCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { localToday } from '#renderer/data/today.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { CameBackNote } from './came-back-note.tsx';
import { NoRemarks, NothingSent } from './empty-panel.tsx';
import { PanelBar } from './panel-bar.tsx';
import { cannotSettle } from './remarks/cannot-settle.ts';
import { RemarkInspector } from './remarks/remark-inspector.tsx';
import { RemarkTable } from './remarks/remark-table.tsx';
import { SettlePanel } from './remarks/settle-panel.tsx';
import { type Show, useRemarks } from './remarks/use-remarks.ts';
import { useSettling } from './remarks/use-settling.ts';
import { CopyInspector } from './rounds/copy-inspector.tsx';
import { RoundForm } from './rounds/round-form.tsx';
import { RoundList } from './rounds/round-list.tsx';
import { useCopiesBack } from './use-copies-back.ts';
import './panel-page.css';

/** The review panel: what was asked of it, what came back, and what is made of each remark. */
export function PanelPage(): ReactNode {
  const frame = useFrame();
  const files = useFiles();
  const may = useMay();
  const identified = useIdentified();
  const { params } = useRoute();
  const { data: rounds, error } = useQuery('round.list', {});
  const [begun, setBegun] = useState(false);
  const [show, setShow] = useState<Show>('waiting');
  const back = useCopiesBack(may('panel.readReply'));
  const test = useJob('panel.testFile', { said: 'The test file is made.' });
  const inRounds = params['show'] === 'rounds';
  const copyId = params['copy'];
  const remarks = useRemarks(show, inRounds ? undefined : copyId);
  const settling = useSettling(remarks.selected, remarks.chosen, remarks.clear);
  const today = localToday();

  const lines = (rounds ?? []).flatMap((round) => round.copies.map((copy) => ({ round, copy })));
  const line = lines.find(({ copy }) => copy.id === copyId) ?? (inRounds ? lines[0] : undefined);
  const cannotSend = may('round.add');
  const cannotRead = may('panel.readReply') ?? (back.pending ? 'Under way' : null);
  const cannot = may('remark.annotate');
  const { selected, chosen } = remarks;
  const why = selected ? cannotSettle(selected, chosen.length, cannot, identified) : null;
  // A form that closes, or a remark that is settled and leaves, gives the focus back to the list.
  const [task, chosenId] = [settling.task, selected?.id];
  useEffect(() => {
    if (task !== null || chosenId === undefined) return undefined;
    const frameId = requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('.pl-pn-body tr[aria-selected="true"]')?.focus();
    });
    return () => cancelAnimationFrame(frameId);
  }, [task, chosenId]);
  const begin = (): void => {
    setBegun(true);
    frame.setInspectorOpen(true);
  };
  const go = (next: 'rounds' | 'remarks', copy?: string): void => {
    setBegun(false);
    replaceParams({ show: next === 'rounds' ? 'rounds' : undefined, copy, remark: undefined });
  };
  async function makeTest(): Promise<void> {
    const done = await test.run({});
    if (done.ok && (await files.save(done.output.file, done.output.name).catch(() => false))) announce('The test file is saved.');
  }
  const form = (task: 'answer' | 'setAside' | 'correct' | 'place') => () => {
    frame.setInspectorOpen(true);
    settling.begin(task);
  };
  const onRemark = (): boolean => !inRounds && selected !== undefined && settling.task === null;
  const ask = (what: keyof NonNullable<typeof why>) => () => (why ? why[what] : 'No remark is selected');
  usePageCommands([
    { id: 'panel.begin', label: 'Begin a round of comment…', keys: ['Insert'], cannot: () => cannotSend, run: begin },
    {
      id: 'panel.read',
      label: 'Read what came back…',
      words: 'import reply comments',
      cannot: () => cannotRead,
      run: () => back.choose(),
    },
    {
      id: 'panel.test',
      label: 'Make a test file…',
      words: 'gateway try',
      cannot: () => may('panel.testFile'),
      run: () => void makeTest(),
    },
    {
      id: 'panel.rounds',
      label: inRounds ? 'Show remarks' : 'Show rounds and copies',
      run: () => go(inRounds ? 'remarks' : 'rounds'),
    },
    {
      id: 'panel.annotate',
      label: 'Take the remark as an annotation',
      keys: ['A'],
      shown: onRemark,
      cannot: ask('annotate'),
      run: settling.annotate,
    },
    {
      id: 'panel.correct',
      label: 'Correct the entry by the remark…',
      keys: ['C'],
      shown: onRemark,
      cannot: ask('correct'),
      run: form('correct'),
    },
    {
      id: 'panel.challenge',
      label: 'Take the remark as a challenge',
      keys: ['H'],
      shown: onRemark,
      cannot: ask('annotate'),
      run: settling.challenge,
    },
    { id: 'panel.answer', label: 'Answer the remark…', keys: ['R'], shown: onRemark, cannot: ask('answer'), run: form('answer') },
    {
      id: 'panel.aside',
      label: 'Set the remark aside…',
      keys: ['S'],
      shown: onRemark,
      cannot: ask('setAside'),
      run: form('setAside'),
    },
    {
      id: 'panel.place',
      label: 'Place the remark at an entry…',
      keys: ['P'],
      shown: onRemark,
      cannot: ask('place'),
      run: form('place'),
    },
    { id: 'panel.next', label: 'Next remark to settle', keys: ['N'], shown: () => !inRounds, run: remarks.next },
    { id: 'panel.all', label: 'Choose all remarks shown', keys: ['Ctrl+A'], shown: () => !inRounds, run: remarks.tickAll },
  ]);

  const blank = rounds !== undefined && rounds.length === 0;
  function inspector(): ReactNode {
    if (begun) return <RoundForm cannot={cannotSend} onDone={(id) => (id ? go('rounds') : setBegun(false))} />;
    if (inRounds && line) {
      const open = (id: string | null): void => replaceParams({ copy: id ?? undefined });
      return (
        <CopyInspector
          key={line.copy.id}
          {...line}
          today={today}
          onRead={back.choose}
          onRemarks={(id) => {
            setShow('all');
            go('remarks', id);
          }}
          onSelect={open}
        />
      );
    }
    if (inRounds || !selected) return null;
    return (
      <RemarkInspector
        key={selected.id}
        remark={selected}
        replies={remarks.replies}
        cannot={cannot}
        onReopen={settling.reopen}
        error={<ErrorNote error={settling.error} />}
        settle={
          <SettlePanel settling={settling} remark={selected} count={chosen.length} cannot={cannot} identified={identified} />
        }
      />
    );
  }
  const waiting = lines.reduce((sum, { copy }) => sum + copy.waiting, 0);
  return (
    <Page
      title="Review panel"
      about="comments in Word, and what is made of each"
      scroll="own"
      ruled
      toolbar={
        <>
          <Button bar icon={<MailCheck size={14} aria-hidden />} cannot={may('panel.testFile')} onClick={() => void makeTest()}>
            Test file…
          </Button>
          <Button bar icon={<FileUp size={14} aria-hidden />} cannot={cannotRead} onClick={() => back.choose()}>
            Read what came back…
          </Button>
          <Button bar icon={<FilePlus2 size={14} aria-hidden />} cannot={cannotSend} onClick={begin}>
            Begin a round…
          </Button>
        </>
      }
      bar={
        !blank && (
          <PanelBar
            shown={inRounds ? 'rounds' : show}
            waiting={waiting}
            lines={lines}
            copyId={copyId}
            onShow={(value) => {
              if (value !== 'rounds') setShow(value);
              go(value === 'rounds' ? 'rounds' : 'remarks', inRounds ? undefined : copyId);
            }}
          />
        )
      }
      inspector={inspector()}
      foot={
        !blank && (
          <FootKeys
            selection={
              inRounds
                ? counted(lines.length, 'copy', 'copies')
                : remarks.ticked.size > 0
                  ? `${counted(remarks.ticked.size, 'remark')} chosen`
                  : counted(remarks.total, 'remark')
            }
            keys={
              inRounds
                ? [['Insert', 'begin a round']]
                : [
                    ['A', 'annotate'],
                    ['C', 'correct'],
                    ['H', 'challenge'],
                    ['R', 'answer'],
                    ['S', 'set aside'],
                    ['N', 'next'],
                    ['Space', 'choose'],
                  ]
            }
          />
        )
      }
    >
      <ErrorNote error={error ?? remarks.error ?? back.error ?? test.error} />
      {back.results.length > 0 && <CameBackNote results={back.results} onClose={back.clear} />}
      {blank ? (
        <NothingSent cannot={cannotSend} onBegin={begin} />
      ) : (
        <div className="pl-pn-body" data-pane="Review panel" tabIndex={-1} data-quiet-focus>
          {inRounds ? (
            <RoundList
              rounds={rounds ?? []}
              today={today}
              selected={line?.copy.id ?? null}
              onSelect={(id) => {
                setBegun(false);
                replaceParams({ copy: id });
              }}
              onOpen={() => frame.setInspectorOpen(true)}
            />
          ) : remarks.all.length > 0 ? (
            <RemarkTable
              remarks={remarks.all}
              selected={selected?.id ?? null}
              ticked={remarks.ticked}
              onSelect={(id) => {
                setBegun(false);
                settling.leave();
                remarks.select(id);
              }}
              onTick={remarks.tick}
              onOpen={() => frame.setInspectorOpen(true)}
            />
          ) : (
            !remarks.loading && <NoRemarks show={show} onRounds={() => go('rounds')} />
          )}
        </div>
      )}
    </Page>
  );
}
