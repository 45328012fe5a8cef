import { CsvParser } from './csv-parser.ts';

/** In the order in which they win a tie. */
const CANDIDATES = [',', ';', '\t', '|', '^', '~'] as const;
const LOOK_AT = 100;

/** No delimiter: each line is one cell. A letter that no text holds, as zero bytes are refused. */
export const NO_DELIMITER = '\u0000';

/** Excel's own hint, as it is and as programs quote it. */
const HINT = /^"?sep=([^\r\n"])"?[ \t]*(?:\r\n?|\n)/i;

export function withoutHint(head: string): string {
  return head.replace(HINT, '');
}

/** The delimiter under which the records of the first piece agree best in how many cells they have. */
export function sniffDelimiter(head: string, complete: boolean): string {
  const told = HINT.exec(head);
  if (told) return told[1]!;
  let best = NO_DELIMITER;
  let bestScore = 0.5;
  for (const candidate of CANDIDATES) {
    const score = agreement(head, candidate, complete);
    if (score > bestScore + 0.001) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function agreement(head: string, delimiter: string, complete: boolean): number {
  const counts: number[] = [];
  let labels = false;
  let headed = false;
  const stop = new Error('enough');
  const parser = new CsvParser({
    delimiter,
    onRow: (cells) => {
      if (cells.length > 1 || cells[0]!.trim() !== '') {
        if (counts.length === 1) headed = labels && cells.length === counts[0] && cells.length > 2;
        labels ||= counts.length === 0 && cells.length > 1 && cells.every((cell) => cell.length < 40);
        counts.push(cells.length);
      }
      if (counts.length >= LOOK_AT) throw stop;
    },
  });
  try {
    parser.push(head);
    if (complete || counts.length === 0) parser.end();
  } catch (error) {
    if (error !== stop) throw error;
  }
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1);
  // Rows that differ in length under a line of short labels: ragged, but in every one of them.
  // Three labels and more over a row of as many: a short table, whatever notes stand under it.
  let share = labels && (headed || counts.every((count) => count > 1)) ? 0.55 : 0;
  for (const [count, times] of tally) {
    // Many cells that agree are better evidence than two: prose has a comma in most lines.
    share = Math.max(share, (times / counts.length) * (1 + Math.min(count, 12) / 12));
  }
  return share;
}
