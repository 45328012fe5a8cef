import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { hrefTo, replaceParams, useRoute } from '#renderer/data/route.ts';
import { useCannotWrite } from '#renderer/data/use-cannot-write.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { FindingPage } from './finding-page.tsx';
import { NewFinding } from './new-finding.tsx';
import { NewTheme } from './new-theme.tsx';
import { SidePane } from './side-pane.tsx';
import { ThemePage } from './theme-page.tsx';
import './analysis-page.css';

/** Themes and findings: what the entries say, what was concluded from them, and what speaks against it. */
export function AnalysisPage(): ReactNode {
  const session = useSession();
  // Another view or another review is another page: nothing typed in the one may be left in the other.
  return session ? <Place key={`${session.reviewId} ${session.view}`} /> : null;
}

type Making = 'finding' | 'theme' | null;

function Place(): ReactNode {
  const workbench = useWorkbench();
  const { params } = useRoute();
  const { data: findings, error } = useQuery('finding.list', {});
  const { data: themes } = useQuery('theme.list', {});
  const cannot = useCannotWrite();
  const cannotTheme = useCannotWrite('panelMember');
  const [making, setMaking] = useState<Making>(null);
  const move = useCommand('finding.move');
  const add = useCommand('finding.add');
  const theme = themes?.find((one) => one.id === params['theme']);
  const finding = theme ? undefined : (findings?.find((one) => one.id === params['finding']) ?? findings?.[0]);

  function open(id: string): void {
    setMaking(null);
    replaceParams({ finding: id, theme: undefined });
  }
  function openTheme(id: string): void {
    setMaking(null);
    replaceParams({ theme: id, finding: undefined });
  }
  function shift(by: 1 | -1): void {
    if (finding && !cannot) void move.run({ id: finding.id, to: Math.max(0, finding.number - 1 + by) });
  }
  const shown = making === null;
  usePageCommands([
    {
      id: 'analysis.finding',
      label: 'Add a finding…',
      keys: ['Ctrl+Enter'],
      cannot: () => cannot,
      run: () => setMaking('finding'),
    },
    { id: 'analysis.theme', label: 'Add a theme…', cannot: () => cannotTheme, run: () => setMaking('theme') },
    { id: 'analysis.up', label: 'Move the finding up', keys: ['Alt+↑'], cannot: () => cannot, run: () => shift(-1) },
    { id: 'analysis.down', label: 'Move the finding down', keys: ['Alt+↓'], cannot: () => cannot, run: () => shift(1) },
  ]);
  return (
    <Page
      title="Analysis"
      about={findings && themes ? `${counted(findings.length, 'finding')}, ${counted(themes.length, 'theme')}` : ''}
      scroll="own"
      toolbar={
        <>
          <a className="pl-nowrap" href={hrefTo('chronology', { show: 'matrix' })}>
            Themes by agency
          </a>
          <a className="pl-nowrap" href={hrefTo('chronology', { show: 'same' })}>
            Same event
          </a>
          <a className="pl-nowrap" href={hrefTo('chronology', { show: 'missing' })}>
            What is missing
          </a>
          <Button bar icon={<Plus size={14} aria-hidden />} cannot={cannotTheme} onClick={() => setMaking('theme')}>
            Theme
          </Button>
          <Button bar icon={<Plus size={14} aria-hidden />} cannot={cannot} onClick={() => setMaking('finding')}>
            Finding
          </Button>
        </>
      }
      inspector={finding && shown && <EvidencePanel key={finding.id} finding={finding} cannot={cannot} />}
      foot={
        <FootKeys
          selection={finding && findings ? `Finding ${finding.number} of ${findings.length}` : ''}
          keys={[
            ['Alt+↑ ↓', 'move finding'],
            ['Ctrl+Enter', 'add a finding'],
            ['G S', 'same event'],
            ['G M', 'what is missing'],
            ['G T', 'themes by agency'],
          ]}
        />
      }
    >
      <ErrorNote error={error ?? move.error} />
      <div className="pl-analysis">
        <SidePane
          findings={findings ?? []}
          themes={themes ?? []}
          finding={finding?.id ?? null}
          theme={theme?.id ?? null}
          open={open}
          openTheme={openTheme}
        />
        <section className="pl-analysis-page" data-pane="Finding" aria-label="Finding" tabIndex={0} data-quiet-focus>
          {making === 'finding' && (
            <NewFinding
              error={add.error}
              pending={add.pending}
              close={() => setMaking(null)}
              add={async (input) => {
                const id = newId();
                if ((await add.run({ id, ...input })).ok) open(id);
              }}
            />
          )}
          {making === 'theme' && <NewTheme themes={themes ?? []} close={() => setMaking(null)} done={openTheme} />}
          {shown && theme && <ThemePage key={theme.id} theme={theme} themes={themes ?? []} cannot={cannotTheme} />}
          {shown && finding && <FindingPage key={finding.id} finding={finding} total={findings?.length ?? 0} cannot={cannot} />}
          {shown && !theme && findings?.length === 0 && (
            <EmptyState
              title="Findings are drawn here"
              button={
                <Button look="main" cannot={cannot} onClick={() => setMaking('finding')}>
                  Add a finding…
                </Button>
              }
              also={<LinkButton onClick={() => void openTheSample(workbench, 'analysis')}>See it in the sample</LinkButton>}
            >
              A finding says what was learned, why it came about, and which entries stand for it and against it. Themes gather
              entries before there is anything to conclude: tag them in the chronology.
            </EmptyState>
          )}
        </section>
      </div>
    </Page>
  );
}
