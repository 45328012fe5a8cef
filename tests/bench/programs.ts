import { spawnSync } from 'node:child_process';

/** Peers that are programs: measured where they are on the machine, never required. */
export const onPath = (program: string): boolean => spawnSync('which', [program]).status === 0;

export function runProgram(program: string, args: readonly string[], input?: string): void {
  const done = spawnSync(program, args, { maxBuffer: 1 << 30, ...(input === undefined ? {} : { input }) });
  if (done.error) throw done.error;
  // ripgrep answers 1 where it finds nothing.
  if (done.status !== 0 && done.status !== 1) throw new Error(`${program}: ${String(done.stderr).slice(0, 400)}`);
}

/** A Python that has python-docx, or null. */
export function pythonWithDocx(): string | null {
  for (const python of ['python3', '/usr/bin/python3']) if (spawnSync(python, ['-c', 'import docx']).status === 0) return python;
  return null;
}
