import type { Machine } from './machine.ts';
import { FLOOR, type Measure, OURS, type Outcome, type Results } from './measure.ts';

export type GoalResult = { goal: string; value: number | null; met: boolean | null };
export type Line = {
  id: string;
  work: string;
  variants: Record<string, Outcome | { failed: string } | 'not on this machine'>;
  goals: GoalResult[];
};
export type Report = { at: string; machine: Machine; lines: Line[] };

export function goalsOf(measure: Measure, results: Results): GoalResult[] {
  return measure.goals.map(({ text, value, most, least }) => {
    const found = results.has(OURS) ? value(results) : null;
    const met =
      found === null || !Number.isFinite(found)
        ? null
        : (most === undefined || found <= most) && (least === undefined || found >= least);
    return { goal: text, value: found, met };
  });
}

export const headLine = ({ processor, cores, memoryGb, system, node, busyAtStart }: Machine): string =>
  `${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}; load at the start ${busyAtStart}`;

const HEADINGS = ['Work', 'Ours', 'Floor', 'Peers', '× floor', 'by CPU', 'Goal', 'Is', 'Met?'] as const;

/** One table: a line for the work, one more for each further goal and peer. */
export function toTable(lines: readonly Line[], measures: readonly Measure[]): string {
  const rows: string[][] = [[...HEADINGS]];
  for (const line of lines) rows.push(...rowsOf(line, measures.find((measure) => measure.id === line.id)!));
  const widths = HEADINGS.map((_, column) =>
    Math.min(column === 0 ? 46 : 44, Math.max(...rows.map((row) => row[column]!.length))),
  );
  const text = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  text.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return text.join('\n');
}

function rowsOf(line: Line, measure: Measure): string[][] {
  const outcome = (name: string): Outcome | null => {
    const found = line.variants[name];
    return found !== undefined && found !== 'not on this machine' && 'ms' in found ? found : null;
  };
  const ours = outcome(OURS);
  const floorName = measure.variants.find((variant) => variant.role === 'floor')?.name ?? FLOOR;
  const floor = outcome(floorName);
  const peers = measure.variants
    .filter((variant) => variant.role === 'peer')
    .map(({ name }) => {
      const found = line.variants[name];
      if (found === 'not on this machine') return `${name}: not here`;
      const peer = outcome(name);
      return `${name} ${peer ? show(peer, measure) : 'failed'}`;
    });
  const works = wrap(line.work, 46);
  const more = Object.entries(ours?.more ?? {}).map(
    ([name, value]) => `  ${name}: ${/MB|number/.test(name) ? value.toFixed(1) : inTime(value)}`,
  );
  const failed = line.variants[OURS];
  const first = [...works, ...more];
  const count = Math.max(first.length, peers.length, line.goals.length, 1);
  return Array.from({ length: count }, (_, i) => {
    const goal = line.goals[i];
    return [
      first[i] ?? '',
      i === 0 ? (ours ? show(ours, measure) : typeof failed === 'object' ? 'FAILED' : '') : '',
      i === 0 && floor ? show(floor, measure) : i === 1 && floor && floorName !== FLOOR ? `(${floorName})` : '',
      peers[i] ?? '',
      i === 0 && ours && floor ? (ours.ms / floor.ms).toFixed(2) : '',
      // Time of the processor says more where the machine has other work.
      i === 0 && ours && floor && floor.cpuMs > 0 ? (ours.cpuMs / floor.cpuMs).toFixed(2) : '',
      goal?.goal ?? '',
      goal?.value === null || goal?.value === undefined ? '' : short(goal.value),
      goal === undefined ? '' : goal.met === null ? '?' : goal.met ? 'yes' : 'NO',
    ];
  });
}

function show(outcome: Outcome, { size }: Measure): string {
  const rate = size && `${short(size.amount / (outcome.ms / 1_000))} ${size.unit}/s`;
  return `${inTime(outcome.ms)}, ${rate ?? `${Math.round(outcome.peakMb)} MB`}`;
}

const inTime = (ms: number): string =>
  ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(2)} ms`;
const short = (n: number): string =>
  n >= 1_000 ? Math.round(n).toLocaleString('en-GB') : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2);

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
