import { once } from 'node:events';
import { AppError, exitCodeOf, toAppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Progress } from '#shared/rpc/service.ts';
import type { Arguments } from './arguments.ts';

/** Data goes to stdout; whoever reads slowly is waited for. */
export async function out(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
export const outLine = (value: unknown): Promise<void> => out(`${JSON.stringify(value)}\n`);

/** One JSON document with --json, readable text without it. */
export async function show(args: Arguments, value: unknown, text: () => string): Promise<void> {
  await out(args.json ? `${JSON.stringify(value, null, 2)}\n` : `${text()}\n`);
}

/** Progress only with --progress or on a terminal, and never between the lines of an error document. */
export function progressTo(args: Arguments): (progress: Progress) => void {
  if (!args.flag('progress') && !(process.stderr.isTTY && !args.json)) return () => {};
  return ({ label, done, total }) =>
    void process.stderr.write(`${label}${total === null ? (done ? ` ${done}` : '') : ` ${done} of ${total}`}\n`);
}

/** Says what went wrong on stderr; answers the exit code. Never a stack trace, a passphrase or a body of text. */
export function fail(thrown: unknown, json: boolean): number {
  const error = toAppError(thrown, newId);
  if (json) process.stderr.write(`${JSON.stringify({ error: error.toWire() })}\n`);
  else process.stderr.write(`${error.message}\n${readable(error)}`);
  return exitCodeOf(error.code);
}

/** What blocks a publication is listed for people too. */
function readable(error: AppError): string {
  const blocked = error.details['blocked'];
  if (!Array.isArray(blocked)) return '';
  return blocked
    .map((block: { message: string; where?: { label?: string } }) => `- ${block.where?.label ?? ''}: ${block.message}\n`)
    .join('');
}
