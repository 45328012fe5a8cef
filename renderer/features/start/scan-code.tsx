import type { ReactNode } from 'react';

/** A code to scan, drawn from its rows: 1 dark, 0 light, with the quiet margin that readers need. */
export function ScanCode({ rows, label }: { rows: readonly string[]; label: string }): ReactNode {
  const size = rows.length + 8;
  // One path of runs: a square for each module would be some thousand elements.
  const path = rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map((run) => `M${run.index + 4} ${y + 4}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join('');
  return (
    <svg className="pl-scan" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
