import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { createWorkbench, type Workbench } from '#core/index.ts';
import type { HostPorts } from '#core/ports.ts';
import type { InputFor, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { View } from '#shared/contract/session.ts';
import type { RpcService } from '#shared/rpc/service.ts';
import { dataFolder } from '../common/data-folder.ts';
import type { Arguments } from './arguments.ts';
import { aboutFile, readFile } from './context-files.ts';
import { readPassphrase } from './passphrase.ts';
import { progressTo } from './print.ts';

/** One run of the command line over an open review: the same contract as the window, in this thread. */
export type CliReview = {
  call<N extends ProcedureName>(name: N, input: InputFor<N>): Promise<OutputOf<N>>;
  callByName(name: string, input: unknown): Promise<unknown>;
  /** Makes a file known to the core; answers its ref. */
  give(path: string): string;
  /** Bytes that the core handed over under a ref. */
  take(ref: string): { name: string; bytes: Uint8Array };
};

/** Who is recorded for changes made by script. */
const ROLE = 'reviewer' as const;

export function cliPorts(): {
  ports: HostPorts;
  give(path: string): string;
  take(ref: string): { name: string; bytes: Uint8Array };
  dispose(): void;
} {
  const given = new Map<string, string>();
  const handed = new Map<string, { name: string; bytes: Uint8Array }>();
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-'));
  let n = 0;
  return {
    ports: {
      host: 'cli',
      receiveFile: async (ref) => {
        const path = given.get(ref);
        if (path === undefined) throw new AppError('fileMissing');
        return { name: basename(path), bytes: readFile(path) };
      },
      reviewPath: async (ref) => {
        const path = given.get(ref);
        if (path === undefined) throw new AppError('fileMissing');
        return path;
      },
      deliverFile: async (file) => {
        const ref = `handed-file-${++n}`;
        handed.set(ref, file);
        return ref;
      },
      dataFolder: process.env['PLUMBLINE_HOME'] ? dataFolder() : scratch,
      now: () => Date.now(),
      log: () => {},
    },
    give: (path) => {
      const ref = `given-file-${++n}`;
      given.set(ref, resolve(path));
      return ref;
    },
    take: (ref) => {
      const file = handed.get(ref);
      if (!file) throw new AppError('fileMissing');
      return file;
    },
    dispose: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** Opens the review named, does the work, closes it into one tidy file. */
export async function withReview<T>(args: Arguments, path: string, work: (review: CliReview) => Promise<T>): Promise<T> {
  const host = cliPorts();
  const workbench: Workbench = createWorkbench(host.ports, { threads: false, idleLockMinutes: 0 });
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    const passphrase = await readPassphrase(args);
    const name = process.env['PLUMBLINE_PERSON'] ?? 'Command line';
    await aboutFile(path, () => workbench.open(resolve(path), passphrase, { name, post: '', role: ROLE }));
    const view: View = args.flag('anonymised') ? 'anonymised' : 'identified';
    const service: RpcService = workbench.connect(view);
    const progress = progressTo(args);
    const callByName = (method: string, input: unknown): Promise<unknown> =>
      service.call(method, input, { signal: stop.signal, callId: method, onProgress: progress });
    return await work({
      call: async (method, input) => (await callByName(method, input)) as never,
      callByName,
      give: host.give,
      take: host.take,
    });
  } finally {
    process.removeListener('SIGINT', onSignal);
    await workbench.close();
    host.dispose();
  }
}
