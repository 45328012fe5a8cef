import { once } from 'node:events';
import { resolve } from 'node:path';
import { startLoopback } from '#hosts/loopback/main.ts';

export type ServeArguments = { file?: string; port?: number; open: boolean };

/** Serves the window until it is told to stop. `because` goes on the same line. Answers the exit code. */
export async function serve(args: ServeArguments, because = ''): Promise<number> {
  const host = await startLoopback({
    ...(args.file === undefined ? {} : { file: resolve(args.file) }),
    ...(args.port === undefined ? {} : { port: args.port }),
    openBrowser: args.open,
  });
  process.stdout.write(`Plumbline is ready at ${host.address}${because === '' ? '' : ` (${because})`}\n`);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  await host.close();
  return 0;
}
