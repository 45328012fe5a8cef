import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Who has a review open for writing. A small file beside the review: it works on a share, where SQLite's own locks may not. */
export type Hold = { release(): void };
type Held = { token: string; host: string; pid: number; who: string; since: string };

/** A holder on another computer that has not been heard of for this long is taken to be gone. */
const SILENT_MS = 10 * 60_000;
const BEAT_MS = 60_000;

export const holdFileOf = (reviewPath: string): string => join(dirname(reviewPath), `.${basename(reviewPath)}.open`);

/** Takes the review for writing, or answers who has it. */
export function takeHold(reviewPath: string, who: string, nowMs: number): { hold: Hold } | { heldBy: string } {
  const path = holdFileOf(reviewPath);
  const mine: Held = { token: randomUUID(), host: hostname(), pid: process.pid, who, since: new Date(nowMs).toISOString() };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, 'wx', 0o600);
      writeFileSync(file, JSON.stringify(mine));
      closeSync(file);
      return { hold: keep(path, mine) };
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST')
        return { heldBy: 'a folder that cannot be written to' };
      const held = read(path);
      if (held && !isGone(path, held))
        return { heldBy: `${held.who || 'someone'} on ${held.host === mine.host ? 'this computer' : held.host}` };
      rmSync(path, { force: true });
    }
  }
  return { heldBy: 'another window' };
}

function keep(path: string, mine: Held): Hold {
  const beat = setInterval(() => {
    if (existsSync(path)) utimesSync(path, new Date(), new Date());
  }, BEAT_MS);
  beat.unref();
  return {
    release: () => {
      clearInterval(beat);
      if (read(path)?.token === mine.token) rmSync(path, { force: true });
    },
  };
}

function read(path: string): Held | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Held;
  } catch {
    return null;
  }
}

/** After a crash the file is left behind: on this computer the process is asked for, elsewhere its silence is measured. */
function isGone(path: string, held: Held): boolean {
  if (held.host !== hostname()) return Date.now() - statSync(path).mtimeMs > SILENT_MS;
  if (held.pid === process.pid) return false;
  try {
    process.kill(held.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
