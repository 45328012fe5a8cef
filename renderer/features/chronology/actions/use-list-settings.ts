import { useMemo } from 'react';
import { ALL_COLUMNS, ALWAYS, USUAL_LAYOUT } from '#shared/chronology/columns.ts';
import type { Grouping } from '#shared/contract/event-filter.ts';
import type { ColumnKey, Layout } from '#shared/contract/views.ts';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';

/** How the list is laid out on this computer; a saved view sets it anew. */
export type ListSettings = {
  layout: Layout;
  view: 'grid' | 'read';
  set(change: { view?: 'grid' | 'read'; layout?: Partial<Layout>; gathered?: boolean }): void;
};

// Kept with the sizes of panels, the one place for numbers of a place: a column is place × 10,000 + width, 0 is put away.
const PLACE = 10_000;
const VIEW = 'chronology.read';
const COMPACT = 'chronology.compact';
const FROZEN = 'chronology.frozen';
const GROUP = 'chronology.group';
const GATHERED = 'chronology.gathered';
const GROUPS: readonly (Grouping | null)[] = [null, 'day', 'agency', 'theme'];
const columnName = (key: ColumnKey): string => `chronology.column.${key}`;

type Numbers = Readonly<Record<string, number>>;

export function layoutFrom(numbers: Numbers): Layout {
  const kept = ALL_COLUMNS.map((key) => ({ key, n: numbers[columnName(key)] ?? 0 })).filter(({ n }) => n >= PLACE);
  // A column that always stands is missing where storage is spoilt.
  const whole = ALWAYS.every((key) => kept.some((one) => one.key === key));
  return {
    columns: whole
      ? kept.sort((a, b) => a.n - b.n).map(({ key, n }) => ({ key, width: n % PLACE || null }))
      : USUAL_LAYOUT.columns,
    frozen: Math.min(5, numbers[FROZEN] ?? 0),
    group: GROUPS[numbers[GROUP] ?? 0] ?? null,
    rows: numbers[COMPACT] === 1 ? 'compact' : 'normal',
    ...(numbers[GATHERED] === 1 ? { gathered: true } : {}),
  };
}

export function numbersOf({ columns, frozen, group, rows, gathered }: Layout): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const key of ALL_COLUMNS) numbers[columnName(key)] = 0;
  for (const [i, { key, width }] of columns.entries()) numbers[columnName(key)] = (i + 1) * PLACE + (width ?? 0);
  return {
    ...numbers,
    [FROZEN]: frozen,
    [GROUP]: GROUPS.indexOf(group),
    [COMPACT]: rows === 'compact' ? 1 : 0,
    [GATHERED]: gathered ? 1 : 0,
  };
}

export function useListSettings(): ListSettings {
  const { widths } = usePreferences();
  // One object as long as nothing of it changed: the grid hangs on it.
  const key = JSON.stringify(layoutFrom(widths));
  const layout = useMemo(() => JSON.parse(key) as Layout, [key]);
  return {
    layout,
    view: widths[VIEW] === 1 ? 'read' : 'grid',
    set: (change) =>
      setPreferences({
        widths: {
          ...widths,
          ...(change.view ? { [VIEW]: change.view === 'read' ? 1 : 0 } : {}),
          ...(change.layout ? numbersOf({ ...layout, ...change.layout }) : {}),
          ...(change.gathered === undefined ? {} : { [GATHERED]: change.gathered ? 1 : 0 }),
        },
      }),
  };
}
