import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scanSheet } from '../floors/xlsx-scan.ts';
import { type Measure, peakMb, ratio, type Variant } from '../measure.ts';

const ROWS = 50_000;
const FILE = `return-${ROWS}.xlsx`;
const variant = (
  name: string,
  role: Variant['role'],
  load: () => Promise<(bytes: Buffer) => number | Promise<number>>,
): Variant => ({
  name,
  role,
  prepare: async (folder) => {
    const read = await load();
    const bytes = readFileSync(join(folder, FILE));
    return {
      run: async () => {
        const found = await read(bytes);
        if (found !== ROWS + 1) throw new Error(`${found} rows of ${ROWS + 1}`);
      },
      finish: () => ({ 'file MB': statSync(join(folder, FILE)).size / 1e6 }),
    };
  },
});

export const xlsxMeasures: readonly Measure[] = [
  {
    id: 'xlsx',
    work: 'Read an XLSX sheet, 50,000 rows × 7',
    needs: [FILE],
    asThread: true,
    goals: [
      { text: '≤ 2.5 × floor', value: ratio('ours', 'floor'), most: 2.5 },
      { text: '≤ 0.65 × hucre', value: ratio('ours', 'hucre'), most: 0.65 },
      { text: '≤ 250 MB', value: peakMb('ours'), most: 250 },
    ],
    variants: [
      variant('ours', 'ours', async () => {
        const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
        const { readXlsx } = await import('#core/features/returns/readers/xlsx/read-xlsx.ts');
        return (bytes) => readXlsx(bytes, READ_LIMITS).tables[0]?.rows.length ?? 0;
      }),
      variant('floor', 'floor', async () => (bytes) => scanSheet(bytes).length),
      variant('hucre', 'peer', async () => {
        const { readXlsx } = await import('hucre/xlsx');
        return async (bytes) => (await readXlsx(bytes)).sheets[0]?.rows.length ?? 0;
      }),
    ],
  },
];
