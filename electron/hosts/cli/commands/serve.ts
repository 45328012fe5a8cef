import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CliCommand } from '../command.ts';

export const serveWindow: CliCommand = {
  usage: 'serve [FILE] [--port N] [--no-open]',
  about: 'the window in a browser, on 127.0.0.1 only',
  shape: { places: ['[FILE]'], options: ['port'], flags: ['no-open'] },
  run: async (args) => {
    const port = args.option('port');
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
      throw new AppError('wrongUsage', { why: '--port is a number up to 65535.' });
    if (args.count() > 0 && !existsSync(args.place(0))) throw new AppError('fileMissing', { file: basename(args.place(0)) });
    const { serve } = await import('../serve.ts');
    const file = args.count() > 0 ? { file: args.place(0) } : {};
    return serve({ ...file, ...(port === undefined ? {} : { port: Number(port) }), open: !args.flag('no-open') });
  },
};
