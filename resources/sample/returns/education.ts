import { PRIMARY_LINES, SECONDARY_LINES } from './education-lines.ts';
import type { SampleReturn } from './sample-return.ts';

/** Nursery, School P and School Q: the only record that kept the child's words and days together. */
export const EDUCATION: SampleReturn = {
  code: 'ED',
  agency: `Ostermere Education`,
  system: `CPOMS and SIMS`,
  file: `Education chronology 2026-01.xlsx`,
  returnVersion: 1,
  received: '2026-02-24',
  preface: [],
  columns: [`Incident date`, `Logged`, `Category`, `Details`, `Action`, `By`],
  tables: [
    { name: `Primary`, lines: PRIMARY_LINES },
    { name: `Secondary`, lines: SECONDARY_LINES },
  ],
  notes: [],
};
