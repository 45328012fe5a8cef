import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { scanCsv } from '../floors/csv-scan.ts';
import { fileSource } from '../inputs/file-source.ts';
import { type Measure, peakMb, ratio, time, type Variant } from '../measure.ts';

const ROWS = 100_000;
const FILE = `return-${ROWS}.csv`;
type Read = () => number;
const variant = (name: string, role: Variant['role'], load: (path: string) => Promise<Read>): Variant => ({
  name,
  role,
  prepare: async (folder) => {
    const read = await load(join(folder, FILE));
    return {
      run: () => {
        const found = read();
        if (found !== ROWS + 1) throw new Error(`${found} rows of ${ROWS + 1}`);
      },
      finish: () => ({ 'file MB': statSync(join(folder, FILE)).size / 1e6 }),
    };
  },
});

export const csvMeasures: readonly Measure[] = [
  {
    id: 'csv',
    work: 'Read a CSV row by row, 100,000 rows, from the file',
    needs: [FILE],
    asThread: true,
    goals: [
      { text: '≤ 1.5 × papaparse', value: ratio('ours', 'papaparse'), most: 1.5 },
      { text: '≤ 120 MB', value: peakMb('ours'), most: 120 },
    ],
    variants: [
      variant('ours', 'ours', async (path) => {
        const { readCsvRows } = await import('#core/features/returns/readers/csv/read-csv.ts');
        const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
        return () => {
          const source = fileSource(path);
          let rows = 0;
          readCsvRows(source, READ_LIMITS, () => {
            rows++;
          });
          source.close();
          return rows;
        };
      }),
      variant('floor', 'floor', async (path) => {
        const bytes = readFileSync(path);
        return () => scanCsv(bytes).length;
      }),
      variant('papaparse', 'peer', async (path) => {
        const { default: Papa } = await import('papaparse');
        const bytes = readFileSync(path);
        return () => Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data.length;
      }),
    ],
  },
  {
    id: 'csv-kept',
    work: 'Read a CSV, 100,000 rows, and keep every row, as staging needs them',
    needs: [FILE],
    asThread: true,
    goals: [{ text: '≤ 1.5 × papaparse', value: ratio('ours', 'papaparse'), most: 1.5 }],
    variants: [
      variant('ours', 'ours', async (path) => {
        const { readRawReturn } = await import('#core/features/returns/readers/open-return.ts');
        const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
        const bytes = readFileSync(path);
        return () => readRawReturn(bytes, FILE, READ_LIMITS).tables[0]?.rows.length ?? 0;
      }),
      variant('papaparse', 'peer', async (path) => {
        const { default: Papa } = await import('papaparse');
        const bytes = readFileSync(path);
        return () => Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true }).data.length;
      }),
    ],
  },
  {
    id: 'csv-staged',
    work: 'Read, map, date and pack a CSV, 100,000 rows, as its worker does',
    needs: [FILE],
    asThread: true,
    goals: [{ text: '≤ 10 s, the limit of one file', value: time('ours'), most: 10_000 }],
    variants: [
      {
        name: 'ours',
        role: 'ours',
        runs: 1,
        prepare: async (folder) => {
          const { readRawReturn } = await import('#core/features/returns/readers/open-return.ts');
          const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
          const { packReturn } = await import('#core/features/returns/staging/packed-return.ts');
          const { stageReturn } = await import('#core/features/returns/staging/stage-return.ts');
          let packed = 0;
          return {
            run: () => {
              const raw = readRawReturn(readFileSync(join(folder, FILE)), FILE, READ_LIMITS);
              const staged = stageReturn(raw, { file: FILE, sha256: '', agency: 'Youth justice', anchor: {} });
              if (staged.events.length !== ROWS) throw new Error(`${staged.events.length} entries`);
              packed = packReturn(staged).packed.length;
            },
            finish: () => ({ 'packed MB': packed / 1e6 }),
          };
        },
      },
    ],
  },
];
