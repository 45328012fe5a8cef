/** Columns that nobody knew, kept under their own headings: which were renamed, came, went. */
export type Headings = { renamed: { from: string; to: string }[]; added: string[]; gone: string[] };

type Columns = Readonly<Record<string, string>>;

/** A heading that went and one that came are the same column where its cells say the same in nearly every pair of rows. */
export function changedHeadings(pairs: readonly (readonly [before: Columns, after: Columns])[]): Headings {
  const before = new Set(pairs.flatMap(([row]) => Object.keys(row)));
  const after = new Set(pairs.flatMap(([, row]) => Object.keys(row)));
  const gone = [...before].filter((name) => !after.has(name));
  const added = [...after].filter((name) => !before.has(name));
  const renamed: Headings['renamed'] = [];
  for (const from of gone) {
    const to = added.find((name) => !renamed.some((one) => one.to === name) && sameColumn(pairs, from, name));
    if (to !== undefined) renamed.push({ from, to });
  }
  return {
    renamed,
    added: added.filter((name) => !renamed.some(({ to }) => to === name)),
    gone: gone.filter((name) => !renamed.some(({ from }) => from === name)),
  };
}

function sameColumn(pairs: readonly (readonly [Columns, Columns])[], from: string, to: string): boolean {
  let filled = 0;
  let same = 0;
  for (const [before, after] of pairs) {
    if (before[from] === undefined && after[to] === undefined) continue;
    filled += 1;
    if (before[from] === after[to]) same += 1;
  }
  return filled > 0 && same >= filled * 0.8;
}
