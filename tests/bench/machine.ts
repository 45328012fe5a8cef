import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Numbers of one machine say little; ratios of one run say something, and only beside what else was running. */
export type Machine = { processor: string; cores: number; memoryGb: number; system: string; node: string; busyAtStart: number };

export const machine = (): Machine => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1e9),
  system: `${type()} ${release()}`,
  node: process.version,
  busyAtStart: Number(loadavg()[0]!.toFixed(1)),
});
