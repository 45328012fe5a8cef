import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { buildAll, isFresh, ROOT } from '../build/build.ts';
import { record } from '../record/record.ts';

/** The program as a user runs it: its bundle, on the project's own Node, through nothing but arguments and streams. */
export const PROGRAM = join(ROOT, 'out', 'node', 'plumbline.js');
export const PASSPHRASE = 'four ordinary words here';

export type Ran = { exit: number; out: string; err: string };
export type RunOptions = { stdin?: string | Uint8Array; env?: Record<string, string | undefined>; cwd?: string };

export async function buildProgram(): Promise<void> {
  if (!isFresh()) await buildAll(() => {}, ['node']);
}

export function workFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export async function run(args: readonly string[], { stdin = '', env = {}, cwd = tmpdir() }: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: clean({ ...process.env, PLUMBLINE_PASSPHRASE: PASSPHRASE, NODE_OPTIONS: undefined, ...env }),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => out.push(part));
  child.stderr.on('data', (part: Buffer) => err.push(part));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const exit = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  const ran = { exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  if (exit !== 0 && args.includes('--json') && ran.err !== '') record('error', failureOf(ran).code);
  if (exit === 0 && args[0] === 'call') record('procedure', String(args[2]));
  return ran;
}

/** A variable that is undefined is not handed on. */
const clean = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));

const Failure = z.strictObject({
  error: z.strictObject({ code: z.string().min(1), message: z.string().min(10), details: z.record(z.string(), z.unknown()) }),
});

/** The one document that stands on stderr after a failure. Throws where there is anything else. */
export const failureOf = (ran: Ran): z.infer<typeof Failure>['error'] => Failure.parse(JSON.parse(ran.err)).error;

export const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
