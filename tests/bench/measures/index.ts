import type { Measure } from '../measure.ts';

/** By file, so that a process loads only what it measures: memory is part of the result. */
export const MEASURE_FILES: Readonly<Record<string, () => Promise<readonly Measure[]>>> = {
  'docx-in': async () => (await import('./docx-in.ts')).docxMeasures,
  'xlsx-in': async () => (await import('./xlsx-in.ts')).xlsxMeasures,
  'csv-in': async () => (await import('./csv-in.ts')).csvMeasures,
  import: async () => (await import('./import.ts')).importMeasures,
  load: async () => (await import('./load.ts')).loadMeasures,
  open: async () => (await import('./open.ts')).openMeasures,
  reads: async () => (await import('./reads.ts')).readMeasures,
  'same-event': async () => (await import('./same-event.ts')).sameEventMeasures,
  edit: async () => (await import('./edit.ts')).editMeasures,
  dates: async () => (await import('./dates.ts')).dateMeasures,
  matching: async () => (await import('./matching.ts')).matchingMeasures,
  window: async () => (await import('./window.ts')).windowMeasures,
  write: async () => (await import('./write.ts')).writeMeasures,
};

export type Filed = Measure & { file: string };

export async function allMeasures(): Promise<Filed[]> {
  const lists = await Promise.all(
    Object.entries(MEASURE_FILES).map(async ([file, load]) => (await load()).map((measure) => ({ ...measure, file }))),
  );
  return lists.flat();
}
