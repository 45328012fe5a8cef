import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scanCsv } from '../floors/csv-scan.ts';
import { type Measure, peakMb, ratio, type Variant } from '../measure.ts';

const ROWS = 100_000;
const FILE = `return-${ROWS}.csv`;
const variant = (name: string, role: Variant['role'], load: () => Promise<(bytes: Buffer) => number>): Variant => ({
  name,
  role,
  prepare: async (folder) => {
    const read = await load();
    const bytes = readFileSync(join(folder, FILE));
    return {
      run: () => {
        const found = read(bytes);
        if (found !== ROWS + 1) throw new Error(`${found} rows of ${ROWS + 1}`);
      },
      finish: () => ({ 'file MB': statSync(join(folder, FILE)).size / 1e6 }),
    };
  },
});

export const csvMeasures: readonly Measure[] = [
  {
    id: 'csv',
    work: 'Read a CSV, 100,000 rows',
    needs: [FILE],
    goals: [
      { text: '≤ 1.5 × papaparse', value: ratio('ours', 'papaparse'), most: 1.5 },
      { text: '≤ 120 MB', value: peakMb('ours'), most: 120 },
    ],
    variants: [
      variant('ours', 'ours', async () => {
        const { readCsv } = await import('#core/features/returns/readers/csv/read-csv.ts');
        const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
        return (bytes) => readCsv(bytes, READ_LIMITS).tables[0]?.rows.length ?? 0;
      }),
      variant('floor', 'floor', async () => (bytes) => scanCsv(bytes).length),
      variant('papaparse', 'peer', async () => {
        const { default: Papa } = await import('papaparse');
        return (bytes) => Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data.length;
      }),
    ],
  },
];
