import { type KeyboardEvent, type ReactNode, useMemo } from 'react';
import type { Finding, Theme } from '#shared/model/analysis.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { themeTree } from './theme-tree.ts';

export type SidePaneProps = {
  findings: readonly Finding[];
  themes: readonly Theme[];
  finding: string | null;
  theme: string | null;
  open(id: string): void;
  openTheme(id: string): void;
};

/** Moves among the buttons of a list and opens what is come to. */
function walkList(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = next === undefined ? undefined : buttons[next];
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.click();
}

/** The findings and the themes, a line each, and what hangs loose. */
export function SidePane({ findings, themes, finding, theme, open, openTheme }: SidePaneProps): ReactNode {
  const tree = useMemo(() => themeTree(themes), [themes]);
  return (
    <nav className="pl-analysis-side" data-pane="Findings and themes" aria-label="Findings and themes">
      <Section title="Findings" count={findings.length}>
        <ul className="pl-analysis-list" onKeyDown={walkList}>
          {findings.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === finding ? 'true' : undefined}
                tabIndex={one.id === finding || (finding === null && one === findings[0]) ? 0 : -1}
                onClick={() => open(one.id)}
              >
                <span className="pl-analysis-number">{one.number}</span>
                <span className="pl-analysis-words">{one.statement}</span>
                <span className="pl-analysis-counts">
                  {one.evidenceFor + one.evidenceAgainst === 0 ? (
                    <StatusMark status="look" size={12}>
                      no evidence
                    </StatusMark>
                  ) : (
                    <>
                      {one.evidenceFor} for, {one.evidenceAgainst} against
                    </>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {findings.length === 0 && <p className="pl-2">None yet.</p>}
      </Section>
      <Section title="Themes" count={themes.length}>
        <ul className="pl-analysis-list pl-analysis-themes" onKeyDown={walkList}>
          {tree.map(({ theme: one, depth }) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === theme ? 'true' : undefined}
                tabIndex={one.id === theme || (theme === null && one === tree[0]?.theme) ? 0 : -1}
                style={{ paddingInlineStart: `calc(var(--pl-edge) + ${depth * 0.875}rem)` }}
                onClick={() => openTheme(one.id)}
              >
                {depth > 0 && <span className="pl-hidden">Level {depth + 1}: </span>}
                <span className="pl-analysis-words">{one.name}</span>
              </button>
              <a
                href={hrefTo('chronology', { theme: one.id })}
                aria-label={`${counted(one.entries, 'entry', 'entries')} of ${one.name} in the chronology`}
                title="Open in the chronology"
              >
                {count(one.entries)}
              </a>
            </li>
          ))}
        </ul>
        {themes.length === 0 && <p className="pl-2">None yet. Tag entries with T in the chronology.</p>}
      </Section>
      <LooseEnds />
    </nav>
  );
}

function LooseEnds(): ReactNode {
  const { data } = useQuery('thread.looseEnds', {});
  if (!data) return null;
  const lines = [
    ...data.findingsWithoutEvidence.map((node) => ({
      key: `evidence ${node.id}`,
      href: hrefTo('analysis', { finding: node.id }),
      words: `${node.label} has no evidence`,
    })),
    ...data.findingsWithoutRecommendation.map((node) => ({
      key: `recommendation ${node.id}`,
      href: hrefTo('analysis', { finding: node.id }),
      words: `${node.label} has no recommendation`,
    })),
    ...data.recommendationsWithoutFinding.map((node) => ({
      key: `finding ${node.id}`,
      href: hrefTo('recommendations', { recommendation: node.id }),
      words: `${node.label} rests on no finding`,
    })),
  ];
  const tagged = data.taggedEntriesInNoFinding;
  return (
    <Section title="Loose ends" count={lines.length + (tagged > 0 ? 1 : 0)}>
      <ul className="pl-analysis-loose">
        {lines.map((line) => (
          <li key={line.key}>
            <a href={line.href}>{line.words}</a>
          </li>
        ))}
        {tagged > 0 && <li>{counted(tagged, 'entry', 'entries')} tagged with a theme stand in no finding</li>}
        {lines.length === 0 && tagged === 0 && <li>Nothing found.</li>}
      </ul>
    </Section>
  );
}
