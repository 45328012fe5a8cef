import type { AgencyReturn, ReturnPreview } from '#shared/contract/returns.ts';
import type { Agency } from '#shared/contract/review.ts';
import { fieldAt } from '#shared/model/column-place.ts';

/** The agency whose columns were placed before, where they would be placed otherwise now; null: nothing to offer. */
export function lastColumnsOf(
  preview: ReturnPreview,
  returns: readonly AgencyReturn[],
  agencies: ReadonlyMap<string, Agency>,
): string | null {
  const [name, ...others] = preview.agencies;
  if (name === undefined || others.length > 0) return null;
  const known = [...agencies.values()].find((agency) => agency.name.toLowerCase() === name.toLowerCase());
  const last = known && returns.findLast((one) => one.agencyIds.includes(known.id));
  if (!known || !last) return null;
  const differs = preview.columns.some((column) => {
    const before = fieldAt(last.mapping, column.table, column.name);
    return before !== undefined && before !== column.field && column.because !== 'remembered';
  });
  return differs ? known.name : null;
}
