import type { ChronologyTable } from './chronology-table.ts';
import { labelledAgency } from './agency-name.ts';
import { agencyOfSheet, isPartOfName, mayNameAgency } from './sheet-names.ts';

/** Whose each sheet is: as its name says, which wins over what was said for the file; else as the sheet itself states. */
export function sheetAgencies(
  chronology: readonly ChronologyTable[],
  said: string | null,
  known: readonly string[],
): ReadonlyMap<ChronologyTable, string> {
  const out = new Map<ChronologyTable, string>();
  const nameOf = ({ table }: ChronologyTable): string => (typeof table.ref === 'string' ? table.ref.trim() : '');
  const sheets = chronology.filter((found) => nameOf(found) !== '');
  for (const found of sheets) {
    const own = known.find((name) => name.toLowerCase() === nameOf(found).toLowerCase()) ?? agencyOfSheet(nameOf(found));
    if (own !== null) out.set(found, own);
  }
  // "Brightways" between "Police" and "Elm Surgery" is one as well.
  if (out.size > 0 && out.size * 2 >= sheets.length) {
    for (const found of sheets) {
      const own = out.has(found) ? null : mayNameAgency(nameOf(found));
      if (own !== null) out.set(found, own);
    }
  }
  // One sheet, "Police", of a return that is known to be Westmere Police's: no second agency.
  const [only] = sheets;
  if (said !== null && only && sheets.length === 1 && isPartOfName(out.get(only) ?? '', said)) out.delete(only);
  for (const found of chronology) {
    const own = found.table.agency;
    if (own !== undefined) out.set(found, known.find((name) => name.toLowerCase() === own.toLowerCase()) ?? own);
  }
  if (said !== null || sheets.length < 2) return out;
  for (const found of sheets) {
    const own = out.has(found) ? null : labelledAgency(found.table.rows);
    if (own !== null) out.set(found, own);
  }
  return out;
}
