import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';
import { type ColumnKey, type Density, OPTIONAL_COLUMNS } from '../grid/columns.ts';

/** How the list is shown on this computer. */
export type ListSettings = {
  density: Density;
  view: 'grid' | 'read';
  hidden: ReadonlySet<ColumnKey>;
  set(change: { density?: Density; view?: 'grid' | 'read'; hide?: ColumnKey; show?: ColumnKey }): void;
};

// Kept with the sizes of panels, the one place for numbers of a place: 1 is on.
const DENSITY = 'chronology.compact';
const VIEW = 'chronology.read';
const hides = (key: ColumnKey): string => `chronology.without.${key}`;

export function useListSettings(): ListSettings {
  const { widths } = usePreferences();
  return {
    density: widths[DENSITY] === 1 ? 'compact' : 'normal',
    view: widths[VIEW] === 1 ? 'read' : 'grid',
    hidden: new Set(OPTIONAL_COLUMNS.filter((key) => widths[hides(key)] === 1)),
    set: ({ density, view, hide, show }) =>
      setPreferences({
        widths: {
          ...widths,
          ...(density ? { [DENSITY]: density === 'compact' ? 1 : 0 } : {}),
          ...(view ? { [VIEW]: view === 'read' ? 1 : 0 } : {}),
          ...(hide ? { [hides(hide)]: 1 } : {}),
          ...(show ? { [hides(show)]: 0 } : {}),
        },
      }),
  };
}
