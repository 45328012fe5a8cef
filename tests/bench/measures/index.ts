import type { Measure } from '../measure.ts';
import { csvMeasures } from './csv-in.ts';
import { dateMeasures } from './dates.ts';
import { docxMeasures } from './docx-in.ts';
import { editMeasures } from './edit.ts';
import { importMeasures } from './import.ts';
import { loadMeasures } from './load.ts';
import { matchingMeasures } from './matching.ts';
import { openMeasures } from './open.ts';
import { readMeasures } from './reads.ts';
import { writeMeasures } from './write.ts';

export const MEASURES: readonly Measure[] = [
  ...docxMeasures,
  ...csvMeasures,
  ...importMeasures,
  ...loadMeasures,
  ...openMeasures,
  ...readMeasures,
  ...editMeasures,
  ...dateMeasures,
  ...matchingMeasures,
  ...writeMeasures,
];
