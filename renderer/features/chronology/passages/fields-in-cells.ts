import type { EventDetail } from '#shared/model/chronology-event.ts';

type Field = EventDetail['fields'][number];
type Cell = EventDetail['sources'][number]['cells'][number];

/** In which cell of its row a field of the entry stands as it is now, each field once: there its words can be tagged. */
export function fieldsInCells(detail: EventDetail): Map<Cell, Field> {
  const found = new Map<Cell, Field>();
  const taken = new Set<Field>();
  for (const cell of detail.sources.flatMap(({ cells }) => cells)) {
    const field = detail.fields.find((one) => !taken.has(one) && one.text.trim() !== '' && one.text.trim() === cell.text.trim());
    if (!field) continue;
    taken.add(field);
    found.set(cell, field);
  }
  return found;
}

/** The fields that no cell shows as they stand: added by hand, corrected, or joined from several rows. */
export function fieldsBeside(detail: EventDetail): Field[] {
  const shown = new Set(fieldsInCells(detail).values());
  return detail.fields.filter((field) => !shown.has(field) && field.text.trim() !== '');
}
