import type { ReactNode } from 'react';
import type { Inline } from '#shared/doc-blocks/blocks.ts';
import { issueWords, type Numbered } from '../check/numbered.ts';

export type MarkProps = {
  issues: readonly Numbered[];
  active: number | null;
  /** Opens the issue's card. */
  onOpen(n: number): void;
  /** The column of one long page that is only measured shows no numbers. */
  quiet?: boolean;
};

/** The words of a block; those of an issue are framed, and its number stands beside them. */
export function MarkedRuns({ runs, ...marks }: MarkProps & { runs: readonly Inline[] }): ReactNode {
  let at = 0;
  return runs.map((run) => {
    const key = at;
    at += run.text.length + 1;
    const words = run.bold ? <b>{run.text}</b> : run.italic ? <i>{run.text}</i> : run.text;
    if (run.issue === undefined) return <span key={key}>{words}</span>;
    const issue = marks.issues.find((one) => one.n === run.issue);
    return (
      <span key={key}>
        <span
          className="pl-pub-mark"
          data-look={issue && !issue.blocks ? true : undefined}
          data-active={run.issue === marks.active || undefined}
        >
          {words}
        </span>
        <Pin n={run.issue} {...marks} />
      </span>
    );
  });
}

/** The number of an issue in the margin, level with its words; a button to its card. */
export function Pin({ n, issues, active, onOpen, quiet }: MarkProps & { n: number }): ReactNode {
  const found = issues.find((one) => one.n === n);
  if (quiet || !found) return null;
  return (
    <button
      type="button"
      className="pl-pub-pin"
      data-pin={n}
      data-look={found.blocks ? undefined : true}
      data-active={n === active || undefined}
      aria-label={`${found.blocks ? 'Blocks' : 'To look at'}, ${n}: ${issueWords(found.issue).title}`}
      onClick={() => onOpen(n)}
    >
      <span>{n}</span>
    </button>
  );
}
