import Papa from 'papaparse';
import { type Block, tidy } from './blocks.ts';

/** A CSV, TSV, semicolon or bar file as one table. */
export function csvBlocks(text: string, name: string): Block[] {
  const clean = tidy(text);
  const delimiter = /\.tsv$|\.tab$/i.test(name) ? '\t' : sniff(clean);
  const { data } = Papa.parse<string[]>(clean, { delimiter, skipEmptyLines: 'greedy' });
  const rows = data.map((row) => row.map((cell) => ({ text: cell.trim(), fromAbove: false })));
  return rows.length === 0 ? [] : [{ kind: 'table', rows }];
}

/** The delimiter that cuts most records into the same number of cells, more than one. */
function sniff(text: string): string {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', '\t', ';', '|']) {
    const { data } = Papa.parse<string[]>(text.slice(0, 20_000), { delimiter, preview: 20, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const row of data) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, n]) => n * 10 + Math.min(width, 9)));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
