import type { Theme } from '#shared/model/analysis.ts';

export type Branch = { theme: Theme; depth: number };

/** Themes in the order of the tree: each before those below it. One whose parent is gone stands at the top. */
export function themeTree(themes: readonly Theme[]): Branch[] {
  const ids = new Set(themes.map((theme) => theme.id));
  const below = new Map<string | null, Theme[]>();
  for (const theme of themes) {
    const parent = theme.parentId !== null && ids.has(theme.parentId) ? theme.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), theme]);
  }
  const out: Branch[] = [];
  const grow = (parent: string | null, depth: number): void => {
    for (const theme of below.get(parent) ?? []) {
      out.push({ theme, depth });
      grow(theme.id, depth + 1);
    }
  };
  grow(null, 0);
  return out;
}

/** A theme and all below it: where it cannot be moved to. */
export function selfAndBelow(themes: readonly Theme[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const { theme } of themeTree(themes)) if (theme.parentId !== null && found.has(theme.parentId)) found.add(theme.id);
  return found;
}
