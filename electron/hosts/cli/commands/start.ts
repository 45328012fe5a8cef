import type { CliCommand } from '../command.ts';

export const startWindow: CliCommand = {
  usage: 'start',
  about: 'the desktop window where there can be one, else the same window in a browser',
  shape: { places: [] },
  run: async () => (await import('../start.ts')).start(),
};
