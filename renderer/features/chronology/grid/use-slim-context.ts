import { useLayoutEffect, useMemo, useState } from 'react';
import type { RowContext } from './row-context.ts';

/** In a narrow grid what was recorded has the room: agencies go by their letters until their row is open. */
export function useSlimContext(grid: HTMLElement | null, context: RowContext): RowContext {
  const [slim, setSlim] = useState(false);
  const { roomy } = context.columns;
  useLayoutEffect(() => {
    if (!grid) return undefined;
    const look = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      // Not drawn at all, as in a test without layout: as it was.
      if (grid.clientWidth > 0) setSlim(grid.clientWidth < roomy * rem);
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(grid);
    look();
    return () => sizes.disconnect();
  }, [grid, roomy]);
  return useMemo(() => (slim ? { ...context, columns: context.slimColumns } : context), [slim, context]);
}
