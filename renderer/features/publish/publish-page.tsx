import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { announce } from '#renderer/data/announce.ts';
import { useDrop, useFiles } from '#renderer/data/files.ts';
import { go, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { scrollToElement } from '#renderer/ui/scroll-to.ts';
import { SplitPanes } from '#renderer/ui/split-panes.tsx';
import { CheckSheet } from './check/check-sheet.tsx';
import { issueWords, nextIssue, type Numbered } from './check/numbered.ts';
import { PreviewPane } from './preview/preview-pane.tsx';
import { PublishDialog } from './release/publish-dialog.tsx';
import { useMake } from './release/use-make.ts';
import { WordCheck } from './release/word-check.tsx';
import { StepsPane } from './steps/steps-pane.tsx';
import { firstOpen, isStep, type StepId } from './steps/steps.ts';
import { useKind } from './use-kind.ts';
import { usePublication } from './use-publication.ts';
import './publish-page.css';

/** From the actions to a file that may leave: six steps at the left, the page as it will be, its check sheet at the right. */
export function PublishPage(): ReactNode {
  const { params } = useRoute();
  const { narrow } = useFrame();
  const [kind, setKind] = useKind();
  const { publication, error } = usePublication(kind);
  const making = useMake(kind);
  const check = useJob('publish.check', {
    said: (found) => (found.clean ? 'Nothing found.' : `${found.findings.length} findings.`),
  });
  const identified = useIdentified();
  const [checked, setChecked] = useState<{ outcome: Awaited<ReturnType<typeof check.run>>; identified: boolean } | null>(null);
  const [checking, setChecking] = useState(false);
  const files = useFiles();
  const [active, setActive] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const focusCard = useRef(false);

  const wanted = params['step'];
  const [began, setBegan] = useState<StepId | null>(null);
  if (publication && began === null) setBegan(firstOpen(publication.steps));
  const step: StepId = isStep(wanted) ? wanted : (began ?? 'what');
  const issues = publication?.issues ?? [];
  const current = issues.some((one) => one.n === active) ? active : null;

  function goStep(next: StepId): void {
    replaceParams({ step: next });
    const found = publication?.steps.find((one) => one.id === next);
    if (found) announce(`${found.title}. ${found.words}.`);
  }
  function openIssue(n: number): void {
    setActive(n);
    focusCard.current = true;
    if (step !== 'check') replaceParams({ step: 'check' });
  }
  // A card takes focus once it is there: the step may have changed with the choice.
  useEffect(() => {
    if (!focusCard.current || active === null) return;
    focusCard.current = false;
    const card = document.querySelector<HTMLElement>(`[data-issue="${active}"]`);
    card?.focus({ preventScroll: true });
    scrollToElement(card);
  });
  // What was put right is gone, and focus with it: it goes to the next card, else to the main button.
  useEffect(() => {
    if (step !== 'check' || active === null || document.activeElement !== document.body) return;
    const cards = [...document.querySelectorAll<HTMLElement>('[data-issue]')];
    const next = cards.find((card) => Number(card.dataset['issue']) >= active) ?? cards.at(-1);
    (next ?? document.querySelector<HTMLElement>('.pl-pub-end button'))?.focus({ preventScroll: true });
    scrollToElement(next);
  }, [step, active, publication?.preview]);
  function turn(back: boolean): void {
    const next = nextIssue(issues, current, back);
    if (next === null) return announce('Nothing blocks, and nothing is to be looked at.');
    openIssue(next);
    const found = issues.find((one) => one.n === next);
    if (found)
      announce(`${found.blocks ? 'Blocks' : 'To look at'}, ${next} of ${issues.length}: ${issueWords(found.issue).title}.`);
  }
  function edit({ issue }: Numbered): void {
    const place = issue.where.place;
    if (place?.table === 'action' || place?.table === 'recommendation') go('actions', { action: place.id, field: place.field });
    else if (place?.table === 'finding') go('analysis', { finding: place.id });
    else if (place?.table === 'event') go('chronology', { entry: place.id });
    else if (issue.code === 'nothingToPublish')
      go(kind === 'chronology' ? 'returns' : 'actions', kind === 'chronology' ? {} : { import: '1' });
    else goStep(/\.(?:reason|summary)$/.test(place?.field ?? '') ? 'reason' : 'what');
  }
  async function checkFile(ref: string): Promise<void> {
    setChecking(true);
    setChecked(null);
    setChecked({ outcome: await check.run({ file: ref }), identified });
  }
  async function chooseFile(): Promise<void> {
    try {
      const [file] = await files.pick({ purpose: 'word' });
      if (file) await checkFile(file.ref);
    } catch {
      // `useFiles` has said what went wrong.
    }
  }
  useDrop('word', 'Check this Word file', (dropped) => {
    const [first] = dropped;
    if (first)
      void files.take(first, 'word').then(
        (file) => checkFile(file.ref),
        () => undefined,
      );
  });
  usePageCommands([
    { id: 'publish.next', label: 'Next problem', keys: ['F8'], run: () => turn(false) },
    { id: 'publish.before', label: 'Previous problem', keys: ['Shift+F8'], run: () => turn(true) },
    { id: 'publish.check', label: 'Check a Word file…', words: 'verify docx names hidden', run: () => void chooseFile() },
  ]);

  const marks = { issues, active: current, onOpen: openIssue };
  const steps = publication && (
    <StepsPane
      publication={publication}
      step={step}
      active={current}
      making={making}
      onGo={goStep}
      onKind={setKind}
      onShow={setActive}
      onEdit={edit}
      onAskPublish={() => setAsking(true)}
      onCheckFile={() => void chooseFile()}
    />
  );
  const middle =
    publication &&
    (checking ? (
      <WordCheck
        // Found while names were shown, it does not show while they are not.
        result={checked?.outcome.ok && checked.identified === identified ? checked.outcome.output : null}
        pending={check.pending}
        error={check.error}
        onBack={() => setChecking(false)}
        onChoose={() => void chooseFile()}
      />
    ) : (
      <PreviewPane doc={publication.preview.blocks} {...marks} />
    ));
  return (
    <Page
      title="Publish"
      bare
      ruled={false}
      scroll={narrow ? 'page' : 'own'}
      inspector={publication && <CheckSheet publication={publication} onPublish={() => setAsking(true)} />}
      foot={
        <FootKeys
          selection={current === null ? null : `Problem ${current} of ${issues.length}`}
          keys={[
            ['F8', 'next problem'],
            ['Ctrl+Enter', 'the main thing here'],
            ['F6', 'next pane'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {!publication && <h1 className="pl-hidden">Publish</h1>}
      {publication &&
        (narrow ? (
          <>
            {steps}
            {middle}
          </>
        ) : (
          <SplitPanes
            name="publish-steps"
            sized="first"
            size={296}
            min={248}
            max={520}
            labels={['Steps', 'Preview']}
            first={steps}
            second={middle}
          />
        ))}
      {publication && asking && (
        <PublishDialog
          publication={publication}
          onClose={() => setAsking(false)}
          onMake={(format) => {
            goStep('make');
            void making.make(format);
          }}
        />
      )}
    </Page>
  );
}
