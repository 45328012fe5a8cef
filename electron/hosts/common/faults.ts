import { basename } from 'node:path';
import type { HostPorts } from '#core/ports.ts';
import { newId } from '#shared/kernel/ids.ts';

type Log = HostPorts['log'];

/** Kind and place of a fault. Its message may quote what somebody wrote, so it is not kept anywhere. */
export function faultOf(error: unknown): { kind: string; at: string } {
  if (!(error instanceof Error)) return { kind: typeof error, at: '' };
  const kind = /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
  const { message, stack = '' } = error;
  // The stack begins with the message, and a message may look like a line of the stack.
  const lines = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length).split('\n');
  const line = lines.find((text) => /^\s+at .*:\d+:\d+\)?$/.test(text)) ?? '';
  const place = /([^\s(]+):(\d+):\d+\)?$/.exec(line);
  return { kind, at: place ? `${basename(place[1] ?? '')}:${place[2]}` : '' };
}

export function logFault(log: Log, incident: string, error: unknown): void {
  log({ level: 'error', event: 'internal', data: { incident, ...faultOf(error) } });
}

/** What nobody caught ends the process, in our words: the system's own would show the message and the stack. */
export function guardProcess(log: Log, end: (incident: string) => void): void {
  const caught = (error: unknown): void => {
    const incident = newId();
    logFault(log, incident, error);
    end(incident);
  };
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
}
